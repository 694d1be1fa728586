/**
 * The acts on shortcomings: may it be done at the unit where it is put right, or at the body that raised it, what does the rule make
 * of it, save, record. Of one that concerns a person the log tells neither whom nor where.
 */
import type { z } from 'zod';
import { mayDoAt, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { createTasks, dropUntouchedTasksOf, settleTasksOf, tasksOf } from '../../tasks/server/index.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import type { shortcomingContract } from '../shortcoming.contract.ts';
import { begin, confirm, correct, giveBack, isFresh, isOpen, lastReversible, note, ownRefusal, raisersSteps, report, setMeasure, takeBack, withdraw, type Doing, type Shortcoming } from '../shortcoming.ts';
import { requireEarlier, requireOwner, requirePersonAt, requireProofs, requireRaiserAbove, requireSources, sourcesIn } from './shortcoming.links.ts';
import { isReadable } from './shortcoming.reach.ts';
import { insertShortcoming, lockShortcoming, saveShortcoming } from './shortcoming.store.ts';

type Input<K extends keyof typeof shortcomingContract> = z.output<(typeof shortcomingContract)[K]['input']>;
interface Done {
  readonly id: Id<'shortcoming'>;
  readonly version: number;
}
/** `finding`: the body that raised it, or who noted it just now. */
type Side = 'unit' | 'raiser' | 'finding';

export async function noteShortcoming(ctx: Ctx, { id, unitId, personId, raisedById, cause, ...finding }: Input<'note'>): Promise<Done> {
  await requireRecorder(ctx, { unitId, personId, raisedById });
  const home = await homeOfUnit(ctx, unitId);
  if (id !== undefined && homeOf(id) !== home) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'id', message: 'not an id of the unit’s home' }] } });
  const noted = orThrow(note({ id: id ?? newId<'shortcoming'>(home), unitId, personId, raisedById, cause, finding }, doingNow(ctx)));
  await requireRaiserAbove(ctx, { unitId, raisedById, on: finding.foundOn });
  if (personId !== null) await requirePersonAt(ctx, { personId, unitId, on: finding.foundOn });
  await requireFinding(ctx, noted, undefined);
  return done(ctx, 'shortcoming.noted', await insertShortcoming(ctx, noted));
}

export async function correctShortcoming(ctx: Ctx, { id, version, ...finding }: Input<'correct'>): Promise<Done> {
  const before = await takeShortcoming(ctx, { id, version }, 'finding');
  const after = orThrow(correct(before, finding, doingNow(ctx)));
  await requireFinding(ctx, after, before);
  return done(ctx, 'shortcoming.corrected', await saveShortcoming(ctx, after));
}

export async function setShortcomingMeasure(ctx: Ctx, { id, version, reason, cause, ...measure }: Input<'setMeasure'>): Promise<Done> {
  const before = await takeShortcoming(ctx, { id, version }, 'unit');
  const after = orThrow(setMeasure(before, { ...measure, cause: cause ?? before.cause }, doingNow(ctx, reason)));
  await requireOwner(ctx, measure.ownerId, before.ownerId);
  await requireProofs(ctx, after.proofs, before.proofs);
  await giveTask(ctx, after);
  return done(ctx, 'shortcoming.measureSet', await saveShortcoming(ctx, after));
}

/** Whoever answers for it is given a task, once; one that nobody has touched follows what is set anew. What concerns a person is nobody's task: it would tell. */
async function giveTask(ctx: Ctx, shortcoming: Shortcoming): Promise<void> {
  const { unitId, personId, ownerId, dueOn, measure } = shortcoming;
  if (personId !== null) return;
  const origin = originOf(shortcoming);
  await dropUntouchedTasksOf(ctx, origin);
  const kept = await tasksOf(ctx, origin);
  if (ownerId === null || [...kept.values()].some(({ state }) => state === 'open')) return;
  await createTasks(ctx, { unitId, on: ctx.today, origin, tasks: [{ id: newId<'task'>(homeOf(unitId)), title: measure.slice(0, mostLettersOfTask), ownerId, dueOn }] });
}

const mostLettersOfTask = 1000;

function originOf({ id }: Shortcoming) {
  return { kind: 'shortcoming' as const, id };
}

export async function beginShortcoming(ctx: Ctx, of: Input<'begin'>): Promise<Done> {
  return keep(ctx, 'shortcoming.begun', begin(await takeShortcoming(ctx, of, 'unit'), doingNow(ctx)));
}

export async function reportShortcoming(ctx: Ctx, { result, proofs, ...of }: Input<'report'>): Promise<Done> {
  const before = await takeShortcoming(ctx, of, 'unit');
  const after = orThrow(report(before, { result, proofs }, doingNow(ctx)));
  await requireProofs(ctx, after.proofs, before.proofs);
  return keep(ctx, 'shortcoming.reported', after);
}

