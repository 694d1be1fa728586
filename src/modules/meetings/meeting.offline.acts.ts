/** Commands on meetings that are not sent yet: each laid over what is carried, as the server will do it. Pure. */
import { dayIn, type Day } from '../../platform/day.ts';
import { homeOf, newId, type Id } from '../../platform/ids.ts';
import { fileNameOf, mediaTypeFrom } from '../../platform/files/media.ts';
import { isRefusal, orThrow, Problem, type Refusal } from '../../platform/problem.ts';
import { carriedOrThrow } from '../../sync/carried.ts';
import type { OutboxCommand } from '../../sync/outbox.ts';
import type { OfflineOutcome, Replica } from '../../sync/phone/phone.ts';
import type { z } from 'zod';
import type { TaskRecord } from '../tasks/task.record.ts';
import type { CarriedUnit } from '../units/unit.offline.ts';
import { adoptSeen, arrangeSeen, dayHeld, minutesOf, planOver, unlessOther } from './meeting.changed.ts';
import { markSeen, putSeen, removeSeen } from './meeting.conflict.ts';
import type { meetingContract } from './meeting.contract.ts';
import { mostFiles, refusalOfFile } from './meeting.file.ts';
import { kindsAt } from './meeting.kinds.ts';
import { answered, carriedOut, opened, recordOfPlanned, scored, tasksGiven, unopened, untouched, withoutAnswers, type Carried, type Founding } from './meeting.offline.ts';
import { agendaFor } from './meeting.papers.ts';
import { appointSeen } from './meeting.officials.ts';
import { put, type Part } from './meeting.parts.ts';
import type { MeetingRecord, RosterRecord, WholeMeeting } from './meeting.record.ts';
import { mark } from './meeting.roll.ts';
import { calendarOf, type CarriedRules } from './meeting.rules.ts';
import * as rules from './meeting.ts';
import type { Meeting, Plan } from './meeting.ts';
import { daysOfMonths } from './plan.months.ts';

type Input<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['input']>;
type MeetingId = Id<'meeting'>;

export function carriedMeeting(replica: Replica, id: string): Carried | undefined {
  const record = replica.get<MeetingRecord>('meeting', id);
  return record && carriedAround(replica, record);
}

function carriedAround(replica: Replica, record: MeetingRecord): Carried {
  const { id, unit } = record.whole;
  return {
    record, roster: replica.get<RosterRecord>('roster', unit.id), rules: replica.get<CarriedRules>('rules', unit.id),
    tasks: replica.all<TaskRecord>('task').filter(({ origin }) => origin.id === id),
  };
}

type Act<I> = (input: I, replica: Replica, command: OutboxCommand) => OfflineOutcome;

