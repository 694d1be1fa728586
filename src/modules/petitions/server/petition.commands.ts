/**
 * The acts on petitions: may it be done at the place or at the body, what does the rule make of it, save, record. The log tells
 * topic and state; what was asked and who asked stand in the petition alone.
 */
import type { z } from 'zod';
import { mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import type { petitionContract } from '../petition.contract.ts';
import {
  accept, answer, confirm, correct, group, isOpen, lastReversible, placesSteps, raise, refuseIt, reopen, route, takeBack, withdraw, type Doing, type Petition, type Standing,
} from '../petition.ts';
import { requireTopic } from './catalogue.reads.ts';
import { findReceiver, isBody } from './petition.bodies.ts';
import { daysWaited, dueFrom } from './petition.clocks.ts';
import { findEarlier } from './petition.similar.ts';
import { isReadable } from './petition.reach.ts';
import { findVoice, isRecorder, refusalOfPassing, refusalOfTakingBack, refusalOfVoice, refusalOfWithdrawal } from './petition.rights.ts';
import { insertPetition, lockGroup, lockPetition, savePetition } from './petition.store.ts';
import { requireRecorder, requireSource } from './petition.source.ts';
import { followPlan } from './petition.tasks.ts';

type Input<K extends keyof typeof petitionContract> = z.output<(typeof petitionContract)[K]['input']>;
interface Done {
  readonly id: Id<'petition'>;
  readonly version: number;
}
type Side = 'place' | 'body';

/** A denunciation is refused before anything is looked at: nothing of it is kept. Sent twice under one id it is kept once. */
export async function recordPetition(ctx: Ctx, { id, unitId, source, sourceId, petitioner, isDenunciation, ...asking }: Input<'record'>): Promise<Done> {
  refuseDenunciation(ctx, isDenunciation);
  await requireRecorder(ctx, { unitId, source, sourceId });
  const known = id && (await lockPetition(ctx, id));
  if (known && known.unitId === unitId && isRecorder(ctx, known)) return { id, version: known.version };
  await requireSource(ctx, { unitId, source, sourceId });
  if (petitioner !== null && source !== 'resident') throw new Problem({ code: 'petitions.onlyOfResidents', kind: 'invalid' });
  const home = await homeOfUnit(ctx, unitId);
  if (id !== undefined && homeOf(id) !== home) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'id', message: 'not an id of the unit’s home' }] } });
  await requireTopic(ctx, asking.topic, { unitId, on: asking.raisedOn });
  const bodyId = await findReceiver(ctx, unitId);
  if (!bodyId) throw new Problem({ code: 'petitions.noOffice', kind: 'invalid' });
  const dueOn = await dueFrom(ctx, 'petition.firstAnswerWorkingDays', { bodyId, from: asking.raisedOn });
  const earlierId = await findEarlier(ctx, { unitId, topic: asking.topic, text: asking.text, before: asking.raisedOn });
  const raised = orThrow(raise({ id: id ?? newId<'petition'>(home), unitId, source, sourceId, channel: petitioner?.channel ?? null, bodyId, dueOn, earlierId, asking }, doingAt(ctx, unitId)));
  return done(ctx, 'petition.raised', await insertPetition(ctx, raised, petitioner));
}

function refuseDenunciation(ctx: Ctx, isDenunciation: boolean): void {
  if (!isDenunciation) return;
  ctx.asked.add('petition.record');
  throw new Problem({ code: 'petitions.denunciation', kind: 'invalid' });
}

export async function correctPetition(ctx: Ctx, { id, version, isDenunciation, ...asking }: Input<'correct'>): Promise<Done> {
  refuseDenunciation(ctx, isDenunciation);
  const before = await takePetition(ctx, { id, version }, 'place');
  if (asking.topic !== before.topic) await requireTopic(ctx, asking.topic, { unitId: before.unitId, on: asking.raisedOn });
  const dueOn = await dueFrom(ctx, 'petition.firstAnswerWorkingDays', { bodyId: before.bodyId, from: asking.raisedOn });
  return keep(ctx, 'petition.corrected', correct(before, { ...asking, dueOn }, doingAt(ctx, before.unitId)));
}

