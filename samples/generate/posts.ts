// Posts and who held them. A person re-elected stays in the same tenure: a tenure is one unbroken stay in a post.

import { START, addDays, ageOn } from './days.ts';
import type { Person, Tenure, World } from './world.ts';

const titles: Record<string, string> = {
  secretary: 'Bí thư',
  standing_deputy_secretary: 'Phó Bí thư Thường trực',
  deputy_secretary: 'Phó Bí thư',
  committee_member: 'Ủy viên Ban Chấp hành',
  inspection_head: 'Chủ nhiệm Ủy ban Kiểm tra',
  village_head: 'Trưởng thôn',
  residential_group_head: 'Tổ trưởng tổ dân phố',
  front_board_head: 'Trưởng Ban công tác Mặt trận',
  peoples_committee_chair: 'Chủ tịch Ủy ban nhân dân',
  peoples_committee_vice_chair: 'Phó Chủ tịch Ủy ban nhân dân',
  peoples_council_chair: 'Chủ tịch Hội đồng nhân dân',
  front_chair: 'Chủ tịch Ủy ban Mặt trận Tổ quốc',
};

export function createPost(
  world: World,
  facts: { unit: string; kind: string; title?: string; seats?: number; from?: string },
): string {
  const ref = `${facts.unit}.${facts.kind.replaceAll('_', '-')}`;
  const title = facts.title ?? titles[facts.kind];
  if (title === undefined) throw new Error(`No title for a post of kind ${facts.kind}`);
  world.posts.set(ref, { seats: 1, from: START, to: '', ...facts, ref, title });
  return ref;
}

export function takePost(
  world: World,
  facts: { person: Person; post: string; from: string } & Partial<Tenure>,
): Tenure {
  const tenure: Tenure = { to: '', how: 'elected', endReason: '', decision: '', ...facts };
  world.tenures.push(tenure);
  return tenure;
}

/** Who holds the post on that day; the first of them where it has several seats. */
export function holderOn(world: World, post: string, day: string): Person | undefined {
  return world.tenures.find((tenure) => tenure.post === post && holds(tenure, day))?.person;
}

/** Tells why stays ended that ended at an election or between two: on to another post, retired, or just so. */
export function explainEndings(world: World): void {
  const startsOf = Map.groupBy(world.tenures, (tenure) => tenure.person);
  for (const tenure of world.tenures) {
    if (tenure.endReason !== 'term_end') continue;
    const next = addDays(tenure.to, 1);
    if (startsOf.get(tenure.person)?.some((other) => other.from === next)) tenure.endReason = 'transferred';
    else if (ageOn(tenure.person.birth, tenure.to) >= 58) tenure.endReason = 'retired';
  }
}

/** Posts end with their unit, and their holders leave them on that day. */
export function closePosts(world: World, unit: string, lastDay: string): void {
  const closed = new Set<string>();
  for (const post of world.posts.values()) {
    if (post.unit !== unit || post.to !== '') continue;
    post.to = lastDay;
    closed.add(post.ref);
  }
  for (const tenure of world.tenures) {
    if (!closed.has(tenure.post) || tenure.to !== '') continue;
    tenure.to = lastDay;
    tenure.endReason = 'unit_dissolved';
  }
}

function holds(tenure: Tenure, day: string): boolean {
  return tenure.from <= day && (tenure.to === '' || tenure.to >= day);
}
