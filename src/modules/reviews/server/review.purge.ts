/** Reviews of people are kept as long as the rule says, counted from the last day of what was reviewed; those of collectives stay. */
import './review.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows, type Db } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/job.ts';

export const reviewJobs: readonly Job[] = [{ name: 'reviews past keeping', every: 'day', run: async ({ db, today }) => void (await purgeReviews(db, today)) }];

/** Answers how many were taken out. By the value of the country: no committee sets what is kept in a member's file. */
export async function purgeReviews(db: Db, today: Day): Promise<number> {
  const since = await keptSince(db, today);
  if (since === undefined) return 0;
  let count = 0;
  for (const { home } of await rows(db, sql<{ home: number }>`select distinct home_id as home from reviews where person_id is not null and to_day < ${since}::date`)) {
    count += (await rows(db, sql`delete from reviews where home_id = ${home} and person_id is not null and to_day < ${since}::date returning 1 as one`)).length;
  }
  return count;
}

/** Whatever was reviewed up to an earlier day is not kept; nothing where no rule says so. */
export async function keptSince(db: Db, today: Day): Promise<Day | undefined> {
  const rule = await firstRow(db, sql<{ since: Day }>`
    select (${today}::date - make_interval(months => (value #>> '{}')::int))::date as since from rules where key = 'selfReview.keepMonths' and scope_unit_id is null and valid @> ${today}::date`);
  return rule?.since;
}