export async function routePetition(ctx: Ctx, { id, version, words, ...to }: Input<'route'>): Promise<Done> {
  const before = await takePetition(ctx, { id, version }, refusalOfHere);
  return keep(ctx, 'petition.routed', route(before, await passingTo(ctx, before, to), doingAt(ctx, before.bodyId, words)));
}

export async function refusePetition(ctx: Ctx, { id, version, words, ...to }: Input<'refuse'>): Promise<Done> {
  const before = await takePetition(ctx, { id, version }, refusalOfHere);
  return keep(ctx, 'petition.refused', refuseIt(before, await passingTo(ctx, before, to), doingAt(ctx, before.bodyId, words)));
}

function refusalOfHere(ctx: Ctx, petition: Petition): Promise<Refusal | undefined> {
  return refusalOfPassing(ctx, petition, petition.bodyId);
}

/** The clock begins anew with who has it next, and by its rule; that the place waits longer is seen by the days since it was raised. */
async function passingTo(ctx: Ctx, before: Petition, to: Standing) {
  if (to.bodyId !== before.bodyId && !(await isBody(ctx, to.bodyId))) throw new Problem({ code: 'petitions.bodyUnknown', kind: 'invalid' });
  const clock = before.state === 'reopened' ? 'petition.secondAnswerWorkingDays' : 'petition.firstAnswerWorkingDays';
  return { ...to, dueOn: await dueFrom(ctx, clock, { bodyId: to.bodyId, from: ctx.today }) };
}

/** What somebody else has taken up or closed meanwhile is passed over and counted. */
export async function acceptPetitions(ctx: Ctx, { ids }: Input<'accept'>): Promise<{ accepted: number; passedOver: number }> {
  let accepted = 0;
  for (const id of [...new Set(ids)].toSorted()) {
    const before = await readLocked(ctx, id);
    await requireSide(ctx, before, 'body');
    const after = accept(before, doingAt(ctx, before.bodyId));
    if (isRefusal(after)) continue;
    await keep(ctx, 'petition.accepted', after);
    accepted += 1;
  }
  return { accepted, passedOver: new Set(ids).size - accepted };
}

/** The same answer to all of one matter that are with the same body; each place confirms for itself. */
export async function answerPetition(ctx: Ctx, { id, version, group: isOfGroup, ...given }: Input<'answer'>): Promise<Done & { answered: number }> {
  const before = await takePetition(ctx, { id, version }, 'body');
  const after = await answered(ctx, before, given);
  let count = 1;
  for (const one of isOfGroup ? await lockGroup(ctx, id) : []) {
    if (one.bodyId !== before.bodyId || !isOpen(one)) continue;
    await answered(ctx, one, given);
    count += 1;
  }
  await followPlan(ctx, after);
  return { id, version: after.version, answered: count };
}

async function answered(ctx: Ctx, before: Petition, given: Pick<Input<'answer'>, 'outcome' | 'text' | 'plannedOn'>): Promise<Petition> {
  const days = await daysWaited(ctx, { from: before.raisedOn, to: ctx.today });
  const after = await savePetition(ctx, orThrow(answer(before, { ...given, days }, doingAt(ctx, before.bodyId))));
  told(ctx, 'petition.answered', after);
  return after;
}

export async function confirmPetition(ctx: Ctx, { words, ...of }: Input<'confirm'>): Promise<Done> {
  const before = await takePetition(ctx, of, refusalOfVoice);
  return keep(ctx, 'petition.confirmed', confirm(before, await speakingFor(ctx, before, words)));
}

export async function reopenPetition(ctx: Ctx, { words, ...of }: Input<'reopen'>): Promise<Done> {
  const before = await takePetition(ctx, of, refusalOfVoice);
  const dueOn = await dueFrom(ctx, 'petition.secondAnswerWorkingDays', { bodyId: before.bodyId, from: ctx.today });
  return keep(ctx, 'petition.reopened', reopen(before, { dueOn }, await speakingFor(ctx, before, words)));
}

