/**
 * What became of the tasks of some units and people within a time, by the rule of the figure `tasks.onTime`: reported or confirmed by
 * the day. What was shared out counts by its parts, what was cancelled not at all. Asks no access: goes with the record it is told on.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { isWhole } from '../task.counted.figures.ts';

/** A unit, or a person wherever tasks were given to him. */
export interface Tallied {
  readonly key: string;
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'> | null;
}

export interface TaskTally {
  /** With a day in the time. */
  readonly due: number;
  readonly done: number;
  readonly onTime: number;
  /** Of those not done, whose day has not come. */
  readonly ahead: number;
  /** Without a day, given or settled in the time. */
  readonly undatedDone: number;
  readonly undatedOpen: number;
}

/** Who had none is left out. */
export async function tallyTasks(ctx: Ctx, subjects: readonly Tallied[], { from, to }: { readonly from: Day; readonly to: Day }): Promise<ReadonlyMap<string, TaskTally>> {
  const found = await rows(ctx.db, sql<TaskTally & { key: string }>`
    select q.key, count(t.due_on)::int as due, count(d.done_on) filter (where t.due_on is not null)::int as done, count(*) filter (where d.done_on <= t.due_on)::int as "onTime",
      count(*) filter (where d.done_on is null and t.due_on >= ${ctx.today}::date)::int as ahead, count(d.done_on) filter (where t.due_on is null)::int as "undatedDone", count(*) filter (where d.done_on is null and t.due_on is null)::int as "undatedOpen"
    from unnest(${subjects.map(({ key }) => key)}::text[], ${subjects.map(({ unitId }) => unitId)}::uuid[], ${subjects.map(({ personId }) => personId)}::uuid[]) q (key, unit_id, person_id)
    join tasks t on case when q.person_id is null then t.unit_id = q.unit_id else t.owner_id = q.person_id end and t.state <> 'dropped' and not ${isWhole}
      and coalesce(t.due_on, t.settled_on, t.given_on) between ${from}::date and ${to}::date
    cross join lateral (select case when t.state = 'done' then least(t.settled_on, case when t.stage = 'reported' then t.stage_on end) when t.stage = 'reported' then t.stage_on end as done_on) d
    group by q.key`);
  return new Map(found.map(({ key, ...tally }) => [key, tally]));
}
