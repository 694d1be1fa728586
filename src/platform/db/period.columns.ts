/** A `Period` (last day included) as a `daterange` column and back; the only place that knows how PostgreSQL bounds it. */
import { sql, type RawBuilder } from 'kysely';
import { addDays, type Day, type Period } from '../day.ts';

export function toRange(period: Period): string {
  return period.to === null ? `[${period.from},)` : `[${period.from},${addDays(period.to, 1)})`;
}

export function fromRange(range: string): Period {
  const match = /^\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})?\)$/.exec(range);
  if (!match) throw new RangeError(`not a period: ${range}`);
  return { from: match[1] as Day, to: match[2] ? addDays(match[2] as Day, -1) : null };
}

/** `column` holds on that day. */
export function holds(column: string, on: Day): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} @> ${on}::date`;
}