export async function withdrawPetition(ctx: Ctx, { words, ...of }: Input<'withdraw'>): Promise<Done> {
  const before = await takePetition(ctx, of, refusalOfWithdrawal);
  return keep(ctx, 'petition.withdrawn', withdraw(before, await speakingFor(ctx, before, words)));
}

/** Where an office acts for the place, the step says so. */
async function speakingFor(ctx: Ctx, petition: Petition, words: string): Promise<Doing> {
  return doingAt(ctx, (await findVoice(ctx, petition)) ?? petition.unitId, words);
}

export async function groupPetition(ctx: Ctx, { id, version, leadId }: Input<'group'>): Promise<Done> {
  const before = await takePetition(ctx, { id, version }, 'body');
  if (leadId !== null) {
    const lead = await lockPetition(ctx, leadId);
    if (!lead || lead.bodyId !== before.bodyId || lead.leadId !== null || !isOpen(lead)) throw new Problem({ code: 'petitions.leadUnknown', kind: 'invalid' });
  }
  // Those that were handled with it go on with its lead.
  for (const one of leadId === null ? [] : await lockGroup(ctx, id)) await savePetition(ctx, orThrow(group(one, leadId, doingAt(ctx, before.bodyId))));
  return keep(ctx, 'petition.grouped', group(before, leadId, doingAt(ctx, before.bodyId)));
}

export async function takePetitionBack(ctx: Ctx, { id, version }: Input<'takeBack'>): Promise<Done> {
  const before = await takePetition(ctx, { id, version }, refusalOfTakingBack);
  const last = lastReversible(before);
  const isPlaces = last !== undefined && placesSteps.includes(last.kind);
  const after = await savePetition(ctx, orThrow(takeBack(before, isPlaces ? await speakingFor(ctx, before, '') : doingAt(ctx, last?.unitId ?? before.bodyId))));
  await followPlan(ctx, after);
  return done(ctx, 'petition.takenBack', after);
}

type Refusing = (ctx: Ctx, petition: Petition) => Promise<Refusal | undefined>;

async function takePetition(ctx: Ctx, { id, version }: { readonly id: Id<'petition'>; readonly version: number }, asked: Side | Refusing): Promise<Petition> {
  const petition = await readLocked(ctx, id);
  const refused = typeof asked === 'function' ? await asked(ctx, petition) : await requireSide(ctx, petition, asked);
  if (refused) throw new Problem(refused);
  requireVersion(petition, version);
  return petition;
}

/** Of one that may not even be read nothing is told. */
export async function readLocked(ctx: Ctx, id: Id<'petition'>): Promise<Petition> {
  const petition = await lockPetition(ctx, id);
  if (!petition || !(await isReadable(ctx, petition))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return petition;
}

export async function requireSide(ctx: Ctx, { unitId, bodyId }: Pick<Petition, 'unitId' | 'bodyId'>, side: Side): Promise<undefined> {
  const verb = side === 'place' ? 'petition.record' : 'petition.handle';
  if (!(await mayDo(ctx, verb, side === 'place' ? unitId : bodyId))) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb } });
}

function requireVersion(petition: Petition, version: number): void {
  if (version !== petition.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
}

function doingAt(ctx: Ctx, unitId: Id<'unit'>, words = ''): Doing {
  return { on: ctx.today, by: ctx.actor?.accountId ?? null, unitId, words };
}

async function keep(ctx: Ctx, type: string, after: Petition | Refusal): Promise<Done> {
  return done(ctx, type, await savePetition(ctx, orThrow(after)));
}

function done(ctx: Ctx, type: string, petition: Petition): Done {
  told(ctx, type, petition);
  return { id: petition.id, version: petition.version };
}

function told(ctx: Ctx, type: string, { id, unitId, topic, state }: Petition): void {
  record(ctx, { type, subjectId: id, unitId, data: { topic, state } });
}
