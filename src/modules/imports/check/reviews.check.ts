/** Reviews and the points suggested for them: what the sheets alone can tell, by the rules by which one is held on screen. */
import { mostSuggestions } from '../../reviews/review.ts';
import type { ReviewRow, ReviewSuggestionRow } from '../format/sheets.ts';
import { complain, groupBy, rowsOf, type CheckContext } from './context.ts';

export function checkReviews(context: CheckContext): void {
  const refs = new Map<string, number>();
  const subjects = new Map<string, number>();
  const cycles = new Map<string, ReviewRow>();
  for (const review of rowsOf(context, 'reviews')) {
    checkOne(context, review);
    checkTwice(context, review, { column: 'ref', seen: refs, key: keyOfReview(review.unit, review.ref) });
    checkTwice(context, review, { column: review.person === null ? 'unit' : 'person', seen: subjects, key: [keyOfCycle(review), review.unit, review.person].join('\0') });
    checkCycle(context, review, cycles);
  }
  for (const [key, rows] of suggestionsByReview(context)) {
    const complaint = { sheet: 'review_suggestions', column: 'review' } as const;
    if (!refs.has(key)) for (const { row, review } of rows) complain(context, { ...complaint, row, code: 'review.unknown', value: review });
    if (rows.length > mostSuggestions) complain(context, { ...complaint, row: rows[mostSuggestions]!.row, code: 'review.suggestions_many', data: { most: mostSuggestions } });
  }
}

export function keyOfReview(unit: string, ref: string): string {
  return `${unit}\0${ref}`;
}

/** One cycle for each opener, kind and period. */
export function keyOfCycle({ opened_by, kind, from, to }: Pick<ReviewRow, 'opened_by' | 'kind' | 'from' | 'to'>): string {
  return [opened_by, kind, from, to].join('|');
}

export function suggestionsByReview(context: CheckContext): ReadonlyMap<string, readonly ReviewSuggestionRow[]> {
  return groupBy(rowsOf(context, 'review_suggestions'), ({ unit, review }) => keyOfReview(unit, review));
}

function checkOne(context: CheckContext, { row, from, to, due_on, held_on, form, person }: ReviewRow): void {
  const dated = { to, due_on, held_on };
  for (const column of ['to', 'due_on', 'held_on'] as const) if (dated[column] < from) complain(context, { sheet: 'reviews', row, column, code: 'period.reversed', value: dated[column], data: { from } });
  if ((form === 'collective') !== (person === null)) complain(context, { sheet: 'reviews', row, column: 'form', code: 'review.form_mismatch' });
}

function checkTwice(context: CheckContext, { row }: ReviewRow, { column, seen, key }: { readonly column: 'ref' | 'unit' | 'person'; readonly seen: Map<string, number>; readonly key: string }): void {
  const other = seen.get(key);
  if (other === undefined) seen.set(key, row);
  else complain(context, { sheet: 'reviews', row, column, code: 'review.twice', data: { other } });
}

function checkCycle(context: CheckContext, review: ReviewRow, cycles: Map<string, ReviewRow>): void {
  const key = keyOfCycle(review);
  const first = cycles.get(key) ?? review;
  cycles.set(key, first);
  for (const column of ['title', 'due_on'] as const) {
    if (review[column] !== first[column]) complain(context, { sheet: 'reviews', row: review.row, column, code: 'review.cycle_differs', value: review[column], data: { other: first.row } });
  }
}
