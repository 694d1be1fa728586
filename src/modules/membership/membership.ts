/**
 * The membership of one person over time: what it is on a day, how it begins, is recognised and ends. Where the member takes
 * part, exemptions and times away: `placement.ts`, `exemption.ts`, `away.ts`.
 * Pure: a rule answers the new history or a refusal; it never alters what it is given. Who may do it is not asked here.
 */
import { addDays, addYears, holdsOn, overlaps, type Day, type Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';

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

function cutSpells<T extends { readonly period: Period }>(spells: readonly T[], on: Day): T[] {
  const begun = spells.filter(({ period }) => period.from < on);
  return begun.map((spell) => (holdsOn(spell.period, on) ? { ...spell, period: until(spell.period, on) } : spell));
}

export function closed(placement: Placement, on: Day, outReason: OutReason): Placement {
  return { ...placement, period: until(placement.period, on), outReason };
}

export function until(period: Period, on: Day): Period {
  return { from: period.from, to: addDays(on, -1) };
}

function membershipOn(history: MembershipHistory, on: Day): Membership | undefined {
  return history.memberships.find(({ period }) => holdsOn(period, on));
}

export function coversSpell(history: MembershipHistory, spell: Period): boolean {
  const membership = membershipOn(history, spell.from);
  if (!membership) return false;
  return membership.period.to === null || (spell.to !== null && spell.to <= membership.period.to);
}

export function officialOn(history: MembershipHistory, on: Day): Placement | undefined {
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

export function withMembership(history: MembershipHistory, membership: Membership): MembershipHistory {
  return { ...history, memberships: history.memberships.map((other) => (other.id === membership.id ? membership : other)) };
}

export function withPlacement(history: MembershipHistory, placement: Placement): MembershipHistory {
  return { ...history, placements: history.placements.map((other) => (other.id === placement.id ? placement : other)) };
}
