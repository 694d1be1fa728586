// Who follows whom in a post: at every election the holder stays or another one comes. Stays that follow each
// other without a break become one.

import { ageOn, dayBefore } from './days.ts';
import { isFullMember } from './people.ts';
import type { Random } from './random.ts';
import { takePost } from './posts.ts';
import type { Person, Tenure, World } from './world.ts';

/** A stay in a post; `to` is its last day, empty while it lasts. */
export type Stint = { person: Person; from: string; to: string };

export function electEach(
  elections: readonly string[],
  choose: (day: string, holder: Person | undefined) => Person | undefined,
): Stint[] {
  const stints: Stint[] = [];
  for (const day of elections) {
    const last = stints.at(-1);
    const holder = last?.to === '' ? last.person : undefined;
    const chosen = choose(day, holder);
    if (chosen === holder) continue;
    if (last && holder) last.to = dayBefore(day);
    if (chosen) stints.push({ person: chosen, from: day, to: '' });
  }
  return stints;
}

/** Keeps the holder with the given chance while eligible, else takes another of those eligible. */
export function keepOrReplace(
  random: Random,
  facts: { keep: number; eligible: readonly Person[]; holder: Person | undefined },
): Person | undefined {
  const { holder, eligible } = facts;
  if (holder && eligible.includes(holder) && random.chance(facts.keep)) return holder;
  const others = eligible.filter((person) => person !== holder);
  return others.length > 0 ? random.pick(others) : holder && eligible.includes(holder) ? holder : undefined;
}

/** Fit for an office of a cell: full member, grown up, not too old. */
export function isEligible(person: Person, day: string): boolean {
  const age = ageOn(person.birth, day);
  return isFullMember(person, day) && age >= 24 && age <= 68;
}

export function holderAt(stints: readonly Stint[], day: string): Person | undefined {
  return stints.find((stint) => stint.from <= day && (stint.to === '' || stint.to >= day))?.person;
}

export function recordStints(world: World, facts: { post: string; stints: readonly Stint[]; how: Tenure['how'] }): void {
  for (const { person, from, to } of facts.stints) {
    takePost(world, { person, post: facts.post, from, to, how: facts.how, endReason: to === '' ? '' : 'term_end' });
  }
}
