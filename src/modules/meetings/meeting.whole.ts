/**
 * A meeting as it is read, and as the rules take it: both ways, so that what a screen shows before the server has answered, and
 * what a phone makes of commands that are not sent yet, are made by the very rules of the server. Pure.
 */
import type { RuleKey } from '../rules/rule.keys.ts';
import type { MeetingKind } from './meeting.kinds.ts';
import { countRoll, hasQuorum } from './meeting.roll.ts';
import type { MeetingAnswer, RollEntry, WholeMeeting } from './meeting.record.ts';
import { lengthOf, type Attendance, type Meeting, type Progress } from './meeting.ts';

/** Before it is opened a meeting has no roll: what is read then are those who would be on it. */
export function meetingOf(whole: WholeMeeting): Meeting {
  const { id, unit, kind, isExtended, on, starts, ends, place, mode, topic, seriesId, postponedFrom, isLate, guests, agenda, opinions, votes, additions, version } = whole;
  const progress = progressOf(whole);
  const isAhead = progress.is === 'planned' || progress.is === 'invited' || progress.is === 'cancelled';
  return {
    id, unitId: unit.id, kind, isExtended, on, starts, ends, place, mode, topic, seriesId, postponedFrom, isLate, guests, agenda, opinions, votes, additions, version, progress,
    postponedBecause: progress.is === 'cancelled' || postponedFrom === null ? null : whole.reason,
    // When it was opened is read nowhere.
    openedOn: null,
    roll: isAhead ? [] : whole.roll.map(attendanceOf),
    conclusions: whole.conclusions.map(({ owner: _owner, state: _state, ...conclusion }) => conclusion),
    // A phone may still carry what was fetched before these were told.
    chair: whole.chair ?? null, writer: whole.writer ?? null,
    score: whole.score, minutes: whole.text, areMinutesStale: whole.isTextStale,
  };
}

function progressOf({ state, on, adoptedOn, reason }: WholeMeeting): Progress {
  switch (state) {
    // On which day it was called is read nowhere either.
    case 'invited': return { is: 'invited', since: on };
    case 'adopted': return { is: 'adopted', on: adoptedOn ?? on };
    case 'cancelled': return { is: 'cancelled', reason: reason ?? '' };
    default: return { is: state };
  }
}

/** Rules that a meeting's page applies and cites. */
export function rulesApplied(kind: MeetingKind): readonly RuleKey[] {
  return [kind === 'thematic' ? 'meeting.minMinutesWithTheme' : 'meeting.minMinutes', 'meeting.papersLeadDays', 'meeting.attendanceShare', 'meeting.minutesDays', 'meeting.score.good', 'meeting.score.fair', 'meeting.score.average'];
}

export interface Beside {
  /** Of the roll, or of those who would be on it. */
  readonly roll: readonly Attendance[];
  readonly answers: readonly MeetingAnswer[];
  readonly nameOf: (personId: string) => string;
}

/** What was read, as it is read after a rule has changed the meeting; rules, frame and papers stay those that were read. */
export function wholeAfter(before: WholeMeeting, after: Meeting, { roll, answers, nameOf }: Beside): WholeMeeting {
  const { progress } = after;
  const known = new Map(before.conclusions.map((one) => [one.id, one]));
  return counted({
    ...before, kind: after.kind, isExtended: after.isExtended, state: progress.is, on: after.on, starts: after.starts, ends: after.ends, place: after.place, topic: after.topic, mode: after.mode, seriesId: after.seriesId,
    postponedFrom: after.postponedFrom, isLate: after.isLate, minutes: lengthOf(after) ?? null, adoptedOn: progress.is === 'adopted' ? progress.on : null,
    reason: progress.is === 'cancelled' ? progress.reason : after.postponedBecause, version: after.version,
    roll: entriesOf(roll, { answers, nameOf, before: before.roll }), guests: after.guests.toSorted((one, other) => (one.id < other.id ? -1 : 1)), agenda: [...after.agenda], opinions: [...after.opinions], votes: [...after.votes],
    conclusions: after.conclusions.map((one) => ({ ...one, owner: one.ownerId && (nameOf(one.ownerId) || null), state: known.get(one.id)?.state ?? null })),
    chair: after.chair, writer: after.writer,
    score: after.score && { ...after.score, points: { ...after.score.points } }, level: after.score?.level ?? null, text: after.minutes, isTextStale: after.areMinutesStale, additions: [...after.additions],
  }, after);
}

function entriesOf(roll: readonly Attendance[], { answers, nameOf, before }: Omit<Beside, 'roll'> & { readonly before: readonly RollEntry[] }): RollEntry[] {
  const given = new Map(answers.map((one) => [one.personId, one]));
  const known = new Map(before.map((entry) => [entry.person.id, entry]));
  return roll.map(({ personId, ...one }) => {
    const answer = given.get(personId);
    const was = known.get(personId);
    return { person: { id: personId, fullName: nameOf(personId), bornIn: was?.person.bornIn ?? null }, isAway: was?.isAway ?? false, ...one, answer: answer?.answer ?? null, leave: answer?.answer === 'leave' ? { reason: answer.reason, decision: answer.decision } : null };
  });
}

/** The counters of the row and the quorum, from the roll as the rules have it. */
function counted(whole: WholeMeeting, { roll, guests }: Meeting): WholeMeeting {
  const count = countRoll(roll);
  const { beside: _beside, ...counts } = count;
  const came = guests.filter(({ isPresent }) => isPresent);
  return {
    ...whole, counts: { ...counts, guests: came.length, heads: came.filter(({ role }) => role === 'head').length },
    quorum: { ...whole.quorum, isMet: hasQuorum(count, whole.quorum.rule.value) ?? null },
  };
}

export function attendanceOf({ person, basis, standing, mark, reason }: RollEntry): Attendance {
  return { personId: person.id, basis, standing, mark, reason };
}

/** As far as the roll tells them. */
export function answersOn(roll: readonly RollEntry[]): MeetingAnswer[] {
  return roll.flatMap(({ person, answer, leave }) => (answer === null ? [] : [{ personId: person.id, answer, reason: leave?.reason ?? null, decision: leave?.decision ?? null }]));
}
