/** The only writer of tasks. A task lives in the home of its unit, and its id tells which that is. */
import './task.tables.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Outcome, Task, TaskState } from '../task.ts';
import type { TasksTable } from './task.tables.ts';

/** Acts on one task follow each other. */
export async function lockTask(ctx: Ctx, id: Id<'task'>): Promise<Task | undefined> {
  const row = await ctx.db.selectFrom('tasks').selectAll().where('home_id', '=', homeOf(id)).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && taskOf(row);
}

/** Acts on any of them wait. They are of the home of the meeting's unit, and so is the meeting. */
export async function lockTasksOf(ctx: Ctx, originId: Id<'meeting'>): Promise<Task[]> {
  const found = await ctx.db.selectFrom('tasks').selectAll().where('home_id', '=', homeOf(originId)).where('origin_id', '=', originId).orderBy('id').forUpdate().execute();
  return found.map(taskOf);
}

export async function insertTasks(ctx: Ctx, tasks: readonly Task[]): Promise<void> {
  if (tasks.length === 0) return;
  const told = { recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  await ctx.db.insertInto('tasks').values(tasks.map((task) => ({ ...rowOf(task), ...told }))).execute();
}

/** @returns the version that it then has. */
export async function saveTask(ctx: Ctx, task: Task): Promise<number> {
  const version = task.version + 1;
  await ctx.db.updateTable('tasks').set({ ...rowOf(task), version }).where('home_id', '=', homeOf(task.id)).where('id', '=', task.id).execute();
  return version;
}

export async function deleteTasks(ctx: Ctx, tasks: readonly Task[]): Promise<void> {
  for (const { id } of tasks) await ctx.db.deleteFrom('tasks').where('home_id', '=', homeOf(id)).where('id', '=', id).execute();
}

function taskOf(row: Selectable<TasksTable>): Task {
  return {
    id: row.id as Id<'task'>, unitId: row.unit_id as Id<'unit'>, title: row.title, ownerId: row.owner_id as Id<'person'> | null, dueOn: row.due_on as Day | null,
    outcome: outcomeOf(row), originId: row.origin_id as Id<'meeting'>, givenOn: row.given_on as Day, version: row.version,
  };
}

function outcomeOf({ state, settled_on: on, note }: Selectable<TasksTable>): Outcome {
  const known = state as TaskState;
  return known === 'open' ? { state: known } : { state: known, on: on as Day, note }; // the day is there: constraint tasks_settled_on_a_day
}

function rowOf({ id, unitId, title, ownerId, dueOn, outcome, originId, givenOn, version }: Task) {
  const settled = outcome.state === 'open' ? { settled_on: null, note: null } : { settled_on: outcome.on, note: outcome.note };
  return { home_id: homeOf(id), id, unit_id: unitId, title, owner_id: ownerId, due_on: dueOn, state: outcome.state, ...settled, origin_kind: 'meeting', origin_id: originId, given_on: givenOn, version };
}