export const meetingActs = {
  'meetings.plan': (({ id, unitId, seen: _seen, ...given }, replica, command) => {
    const meeting = planned(replica, { id, unitId, given, today: dayOf(command) });
    return founded([meeting], replica);
  }) satisfies Act<Input<'plan'>>,
  'meetings.planMonths': ((input, replica, command) => plannedMonths(input, replica, dayOf(command))) satisfies Act<Input<'planMonths'>>,
  'meetings.change': (({ id, version, ...given }, replica, command) => {
    const carried = carriedOrThrow(carriedMeeting(replica, id));
    requireKind(replica, { ...given, unitId: carried.record.whole.unit.id });
    return done(carriedOut(carried, (meeting) => {
      const wanted = planOver(meeting, given);
      return isRefusal(wanted) ? wanted : rules.changePlan(meeting, { ...wanted, seriesId: firstSitting(replica, { ...wanted, id, unitId: meeting.unitId }) }, dayOf(command));
    }, version));
  }) satisfies Act<Input<'change'>>,
  'meetings.postpone': (({ id, on, reason, seen }, replica, command) => lay(replica, id, (carried) => carriedOut({ ...carried, record: withoutAnswers(carried.record) },
    (meeting) => unlessOther(meeting, rules.postpone(meeting, { on, reason, today: dayOf(command) }), { of: dayHeld, seen })))) satisfies Act<Input<'postpone'>>,
  'meetings.cancel': (({ id, reason }, replica) => lay(replica, id, (carried) => carriedOut({ ...carried, record: withoutAnswers(carried.record) }, (meeting) => rules.cancel(meeting, { reason })))) satisfies Act<Input<'cancel'>>,
  'meetings.restore': (({ id }, replica) => layBy(replica, id, rules.restore)) satisfies Act<Input<'restore'>>,
  'meetings.invite': (({ id }, replica, command) => layBy(replica, id, (meeting) => rules.invite(meeting, { today: dayOf(command) }))) satisfies Act<Input<'invite'>>,
  'meetings.answer': (({ id, ...given }, replica) => lay(replica, id, (carried) => answered(carried, given))) satisfies Act<Input<'answer'>>,
  'meetings.attach': ((input, replica) => attached(input, replica)) satisfies Act<Input<'attach'>>,
  'meetings.detach': ((input, replica) => detached(input, replica)) satisfies Act<Input<'detach'>>,
  'meetings.open': (({ id, on, starts, openedOn, writer }, replica, command) => lay(replica, id, (carried) => {
    const today = rules.openingDay(openedOn, dayOf(command));
    const { whole } = carried.record;
    return opened(carried, { on: on ?? (whole.on < today ? whole.on : today), starts, today, officials: { writer } });
  })) satisfies Act<Input<'open'>>,
  'meetings.unopen': (({ id }, replica) => lay(replica, id, unopened)) satisfies Act<Input<'unopen'>>,
  'meetings.mark': (({ id, ...given }, replica) => layBy(replica, id, (meeting) => markSeen(meeting, given))) satisfies Act<Input<'mark'>>,
  'meetings.put': (({ id, ...given }, replica) => layBy(replica, id, (meeting) => putSeen(meeting, given))) satisfies Act<Input<'put'>>,
  'meetings.remove': (({ id, ...given }, replica) => layBy(replica, id, (meeting) => removeSeen(meeting, given))) satisfies Act<Input<'remove'>>,
  'meetings.arrange': (({ id, ...given }, replica) => layBy(replica, id, (meeting) => arrangeSeen(meeting, given))) satisfies Act<Input<'arrange'>>,
  'meetings.appoint': (({ id, ...given }, replica) => layBy(replica, id, (meeting) => appointSeen(meeting, given))) satisfies Act<Input<'appoint'>>,
  'meetings.score': (({ id, ...given }, replica) => lay(replica, id, (carried) => scored(carried, given))) satisfies Act<Input<'score'>>,
  'meetings.close': (({ id, ends }, replica) => {
    const carried = carriedOrThrow(carriedMeeting(replica, id));
    return closed({ ...carried, record: carriedOut(carried, (meeting) => rules.close(meeting, { ends })) });
  }) satisfies Act<Input<'close'>>,
  'meetings.reopen': (({ id }, replica) => reopened(carriedOrThrow(carriedMeeting(replica, id)))) satisfies Act<Input<'reopen'>>,
  'meetings.writeMinutes': (({ id, version, text, seen }, replica) => lay(replica, id, (carried) => carriedOut(carried, (meeting) => unlessOther(meeting, rules.writeMinutes(meeting, { text }), { of: minutesOf, seen }), version))) satisfies Act<Input<'writeMinutes'>>,
  'meetings.adopt': (({ id, ...given }, replica, command) => layBy(replica, id, (meeting) => adoptSeen(meeting, { ...given, today: dayOf(command) }))) satisfies Act<Input<'adopt'>>,
  // Who added it is known by the server.
  'meetings.append': (({ id, text }, replica, command) => layBy(replica, id, (meeting) => rules.append(meeting, { on: dayOf(command), text, by: null }))) satisfies Act<Input<'append'>>,
  'meetings.record': ((input, replica, command) => recorded(input, replica, dayOf(command))) satisfies Act<Input<'record'>>,
};

/** The day on which it was made; the same on every start of the phone. */
function dayOf({ at }: OutboxCommand): Day {
  return dayIn(new Date(at));
}

function layBy(replica: Replica, id: MeetingId, rule: (meeting: Meeting) => Meeting | Refusal): OfflineOutcome {
  return lay(replica, id, (carried) => carriedOut(carried, rule));
}

function lay(replica: Replica, id: MeetingId, make: (carried: Carried) => MeetingRecord): OfflineOutcome {
  return done(make(carriedOrThrow(carriedMeeting(replica, id))));
}

function done(record: MeetingRecord, tasks: OfflineOutcome['records'] = []): OfflineOutcome {
  const { id, version } = record.whole;
  return { answer: { id, version }, records: [{ type: 'meeting', id, body: record }, ...tasks] };
}

