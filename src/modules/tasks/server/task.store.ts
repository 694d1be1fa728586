/** The only writer of tasks. A task lives in the home of its unit, and its id tells which that is. */
import './task.tables.ts';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Home, type Id } from '../../../platform/ids.ts';
import { formerDues } from '../task.dues.figures.ts';
import type { Origin, OriginKind } from '../task.origins.ts';
import type { Stage, TaskState } from '../task.stages.ts';
import type { Outcome, Recurrence, Task } from '../task.ts';
import { markTasks } from './task.marks.ts';
import type { TasksTable } from './task.tables.ts';

export async function findTask(ctx: Ctx, id: Id<'task'>): Promise<Task | undefined> {
  const row = await ctx.db.selectFrom('tasks').selectAll().where('home_id', '=', homeOf(id)).where('id', '=', id).executeTakeFirst();
  return row && taskOf(row);
}

/** Acts on one task follow each other. */
export async function lockTask(ctx: Ctx, id: Id<'task'>): Promise<Task | undefined> {
  const row = await ctx.db.selectFrom('tasks').selectAll().where('home_id', '=', homeOf(id)).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && taskOf(row);
}

/** Acts on any of them wait. */
export async function lockTasksOf(ctx: Ctx, origin: Origin): Promise<Task[]> {
  const homes = await rows(ctx.db, sql<{ home: Home }>`select distinct home_id as home from tasks where ${givenBy(origin)} order by home_id`);
  const found: Task[] = [];
  for (const { home } of homes) found.push(...(await ctx.db.selectFrom('tasks').selectAll().where('home_id', '=', home).where('origin_kind', '=', origin.kind).where('origin_id', '=', origin.id).orderBy('id').forUpdate().execute()).map(taskOf));
  return found;
}

/** A meeting gives tasks to its own unit, of its own home; anything else may oblige units of all homes. */
export function givenBy({ kind, id }: Origin): RawBuilder<boolean> {
  const ofHome = kind === 'meeting' ? sql`home_id = ${homeOf(id)}` : sql`true`;
  return sql<boolean>`(${ofHome} and origin_id = ${id} and origin_kind = ${kind})`;
}

/** A statement takes so many values at most. */
const mostAtOnce = 1000;

export async function insertTasks(ctx: Ctx, tasks: readonly Task[]): Promise<void> {
  if (tasks.length === 0) return;
  const told = { recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  for (let at = 0; at < tasks.length; at += mostAtOnce) await ctx.db.insertInto('tasks').values(tasks.slice(at, at + mostAtOnce).map((task) => ({ ...rowOf(task), ...told }))).execute();
  await markTasks(ctx, tasks.map(({ id }) => id));
}

/** @returns the version that it then has. */
export async function saveTask(ctx: Ctx, task: Task): Promise<number> {
  const version = task.version + 1;
  await markTasks(ctx, [task.id]);
  const former = formerDues({ dueOn: sql`${task.dueOn}::date`, today: sql`${ctx.today}::date` });
  await ctx.db.updateTable('tasks as t').set({ ...rowOf(task), version, former_dues: former as never }).where('home_id', '=', homeOf(task.id)).where('id', '=', task.id).execute(); // written by an expression alone
  await markTasks(ctx, [task.id]);
  return version;
}

export async function deleteTasks(ctx: Ctx, tasks: readonly Pick<Task, 'id'>[]): Promise<void> {
  await markTasks(ctx, tasks.map(({ id }) => id));
  for (const [home, part] of Map.groupBy(tasks, ({ id }) => homeOf(id))) await ctx.db.deleteFrom('tasks').where('home_id', '=', home).where('id', 'in', part.map(({ id }) => id)).execute();
}

function taskOf(row: Selectable<TasksTable>): Task {
  return {
    id: row.id as Id<'task'>, unitId: row.unit_id as Id<'unit'>, askedBy: row.asked_by as Id<'unit'>, title: row.title, detail: row.detail, ownerId: row.owner_id as Id<'person'> | null, ownerPostId: row.owner_post_id as Id<'post'> | null,
    dueOn: row.due_on as Day | null, outcome: outcomeOf(row), stage: row.stage as Stage, stageOn: row.stage_on as Day, progress: row.progress, weight: row.weight, steps: row.steps, partners: row.partners as Id<'unit'>[],
    recurrence: row.recurs === null ? null : { every: row.recurs as Recurrence['every'], until: row.recurs_until as Day }, aim: row.figure, // the words are held by the table's own checks
    origin: { kind: row.origin_kind as OriginKind, id: row.origin_id as Id<OriginKind> }, wholeId: row.whole_id as Id<'task'> | null, givenOn: row.given_on as Day, version: row.version,
  };
}

function outcomeOf({ state, settled_on: on, note }: Selectable<TasksTable>): Outcome {
  const known = state as TaskState;
  return known === 'open' ? { state: known } : { state: known, on: on as Day, note }; // the day is there: constraint tasks_settled_on_a_day
}

function rowOf(task: Task) {
  const { id, outcome, origin, recurrence, aim } = task;
  const settled = outcome.state === 'open' ? { settled_on: null, note: null } : { settled_on: outcome.on, note: outcome.note };
  return {
    home_id: homeOf(id), id, unit_id: task.unitId, asked_by: task.askedBy, title: task.title, detail: task.detail, owner_id: task.ownerId, owner_post_id: task.ownerPostId, due_on: task.dueOn, state: outcome.state, ...settled,
    stage: task.stage, stage_on: task.stageOn, progress: task.progress, weight: task.weight, steps: JSON.stringify(task.steps), partners: [...task.partners], recurs: recurrence?.every ?? null, recurs_until: recurrence?.until ?? null,
    figure: aim && JSON.stringify(aim), origin_kind: origin.kind, origin_id: origin.id, whole_id: task.wholeId, given_on: task.givenOn, version: task.version,
  };
}
