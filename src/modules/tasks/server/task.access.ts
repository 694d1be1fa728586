/**
 * What somebody may do about one task. It is read where it is to be done, where it was asked for, where units co-operate, and by
 * who answers for it; worked on where it is to be done and by that person; judged by who sits where it was asked for (`task.judge.ts`).
 */
import { holds, mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Task } from '../task.ts';
import { isOwner } from './task.holders.ts';
import { mayJudge } from './task.judge.ts';
import { findTask, lockTask } from './task.store.ts';

export async function mayRead(ctx: Ctx, task: Task): Promise<boolean> {
  for (const unitId of new Set([task.unitId, task.askedBy, ...task.partners])) if (await mayDo(ctx, 'task.read', unitId)) return true;
  return isOwn(ctx, task);
}

/** Whoever answers for it himself, by whichever role. */
async function isOwn(ctx: Ctx, { id }: Task): Promise<boolean> {
  ctx.asked.add('task.report');
  return holds(ctx, 'task.report') && (await isOwner(ctx, id));
}

export async function mayWork(ctx: Ctx, task: Task): Promise<boolean> {
  return (await mayDo(ctx, 'task.report', task.unitId)) || isOwn(ctx, task);
}

/** A task that one may not even read is not there. */
export async function readableTask(ctx: Ctx, id: Id<'task'>): Promise<Task> {
  return readableOrThrow(ctx, await findTask(ctx, id));
}

/** For the unit that asked, or does it: `asks` tells whether it is the one that asked. */
export async function takeTask(ctx: Ctx, id: Id<'task'>): Promise<{ readonly task: Task; readonly asks: boolean }> {
  const task = await readableOrThrow(ctx, await lockTask(ctx, id));
  const asks = await mayJudge(ctx, task);
  if (!asks && !(await mayDo(ctx, 'task.record', task.unitId))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'task.record' } });
  return { task, asks };
}

/** To confirm, return or cancel it. */
export async function takeAsked(ctx: Ctx, id: Id<'task'>): Promise<Task> {
  const { task, asks } = await takeTask(ctx, id);
  if (!asks) throw new Problem({ code: 'tasks.notAsker', kind: 'forbidden' });
  return task;
}

export async function takeWork(ctx: Ctx, id: Id<'task'>): Promise<Task> {
  const task = await readableOrThrow(ctx, await lockTask(ctx, id));
  if (!(await mayWork(ctx, task))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'task.report' } });
  return task;
}

async function readableOrThrow(ctx: Ctx, task: Task | undefined): Promise<Task> {
  ctx.asked.add('task.report');
  if (!task || !(await mayRead(ctx, task))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return task;
}
