/**
 * How the clauses stand in a unit that is asked, kept beside it: a digit for each clause in their order, its place among
 * `clauseStates`, or `unanswered`. What was kept holds on the days between two on which something turns by the calendar, and as
 * long as the clauses are what they were; late tasks are not in it. Whoever finds none that holds counts the answers.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows, type Db } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { stateIn } from '../cascade.figures.ts';
import { clauseStates } from '../cascade.kinds.ts';
import type { Asked } from './cascade.store.ts';

export const unanswered = '-';

/** Marked in one transaction of the job. */
const atOnce = 500;

/** Of rows `c` of the clauses of one document: what says that they are still the same. */
const fingerprint = sql`md5(string_agg(concat(c.id, c.due_on), ' ' order by c.place, c.id))`;

/** Beside the unit stands how much it has answered, and how: figures and the radar ask it of thousands. Its row is locked by the caller. */
export async function markUnits(db: Db, today: Day, asked: readonly Asked[]): Promise<void> {
  const on = sql`${today}::date`;
  const state = stateIn({ due: sql`null::date`, on, lateTask: sql`false` });
  await sql`update cascade_units u set answered = n.answered, last_answered_on = n.last_on, marks = n.marks, marked_clauses = case when n.marks is not null then n.clauses end, marked_from = case when n.marks is not null then n.since end, marked_to = n.until
    from (select t.document_id, t.unit_id, count(a.id)::int as answered, max(a.first_answered_on) as last_on, ${fingerprint} as clauses, max(x.since) as since, min(x.until) as until,
        case when count(a.id) > 0 then string_agg(case when a.id is null then ${unanswered} else (array_position(${clauseStates}::text[], ${state}) - 1)::text end, '' order by c.place, c.id) end as marks
      from (select distinct document_id, unit_id from unnest(${asked.map(({ documentId }) => documentId)}::uuid[], ${asked.map(({ unitId }) => unitId)}::uuid[]) x (document_id, unit_id)) t
      join clauses c on c.home_id = home_of(t.document_id) and c.document_id = t.document_id
      left join answers a on a.home_id = c.home_id and a.document_id = c.document_id and a.unit_id = t.unit_id and a.clause_id = c.id
      cross join lateral (select max(d) filter (where d <= ${on}) as since, min(d) filter (where d > ${on}) as until from unnest(${turning}) d) x
      group by 1, 2) n
    where u.home_id = home_of(n.document_id) and u.document_id = n.document_id and u.unit_id = n.unit_id`.execute(db);
}

/** The days on which an answer comes to stand otherwise by itself. */
const turning = sql`array[a.first_answered_on, a.begun_on, a.done_on, coalesce(a.due_on, case when a.id is not null then c.due_on end) + 1]`;

/** By unit, where what is kept holds on the day. */
export async function marksOn(ctx: Ctx, { documentId, unitIds, on }: { readonly documentId: Id<'document'>; readonly unitIds: readonly Id<'unit'>[]; readonly on: Day }): Promise<ReadonlyMap<string, string>> {
  const found = await rows(ctx.db, sql<{ unit_id: string; marks: string }>`
    select u.unit_id, u.marks from cascade_units u
    where u.home_id = ${homeOf(documentId)} and u.document_id = ${documentId} and u.unit_id = any(${[...unitIds]}::uuid[]) and ${holdsOn(sql`${on}::date`)}
      and u.marked_clauses = (select ${fingerprint} from clauses c where c.home_id = ${homeOf(documentId)} and c.document_id = ${documentId})`);
  return new Map(found.map(({ unit_id: unitId, marks }) => [unitId, marks]));
}

/** Of rows `u` of those asked. */
function holdsOn(on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(u.marked_from <= ${on} and (u.marked_to is null or u.marked_to > ${on}))`;
}

export const cascadeJobs: readonly Job[] = [
  {
    name: 'cascades',
    every: 3600,
    run: async ({ db, today, stopping, log }) => {
      // One cascade at a time: all of it lives in one home.
      for (const { id } of await rows(db, sql<{ id: Id<'document'> }>`select document_id as id from cascades order by 1`)) {
        for (let marked = atOnce; marked === atOnce && !stopping.aborted;) {
          marked = await markSome(db, id, today);
          if (marked > 0) log.debug({ marked }, 'units marked');
        }
      }
    },
  },
];

/** Those whose marks hold no more. Who is answering just now marks the unit himself. */
export async function markSome(db: Db, documentId: Id<'document'>, today: Day): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const home = homeOf(documentId);
    const stale = await rows(tx, sql<{ unitId: Id<'unit'> }>`
      select u.unit_id as "unitId" from cascade_units u
      where u.home_id = ${home} and u.document_id = ${documentId} and u.answered > 0
        and (u.marks is null or not ${holdsOn(sql`${today}::date`)} or u.marked_clauses <> (select ${fingerprint} from clauses c where c.home_id = ${home} and c.document_id = ${documentId}))
      limit ${atOnce} for update skip locked`);
    if (stale.length > 0) await markUnits(tx, today, stale.map(({ unitId }) => ({ documentId, unitId })));
    return stale.length;
  });
}
