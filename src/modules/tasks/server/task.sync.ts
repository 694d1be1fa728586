/** Tasks for phones, each as its page reads it: those that are open, and those settled lately. Nothing here writes. */
import './task.tables.ts';
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { addDays } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf } from '../../../platform/ids.ts';
import type { SyncSource } from '../../../sync/source.ts';
import { besideColumns, taskColumns, type TaskRow } from './task.items.ts';
import { wholeTasks } from './task.whole.ts';

const settledWithin = 60;

export const taskSource: SyncSource = {
  type: 'task',
  records: async (ctx, units) => {
    const homes = [...new Set(units.map(homeOf))];
    // Asked of each unit once, not of each of its tasks.
    const found = await rows(ctx.db, sql<TaskRow>`with u as materialized (select q.id from unnest(${units}::uuid[]) q (id) where ${reach(ctx, 'task.read').at('q.id')})
      select f.*, ${besideColumns(ctx)} from (
        select ${taskColumns} from u join tasks t on t.unit_id = u.id and t.home_id = any(${homes}::smallint[])
        where t.state = 'open' or t.settled_on >= ${addDays(ctx.today, -settledWithin)}::date) f order by f.due_on, f.id`);
    return (await wholeTasks(ctx, found)).map((task) => ({ id: task.id, body: task }));
  },
};
