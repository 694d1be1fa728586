/** Tasks for phones, each as its page reads it: of the units that are carried and those that the owner of the phone answers for; open ones, and those settled lately. Nothing here writes. */
import './task.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { holds, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf } from '../../../platform/ids.ts';
import type { SyncSource } from '../../../sync/source.ts';
import { isOwnOf } from './task.holders.ts';
import { besideColumns, taskColumns, type TaskRow } from './task.items.ts';
import { wholeTasks } from './task.whole.ts';

const settledWithin = 60;
/** Nobody answers for so many; it bounds what is carried. */
const mostOwn = 200;

export const taskSource: SyncSource = {
  type: 'task',
  isPersonal: true,
  records: async (ctx, units) => {
    const homes = [...new Set(units.map(homeOf))];
    // Asked of each unit once, not of each of its tasks.
    const found = await rows(ctx.db, sql<TaskRow>`with u as materialized (select q.id from unnest(${units}::uuid[]) q (id) where ${reach(ctx, 'task.read').at('q.id')})
      select f.*, ${besideColumns(ctx)} from (
        select ${taskColumns} from u join tasks t on t.unit_id = u.id and t.home_id = any(${homes}::smallint[])
        where ${isCarried(ctx)}) f order by f.due_on, f.id`);
    const known = new Set(found.map(({ id }) => id));
    const all = [...found, ...(await ownTasks(ctx)).filter(({ id }) => !known.has(id))];
    return (await wholeTasks(ctx, all)).map((task) => ({ id: task.id, body: task }));
  },
};

/** Those that the owner of the phone answers for, at whatever unit. */
async function ownTasks(ctx: Ctx): Promise<TaskRow[]> {
  const me = ctx.actor?.personId;
  if (!me || !holds(ctx, 'task.report')) return [];
  return rows(ctx.db, sql<TaskRow>`select f.*, ${besideColumns(ctx)} from (
    select ${taskColumns} from tasks t where ${isOwnOf('t', me, sql`${ctx.today}::date`)} and ${isCarried(ctx)} order by t.due_on, t.id limit ${mostOwn}) f order by f.due_on, f.id`);
}

function isCarried(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(t.state = 'open' or t.settled_on >= ${addDays(ctx.today, -settledWithin)}::date)`;
}
