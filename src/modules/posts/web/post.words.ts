/** How a post is called on screen: its own title, else that of its kind. Pure. */
import { overlaps } from '../../../platform/day.ts';
import type { Language } from '../../../platform/messages.ts';
import { postKindName, type PostKind } from '../post.kinds.ts';
import type { How, TenureEndReason } from '../post.ts';
import type { Period } from '../../../platform/day.ts';

export interface NamedPost {
  readonly kind: PostKind;
  readonly title: string | null;
  readonly unit: { readonly id: string; readonly name: string };
}

export function postName({ kind, title }: Pick<NamedPost, 'kind' | 'title'>, language: Language): string {
  return title ?? postKindName(kind, language);
}

/** The kind, where a title of its own does not tell it: a "Chi ủy viên phụ trách nông dân" is a chair of the Farmers' Union. */
export function kindBeside({ kind, title }: Pick<NamedPost, 'kind' | 'title'>, language: Language): string | undefined {
  const name = postKindName(kind, language);
  return title === null || title.toLowerCase().includes(name.toLowerCase()) ? undefined : name;
}

/** "Bí thư, Chi bộ thôn 3"; what both names say is said once: "Trưởng thôn Thượng", "Chủ tịch Ủy ban nhân dân xã Sông Lô". */
export function postAndUnit(post: NamedPost, language: Language): string {
  const title = postName(post, language).split(' ');
  const unit = post.unit.name.split(' ');
  for (let shared = Math.min(title.length, unit.length); shared > 0; shared -= 1) {
    if (sameWords(title.slice(-shared), unit.slice(0, shared))) return [...title, ...unit.slice(shared)].join(' ');
  }
  return `${title.join(' ')}, ${post.unit.name}`;
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.every((word, index) => word.toLowerCase() === other[index]?.toLowerCase());
}

interface Held extends NamedPost {
  readonly id: string;
  readonly period: Period;
}

/** The other posts held on some day of this tenure. */
export function concurrentWith<T extends Held>(tenure: T, all: readonly T[]): readonly T[] {
  return all.filter((other) => other.id !== tenure.id && overlaps(other.period, tenure.period));
}

/** What of a tenure a correction may put right. */
export interface TenureWords {
  readonly period: { readonly from: string; readonly to: string | null };
  readonly how: How | null;
  readonly endReason: TenureEndReason | null;
  readonly decision: string | null;
}

/** Only what differs from what stands is sent: the history then tells what was corrected. */
export function correctionOf(stands: TenureWords, right: TenureWords): Partial<TenureWords> {
  return {
    ...(right.period.from !== stands.period.from || right.period.to !== stands.period.to ? { period: right.period } : {}),
    ...(right.how !== stands.how ? { how: right.how } : {}),
    ...(right.endReason !== stands.endReason ? { endReason: right.endReason } : {}),
    ...(right.decision !== stands.decision ? { decision: right.decision } : {}),
  };
}
