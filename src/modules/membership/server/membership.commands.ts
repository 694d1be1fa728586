/**
 * The acts of membership: may it be done at the cell concerned, what does the rule make of it, save, record.
 * Rights are asked at the cell where the person is (or was last) placed; for admission and arrival at the new cell.
 */
import { take } from '../../../access/reach.ts';
import { personWithin } from '../../../access/server/index.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { seal } from '../../../platform/crypto/seal.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { findRule, getRule, paperOf } from '../../rules/server/index.ts';
import { lifeAround, liesWithin, unitOn } from '../../units/server/index.ts';
import * as away from '../away.ts';
import * as exemptions from '../exemption.ts';
import * as membership from '../membership.ts';
import type { MembershipHistory, Placement } from '../membership.ts';
import type { membershipContract } from '../membership.contract.ts';
import * as placements from '../placement.ts';
import { findAct, insertAct, listActs, lockHistory, markUndone, sameHistory, saveHistory, type MembershipActId } from './membership.store.ts';

type Input<K extends keyof typeof membershipContract> = z.output<(typeof membershipContract)[K]['input']>;
type PersonId = Id<'person'>;
type UnitId = Id<'unit'>;

export interface ActDone {
  readonly actId: MembershipActId;
  readonly personId: PersonId;
}

export async function admit(ctx: Ctx, input: Input<'admit'>): Promise<ActDone> {
  await take(ctx, 'member.record', input.cellId);
  await requireKnown(ctx, input.personId);
  return admitNew(ctx, input);
}

/** Admission of a person recorded in the same transaction, whom nobody can know yet. */
export async function admitNew(ctx: Ctx, input: Input<'admit'>): Promise<ActDone> {
  const ids = newSpellIds(input.personId);
  return carryOut(ctx, { ...input, kind: 'admitted', at: input.cellId, into: input.cellId, admittedOn: input.on, rule: (history) => membership.admit(history, { ...ids, ...input }) });
}

export interface EntryInput {
  readonly personId: PersonId;
  readonly cellId: UnitId;
  readonly admittedOn: Day;
  readonly recognisedOn: Day | null;
  readonly from: Day;
  readonly inReason: 'initial' | 'transfer_in';
  readonly decision: string | null;
}

/** For a person recorded in the same transaction: somebody who is a member already comes into these books. */
export async function enterMember(ctx: Ctx, input: EntryInput): Promise<ActDone> {
  const ids = newSpellIds(input.personId);
  const { personId, from, decision, cellId, admittedOn } = input;
  return carryOut(ctx, { personId, on: from, decision, kind: 'entered', at: cellId, into: cellId, admittedOn, rule: (history) => membership.enter(history, { ...ids, ...input }) });
}

export async function recognise(ctx: Ctx, input: Input<'recognise'>): Promise<ActDone> {
  // The Charter's, the same everywhere.
  const { value: probationMonths } = await getRule(ctx, 'probation.months', { on: input.on ?? ctx.today });
  const takesEffect = (after: MembershipHistory) => membership.latestMembership(after)?.recognisedOn ?? ctx.today;
  return carryOut(ctx, { ...input, on: input.on, kind: 'recognised', takesEffect, rule: (history) => membership.recognise(history, { on: input.on, probationMonths, today: ctx.today }) });
}

/** Within one's own reach on both sides. To a cell beyond it the member is transferred out, and received there. */
export async function transfer(ctx: Ctx, input: Input<'transfer'>): Promise<ActDone> {
  await take(ctx, 'member.record', input.toCellId);
  const { placementId } = newSpellIds(input.personId);
  return carryOut(ctx, { ...input, kind: 'transferred', into: input.toCellId, rule: (history) => placements.transfer(history, { placementId, ...input }) });
}

export async function transferOut(ctx: Ctx, input: Input<'transferOut'>): Promise<ActDone> {
  return carryOut(ctx, { ...input, kind: 'transferredOut', rule: (history) => placements.transferOut(history, input) });
}

/** The new cell's officer need not have seen the person before: whoever is on the road may be received anywhere. */
export async function arrive(ctx: Ctx, input: Input<'arrive'>): Promise<ActDone> {
  await take(ctx, 'member.record', input.cellId);
  if (!(await isOnTheRoad(ctx, input.personId))) await requireKnown(ctx, input.personId);
  const { placementId } = newSpellIds(input.personId);
  return carryOut(ctx, { ...input, kind: 'arrived', at: input.cellId, into: input.cellId, rule: (history) => placements.arrive(history, { placementId, ...input }) });
}

