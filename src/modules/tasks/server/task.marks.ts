/** What the figures are told of tasks that are changed, as they stand at that moment: called before and after. */
import './task.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { markRecords } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';

export async function markTasks(ctx: Ctx, ids: readonly Id<'task'>[]): Promise<void> {
  if (ids.length > 0) await markTasksWhere(ctx, sql`t.home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and t.id = any(${[...ids]}::uuid[])`);
}

export async function markPartsOf(ctx: Ctx, wholeId: Id<'task'>): Promise<void> {
  await markTasksWhere(ctx, sql`t.whole_id = ${wholeId}`);
}

/** Open since it was given, due on its day; a whole counts as long as it has no parts; a clause is late by a task that was given for it. */
async function markTasksWhere(ctx: Ctx, those: RawBuilder<unknown>): Promise<void> {
  await markRecords(ctx.db, 'tasks', sql`
    select c.unit_id, d.day from (select t.unit_id, t.given_on, t.due_on from tasks t where ${those}
      union all select w.unit_id, w.given_on, w.due_on from tasks t join tasks w on w.home_id = home_of(t.whole_id) and w.id = t.whole_id where ${those}) c
    cross join lateral (values (c.given_on), (c.due_on)) d (day)`);
  await markRecords(ctx.db, 'cascades', sql`
    select a.unit_id, least(t.given_on, t.due_on) as day from tasks t join answers a on a.home_id = home_of(t.origin_id) and a.id = t.origin_id where ${those} and t.origin_kind = 'clause' and (t.due_on is not null or t.former_dues <> '[]')`);
}
