/** Tasks shared out among units: a part for each under one whole. */
import './task.tables.ts';
import { sql } from 'kysely';
import { standsOn } from '../../units/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { nextOf } from '../task.recurring.ts';
import type { Task } from '../task.ts';
import { insertTasks } from './task.store.ts';

/** Each part of the same origin as the whole; the whole alone comes again, with parts of its own. */
export function sharedOut(whole: Task, units: readonly Id<'unit'>[]): Task[] {
  return [whole, ...units.map((unitId) => partOf(whole, { unitId, weight: 1 }))];
}

function partOf(whole: Task, { unitId, weight }: { unitId: Id<'unit'>; weight: number }): Task {
  return { ...whole, id: newId<'task'>(homeOf(unitId)), unitId, weight, recurrence: null, wholeId: whole.id };
}

/** The first and its parts. Told once, so that the log of a province is not held for thousands of lines. */
export async function insertGiven(ctx: Ctx, [task, ...parts]: readonly Task[]): Promise<void> {
  if (!task) return;
  await insertTasks(ctx, [task, ...parts]);
  record(ctx, { type: 'task.given', subjectId: task.id, unitId: task.unitId, data: { origin: task.origin.kind, ...(parts.length > 0 && { units: parts.length }) } });
}

/** The next of those that come again, made at the end of the last or when its day has passed; the last comes again no more. */
export async function bringNext(ctx: Ctx, task: Task): Promise<Task> {
  const next = nextOf(task, { id: newId<'task'>(homeOf(task.id)), on: ctx.today });
  if (!next) return task;
  await insertGiven(ctx, [next, ...(await unitsOfParts(ctx, task)).map((asked) => partOf(next, asked))]);
  return { ...task, recurrence: null };
}

/** Those that still stand and whose part was not cancelled. */
function unitsOfParts(ctx: Ctx, { id }: Task): Promise<{ unitId: Id<'unit'>; weight: number }[]> {
  return rows(ctx.db, sql<{ unitId: Id<'unit'>; weight: number }>`select t.unit_id as "unitId", t.weight from tasks t where t.whole_id = ${id} and t.state <> 'dropped' and ${standsOn('t.unit_id', ctx.today)} order by t.unit_id`);
}
