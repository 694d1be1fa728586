/** Ratings of former years: what the sheet alone can tell, and how a row is known again. */
import type { RatingRow } from '../format/sheets.ts';
import { complain, rowsOf, type CheckContext } from './context.ts';

export function checkRatings(context: CheckContext): void {
  const first = new Map<string, number>();
  for (const rating of rowsOf(context, 'ratings')) {
    const { row, year, decided_on: decided } = rating;
    if (Number(decided.slice(0, 4)) < year) complain(context, { sheet: 'ratings', row, column: 'decided_on', code: 'rating.decided_before_year', value: decided, data: { year } });
    const key = keyOfRating(rating);
    const other = first.get(key);
    if (other === undefined) first.set(key, row);
    else complain(context, { sheet: 'ratings', row, column: 'year', code: 'rating.twice', value: String(year), data: { other } });
  }
}

/** One for each organisation or person and year. */
export function keyOfRating({ unit, person, year }: Pick<RatingRow, 'unit' | 'person' | 'year'>): string {
  return person === null ? `unit|${unit}|${year}` : `person|${person}|${year}`;
}