/** Asked of the sending side alone: the host cell is elsewhere by nature, and the member stays counted at home. */
export async function placeTemporarily(ctx: Ctx, input: Input<'placeTemporarily'>): Promise<ActDone> {
  const { placementId } = newSpellIds(input.personId);
  return carryOut(ctx, { ...input, on: input.period.from, kind: 'placedTemporarily', into: input.cellId, rule: (history) => placements.placeTemporarily(history, { placementId, ...input }) });
}

export async function exempt(ctx: Ctx, input: Input<'exempt'>): Promise<ActDone> {
  const id = newId<'exemption'>(homeOf(input.personId));
  return carryOut(ctx, { ...input, on: input.period.from, kind: 'exempted', rule: (history) => exemptions.exempt(history, { id, period: input.period, decision: input.decision }) });
}

export async function endExemption(ctx: Ctx, input: Input<'endExemption'>): Promise<ActDone> {
  return carryOut(ctx, { ...input, kind: 'exemptionEnded', rule: (history) => exemptions.endExemption(history, input) });
}

export async function goAway(ctx: Ctx, input: Input<'goAway'>): Promise<ActDone> {
  const id = newId<'awaySpell'>(homeOf(input.personId));
  const contactSealed = input.contact === null ? null : seal(ctx.keys, { field: awayContactField, id }, input.contact).toString('base64');
  const { period, place, withLeave, contactDueOn, assignedWork } = input;
  return carryOut(ctx, { personId: input.personId, on: period.from, decision: null, kind: 'wentAway', rule: (history) => away.goAway(history, { id, period, place, withLeave, contactSealed, contactedOn: null, contactDueOn, assignedWork }) });
}

export async function keepContact(ctx: Ctx, input: Input<'keepContact'>): Promise<ActDone> {
  return carryOut(ctx, { ...input, decision: null, kind: 'contacted', rule: (history) => away.keepContact(history, input) });
}

/** Asked of the host cell, which need not have seen the person before: the guest was announced to it. */
export async function confirmTemporary(ctx: Ctx, input: Input<'confirmTemporary'>): Promise<ActDone> {
  const host = (history: MembershipHistory) => membership.guestPlacement(history, input.on)?.cellId;
  return carryOut(ctx, { ...input, decision: null, kind: 'temporaryConfirmed', at: host, rule: (history) => placements.confirmTemporary(history, input) });
}

/** Asked of the own cell alone: the host has not spoken yet. */
export async function takeBackTemporary(ctx: Ctx, input: Input<'takeBackTemporary'>): Promise<ActDone> {
  return carryOut(ctx, { ...input, kind: 'temporaryTakenBack', rule: (history) => placements.takeBackTemporary(history, input) });
}

export async function comeBack(ctx: Ctx, input: Input<'comeBack'>): Promise<ActDone> {
  return carryOut(ctx, { ...input, decision: null, kind: 'cameBack', rule: (history) => away.comeBack(history, input) });
}

export async function end(ctx: Ctx, input: Input<'end'>): Promise<ActDone> {
  return carryOut(ctx, { ...input, kind: 'ended', data: { reason: input.reason }, rule: (history) => membership.endMembership(history, input) });
}

/** Puts back what stood before the person's last act, if nothing has changed since. */
export async function undo(ctx: Ctx, input: Input<'undo'>): Promise<ActDone> {
  const act = await findAct(ctx, input.actId);
  if (!act) throw notFound();
  await take(ctx, 'member.record', act.unitId);
  const current = await lockHistory(ctx, act.personId);
  const last = (await listActs(ctx, act.personId)).find(({ undoneAt }) => undoneAt === null);
  if (!current || last?.id !== act.id || !sameHistory(current, act.after)) throw new Problem({ code: 'membership.notLastAct', kind: 'conflict' });
  await requireCellsStand(ctx, { before: current, after: act.before });
  await saveHistory(ctx, act.personId, { before: current, after: act.before });
  await markUndone(ctx, act.id);
  record(ctx, { type: 'member.actUndone', subjectId: act.id, unitId: act.unitId, personId: act.personId, data: { kind: act.kind } });
  return { actId: act.id, personId: act.personId };
}

export const awayContactField = 'away_spells.contact';

