/**
 * Tasks for whatever gives them: a meeting, a document. Asks no access: the caller has, about the unit. What is taken back takes
 * back what nobody has touched.
 */
import './task.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Origin } from '../task.origins.ts';
import type { Stage } from '../task.stages.ts';
import { given, isLate, type Task, type TaskState } from '../task.ts';
import { namesOf } from './task.owners.ts';
import { deleteTasks, givenBy, insertTasks, lockTasksOf } from './task.store.ts';

export type GivenTask = Pick<Task, 'id' | 'title' | 'ownerId' | 'dueOn'> & Partial<Pick<Task, 'detail' | 'ownerPostId' | 'weight' | 'partners' | 'wholeId'>>;

interface Giving {
  readonly unitId: Id<'unit'>;
  /** The unit that asks for them, where it is another one than that which must do them. */
  readonly askedBy?: Id<'unit'>;
  /** From when on: the day of the meeting, of the document. */
  readonly on: Day;
  readonly origin: Origin;
  readonly tasks: readonly GivenTask[];
}

/** Replaces nothing: what the same origin gave before and somebody has worked on since stays as it is; an id known otherwise is refused, and one that is not of the unit's home. */
export async function createTasks(ctx: Ctx, { unitId, askedBy = unitId, on, origin, tasks }: Giving): Promise<void> {
  const isElsewhere = tasks.some(({ id }) => homeOf(id) !== homeOf(unitId));
  if (isElsewhere) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'id', message: 'not an id of the home of the unit' }] } });
  const kept = await tasksOf(ctx, origin);
  const wanted = tasks.filter(({ id }) => !kept.has(id));
  await insertTasks(ctx, wanted.map((task) => given({ ...task, unitId, askedBy, origin, givenOn: on })));
  // What a meeting gave is told with the meeting itself, once.
  if (origin.kind !== 'meeting') for (const { id } of wanted) record(ctx, { type: 'task.given', subjectId: id, unitId, data: { origin: origin.kind } });
}

/** Those that nobody has touched since they were given; a meeting that is opened again gives them anew. */
export async function dropUntouchedTasksOf(ctx: Ctx, origin: Origin): Promise<void> {
  const tasks = await lockTasksOf(ctx, origin);
  await deleteTasks(ctx, tasks.filter(({ outcome, version }) => outcome.state === 'open' && version === 1));
}

export async function tasksOf(ctx: Ctx, origin: Origin): Promise<Map<Id<'task'>, { readonly state: TaskState }>> {
  const found = await rows(ctx.db, sql<{ id: Id<'task'>; state: TaskState }>`select id, state from tasks where ${givenBy(origin)}`);
  return new Map(found.map(({ id, state }) => [id, { state }]));
}

/** Of conclusions, which become tasks under their own ids: by the meeting itself, or by the notice of a superior. */
export async function statesOfTasks(ctx: Ctx, ids: readonly Id<'task'>[]): Promise<Map<Id<'task'>, TaskState>> {
  if (ids.length === 0) return new Map();
  const found = await rows(ctx.db, sql<{ id: Id<'task'>; state: TaskState }>`select id, state from tasks where home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and id = any(${[...ids]}::uuid[])`);
  return new Map(found.map(({ id, state }) => [id, state]));
}

export interface OpenTask {
  readonly id: Id<'task'>;
  readonly title: string;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly isLate: boolean;
}

/** Of this unit alone, the first due before the others and those without a day last. */
export async function openTasksOf(ctx: Ctx, unitId: Id<'unit'>, { today, limit }: { today: Day; limit: number }): Promise<OpenTask[]> {
  const found = await rows(ctx.db, sql<{ id: Id<'task'>; title: string; owner_id: Id<'person'> | null; due_on: Day | null; stage: Stage }>`
    select id, title, owner_id, due_on, stage from tasks where home_id = ${homeOf(unitId)} and unit_id = ${unitId} and state = 'open' order by due_on, id limit ${limit}`);
  const names = await namesOf(ctx, found.map((row) => row.owner_id));
  return found.map(({ id, title, owner_id: ownerId, due_on: dueOn, stage }) => ({
    id, title, owner: ownerId && (names.get(ownerId) ?? null), dueOn, isLate: isLate({ state: 'open', stage, dueOn }, today),
  }));
}
