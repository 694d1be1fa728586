/**
 * A person's own open tasks. Asks no unit: whoever signs in as a person sees what that person was given to do, at whatever
 * unit, and of the tasks of others nothing.
 */
import './task.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { progressOf } from '../task.progress.ts';
import type { Stage } from '../task.stages.ts';
import { isLate } from '../task.ts';
import { isOwnOf } from './task.holders.ts';
import type { taskContract } from '../task.contract.ts';

interface OwnRow {
  readonly id: Id<'task'>;
  readonly title: string;
  readonly unit_name: string | null;
  readonly due_on: Day | null;
  readonly given_on: Day;
  readonly stage: Stage;
  readonly progress: number;
}

/** Nobody has so much to do; it bounds the answer. */
const mostOwn = 50;

export async function listOwnTasks(ctx: Ctx): Promise<z.input<(typeof taskContract)['own']['output']>> {
  takeAnywhere(ctx, 'self.read');
  const me = ctx.actor?.personId;
  if (!me) throw new Problem({ code: 'people.noOwnRecord', kind: 'not_found' });
  const today = sql`${ctx.today}::date`;
  const found = await rows(ctx.db, sql<OwnRow>`select t.id, t.title, ${unitNameAt('t.unit_id', today)} as unit_name, t.due_on, t.given_on, t.stage, t.progress
    from tasks t where ${isOwnOf('t', me, today)} and t.state = 'open' order by t.due_on, t.id limit ${mostOwn}`);
  return {
    items: found.map(({ id, title, unit_name: unit, due_on: dueOn, given_on: givenOn, stage, progress }) => ({
      id, title, unit: unit ?? '', dueOn, givenOn, standing: stage, progress: progressOf({ state: 'open', stage, progress }), isLate: isLate({ state: 'open', stage, dueOn }, ctx.today),
    })),
  };
}
