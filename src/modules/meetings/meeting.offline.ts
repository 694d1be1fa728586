/**
 * What commands make of a carried meeting, by the rules that the server goes by. Beside the rules stand here only the facts that
 * the server looks up and a phone carries: the roll of a day, rules in force, names, the tasks of a meeting. Pure.
 */
import { carriedOrThrow } from '../../sync/carried.ts';
import { holdsOn, type Day } from '../../platform/day.ts';
import { isRefusal, orThrow, Problem, refuse, type Refusal } from '../../platform/problem.ts';
import { recordOfGiven, type TaskRecord } from '../tasks/task.record.ts';
import type { CarriedUnit } from '../units/unit.offline.ts';
import { answerAfter, openWith, refusalOfAnswer, type GivenAnswer } from './meeting.answers.ts';
import { pointsOf, refusalOfOtherAnswer, unlessOther, type SeenAnswer } from './meeting.changed.ts';
import type { MeetingRecord, RosterRecord, WholeMeeting } from './meeting.record.ts';
import { namesakesAmong } from './meeting.namesakes.ts';
import { likelyChair, withOfficials, withoutProposal, type Holder } from './meeting.officials.ts';
import { awayOn, rollOn } from './meeting.roster.ts';
import { frameOn, ruleOn, type CarriedRules } from './meeting.rules.ts';
import { scoreBy, tasksFrom } from './meeting.parts.ts';
import { isAhead, unopen, type Attendance, type Meeting, type Official, type Score } from './meeting.ts';
import { attendanceOf, meetingOf, rulesApplied, wholeAfter } from './meeting.whole.ts';

/** What is carried around one meeting. */
export interface Carried {
  readonly record: MeetingRecord;
  readonly roster: RosterRecord | undefined;
  readonly rules: CarriedRules | undefined;
  /** Those that the meeting has given. */
  readonly tasks: readonly TaskRecord[];
}

/** As it is read today: who would be on the roll, who is away and how tasks stand may have changed since it was fetched. */
export function shown(carried: Carried): WholeMeeting {
  const { whole } = isAhead(meetingOf(carried.record.whole)) ? recordAfter(carried, meetingOf(carried.record.whole)) : carried.record;
  const states = new Map(carried.tasks.map(({ id, state }) => [id, state]));
  const away = new Set<string>(carried.roster && awayOn(carried.roster, whole.on));
  const born = new Map((carried.roster?.people ?? []).map(({ id, bornIn }) => [id, bornIn ?? null]));
  const sharing = namesakesAmong(whole.roll.map(({ person }) => person));
  const roll = whole.roll.map((entry) => ({ ...entry, person: { ...entry.person, bornIn: sharing.has(entry.person.id) ? born.get(entry.person.id) ?? null : null }, isAway: away.has(entry.person.id) }));
  return { ...whole, roll, conclusions: whole.conclusions.map((one) => ({ ...one, state: states.get(one.id) ?? one.state })) };
}

/** Most acts: the rule, and one version on. @throws Problem what the rule refuses */
export function carriedOut(carried: Carried, rule: (meeting: Meeting) => Meeting | Refusal, version?: number): MeetingRecord {
  const before = meetingOf(carried.record.whole);
  if (version !== undefined && version !== before.version) throw new Problem({ code: 'meetings.stale', kind: 'stale' });
  return recordAfter(carried, { ...orThrow(rule(before)), version: before.version + 1 });
}

interface Opening {
  readonly on: Day;
  readonly starts: string | null;
  readonly today: Day;
  /** Only of a meeting that is held with the phone: of one that is entered late it is not known who led it. */
  readonly officials?: { readonly writer: Official | undefined };
}

export function opened(carried: Carried, { officials, ...given }: Opening): MeetingRecord {
  return carriedOut(carried, (meeting) => {
    const begun = openWith(meeting, { ...given, roll: carriedOrThrow(rollFor(carried, { ...meeting, on: given.on })), answers: carried.record.answers });
    return officials && !isRefusal(begun) ? withOfficials(begun, { chair: chairOf(carried, begun), ...(officials.writer ? { writer: officials.writer } : {}) }) : begun;
  });
}