function closed(carried: Carried): OfflineOutcome {
  // Without the right to read tasks none is carried; that the conclusion has become one is told all the same.
  const given = tasksGiven(carried);
  const isNew = new Set<string>(given.map(({ id }) => id));
  const conclusions = carried.record.whole.conclusions.map((one) => (isNew.has(one.id) ? { ...one, state: 'open' as const } : one));
  const tasks = carried.roster?.may.includes('task.read') ? given : [];
  return done(withConclusions(carried.record, conclusions), tasks.map((task) => ({ type: 'task', id: task.id, body: task })));
}

function reopened(carried: Carried): OfflineOutcome {
  const record = carriedOut(carried, rules.reopen);
  const left = untouched(carried.tasks);
  const kept = new Set<string>(carried.tasks.filter((task) => !left.includes(task)).map(({ id }) => id));
  const conclusions = record.whole.conclusions.map((one) => (one.state === 'open' && !kept.has(one.id) ? { ...one, state: null } : one));
  return done(withConclusions(record, conclusions), left.map(({ id }) => ({ type: 'task', id, body: undefined })));
}

function withConclusions(record: MeetingRecord, conclusions: WholeMeeting['conclusions']): MeetingRecord {
  return { ...record, whole: { ...record.whole, conclusions } };
}

interface Planning {
  readonly id: MeetingId | undefined;
  readonly unitId: Id<'unit'>;
  readonly given: Plan;
  readonly today: Day;
}

function planned(replica: Replica, { id, unitId, given, today }: Planning): Meeting {
  const made = carriedOrThrow(id);
  requireKind(replica, { ...given, unitId });
  const known = replica.get<MeetingRecord>('meeting', made);
  if (known) throw new Problem({ code: 'meetings.already', kind: 'conflict', data: { id: made, on: known.whole.on } });
  const seriesId = firstSitting(replica, { ...given, id: made, unitId });
  return { ...orThrow(rules.plan({ ...given, seriesId, id: made, unitId, agenda: agendaFor({ id: made, kind: given.kind }) }, today)), version: 1 };
}

function plannedMonths({ unitId, from, months, dayOfMonth, starts, place, ids }: Input<'planMonths'>, replica: Replica, today: Day): OfflineOutcome {
  const days = daysOfMonths({ from, months, dayOfMonth }, calendarOf(foundingAt(replica, unitId).rules));
  const known = replica.all<MeetingRecord>('meeting').filter(({ whole }) => whole.unit.id === unitId && whole.kind === 'regular' && whole.state !== 'cancelled').map(({ whole }) => whole.on.slice(0, 7));
  const made = days.flatMap(({ on }, at) => {
    if (on < today || known.includes(on.slice(0, 7))) return [];
    return [planned(replica, { id: ids?.[at], unitId, today, given: { kind: 'regular', isExtended: false, on, starts, place, mode: 'in_person', topic: null, seriesId: null } })];
  });
  const movedFrom = new Map(days.map((one) => [one.on, one.movedFrom]));
  return { ...founded(made, replica), answer: { planned: made.map(({ id, on }) => ({ id, on, movedFrom: movedFrom.get(on) ?? null })), skipped: months - made.length } };
}

function founded(meetings: readonly Meeting[], replica: Replica): OfflineOutcome {
  const records = meetings.map((meeting) => recordOfPlanned(meeting, foundingAt(replica, meeting.unitId)));
  const [first] = records;
  return { answer: first && { id: first.whole.id, version: first.whole.version }, records: records.map((body) => ({ type: 'meeting', id: body.whole.id, body })) };
}

function foundingAt(replica: Replica, unitId: Id<'unit'>): Founding {
  return {
    unit: carriedOrThrow(replica.get<CarriedUnit>('unit', unitId)), roster: carriedOrThrow(replica.get<RosterRecord>('roster', unitId)), rules: carriedOrThrow(replica.get<CarriedRules>('rules', unitId)),
  };
}

function requireKind(replica: Replica, { unitId, kind }: Pick<Plan, 'kind'> & { readonly unitId: Id<'unit'> }): void {
  const unit = carriedOrThrow(replica.get<CarriedUnit>('unit', unitId));
  if (!kindsAt(unit.kind).includes(kind)) throw new Problem({ code: 'meetings.kindNotHere', kind: 'conflict' });
}