export async function confirmShortcoming(ctx: Ctx, { words, ...of }: Input<'confirm'>): Promise<Done> {
  const after = orThrow(confirm(await takeShortcoming(ctx, of, 'raiser'), doingNow(ctx, words)));
  await settleTasksOf(ctx, originOf(after), { state: 'done', note: words || null });
  return keep(ctx, 'shortcoming.confirmed', after);
}

export async function giveShortcomingBack(ctx: Ctx, { words, ...of }: Input<'giveBack'>): Promise<Done> {
  return keep(ctx, 'shortcoming.returned', giveBack(await takeShortcoming(ctx, of, 'raiser'), doingNow(ctx, words)));
}

export async function withdrawShortcoming(ctx: Ctx, { words, ...of }: Input<'withdraw'>): Promise<Done> {
  const after = orThrow(withdraw(await takeShortcoming(ctx, of, 'finding'), doingNow(ctx, words)));
  await settleTasksOf(ctx, originOf(after), { state: 'dropped', note: words });
  return keep(ctx, 'shortcoming.withdrawn', after);
}

/** By whoever may do the step that is taken back. */
export async function takeShortcomingBack(ctx: Ctx, of: Input<'takeBack'>): Promise<Done> {
  const before = await readLocked(ctx, of.id);
  const last = lastReversible(before);
  await requireSide(ctx, before, last && raisersSteps.includes(last.kind) ? 'raiser' : 'unit');
  requireVersion(before, of.version);
  const after = orThrow(takeBack(before, doingNow(ctx)));
  if (!isOpen(before)) await giveTask(ctx, after);
  return keep(ctx, 'shortcoming.takenBack', after);
}

async function takeShortcoming(ctx: Ctx, { id, version }: { readonly id: Id<'shortcoming'>; readonly version: number }, side: Side): Promise<Shortcoming> {
  const shortcoming = await readLocked(ctx, id);
  await requireSide(ctx, shortcoming, side);
  requireVersion(shortcoming, version);
  return shortcoming;
}

/** Of one that may not even be read nothing is told. */
async function readLocked(ctx: Ctx, id: Id<'shortcoming'>): Promise<Shortcoming> {
  const shortcoming = await lockShortcoming(ctx, id);
  if (!shortcoming || !(await isReadable(ctx, shortcoming))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return shortcoming;
}

async function requireSide(ctx: Ctx, shortcoming: Shortcoming, side: Side): Promise<void> {
  const { unitId, raisedById, personId } = shortcoming;
  const refusal = side === 'unit' ? undefined : ownRefusal(shortcoming, ctx.actor?.personId);
  if (refusal) throw new Problem(refusal);
  if (side === 'finding' && isFresh(shortcoming, doingNow(ctx))) return;
  if (!(await mayDoAt(ctx, 'shortcoming.record', { unitId: side === 'unit' ? unitId : raisedById, personId }))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'shortcoming.record' } });
}

function requireVersion(shortcoming: Shortcoming, version: number): void {
  if (version !== shortcoming.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
}

/** Either body that keeps it notes it: a board of the committee above need not reach the unit. */
async function requireRecorder(ctx: Ctx, { unitId, personId, raisedById }: Pick<Shortcoming, 'unitId' | 'personId' | 'raisedById'>): Promise<void> {
  for (const at of [unitId, raisedById]) if (await mayDoAt(ctx, 'shortcoming.record', { unitId: at, personId })) return;
  await take(ctx, 'shortcoming.record', unitId);
  throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'shortcoming.record' } });
}

async function requireFinding(ctx: Ctx, after: Shortcoming, before: Shortcoming | undefined): Promise<void> {
  if (after.earlierId !== before?.earlierId) await requireEarlier(ctx, after.earlierId, after);
  await requireSources(ctx, after.source ? [after.source] : [], before?.source ? [before.source, ...sourcesIn(before.proofs)] : []);
}

function doingNow(ctx: Ctx, words = ''): Doing {
  return { on: ctx.today, by: ctx.actor?.accountId ?? null, words };
}

async function keep(ctx: Ctx, type: string, after: Shortcoming | Refusal): Promise<Done> {
  return done(ctx, type, await saveShortcoming(ctx, orThrow(after)));
}

function done(ctx: Ctx, type: string, { id, unitId, personId, version, topic, state }: Shortcoming): Done {
  if (personId === null) record(ctx, { type, subjectId: id, unitId, data: { topic, state } });
  else record(ctx, { type: 'shortcoming.ofPersonWritten', subjectId: id });
  return { id, version };
}
