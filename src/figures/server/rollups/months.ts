/** Whole months: some flows are kept by them (`Subject.keptBy`), a row standing on the last day of its month. */
import { sql } from 'kysely';
import { addDays, type Day } from '../../../platform/day.ts';
import type { Sql } from '../../figure.ts';

export function firstDayOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day;
}

export function lastDayOfMonth(day: Day): Day {
  return addDays(firstDayOfMonth(addDays(firstDayOfMonth(day), 31)), -1);
}

export function lastDayOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-12-31` as Day;
}

export function monthsBetween(from: Day, to: Day): number {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return last! - first!;
}

/** From the month of one day to that of the other. */
export function monthsApart(from: Sql, to: Sql): Sql {
  return sql`((extract(year from ${to}) - extract(year from ${from})) * 12 + extract(month from ${to}) - extract(month from ${from}))::int`;
}

export function firstOfMonth(day: Sql): Sql {
  return sql`date_trunc('month', (${day})::timestamp)::date`;
}

export function lastOfMonth(day: Sql): Sql {
  return sql`(date_trunc('month', (${day})::timestamp) + interval '1 month' - interval '1 day')::date`;
}