export function unopened(carried: Carried): MeetingRecord {
  return carriedOut(carried, (meeting) => unopen(withoutProposal(meeting, holdersOn(carried, meeting.on))));
}

function chairOf(carried: Carried, meeting: Meeting): Official | null {
  const personId = likelyChair(meeting, holdersOn(carried, meeting.on));
  const name = personId && namesOf(carried)(personId);
  return personId && name ? { personId, name } : null;
}

function holdersOn({ roster }: Carried, on: Day): Holder[] {
  return (roster?.posts ?? []).filter(({ period }) => holdsOn(period, on))
    .flatMap(({ kind, tenures }) => tenures.filter(({ period }) => holdsOn(period, on)).map(({ personId }) => ({ kind, personId }))).toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
}

/** The act leaves the version as it is: answers are no part of the meeting's own row. */
export function answered(carried: Carried, { seen, ...given }: GivenAnswer & { readonly seen?: SeenAnswer | undefined }): MeetingRecord {
  const { record } = carried;
  const meeting = meetingOf(record.whole);
  const refusal = refusalOfAnswer(meeting, given);
  if (refusal) throw new Problem(refusal);
  const roll = carriedOrThrow(rollFor(carried, meeting));
  if (!roll.some(({ personId }) => personId === given.personId)) throw new Problem(refuse('meetings.notOnRoll', 'conflict'));
  const before = record.answers.find(({ personId }) => personId === given.personId);
  const after = answerAfter(before, given);
  const other = refusalOfOtherAnswer({ before, after, seen });
  if (other) throw new Problem(other);
  const { answer, ...rest } = after;
  const others = record.answers.filter(({ personId }) => personId !== given.personId);
  return recordAfter({ ...carried, record: { ...record, answers: answer === null ? others : [...others, { answer, ...rest }] } }, meeting);
}

/** Put off or called off: what was answered was answered about another day. */
export function withoutAnswers(record: MeetingRecord): MeetingRecord {
  const roll = record.whole.roll.map((entry) => ({ ...entry, answer: null, leave: null }));
  return { ...record, answers: [], whole: { ...record.whole, roll } };
}

export function scored(carried: Carried, { points, seen }: { readonly points: Score['points']; readonly seen?: Score['points'] | null | undefined }): MeetingRecord {
  const { whole } = carried.record;
  const [good, fair, average] = (['good', 'fair', 'average'] as const).map((level) => whole.rules.find(({ key }) => key === `meeting.score.${level}`)?.value);
  if (good === undefined || fair === undefined || average === undefined) throw new Problem({ code: 'meetings.noFrame', kind: 'conflict', data: { on: whole.on } });
  return carriedOut(carried, (meeting) => unlessOther(meeting, scoreBy(meeting, { points, criteria: whole.frame.criteria, bounds: { good, fair, average } }), { of: pointsOf, seen }));
}

/** The tasks that a meeting gives when it is closed; what it gave before and somebody has worked on since stays as it is. */
export function tasksGiven({ record: { whole }, tasks, roster }: Carried): TaskRecord[] {
  const { id, unit, on, kind } = whole;
  const known = new Set(tasks.map((task) => task.id));
  const owners = new Map(whole.conclusions.map((one) => [one.ownerId, one.owner]));
  return tasksFrom(whole).filter((task) => !known.has(task.id)).map(({ id: taskId, title, ownerId, dueOn }) => recordOfGiven({
    id: taskId, title, unit, owner: ownerId && { id: ownerId, fullName: owners.get(ownerId) ?? '' }, dueOn,
    origin: { kind: 'meeting', id, on, meetingKind: kind, name: null }, may: roster?.may.includes('task.record') ? ['task.record', 'task.assign', 'task.report'] : [],
  }));
}

/** Those that nobody has touched since they were given: a meeting that is opened again takes them back. */
export function untouched(tasks: readonly TaskRecord[]): TaskRecord[] {
  return tasks.filter(({ state, version }) => state === 'open' && version === 1);
}

export interface Founding {
  readonly unit: CarriedUnit;
  readonly roster: RosterRecord;
  readonly rules: CarriedRules;
}

