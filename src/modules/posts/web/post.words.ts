/** How a post is called on screen: its own title, else that of its kind. Pure. */
import { overlaps } from '../../../platform/day.ts';
import type { Language } from '../../../platform/messages.ts';
import { postKindName, type PostKind } from '../post.kinds.ts';
import type { Period } from '../../../platform/day.ts';

export interface NamedPost {
  readonly kind: PostKind;
  readonly title: string | null;
  readonly unit: { readonly id: string; readonly name: string };
}

export function postName({ kind, title }: Pick<NamedPost, 'kind' | 'title'>, language: Language): string {
  return title ?? postKindName(kind, language);
}

/** "Bí thư, Chi bộ thôn 3" */
export function postAndUnit(post: NamedPost, language: Language): string {
  return `${postName(post, language)}, ${post.unit.name}`;
}

interface Held extends NamedPost {
  readonly id: string;
  readonly period: Period;
}

/** The other posts held on some day of this tenure. */
export function concurrentWith<T extends Held>(tenure: T, all: readonly T[]): readonly T[] {
  return all.filter((other) => other.id !== tenure.id && overlaps(other.period, tenure.period));
}
