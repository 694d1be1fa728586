/** The acts on tasks: may it be done at the task's unit, what does the rule make of it, save, record. */
import type { z } from 'zod';
import { mayDo, take } from '../../../access/reach.ts';
import { personWithin } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import type { Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { reassign, reopen, settle, type Task } from '../task.ts';
import type { taskContract } from '../task.contract.ts';
import { lockTask, saveTask } from './task.store.ts';

type Input<K extends keyof typeof taskContract> = z.output<(typeof taskContract)[K]['input']>;
interface Done {
  readonly id: Id<'task'>;
  readonly version: number;
}

export async function settleTask(ctx: Ctx, { id, state, on, note }: Input<'settle'>): Promise<Done> {
  const task = await takeTask(ctx, id);
  return keep(ctx, { type: 'task.settled', data: { state }, after: settle(task, { state, on, note, today: ctx.today }) });
}

export async function reopenTask(ctx: Ctx, { id }: Input<'reopen'>): Promise<Done> {
  return keep(ctx, { type: 'task.reopened', after: reopen(await takeTask(ctx, id)) });
}

export async function changeTask(ctx: Ctx, { id, version, title, ownerId, dueOn }: Input<'change'>): Promise<Done> {
  const task = await takeTask(ctx, id);
  if (version !== undefined && version !== task.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  if (ownerId !== null && ownerId !== task.ownerId) await requireKnown(ctx, ownerId);
  return keep(ctx, { type: 'task.changed', after: reassign(task, { title, ownerId, dueOn }) });
}

/** A task of a unit whose tasks one may not even read is not there. */
async function takeTask(ctx: Ctx, id: Id<'task'>): Promise<Task> {
  const task = await lockTask(ctx, id);
  if (!task || !(await mayDo(ctx, 'task.read', task.unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await take(ctx, 'task.record', task.unitId);
  return task;
}

/** Only whom one may see can be named. */
async function requireKnown(ctx: Ctx, ownerId: Id<'person'>): Promise<void> {
  if (!(await personWithin(ctx, 'person.read', ownerId))) throw new Problem({ code: 'tasks.ownerUnknown', kind: 'invalid' });
}

interface TaskAct {
  readonly type: 'task.settled' | 'task.reopened' | 'task.changed';
  readonly after: Task | Refusal;
  readonly data?: Readonly<Record<string, unknown>>;
}

async function keep(ctx: Ctx, { type, after, data }: TaskAct): Promise<Done> {
  const task = orThrow(after);
  const version = await saveTask(ctx, task);
  record(ctx, { type, subjectId: task.id, unitId: task.unitId, ...(data && { data }) });
  return { id: task.id, version };
}
