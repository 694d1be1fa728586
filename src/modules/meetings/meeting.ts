/**
 * One meeting: what it is and what each act makes of it. Pure: a rule answers the new meeting or a refusal, asks neither
 * clock nor access, and runs on phone and server alike. Roll, parts and minutes have files of their own.
 */
import { addDays, addYears, type Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import { mayBeExtended, type Basis, type GuestRole, type LeaveReason, type Mark, type MeetingKind, type Mode, type ScoreLevel } from './meeting.kinds.ts';

/** Time of the day in Vietnam, `HH:MM`. */
export type Clock = string;

export type Progress =
  | { readonly is: 'planned' }
  | { readonly is: 'invited'; readonly since: Day }
  | { readonly is: 'open' }
  | { readonly is: 'closed' }
  | { readonly is: 'adopted'; readonly on: Day }
  | { readonly is: 'cancelled'; readonly reason: string };

/** What is settled before the meeting. `seriesId`: the first of several sittings on the same topic. */
export interface Plan {
  readonly kind: MeetingKind;
  readonly isExtended: boolean;
  readonly on: Day;
  readonly starts: Clock | null;
  readonly place: string | null;
  readonly mode: Mode;
  readonly topic: string | null;
  readonly seriesId: Id<'meeting'> | null;
}

export interface Attendance {
  readonly personId: Id<'person'>;
  readonly basis: Basis;
  /** Null where the meeting is not one of Party members as such. */
  readonly standing: 'full' | 'probationary' | null;
  readonly mark: Mark | null;
  readonly reason: LeaveReason | null;
}

export interface Guest { readonly id: Id<'guest'>; readonly name: string; readonly role: GuestRole; readonly personId: Id<'person'> | null; readonly isPresent: boolean }
export interface AgendaItem { readonly id: Id<'agendaItem'>; readonly title: string; readonly isDone: boolean }
/** What was said to a point; who said it only where that is wished. */
export interface Opinion { readonly id: Id<'opinion'>; readonly itemId: Id<'agendaItem'> | null; readonly personId: Id<'person'> | null; readonly text: string }
export interface Vote { readonly id: Id<'vote'>; readonly question: string; readonly inFavour: number; readonly against: number; readonly abstained: number }
/** Becomes a task when the meeting is closed, where somebody answers for it or a day is set. */
export interface Conclusion { readonly id: Id<'task'>; readonly text: string; readonly ownerId: Id<'person'> | null; readonly dueOn: Day | null }
export interface Score { readonly points: Readonly<Record<string, number>>; readonly total: number; readonly level: ScoreLevel }
/** Who led a meeting, or wrote its minutes; a person of the roll, or a name alone. */
export interface Official { readonly personId: Id<'person'> | null; readonly name: string }
export interface Addition { readonly on: Day; readonly text: string; readonly by: string | null }

export interface Meeting extends Plan {
  readonly id: Id<'meeting'>;
  readonly unitId: Id<'unit'>;
  readonly progress: Progress;
  readonly ends: Clock | null;
  /** The first day that it was planned for, where it was put off. */
  readonly postponedFrom: Day | null;
  readonly postponedBecause: string | null;
  /** The day on which it was opened here; null before. */
  readonly openedOn: Day | null;
  /** Entered on a later day than it was held. */
  readonly isLate: boolean;
  readonly roll: readonly Attendance[];
  readonly guests: readonly Guest[];
  readonly agenda: readonly AgendaItem[];
  readonly opinions: readonly Opinion[];
  readonly votes: readonly Vote[];
  readonly conclusions: readonly Conclusion[];
  readonly score: Score | null;
  /** Null where it was not noted. */
  readonly chair: Official | null;
  /** Who writes the minutes. */
  readonly writer: Official | null;
  /** As the book has it; null until it was first drafted. */
  readonly minutes: string | null;
  /** The meeting was opened again since they were saved: they are to be looked at before they are adopted. */
  readonly areMinutesStale: boolean;
  readonly additions: readonly Addition[];
  readonly version: number;
}

const mostYearsBack = 10;

export function plan(given: Plan & Pick<Meeting, 'id' | 'unitId' | 'agenda'>, today: Day): Meeting | Refusal {
  const refusal = refusalOfPlan(given, today);
  return refusal ?? {
    ...given, progress: { is: 'planned' }, ends: null, postponedFrom: null, postponedBecause: null, openedOn: null, isLate: false, roll: [], guests: [], opinions: [], votes: [], conclusions: [],
    score: null, chair: null, writer: null, minutes: null, areMinutesStale: false, additions: [], version: 0,
  };
}

/** Until it is opened anything of the plan may be changed; the day only by putting it off, which tells why. */
export function changePlan(meeting: Meeting, change: Omit<Plan, 'on'>, today: Day): Meeting | Refusal {
  const refusal = unlessAhead(meeting) ?? refusalOfPlan({ ...change, on: meeting.on }, today);
  return refusal ?? { ...meeting, ...change };
}

export function postpone(meeting: Meeting, { on, reason, today }: { on: Day; reason: string; today: Day }): Meeting | Refusal {
  const refusal = unlessAhead(meeting) ?? refusalOfPlan({ ...meeting, on }, today);
  if (refusal) return refusal;
  if (on === meeting.on) return refuse('meetings.sameDay', 'conflict');
  const back = on === meeting.postponedFrom;
  // Whoever was invited was invited for another day.
  return { ...meeting, progress: { is: 'planned' }, on, postponedFrom: back ? null : (meeting.postponedFrom ?? meeting.on), postponedBecause: back ? null : reason };
}

export function invite(meeting: Meeting, { today }: { today: Day }): Meeting | Refusal {
  if (meeting.progress.is !== 'planned') return refuseIn(meeting);
  return { ...meeting, progress: { is: 'invited', since: today } };
}

export function cancel(meeting: Meeting, { reason }: { reason: string }): Meeting | Refusal {
  return unlessAhead(meeting) ?? { ...meeting, progress: { is: 'cancelled', reason } };
}

/** What was called off is planned again; who was invited is to be invited anew. */
export function restore(meeting: Meeting): Meeting | Refusal {
  return meeting.progress.is === 'cancelled' ? { ...meeting, progress: { is: 'planned' } } : refuse('meetings.notCancelled', 'conflict');
}

/** The roll is that of the day on which it is held. A day before today is told as entered late. */
export function open(meeting: Meeting, { on, starts, roll, today }: { on: Day; starts: Clock | null; roll: readonly Attendance[]; today: Day }): Meeting | Refusal {
  const refusal = unlessAhead(meeting) ?? refusalOfPlan({ ...meeting, on }, today);
  if (refusal) return refusal;
  if (on > today) return refuse('meetings.inFuture', 'conflict');
  const moved = on === meeting.on ? {} : { postponedFrom: meeting.postponedFrom ?? meeting.on };
  return { ...meeting, ...moved, on, starts: starts ?? meeting.starts, roll, openedOn: today, isLate: on < today, progress: { is: 'open' } };
}

/** So long a phone may be without signal: what it opened before is told as entered late. */
export const mostDaysUnsent = 60;

/** The day on which a meeting was opened: the one that a phone without signal told, else today. */
export function openingDay(told: Day | undefined, today: Day): Day {
  return told === undefined || told > today || told < addDays(today, -mostDaysUnsent) ? today : told;
}

/** Planned again: the roll is dropped, what was noted stays. Where the opening itself had moved it, it goes back to its day. */
export function unopen(meeting: Meeting): Meeting | Refusal {
  if (meeting.progress.is !== 'open') return refuseIn(meeting);
  const wasMoved = meeting.postponedFrom !== null && meeting.postponedBecause === null;
  const day = wasMoved ? { on: meeting.postponedFrom, postponedFrom: null } : {};
  return { ...meeting, ...day, roll: [], openedOn: null, isLate: false, progress: { is: 'planned' } };
}

export function close(meeting: Meeting, { ends }: { ends: Clock | null }): Meeting | Refusal {
  if (meeting.progress.is !== 'open') return refuseIn(meeting);
  const unmarked = meeting.roll.filter(({ basis, mark }) => basis === 'expected' && mark === null).length;
  if (unmarked > 0) return refuse('meetings.unmarked', 'conflict', { count: unmarked });
  if (ends !== null && meeting.starts !== null && ends <= meeting.starts) return refuse('meetings.endsBeforeStart', 'invalid', { starts: meeting.starts });
  return { ...meeting, ends, progress: { is: 'closed' } };
}

/** Something was forgotten: until the minutes are adopted the meeting may be opened again. */
export function reopen(meeting: Meeting): Meeting | Refusal {
  return meeting.progress.is === 'closed' ? { ...meeting, ends: null, areMinutesStale: meeting.minutes !== null, progress: { is: 'open' } } : refuseIn(meeting);
}

export function writeMinutes(meeting: Meeting, { text }: { text: string }): Meeting | Refusal {
  return meeting.progress.is === 'closed' ? { ...meeting, minutes: text, areMinutesStale: false } : refuseIn(meeting);
}

/** From then on the record stands: what is found wrong is added with its day. */
export function adopt(meeting: Meeting, { on, today }: { on: Day; today: Day }): Meeting | Refusal {
  if (meeting.progress.is !== 'closed') return refuseIn(meeting);
  if (meeting.minutes === null || meeting.minutes.trim() === '') return refuse('meetings.noMinutes', 'conflict');
  if (meeting.areMinutesStale) return refuse('meetings.minutesStale', 'conflict');
  if (on < meeting.on || on > today) return refuse('meetings.adoptedOutside', 'invalid', { from: meeting.on, to: today });
  return { ...meeting, progress: { is: 'adopted', on } };
}

export function append(meeting: Meeting, addition: Addition): Meeting | Refusal {
  return meeting.progress.is === 'adopted' ? { ...meeting, additions: [...meeting.additions, addition] } : refuseIn(meeting);
}

/** Between which days a second meeting of the kind is likely the same one: in a cell's month, else on the day. */
export function sameMeetingWithin(kind: MeetingKind, on: Day): { readonly from: Day; readonly to: Day } {
  const month = on.slice(0, 7);
  return mayBeExtended(kind) ? { from: `${month}-01` as Day, to: lastDayOf(month) } : { from: on, to: on };
}

export function lastDayOf(month: string): Day {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return addDays(new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10) as Day, -1);
}

