/** One task whole: what it asks for, who answers for it, what was done about it. Nothing here writes. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { findRule, paperOf } from '../../rules/server/index.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import type { RuleKey } from '../../rules/rule.keys.ts';
import type { taskContract } from '../task.contract.ts';
import { isLateOn, isWhole } from '../task.counted.figures.ts';
import type { Task } from '../task.ts';
import { readableTask } from './task.access.ts';
import { besideColumns, taskColumns, type TaskRow } from './task.items.ts';
import { holderOn } from './task.holders.ts';
import { namesOf } from './task.owners.ts';
import { wholeTasks } from './task.whole.ts';

type Answer<K extends 'task' | 'answerable'> = z.output<(typeof taskContract)[K]['output']>;

const rulesShown: readonly RuleKey[] = ['task.acceptWorkingDays', 'task.veryLateWorkingDays', 'task.confirmWorkingDays'];

export async function getTask(ctx: Ctx, { id }: { id: Id<'task'> }): Promise<Answer<'task'>> {
  const task = await readableTask(ctx, id);
  const row = (await firstRow(ctx.db, sql<TaskRow>`select f.*, ${besideColumns(ctx)} from (select ${taskColumns} from tasks t where t.home_id = ${homeOf(id)} and t.id = ${id}) f`))!;
  const [whole] = await wholeTasks(ctx, [row]);
  return { ...whole!, rules: await rulesAt(ctx, task) };
}

async function rulesAt(ctx: Ctx, { unitId }: Task): Promise<Answer<'task'>['rules']> {
  const found = await Promise.all(rulesShown.map((key) => findRule(ctx, key, { unitId, on: ctx.today })));
  return found.flatMap((rule) => (rule ? [{ key: rule.key, value: rule.value, paper: rule.confidence === 'unconfirmed' ? null : paperOf(rule) }] : []));
}

type AnswerableRow = Pick<TaskRow, 'unit_id' | 'unit_name' | 'owner_post_id' | 'post' | 'holder'> & { readonly open: number; readonly late: number; readonly reported: number; readonly done: number };

/** Posts and people with the most that is open; the rest is found by the list. */
const mostShown = 200;

/** Who answers for what: by post where one answers, else by person, else by the unit as a whole. Tasks that were dropped, and wholes that are shared out, count for nobody. */
export async function listAnswerable(ctx: Ctx, { unitId }: { unitId: Id<'unit'> }): Promise<Answer<'answerable'>> {
  const today = sql`${ctx.today}::date`;
  const found = await rows(ctx.db, sql<AnswerableRow>`
    select g.*, ${unitNameAt('g.unit_id', today)} as unit_name, (select jsonb_build_object('kind', p.kind, 'title', p.title) from posts p where p.id = g.owner_post_id) as post from (
      select t.unit_id, t.owner_post_id, h.holder, (count(*) filter (where t.state = 'open'))::int as open, (count(*) filter (where t.state = 'open' and ${isLateOn('t', today)}))::int as late,
        (count(*) filter (where t.state = 'open' and t.stage = 'reported'))::int as reported, (count(*) filter (where t.state = 'done'))::int as done
      from (select * from tasks t where ${reach(ctx, 'task.read').over('t.unit_id')} and t.unit_id in (select ${unitId}::uuid union ${unitsUnder(unitId, ctx.today)})
          and t.state <> 'dropped' and not ${isWhole}) t
        cross join lateral (select ${holderOn('t', today)} as holder) h
      group by t.unit_id, t.owner_post_id, h.holder order by open desc, late desc, done desc, t.unit_id, t.owner_post_id, h.holder limit ${mostShown}) g
    order by g.open desc, g.late desc, g.done desc, g.unit_id, g.owner_post_id, g.holder`);
  const names = await namesOf(ctx, found.map(({ holder }) => holder));
  return {
    items: found.map((row) => ({
      owner: row.holder && names.has(row.holder) ? { id: row.holder, fullName: names.get(row.holder)! } : null, post: row.owner_post_id && row.post ? { id: row.owner_post_id, ...row.post } : null, unit: { id: row.unit_id, name: row.unit_name ?? '' },
      open: row.open, late: row.late, reported: row.reported, done: row.done,
    })),
  };
}
