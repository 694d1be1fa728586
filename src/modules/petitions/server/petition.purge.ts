/** Who asked is kept as long as the rule says, counted from the day on which the petition was closed or, where the place never says anything, answered for good; what was asked stays. */
import './petition.tables.ts';
import { sql } from 'kysely';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows, type Db } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/job.ts';

export const petitionJobs: readonly Job[] = [{ name: 'names of petitioners past keeping', every: 'day', run: async ({ db, today }) => void (await dropOldNames(db, today)) }];

/** Answers how many were dropped. The code of the slip and the files that came with a name go as well, also where the name is gone before. */
export async function dropOldNames(db: Db, today: Day): Promise<number> {
  const since = await keptSince(db, today);
  if (since === undefined) return 0;
  const isPast = sql`coalesce(p.closed_on, p.final_on) < ${since}::date`;
  const homes = await rows(db, sql<{ home: number }>`select p.home_id as home from petitions p where p.sealed is not null and ${isPast} union select p.home_id from petitions p where p.tracking is not null and ${isPast}
    union select f.home_id from petition_files f join petitions p on p.home_id = f.home_id and p.id = f.petition_id where p.channel is not null and ${isPast} order by home`);
  let count = 0;
  for (const { home } of homes) {
    await sql`delete from petition_files f using petitions p where f.home_id = ${home} and p.home_id = ${home} and p.id = f.petition_id and p.channel is not null and ${isPast}`.execute(db);
    await sql`update petitions p set tracking = null where p.home_id = ${home} and p.tracking is not null and ${isPast}`.execute(db);
    count += (await rows(db, sql`update petitions p set sealed = null where p.home_id = ${home} and p.sealed is not null and ${isPast} returning 1 as one`)).length;
  }
  return count;
}

/** What was closed on an earlier day has no name any more; nothing where no rule says so. */
async function keptSince(db: Db, today: Day): Promise<Day | undefined> {
  const rule = await firstRow(db, sql<{ since: Day }>`
    select (${today}::date - make_interval(months => (value #>> '{}')::int))::date as since from rules where key = 'petition.keepNameMonths' and scope_unit_id is null and valid @> ${today}::date`);
  return rule?.since;
}
