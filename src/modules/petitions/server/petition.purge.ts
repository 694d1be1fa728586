/** Who asked is kept as long as the rule says, counted from the day on which the petition was closed; what was asked stays. */
import './petition.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows, type Db } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/job.ts';

export const petitionJobs: readonly Job[] = [{ name: 'names of petitioners past keeping', every: 'day', run: async ({ db, today }) => void (await dropOldNames(db, today)) }];

/** Answers how many were dropped. The code of the slip goes with the name. */
export async function dropOldNames(db: Db, today: Day): Promise<number> {
  const since = await keptSince(db, today);
  if (since === undefined) return 0;
  let count = 0;
  for (const { home } of await rows(db, sql<{ home: number }>`select distinct home_id as home from petitions where sealed is not null and closed_on < ${since}::date`)) {
    count += (await rows(db, sql`update petitions set sealed = null, tracking = null where home_id = ${home} and sealed is not null and closed_on < ${since}::date returning 1 as one`)).length;
  }
  return count;
}

/** What was closed on an earlier day has no name any more; nothing where no rule says so. */
async function keptSince(db: Db, today: Day): Promise<Day | undefined> {
  const rule = await firstRow(db, sql<{ since: Day }>`
    select (${today}::date - make_interval(months => (value #>> '{}')::int))::date as since from rules where key = 'petition.keepNameMonths' and scope_unit_id is null and valid @> ${today}::date`);
  return rule?.since;
}
