/**
 * The membership of one person over time: what it is on a day, and what each act makes of it.
 * Pure: a rule answers the new history or a refusal; it never alters what it is given. Who may do it is not asked here.
 */
import { addDays, addYears, holdsOn, overlaps, type Day, type Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../platform/problem.ts';

export const endReasons = ['transferred_out', 'removed', 'let_go', 'expelled', 'died'] as const;
export type EndReason = (typeof endReasons)[number];
export const inReasons = ['admission', 'transfer_in', 'internal', 'initial'] as const;
export type InReason = (typeof inReasons)[number];
export const outReasons = ['transfer_out', 'internal', 'end'] as const;
export type OutReason = (typeof outReasons)[number];

export interface Membership {
  readonly id: Id<'membership'>;
  readonly period: Period;
  readonly recognisedOn: Day | null;
  readonly endReason: EndReason | null;
  readonly decision: string | null;
}

export interface Placement {
  readonly id: Id<'placement'>;
  readonly membershipId: Id<'membership'>;
  readonly cellId: Id<'unit'>;
  readonly kind: 'official' | 'temporary';
  readonly period: Period;
  readonly inReason: InReason | null;
  readonly outReason: OutReason | null;
  readonly decision: string | null;
  /** Of a temporary place: the day on which the cell that receives the member said so. */
  readonly confirmedOn: Day | null;
}

export interface Exemption {
  readonly id: Id<'exemption'>;
  readonly period: Period;
  readonly decision: string | null;
}

export interface AwaySpell {
  readonly id: Id<'awaySpell'>;
  readonly period: Period;
  readonly place: string | null;
  readonly withLeave: boolean | null;
  /** Sealed bytes in base64: the rules never see what they say. */
  readonly contactSealed: string | null;
  /** When the cell last spoke to the member, and when it is to call next. */
  readonly contactedOn: Day | null;
  readonly contactDueOn: Day | null;
  /** What the member does for the cell from there. */
  readonly assignedWork: string | null;
}

export interface MembershipHistory {
  readonly memberships: readonly Membership[];
  readonly placements: readonly Placement[];
  readonly exemptions: readonly Exemption[];
  readonly awaySpells: readonly AwaySpell[];
}

export const noHistory: MembershipHistory = { memberships: [], placements: [], exemptions: [], awaySpells: [] };

/** What somebody is to the Party on a day. */
export type MemberState =
  | { readonly is: 'none' }
  | { readonly is: 'placed'; readonly standing: Standing; readonly cellId: Id<'unit'>; readonly since: Day }
  | { readonly is: 'not_arrived'; readonly standing: Standing; readonly lastCellId: Id<'unit'> | undefined; readonly since: Day }
  | { readonly is: 'ended'; readonly reason: EndReason; readonly since: Day };

export type Standing = 'full' | 'probationary';

export function stateOn(history: MembershipHistory, on: Day): MemberState {
  const membership = membershipOn(history, on);
  if (!membership) return endedState(history, on);
  const standing = standingOn(membership, on);
  const placement = officialOn(history, on);
  if (placement) return { is: 'placed', standing, cellId: placement.cellId, since: placement.period.from };
  const last = officialBefore(history, on);
  const since = last?.period.to ? addDays(last.period.to, 1) : membership.period.from;
  return { is: 'not_arrived', standing, lastCellId: last?.cellId, since };
}

/** Probation lasts until the day of recognition (Charter, Art. 5). */
export function standingOn(membership: Pick<Membership, 'recognisedOn'>, on: Day): Standing {
  return membership.recognisedOn !== null && membership.recognisedOn <= on ? 'full' : 'probationary';
}

export function latestMembership(history: MembershipHistory): Membership | undefined {
  return history.memberships.toSorted(byStart).at(-1);
}

/** The cell whose officers answer for the person on that day: where placed, or where last placed. */
export function cellConcerned(history: MembershipHistory, on: Day): Id<'unit'> | undefined {
  return (officialOn(history, on) ?? officialBefore(history, on) ?? history.placements[0])?.cellId;
}

function endedState(history: MembershipHistory, on: Day): MemberState {
  const ended = history.memberships.filter(({ period }) => period.to !== null && period.to < on).toSorted(byStart).at(-1);
  if (!ended?.endReason || !ended.period.to) return { is: 'none' };
  return { is: 'ended', reason: ended.endReason, since: addDays(ended.period.to, 1) };
}

/** Nobody becomes a member below the age of the Charter (Art. 1). Where only month or year of birth is known, `bornOn` is its first day. */
export function refusalOfAge({ bornOn, on, least, document }: { bornOn: Day; on: Day; least: number; document: string }): Refusal | undefined {
  const earliest = addYears(bornOn, least);
  return on < earliest ? refuse('membership.tooYoung', 'conflict', { least, earliest, document }) : undefined;
}

export interface Admission { membershipId: Id<'membership'>; placementId: Id<'placement'>; cellId: Id<'unit'>; on: Day; decision: string | null }

/** A person who is no member is admitted into a cell; probation begins. */
export function admit(history: MembershipHistory, { membershipId, placementId, cellId, on, decision }: Admission): MembershipHistory | Refusal {
  const period = { from: on, to: null };
  if (history.memberships.some((other) => overlaps(other.period, period))) return refuse('membership.alreadyMember', 'conflict');
  return {
    ...history,
    memberships: [...history.memberships, { id: membershipId, period, recognisedOn: null, endReason: null, decision }],
    placements: [...history.placements, { id: placementId, membershipId, cellId, kind: 'official', period, inReason: 'admission', outReason: null, decision, confirmedOn: null }],
  };
}

export interface Entry { membershipId: Id<'membership'>; placementId: Id<'placement'>; cellId: Id<'unit'>; admittedOn: Day; recognisedOn: Day | null; from: Day; inReason: 'initial' | 'transfer_in'; decision: string | null }

/** Somebody who was a member already enters these books: with the first records, or from where they are not kept. */
export function enter(history: MembershipHistory, entry: Entry): MembershipHistory | Refusal {
  const { membershipId, placementId, cellId, admittedOn, recognisedOn, from, inReason, decision } = entry;
  const period = { from: admittedOn, to: null };
  if (history.memberships.some((other) => overlaps(other.period, period))) return refuse('membership.alreadyMember', 'conflict');
  if (from < admittedOn) return refuse('membership.placedBeforeAdmission', 'conflict', { admittedOn });
  if (recognisedOn !== null && recognisedOn < admittedOn) return refuse('membership.recognisedTooEarly', 'conflict', { earliest: admittedOn });
  return {
    ...history,
    memberships: [...history.memberships, { id: membershipId, period, recognisedOn, endReason: null, decision }],
    placements: [...history.placements, { id: placementId, membershipId, cellId, kind: 'official', period: { from, to: null }, inReason, outReason: null, decision, confirmedOn: null }],
  };
}

/** The rule's date of recognition: exactly at the end of probation, even if the cell is late (24-QĐ/TW, 4.2.2). */
export function recognitionDay(membership: Pick<Membership, 'period'>, probationMonths: number): Day {
  return monthsAfter(membership.period.from, probationMonths);
}

export function recognise(history: MembershipHistory, { on, probationMonths, today }: { on: Day | undefined; probationMonths: number; today: Day }): MembershipHistory | Refusal {
  const membership = latestMembership(history);
  if (!membership) return refuse('membership.notMember', 'conflict');
  if (membership.recognisedOn !== null) return refuse('membership.alreadyRecognised', 'conflict', { on: membership.recognisedOn });
  const earliest = recognitionDay(membership, probationMonths);
  const day = on ?? earliest;
  if (day < earliest || earliest > today) return refuse('membership.recognisedTooEarly', 'conflict', { earliest });
  if (!holdsOn(membership.period, day)) return refuse('membership.notMember', 'conflict');
  return withMembership(history, { ...membership, recognisedOn: day });
}

export interface Transfer { placementId: Id<'placement'>; toCellId: Id<'unit'>; on: Day; decision: string | null }

/** From one cell straight to another: the last day here is the day before the first day there. */
export function transfer(history: MembershipHistory, { placementId, toCellId, on, decision }: Transfer): MembershipHistory | Refusal {
  const here = openPlacement(history, on);
  if (isRefusal(here)) return here;
  if (here.cellId === toCellId) return refuse('membership.sameCell', 'conflict');
  const there: Placement = { ...here, id: placementId, cellId: toCellId, period: { from: on, to: null }, inReason: 'internal', outReason: null, decision };
  const left = withPlacement(history, closed(here, on, 'internal'));
  return { ...left, placements: [...left.placements, there] };
}

/** Leaves for elsewhere with the introduction letter; stays a member, on the road until the arrival is recorded. */
export function transferOut(history: MembershipHistory, { on }: { on: Day }): MembershipHistory | Refusal {
  const here = openPlacement(history, on);
  return isRefusal(here) ? here : withPlacement(history, closed(here, on, 'transfer_out'));
}

export interface Arrival { placementId: Id<'placement'>; cellId: Id<'unit'>; on: Day; decision: string | null }

/** Arrives from the road, or comes back after having left these books by transfer: membership itself never stopped. */
export function arrive(history: MembershipHistory, { placementId, cellId, on, decision }: Arrival): MembershipHistory | Refusal {
  const last = latestMembership(history);
  if (!last || last.period.from > on) return refuse('membership.notMember', 'conflict');
  if (last.endReason !== null && last.endReason !== 'transferred_out') return refuse('membership.notMember', 'conflict');
  if (last.period.to !== null && last.period.to >= on) return refuse('membership.laterChange', 'conflict');
  const official = history.placements.filter(({ kind }) => kind === 'official');
  if (official.some(({ period }) => overlaps(period, { from: on, to: null }))) return refuse('membership.stillPlaced', 'conflict');
  const placement: Placement = { id: placementId, membershipId: last.id, cellId, kind: 'official', period: { from: on, to: null }, inReason: 'transfer_in', outReason: null, decision, confirmedOn: null };
  const reopened = withMembership(history, { ...last, period: { ...last.period, to: null }, endReason: null });
  return { ...reopened, placements: [...reopened.placements, placement] };
}

export interface TemporaryPlacement { placementId: Id<'placement'>; cellId: Id<'unit'>; period: Period; decision: string | null }

/** A guest of another cell for a time; the own cell goes on counting the member (24-QĐ/TW, 6.3.2). */
export function placeTemporarily(history: MembershipHistory, { placementId, cellId, period, decision }: TemporaryPlacement): MembershipHistory | Refusal {
  const own = officialOn(history, period.from);
  if (!own) return refuse('membership.notPlaced', 'conflict');
  if (own.cellId === cellId) return refuse('membership.sameCell', 'conflict');
  if (!coversSpell(history, period)) return refuse('membership.notMember', 'conflict');
  const guest = history.placements.filter(({ kind }) => kind === 'temporary');
  if (guest.some((other) => overlaps(other.period, period))) return refuse('membership.alreadyTemporary', 'conflict');
  const placement: Placement = { id: placementId, membershipId: own.membershipId, cellId, kind: 'temporary', period, inReason: null, outReason: null, decision, confirmedOn: null };
  return { ...history, placements: [...history.placements, placement] };
}

/** Excused from work and activity for age or health, by decision of the cell; the reason is not recorded (232-QĐ/TW, Art. 7). */
export function exempt(history: MembershipHistory, exemption: Exemption): MembershipHistory | Refusal {
  if (!coversSpell(history, exemption.period)) return refuse('membership.notMember', 'conflict');
  if (history.exemptions.some(({ period }) => overlaps(period, exemption.period))) return refuse('membership.alreadyExempt', 'conflict');
  return { ...history, exemptions: [...history.exemptions, exemption] };
}

export function endExemption(history: MembershipHistory, { on }: { on: Day }): MembershipHistory | Refusal {
  const exemption = history.exemptions.find(({ period }) => holdsOn(period, on));
  if (!exemption) return refuse('membership.notExempt', 'conflict');
  if (exemption.period.from === on) return refuse('membership.sameDay', 'conflict');
  return { ...history, exemptions: history.exemptions.map((other) => (other === exemption ? { ...other, period: until(other.period, on) } : other)) };
}

export function goAway(history: MembershipHistory, spell: AwaySpell): MembershipHistory | Refusal {
  if (!coversSpell(history, spell.period)) return refuse('membership.notMember', 'conflict');
  if (history.awaySpells.some(({ period }) => overlaps(period, spell.period))) return refuse('membership.alreadyAway', 'conflict');
  return { ...history, awaySpells: [...history.awaySpells, spell] };
}

/** The host cell says that the guest has come: from then on both cells know where the member takes part. */
export function confirmTemporary(history: MembershipHistory, { on }: { on: Day }): MembershipHistory | Refusal {
  const guest = guestPlacement(history, on);
  if (!guest) return refuse('membership.notTemporary', 'conflict');
  if (guest.confirmedOn !== null) return refuse('membership.confirmedAlready', 'conflict', { on: guest.confirmedOn });
  return withPlacement(history, { ...guest, confirmedOn: on });
}

/** The member does not go after all: until the host cell has confirmed it, the own cell takes it back by itself. */
export function takeBackTemporary(history: MembershipHistory, { on }: { on: Day }): MembershipHistory | Refusal {
  const guest = guestPlacement(history, on);
  if (!guest) return refuse('membership.notTemporary', 'conflict');
  if (guest.confirmedOn !== null) return refuse('membership.confirmedAlready', 'conflict', { on: guest.confirmedOn });
  return { ...history, placements: history.placements.filter((other) => other !== guest) };
}

/** What is agreed with a member who is away. */
export type Agreed = Pick<AwaySpell, 'contactedOn' | 'contactDueOn' | 'assignedWork'>;

interface Contact {
  readonly on: Day;
  readonly dueOn: Day | null;
  readonly work: string | null;
  /** What was agreed when it was recorded: what somebody else has agreed since is not written over. */
  readonly seen?: Agreed | undefined;
}

/** The cell has spoken to a member who is away: when to call next, and what work is agreed. */
export function keepContact(history: MembershipHistory, { on, dueOn, work, seen }: Contact): MembershipHistory | Refusal {
  const spell = history.awaySpells.find(({ period }) => holdsOn(period, on));
  if (!spell) return refuse('membership.notAway', 'conflict');
  if (spell.contactedOn !== null && spell.contactedOn > on) return refuse('membership.laterChange', 'conflict');
  if (dueOn !== null && dueOn <= on) return refuse('membership.dueBeforeContact', 'invalid', { on });
  const kept = { ...spell, contactedOn: on, contactDueOn: dueOn, assignedWork: work ?? spell.assignedWork };
  if (seen && !isAgreed(spell, seen) && !isAgreed(spell, kept)) return refuse('membership.changedMeanwhile', 'conflict', { agreed: agreedIn(spell) });
  return { ...history, awaySpells: history.awaySpells.map((other) => (other === spell ? kept : other)) };
}

function isAgreed(one: Agreed, other: Agreed): boolean {
  return one.contactedOn === other.contactedOn && one.contactDueOn === other.contactDueOn && one.assignedWork === other.assignedWork;
}

function agreedIn({ contactedOn, contactDueOn, assignedWork }: Agreed): Agreed {
  return { contactedOn, contactDueOn, assignedWork };
}

/** Back on `on`: the day before was the last one away. */
export function comeBack(history: MembershipHistory, { on }: { on: Day }): MembershipHistory | Refusal {
  const spell = history.awaySpells.find(({ period }) => holdsOn(period, on));
  if (!spell) return refuse('membership.notAway', 'conflict');
  if (spell.period.from === on) return refuse('membership.sameDay', 'conflict');
  return { ...history, awaySpells: history.awaySpells.map((other) => (other === spell ? { ...other, period: until(other.period, on) } : other)) };
}

/** `on` is the first day on which the person is no longer a member here. Whatever was still running ends with it. */
export function endMembership(history: MembershipHistory, { on, reason, decision }: { on: Day; reason: EndReason; decision: string | null }): MembershipHistory | Refusal {
  const membership = membershipOn(history, on);
  if (!membership) return refuse('membership.notMember', 'conflict');
  if (membership.period.to !== null || history.placements.some(({ period }) => period.from > on)) return refuse('membership.laterChange', 'conflict');
  const begunToday = [membership, ...history.placements.filter(({ membershipId }) => membershipId === membership.id)].some(({ period }) => period.from === on);
  if (begunToday) return refuse('membership.sameDay', 'conflict');
  if (membership.recognisedOn !== null && membership.recognisedOn >= on) return refuse('membership.laterChange', 'conflict');
  const outReason: OutReason = reason === 'transferred_out' ? 'transfer_out' : 'end';
  return {
    memberships: history.memberships.map((other) => (other === membership ? { ...other, period: until(other.period, on), endReason: reason, decision: decision ?? other.decision } : other)),
    placements: history.placements.map((other) => (holdsOn(other.period, on) ? closed(other, on, outReason) : other)),
    exemptions: cutSpells(history.exemptions, on),
    awaySpells: cutSpells(history.awaySpells, on),
  };
}

/** The same day of a later month; the last day of the month where there is none. */
export function monthsAfter(start: Day, months: number): Day {
  const [year, month, date] = start.split('-').map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return `${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}` as Day;
}

function openPlacement(history: MembershipHistory, on: Day): Placement | Refusal {
  const here = officialOn(history, on);
  if (!here) return refuse('membership.notPlaced', 'conflict');
  if (here.period.to !== null) return refuse('membership.laterChange', 'conflict');
  return here.period.from === on ? refuse('membership.sameDay', 'conflict') : here;
}

function cutSpells<T extends { readonly period: Period }>(spells: readonly T[], on: Day): T[] {
  const begun = spells.filter(({ period }) => period.from < on);
  return begun.map((spell) => (holdsOn(spell.period, on) ? { ...spell, period: until(spell.period, on) } : spell));
}

function closed(placement: Placement, on: Day, outReason: OutReason): Placement {
  return { ...placement, period: until(placement.period, on), outReason };
}

function until(period: Period, on: Day): Period {
  return { from: period.from, to: addDays(on, -1) };
}

function membershipOn(history: MembershipHistory, on: Day): Membership | undefined {
  return history.memberships.find(({ period }) => holdsOn(period, on));
}

function coversSpell(history: MembershipHistory, spell: Period): boolean {
  const membership = membershipOn(history, spell.from);
  if (!membership) return false;
  return membership.period.to === null || (spell.to !== null && spell.to <= membership.period.to);
}

function officialOn(history: MembershipHistory, on: Day): Placement | undefined {
  return history.placements.find(({ kind, period }) => kind === 'official' && holdsOn(period, on));
}

export function guestPlacement(history: MembershipHistory, on: Day): Placement | undefined {
  return history.placements.find(({ kind, period }) => kind === 'temporary' && holdsOn(period, on));
}

function officialBefore(history: MembershipHistory, on: Day): Placement | undefined {
  return history.placements.filter(({ kind, period }) => kind === 'official' && period.to !== null && period.to < on).toSorted(byStart).at(-1);
}

function byStart(one: { readonly period: Period }, other: { readonly period: Period }): number {
  return one.period.from < other.period.from ? -1 : 1;
}

function withMembership(history: MembershipHistory, membership: Membership): MembershipHistory {
  return { ...history, memberships: history.memberships.map((other) => (other.id === membership.id ? membership : other)) };
}

function withPlacement(history: MembershipHistory, placement: Placement): MembershipHistory {
  return { ...history, placements: history.placements.map((other) => (other.id === placement.id ? placement : other)) };
}