/** In minutes; undefined where start or end was not noted. */
export function lengthOf({ starts, ends }: Pick<Meeting, 'starts' | 'ends'>): number | undefined {
  return starts === null || ends === null ? undefined : minuteOf(ends) - minuteOf(starts);
}

export function isAhead({ progress }: Pick<Meeting, 'progress'>): boolean {
  return progress.is === 'planned' || progress.is === 'invited';
}

/** Held and told: closed, or adopted. */
export function isHeld({ progress }: Pick<Meeting, 'progress'>): boolean {
  return progress.is === 'closed' || progress.is === 'adopted';
}

function refusalOfPlan({ kind, isExtended, on, topic }: Pick<Plan, 'kind' | 'isExtended' | 'on' | 'topic'>, today: Day): Refusal | undefined {
  if (isExtended && !mayBeExtended(kind)) return refuse('meetings.notExtended', 'invalid');
  if (kind === 'thematic' && topic === null) return refuse('meetings.topicMissing', 'invalid');
  const least = addDays(today, -mostYearsBack * 366);
  const most = lastDayToPlan(today);
  return on < least || on > most ? refuse('meetings.dayOutside', 'invalid', { from: least, to: most }) : undefined;
}

/** Whoever plans the next year plans the whole of it, in whichever month. */
function lastDayToPlan(today: Day): Day {
  return `${addYears(today, 1).slice(0, 4)}-12-31` as Day;
}

function unlessAhead(meeting: Meeting): Refusal | undefined {
  return isAhead(meeting) ? undefined : refuseIn(meeting);
}

/** Not in this state: the sentence names the state that the meeting is in. */
export function refuseIn({ progress }: Pick<Meeting, 'progress'>): Refusal {
  return refuse(`meetings.is_${progress.is}`, 'conflict');
}

function minuteOf(clock: Clock): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}