interface Act {
  readonly personId: PersonId;
  /** The day on which it takes effect; today where the rule finds the day itself. */
  readonly on: Day | undefined;
  readonly decision: string | null;
  readonly kind: string;
  /** The cell whose right is asked, where it is not the one that the person is in. */
  readonly at?: UnitId | ((before: MembershipHistory) => UnitId | undefined);
  /** A cell that the person goes to. */
  readonly into?: UnitId;
  /** The day on which the person became a member, where the act says so. */
  readonly admittedOn?: Day;
  readonly data?: Readonly<Record<string, unknown>>;
  /** The day that the rule has found. */
  readonly takesEffect?: (after: MembershipHistory) => Day;
  readonly rule: (history: MembershipHistory) => MembershipHistory | Refusal;
}

async function carryOut(ctx: Ctx, act: Act): Promise<ActDone> {
  const on = act.on ?? ctx.today;
  const before = await lockHistory(ctx, act.personId);
  if (!before) throw notFound();
  const unitId = (typeof act.at === 'function' ? act.at(before) : act.at) ?? membership.cellConcerned(before, on);
  if (!unitId) throw await withoutCell(ctx, act.personId);
  await take(ctx, 'member.record', unitId);
  if (on > ctx.today) throw new Problem({ code: 'membership.inFuture', kind: 'conflict' });
  if (act.into) await requireCell(ctx, act.into, on);
  if (act.admittedOn) await requireAge(ctx, { personId: act.personId, cellId: unitId, on: act.admittedOn });
  const after = orThrow(act.rule(before));
  await requireCellsStand(ctx, { before, after });
  await saveHistory(ctx, act.personId, { before, after });
  const effectiveOn = act.takesEffect?.(after) ?? on;
  const actId = await insertAct(ctx, { personId: act.personId, unitId, kind: act.kind, on: effectiveOn, decision: act.decision, before, after });
  record(ctx, { type: `member.${act.kind}`, subjectId: actId, unitId, personId: act.personId, data: { on: effectiveOn, ...(act.into ? { into: act.into } : {}), ...act.data } });
  return { actId, personId: act.personId };
}

/** Nobody's cell: a person in reach by a post is no member; any other is not to be known of. */
async function withoutCell(ctx: Ctx, personId: PersonId): Promise<Problem> {
  return (await personWithin(ctx, 'person.read', personId)) ? new Problem({ code: 'membership.notMember', kind: 'conflict' }) : notFound();
}

async function requireKnown(ctx: Ctx, personId: PersonId): Promise<void> {
  if (!(await personWithin(ctx, 'person.read', personId))) throw notFound();
}

async function isOnTheRoad(ctx: Ctx, personId: PersonId): Promise<boolean> {
  const history = await lockHistory(ctx, personId);
  if (!history) return false;
  const state = membership.stateOn(history, ctx.today);
  return state.is === 'not_arrived' || (state.is === 'ended' && state.reason === 'transferred_out');
}

async function requireCell(ctx: Ctx, unitId: UnitId, on: Day): Promise<void> {
  const unit = await unitOn(ctx, unitId, on);
  if (unit?.kind !== 'cell') throw new Problem({ code: 'membership.notACell', kind: 'conflict' });
}

/** Nobody is in a cell on a day on which it is none: what becomes longer or new lies within the life of its cell. */
async function requireCellsStand(ctx: Ctx, { before, after }: { before: MembershipHistory; after: MembershipHistory }): Promise<void> {
  for (const { cellId, period } of after.placements.filter((placement) => !heldAlready(before, placement))) {
    const life = await lifeAround(ctx, { id: cellId, on: period.from, kind: 'cell' });
    if (!life) throw new Problem({ code: 'membership.notACell', kind: 'conflict' });
    if (!liesWithin(period, life)) throw new Problem({ code: 'membership.cellEnds', kind: 'conflict', data: { to: life.to } });
  }
}

function heldAlready(history: MembershipHistory, { cellId, period }: Placement): boolean {
  return history.placements.some((other) => other.cellId === cellId && liesWithin(period, other.period));
}

/** Nothing is asked where the birth is not known, or of a day before the rule. */
async function requireAge(ctx: Ctx, { personId, cellId, on }: { personId: PersonId; cellId: UnitId; on: Day }): Promise<void> {
  const rule = await findRule(ctx, 'admission.leastAge', { unitId: cellId, on });
  const born = await firstRow(ctx.db, sql<{ on: Day }>`select birth_on as on from people where home_id = ${homeOf(personId)} and id = ${personId} and birth_on is not null`);
  const refusal = rule && born && membership.refusalOfAge({ bornOn: born.on, on, least: rule.value, document: paperOf(rule) });
  if (refusal) throw new Problem(refusal);
}

function newSpellIds(personId: PersonId) {
  const home = homeOf(personId);
  return { membershipId: newId<'membership'>(home), placementId: newId<'placement'>(home) };
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
