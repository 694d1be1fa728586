/** The acts of who asked for a task, and of who has it done by whom: what does the rule make of it, save, record. */
import type { z } from 'zod';
import { personWithin } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import type { Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { giveBack, reassign, reopen, settle, type Task } from '../task.ts';
import type { taskContract } from '../task.contract.ts';
import { takeAsked, takeTask } from './task.access.ts';
import { addEntry, type Entry } from './task.entries.ts';
import { requireSound, type Named } from './task.named.ts';
import { bringNext, changeParts, reopenParts, settleParts } from './task.parts.ts';
import { saveTask } from './task.store.ts';

type Input<K extends keyof typeof taskContract> = z.output<(typeof taskContract)[K]['input']>;
interface Done {
  readonly id: Id<'task'>;
  readonly version: number;
}

/** One that comes again brings the next once it was done. */
export async function settleTask(ctx: Ctx, { id, state, on, note }: Input<'settle'>): Promise<Done> {
  const after = orThrow(settle(await takeAsked(ctx, id), { state, on, note, today: ctx.today }));
  const entry = { act: state === 'done' ? 'confirm' : 'cancel', on, note };
  const parts = await settleParts(ctx, after, entry);
  const next = state === 'done' ? await bringNext(ctx, after) : after;
  return keep(ctx, { type: 'task.settled', data: { state, ...told(parts) }, after: next, entry });
}

export async function giveTaskBack(ctx: Ctx, { id, note }: Input<'giveBack'>): Promise<Done> {
  return keep(ctx, { type: 'task.givenBack', after: giveBack(await takeAsked(ctx, id), { on: ctx.today }), entry: { act: 'giveBack', on: ctx.today, note } });
}

export async function reopenTask(ctx: Ctx, { id }: Input<'reopen'>): Promise<Done> {
  const entry = { act: 'reopen', on: ctx.today };
  const after = orThrow(reopen(await takeAsked(ctx, id)));
  return keep(ctx, { type: 'task.reopened', data: told(await reopenParts(ctx, after, entry)), after, entry });
}

export async function changeTask(ctx: Ctx, { id, version, ...change }: Input<'change'>): Promise<Done> {
  const { task, asks } = await takeTask(ctx, id);
  if (version !== undefined && version !== task.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  if (change.ownerId !== null && change.ownerId !== task.ownerId) await requireKnown(ctx, change.ownerId);
  await requireSound(ctx, newlyNamed(task, change));
  const entry = { act: 'change', on: ctx.today };
  const after = orThrow(reassign(task, change, { asks }));
  return keep(ctx, { type: 'task.changed', data: told(await changeParts(ctx, { before: task, after }, entry)), after, entry });
}

/** What stands there already was named by somebody who could: whoever only assigns the task need not see it. */
function newlyNamed(task: Task, { ownerPostId, partners, aim }: Omit<Input<'change'>, 'id'>): Named {
  return {
    ownerPostId: ownerPostId === task.ownerPostId ? null : ownerPostId, partners: partners?.filter((id) => !task.partners.includes(id)), aim: aim?.figure === task.aim?.figure ? null : aim,
  };
}

/** How many units were reached with their parts. */
function told(units: number): Readonly<Record<string, unknown>> {
  return units > 0 ? { units } : {};
}

/** Only whom one may see can be named. */
export async function requireKnown(ctx: Ctx, ownerId: Id<'person'>): Promise<void> {
  if (!(await personWithin(ctx, 'person.read', ownerId))) throw new Problem({ code: 'tasks.ownerUnknown', kind: 'invalid' });
}

interface TaskAct {
  readonly type: `task.${'settled' | 'givenBack' | 'reopened' | 'changed'}`;
  readonly after: Task | Refusal;
  readonly entry: Entry;
  readonly data?: Readonly<Record<string, unknown>>;
}

async function keep(ctx: Ctx, { type, after, entry, data }: TaskAct): Promise<Done> {
  const task = orThrow(after);
  const version = await saveTask(ctx, task);
  await addEntry(ctx, task.id, entry);
  record(ctx, { type, subjectId: task.id, unitId: task.unitId, ...(data && { data }) });
  return { id: task.id, version };
}
