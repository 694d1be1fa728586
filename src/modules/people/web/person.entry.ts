/** How a new person comes into the list: what is typed, what is missing, what is sent. Pure. */
import type { z } from 'zod';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import type { How } from '../../posts/post.ts';
import type { personContract } from '../person.contract.ts';

export const entryKinds = ['admitted', 'member', 'post'] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface TypedEntry {
  readonly as: EntryKind;
  /** The cell, or the unit of the post. */
  readonly unit: LookupChoice | undefined;
  readonly postId: string | undefined;
  /** First day in the cell or post; of an admission, its day. */
  readonly from: string | undefined;
  readonly admittedOn: string | undefined;
  readonly recognisedOn: string | undefined;
  readonly inReason: 'initial' | 'transfer_in';
  readonly how: How | null;
  readonly decision: string;
}

export type EntryToSend = z.input<typeof personContract.record.input>['entry'];

export function missingInEntry(typed: TypedEntry): readonly (keyof TypedEntry)[] {
  const needed: readonly (keyof TypedEntry)[] = { admitted: ['unit', 'from'] as const, member: ['unit', 'from', 'admittedOn'] as const, post: ['unit', 'postId', 'from'] as const }[typed.as];
  return needed.filter((field) => typed[field] === undefined);
}

/** What an admission can be recorded without, but should be asked for once. */
export function unaskedOf({ as, decision }: TypedEntry, { sex }: { readonly sex: string | null }): readonly ('sex' | 'decision')[] {
  if (as !== 'admitted') return [];
  return [...(sex === null ? ['sex' as const] : []), ...(decision.trim() === '' ? ['decision' as const] : [])];
}

export function entryToSend({ as, from, postId, admittedOn, recognisedOn, inReason, how, decision }: TypedEntry): EntryToSend | undefined {
  const paper = decision.trim() || null;
  if (from === undefined) return undefined;
  if (as === 'admitted') return { as, on: from, decision: paper };
  if (as === 'post') return postId === undefined ? undefined : { as, postId, from, how, decision: paper };
  return admittedOn === undefined ? undefined : { as, admittedOn, recognisedOn: recognisedOn ?? null, from, inReason, decision: paper };
}
