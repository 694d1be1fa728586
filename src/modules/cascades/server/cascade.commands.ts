/** Passing a document down, its deadlines, and the steps to which the units asked have come. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import { addRecipients, noteReceipt } from '../../documents/server/index.ts';
import { getRule } from '../../rules/server/index.ts';
import { mostUnitsAtOnce, unitsOfKindsUnder } from '../../units/server/index.ts';
import type { cascadeContract } from '../cascade.contract.ts';
import { deadlinesAnew, deadlinesOf, recordStep, refusalOfDeadlines, ruledSteps, rulesOfSteps, type Deadline, type RuledStep } from '../cascade.ts';
import { answersFor } from './asked.bodies.ts';
import { requireOwnDocuments, takeForUnit, takeStanding } from './cascade.documents.ts';
import { askUnits, deadlinesOfCascade, deleteStep, findCascade, lockAsked, releaseUntouched, saveCascade, saveStep, type Asked, type Cascade } from './cascade.store.ts';

type Input<K extends keyof typeof cascadeContract> = z.output<(typeof cascadeContract)[K]['input']>;

export async function openCascade(ctx: Ctx, { documentId, toRecipients, kinds, on = ctx.today, deadlines }: Input<'open'>): Promise<{ version: number; asked: number }> {
  const document = await takeStanding(ctx, documentId);
  if (on < document.issuedOn || on > ctx.today) throw new Problem({ code: 'cascades.openedOutside', kind: 'invalid', data: { from: document.issuedOn, to: ctx.today } });
  const there = await findCascade(ctx, documentId);
  const cascade = there ?? { documentId, unitId: document.unitId, openedOn: on, version: 0 };
  const asGiven = await deadlinesFor(ctx, cascade, deadlines);
  const kept = there ? deadlinesAnew(await deadlinesOfCascade(ctx, documentId), asGiven.filter(({ step }) => deadlines.some((one) => one.step === step))) : asGiven;
  const version = await saveCascade(ctx, cascade, kept);
  const ofKinds = unitsOfKindsUnder(document.unitId, { kinds, on });
  if (kinds.length > 0) await addRecipients(ctx, documentId, { units: ofKinds, most: mostUnitsAtOnce });
  const sent = sql`select r.unit_id from document_recipients r where r.home_id = ${homeOf(documentId)} and r.document_id = ${documentId}`;
  const asked = await askUnits(ctx, documentId, { units: toRecipients ? sql`${ofKinds} union ${sent}` : ofKinds, on });
  if (asked === 0 && !there) throw new Problem({ code: 'cascades.nobodyAsked', kind: 'invalid' });
  record(ctx, { type: 'document.passedDown', subjectId: documentId, unitId: document.unitId, data: { units: asked, on } });
  return { version, asked };
}

export async function setDeadlines(ctx: Ctx, { documentId, version, deadlines }: Input<'setDeadlines'>): Promise<{ version: number }> {
  const { unitId } = await takeStanding(ctx, documentId);
  const cascade = await getCascade(ctx, documentId);
  if (version !== cascade.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  const saved = await saveCascade(ctx, cascade, await deadlinesFor(ctx, cascade, deadlines));
  record(ctx, { type: 'document.deadlinesSet', subjectId: documentId, unitId });
  return { version: saved };
}

export async function releaseUnits(ctx: Ctx, { documentId, unitIds, allUntouched }: Input<'release'>): Promise<{ released: number }> {
  const { unitId } = await takeStanding(ctx, documentId);
  await getCascade(ctx, documentId);
  const released = await releaseUntouched(ctx, documentId, allUntouched ? 'all' : unitIds);
  if (released > 0) record(ctx, { type: 'document.unitsReleased', subjectId: documentId, unitId, data: { units: released } });
  return { released };
}

export async function recordUnitStep(ctx: Ctx, { documentId, unitId, step, doneOn, byDocumentId, meetingId }: Input<'recordStep'>): Promise<Record<string, never>> {
  const { issuedOn } = await takeForUnit(ctx, { documentId, unitId });
  await lockAskedUnit(ctx, { documentId, unitId });
  if (doneOn === null) await deleteStep(ctx, { documentId, unitId }, step);
  else {
    const done = orThrow(recordStep({ step, doneOn, documentId: byDocumentId, meetingId: meetingId as Id<'meeting'> | null }, { issuedOn, today: ctx.today }));
    await requireOwnDocuments(ctx, unitId, byDocumentId === null ? [] : [byDocumentId]);
    await requireOwnMeeting(ctx, unitId, meetingId);
    await saveStep(ctx, { documentId, unitId }, done);
    await noteReceipt(ctx, { id: documentId, unitId, on: doneOn });
  }
  record(ctx, { type: 'document.stepRecorded', subjectId: documentId, unitId, data: { step, doneOn } });
  return {};
}

/** @throws where the unit is not asked. */
export async function lockAskedUnit(ctx: Ctx, asked: Asked): Promise<Day> {
  const on = await lockAsked(ctx, asked);
  if (on === undefined) throw new Problem({ code: 'cascades.notAsked', kind: 'conflict' });
  return on;
}

async function getCascade(ctx: Ctx, documentId: Id<'document'>): Promise<Cascade> {
  const cascade = await findCascade(ctx, documentId);
  if (!cascade) throw new Problem({ code: 'cascades.notOpened', kind: 'conflict' });
  return cascade;
}

async function deadlinesFor(ctx: Ctx, { unitId, openedOn }: Cascade, given: Input<'setDeadlines'>['deadlines']): Promise<Deadline[]> {
  const refusal = refusalOfDeadlines(given, openedOn);
  if (refusal) throw new Problem(refusal);
  return deadlinesOf(given, { openedOn, days: await daysOfRules(ctx, { unitId, on: openedOn }) });
}

export async function daysOfRules(ctx: Ctx, { unitId, on }: { readonly unitId: Id<'unit'>; readonly on: Day }): Promise<Record<RuledStep, number>> {
  const values = await Promise.all(ruledSteps.map(async (step) => [step, (await getRule(ctx, rulesOfSteps[step], { unitId, on })).value] as const));
  return Object.fromEntries(values) as Record<RuledStep, number>;
}

async function requireOwnMeeting(ctx: Ctx, unitId: Id<'unit'>, meetingId: string | null): Promise<void> {
  if (meetingId === null) return;
  const found = await firstRow(ctx.db, sql`select from meetings m where m.home_id = ${homeOf(meetingId as Id)} and m.id = ${meetingId} and m.unit_id in ${answersFor(ctx, unitId)} and ${reach(ctx, 'meeting.read').at('m.unit_id')}`);
  if (!found) throw new Problem({ code: 'cascades.meetingNotOwn', kind: 'invalid' });
}