/** One that is not carried is left to the server. */
function firstSitting(replica: Replica, { id, unitId, kind, seriesId }: Pick<Plan, 'kind' | 'seriesId'> & { readonly id: MeetingId; readonly unitId: Id<'unit'> }): MeetingId | null {
  const named = seriesId === null ? undefined : replica.get<MeetingRecord>('meeting', seriesId)?.whole;
  if (!named) return seriesId;
  const first = named.seriesId ?? named.id;
  if (named.unit.id !== unitId || named.kind !== kind || first === id) throw new Problem({ code: 'meetings.noSeries', kind: 'conflict' });
  return first;
}

function recorded(input: Input<'record'>, replica: Replica, today: Day): OfflineOutcome {
  const { id, unitId, ends, exceptions, guests, opinions, votes, conclusions, points, ...given } = input;
  const founding = foundingAt(replica, unitId);
  const plan = planned(replica, { id, unitId, given, today });
  const at = (record: MeetingRecord): Carried => ({ record, roster: founding.roster, rules: founding.rules, tasks: [] });
  const pieces: Part[] = [
    ...guests.map((item) => ({ part: 'guests' as const, item })), ...opinions.map((item) => ({ part: 'opinions' as const, item })),
    ...votes.map((item) => ({ part: 'votes' as const, item })), ...conclusions.map((item) => ({ part: 'conclusions' as const, item })),
  ];
  const begun = opened(at(recordOfPlanned(plan, founding)), { on: given.on, starts: given.starts, today });
  const noted = carriedOut(at(begun), (meeting) => pieces.reduce((now, piece) => orThrow(put(now, piece)), orThrow(mark(meeting, { marks: exceptions, rest: 'present' }))));
  const judged = points ? scored(at(noted), { points }) : noted;
  // All at once: its first version.
  const whole = carriedOut(at(judged), (meeting) => rules.close(meeting, { ends })).whole;
  return closed(at({ ...judged, whole: { ...whole, version: 1 } }));
}

function attached({ id, fileId, kind, name, base64 }: Input<'attach'>, replica: Replica): OfflineOutcome {
  const { record } = carriedOrThrow(carriedMeeting(replica, id));
  const made = carriedOrThrow(fileId);
  const { files, state } = record.whole;
  if (files.some((file) => file.id === made)) return { answer: { id: made }, records: [] };
  if (state === 'adopted' || state === 'cancelled') throw new Problem({ code: `meetings.is_${state}`, kind: 'conflict' });
  const size = Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
  const mediaType = mediaTypeFrom(Uint8Array.from(atob(base64.slice(0, 24)), (letter) => letter.charCodeAt(0)));
  const refusal = refusalOfFile({ size, mediaType });
  if (refusal || !mediaType) throw new Problem(refusal ?? { code: 'meetings.fileUnknown', kind: 'invalid' });
  if (files.length >= mostFiles) throw new Problem({ code: 'meetings.tooMany', kind: 'conflict', data: { most: mostFiles } });
  const file = { id: made, kind, name: fileNameOf(name, mediaType), mediaType, size, base64 };
  return { answer: { id: made }, records: [{ type: 'meeting', id, body: { ...record, whole: { ...record.whole, files: [...files, file] } } }] };
}

function detached({ id, fileId }: Input<'detach'>, replica: Replica): OfflineOutcome {
  const { record } = carriedOrThrow(carriedMeeting(replica, id));
  const { files, state } = record.whole;
  if (!files.some((file) => file.id === fileId)) return { answer: {}, records: [] };
  if (state === 'adopted' || state === 'cancelled') throw new Problem({ code: `meetings.is_${state}`, kind: 'conflict' });
  return { answer: {}, records: [{ type: 'meeting', id, body: { ...record, whole: { ...record.whole, files: files.filter((file) => file.id !== fileId) } } }] };
}

/** Ids of what a command founds, so that phone and server found the same. */
export function withMeetingIds(procedure: string, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const of = (key: 'id' | 'unitId') => homeOf(input[key] as Id); // an id, as the contract has it
  switch (procedure) {
    case 'meetings.plan':
    case 'meetings.record': return { ...input, id: input['id'] ?? newId(of('unitId')) };
    case 'meetings.planMonths': return { ...input, ids: input['ids'] ?? Array.from({ length: Number(input['months']) }, () => newId(of('unitId'))) };
    case 'meetings.attach': return { ...input, fileId: input['fileId'] ?? newId(of('id')) };
    default: return input;
  }
}
