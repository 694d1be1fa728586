/** Tasks for phones, as the list shows them: those that are open, and those settled lately. Nothing here writes. */
import './task.tables.ts';
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { addDays } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf } from '../../../platform/ids.ts';
import type { SyncSource } from '../../../sync/source.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { taskColumns, taskItems, type TaskRow } from './task.reads.ts';

const settledWithin = 60;

export const taskSource: SyncSource = {
  type: 'task',
  records: async (ctx, units) => {
    const homes = [...new Set(units.map(homeOf))];
    // Asked of each unit once, not of each of its tasks.
    const found = await rows(ctx.db, sql<TaskRow>`with u as materialized (
        select q.id, ${unitNameAt('q.id', sql`${ctx.today}::date`)} as name, ${reach(ctx, 'task.record').at('q.id')} as may_record from unnest(${units}::uuid[]) q (id) where ${reach(ctx, 'task.read').at('q.id')})
      select ${taskColumns}, u.name as unit_name, u.may_record from u join tasks t on t.unit_id = u.id and t.home_id = any(${homes}::smallint[])
      where t.state = 'open' or t.settled_on >= ${addDays(ctx.today, -settledWithin)}::date order by t.due_on, t.id`);
    return (await taskItems(ctx, found)).map((task) => ({ id: task.id, body: task }));
  },
};