/** A meeting planned on the phone, as it is read. */
export function recordOfPlanned(planned: Meeting, { unit, roster, rules }: Founding): MeetingRecord {
  const whole = emptyWhole(planned, { unit: { id: unit.id, name: unit.name }, parent: unit.parent, rules, may: roster.may.filter((verb) => verb === 'meeting.record') });
  return recordAfter({ record: { whole, answers: [], lastMeeting: null, names: {} }, roster, rules, tasks: [] }, planned);
}

export interface Standing extends Pick<WholeMeeting, 'unit' | 'parent' | 'may'> {
  readonly rules: CarriedRules;
}

/** With nothing of what `wholeAfter` then fills in from the meeting. */
export function emptyWhole({ id, kind, isExtended, on, mode }: Meeting, { rules, ...told }: Standing): WholeMeeting {
  const none = { expected: 0, present: 0, online: 0, excused: 0, absent: 0, fullExpected: 0, fullPresent: 0, guests: 0, heads: 0 };
  return {
    ...told, ...ruled({ kind, on }, rules), id, kind, isExtended, on, mode, state: 'planned', starts: null, ends: null, place: null, topic: null, seriesId: null, postponedFrom: null, reason: null, isLate: false, minutes: null,
    counts: none, level: null, adoptedOn: null, version: 0, roll: [], guests: [], agenda: [], opinions: [], votes: [], conclusions: [], chair: null, writer: null, score: null, text: null, isTextStale: false, additions: [], files: [],
  };
}

function recordAfter(carried: Carried, after: Meeting): MeetingRecord {
  const { record, rules } = carried;
  const isElsewhere = after.on !== record.whole.on || after.kind !== record.whole.kind;
  const whole = isElsewhere && rules ? { ...record.whole, ...ruled(after, rules) } : record.whole;
  const roll = isAhead(after) ? (rollFor(carried, after) ?? []) : after.roll;
  return { ...record, whole: wholeAfter(whole, after, { roll, answers: record.answers, nameOf: namesOf(carried) }) };
}

/** Of a day that is not carried at all undefined; as it was fetched where the roster cannot tell. */
function rollFor({ roster, rules, record: { whole } }: Carried, { kind, on, seriesId }: Pick<Meeting, 'kind' | 'on' | 'seriesId'>): readonly Attendance[] | undefined {
  const expectsAway = rules !== undefined && ruleOn(rules, 'meeting.expectsAway', on)?.value === 1;
  const found = roster && rollOn(roster, { kind, on, expectsAway, seriesId });
  const isFetched = kind === whole.kind && on === whole.on && whole.state !== 'cancelled';
  return found ?? (isFetched ? whole.roll.map((entry) => ({ ...attendanceOf(entry), mark: null, reason: null })) : undefined);
}

export function namesOf({ record: { whole, names }, roster }: Pick<Carried, 'record' | 'roster'>): (personId: string) => string {
  const known = new Map<string, string>([
    ...Object.entries(names), ...whole.conclusions.flatMap(({ ownerId, owner }) => (ownerId && owner ? [[ownerId, owner] as const] : [])),
    ...(roster?.people ?? []).map(({ id, fullName }) => [id, fullName] as const), ...whole.roll.map(({ person }) => [person.id, person.fullName] as const),
  ]);
  return (personId) => known.get(personId) ?? '';
}

/** What depends on kind and day of a meeting: the rules that it is judged by, and the frame that it is scored by. */
function ruled({ kind, on }: Pick<Meeting, 'kind' | 'on'>, rules: CarriedRules): Pick<WholeMeeting, 'rules' | 'frame' | 'quorum'> {
  const { criteria, document } = frameOn(rules, on);
  const quorum = carriedOrThrow(ruleOn(rules, 'meeting.quorumShare', on));
  return {
    rules: rulesApplied(kind).flatMap((key) => { const rule = ruleOn(rules, key, on); return rule ? [{ key, ...rule }] : []; }), frame: { criteria: [...criteria], document },
    quorum: { isMet: null, rule: { key: 'meeting.quorumShare', ...quorum } },
  };
}
