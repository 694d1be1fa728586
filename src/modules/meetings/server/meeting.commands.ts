/**
 * The acts on meetings: may it be done at the unit that meets, what does the rule make of the meeting, save, record.
 * Marking and noting while a meeting is open say nothing to the log: what came of it is told when the meeting is closed.
 */
import type { z } from 'zod';
import { mayDo, take } from '../../../access/reach.ts';
import { personWithin } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { lockSubject } from '../../../platform/db/database.ts';
import { record as tell } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { createTasks, dropUntouchedTasksOf } from '../../tasks/server/index.ts';
import { unitOn } from '../../units/server/index.ts';
import * as rules from '../meeting.ts';
import type { Meeting, Plan } from '../meeting.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { kindsAt } from '../meeting.kinds.ts';
import { agendaOf } from '../meeting.papers.ts';
import { arrange as arrangeAgenda, put as putPart, remove as removePart, scoreBy, type Part } from '../meeting.parts.ts';
import { countRoll, mark as markRoll } from '../meeting.roll.ts';
import { rollOf } from './meeting.people.ts';
import { frameOf, scoreBoundsOf } from './meeting.score.ts';
import { deleteAnswers, findMeeting, insertMeeting, listAnswers, lockMeeting, saveAnswer, saveMeeting } from './meeting.store.ts';

type Input<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['input']>;

export interface Done {
  readonly id: Id<'meeting'>;
  readonly version: number;
}

export async function plan(ctx: Ctx, { id, unitId, ...given }: Input<'plan'>): Promise<Done> {
  await take(ctx, 'meeting.record', unitId);
  const meeting = await insertMeeting(ctx, await planned(ctx, { id, unitId, given }));
  tell(ctx, { type: 'meeting.planned', subjectId: meeting.id, unitId, data: { kind: meeting.kind, on: meeting.on } });
  return doneWith(meeting);
}

/** A month that has a regular meeting, planned or held, is left as it is. */
export async function planMonths(ctx: Ctx, { unitId, from, months, dayOfMonth, starts, place }: Input<'planMonths'>): Promise<{ planned: { id: Id<'meeting'>; on: Day }[]; skipped: number }> {
  await take(ctx, 'meeting.record', unitId);
  // Two who plan the same months at once follow each other.
  await lockSubject(ctx.db, `meetings planned at ${unitId}`);
  const days = Array.from({ length: months }, (_, at) => dayOf(from, { at, dayOfMonth })).filter((on) => on >= ctx.today);
  const made: Meeting[] = [];
  for (const on of days) {
    if (await hasRegularIn(ctx, { unitId, month: on.slice(0, 7) })) continue;
    const given = { kind: 'regular', isExtended: false, on, starts, place, mode: 'in_person', topic: null, seriesId: null } as const;
    made.push(await insertMeeting(ctx, await planned(ctx, { id: undefined, unitId, given })));
  }
  if (made.length > 0) tell(ctx, { type: 'meeting.monthsPlanned', subjectId: made[0]!.id, unitId, data: { count: made.length, from } });
  return { planned: made.map(({ id, on }) => ({ id, on })), skipped: months - made.length };
}

export async function change(ctx: Ctx, { id, version, ...given }: Input<'change'>): Promise<Done> {
  return carryOut(ctx, { id, version, kind: 'changed', check: (meeting) => requirePlan(ctx, { ...given, unitId: meeting.unitId, on: meeting.on }),
    rule: async (meeting) => orThrow(rules.changePlan(meeting, { ...given, seriesId: await firstSitting(ctx, { ...given, id, unitId: meeting.unitId }) }, ctx.today)) });
}

export async function postpone(ctx: Ctx, { id, on, reason }: Input<'postpone'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'postponed', check: (meeting) => requirePlan(ctx, { ...meeting, on }), rule: (meeting) => rules.postpone(meeting, { on, reason, today: ctx.today }), also: () => deleteAnswers(ctx, id) });
}

export async function cancel(ctx: Ctx, { id, reason }: Input<'cancel'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'cancelled', rule: (meeting) => rules.cancel(meeting, { reason }), also: () => deleteAnswers(ctx, id) });
}

export async function restore(ctx: Ctx, { id }: Input<'restore'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'restored', rule: rules.restore });
}

export async function invite(ctx: Ctx, { id }: Input<'invite'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'called', rule: (meeting) => rules.invite(meeting, { today: ctx.today }) });
}

/** Until the meeting is opened. The roll is not drawn up yet: whoever would be on it today may answer. */
export async function answer(ctx: Ctx, { id, ...given }: Input<'answer'>): Promise<Done> {
  return answerFor(ctx, await takeMeeting(ctx, id), given);
}

/** Of a meeting that is locked and on which the caller may be answered for. */
export async function answerFor(ctx: Ctx, meeting: Meeting, given: Omit<Input<'answer'>, 'id'>): Promise<Done> {
  const { id } = meeting;
  if (!rules.isAhead(meeting)) throw new Problem(rules.refuseIn(meeting));
  if (given.answer === 'leave' && given.reason === null) throw new Problem({ code: 'meetings.leaveWithoutReason', kind: 'invalid' });
  const roll = await rollOf(ctx, meeting);
  if (!roll.some(({ personId }) => personId === given.personId)) throw new Problem({ code: 'meetings.notOnRoll', kind: 'conflict' });
  await saveAnswer(ctx, id, await withDecision(ctx, id, given));
  tell(ctx, { type: 'meeting.answered', subjectId: id, unitId: meeting.unitId, personId: given.personId, data: { answer: given.answer, decision: given.decision } });
  return doneWith(meeting);
}

/** The same answer once more leaves what was decided about it as it is. */
async function withDecision(ctx: Ctx, id: Id<'meeting'>, { personId, answer: given, reason, decision }: Omit<Input<'answer'>, 'id'>) {
  if (given !== 'leave') return { personId, answer: given, reason: null, decision: null };
  const before = (await listAnswers(ctx, id)).find((one) => one.personId === personId);
  const isSame = before?.answer === 'leave' && before.reason === reason;
  return { personId, answer: given, reason, decision: decision ?? (isSame ? before.decision : null) };
}

/** Who was given leave beforehand is marked so. */
export async function open(ctx: Ctx, { id, on, starts }: Input<'open'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'opened', rule: async (meeting) => opened(ctx, meeting, { on: on ?? (meeting.on < ctx.today ? meeting.on : ctx.today), starts }) });
}

export async function unopen(ctx: Ctx, { id }: Input<'unopen'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'unopened', rule: rules.unopen });
}

export async function mark(ctx: Ctx, { id, marks, rest }: Input<'mark'>): Promise<Done> {
  return carryOut(ctx, { id, rule: (meeting) => markRoll(meeting, { marks, rest }) });
}

export async function put(ctx: Ctx, { id, piece }: Input<'put'>): Promise<Done> {
  return carryOut(ctx, { id, check: (meeting) => requireKnown(ctx, meeting, piece), rule: (meeting) => putPart(meeting, piece) });
}

export async function remove(ctx: Ctx, { id, part, itemId }: Input<'remove'>): Promise<Done> {
  return carryOut(ctx, { id, rule: (meeting) => removePart(meeting, { part, itemId }) });
}

export async function arrange(ctx: Ctx, { id, itemIds }: Input<'arrange'>): Promise<Done> {
  return carryOut(ctx, { id, rule: (meeting) => arrangeAgenda(meeting, { itemIds }) });
}

export async function score(ctx: Ctx, { id, points }: Input<'score'>): Promise<Done> {
  return carryOut(ctx, { id, rule: (meeting) => scored(ctx, meeting, points) });
}

export async function close(ctx: Ctx, { id, ends }: Input<'close'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'closed', rule: (meeting) => rules.close(meeting, { ends }), data: countsOf, also: (meeting) => createConcludedTasks(ctx, meeting) });
}

/** Tasks that nobody has touched yet are taken back with it. */
export async function reopen(ctx: Ctx, { id }: Input<'reopen'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'reopened', rule: rules.reopen, also: () => dropUntouchedTasksOf(ctx, id) });
}

export async function writeMinutes(ctx: Ctx, { id, version, text }: Input<'writeMinutes'>): Promise<Done> {
  return carryOut(ctx, { id, version, kind: 'minutesWritten', rule: (meeting) => rules.writeMinutes(meeting, { text }) });
}

export async function adopt(ctx: Ctx, { id, on }: Input<'adopt'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'adopted', rule: (meeting) => rules.adopt(meeting, { on, today: ctx.today }), data: () => ({ on }) });
}

export async function append(ctx: Ctx, { id, text }: Input<'append'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'appended', rule: (meeting) => rules.append(meeting, { on: ctx.today, text, by: ctx.actor?.displayName ?? null }) });
}

/** A meeting that was held, whole: the same rules in the same order as if it had been held with the phone. */
export async function record(ctx: Ctx, input: Input<'record'>): Promise<Done> {
  const { id, unitId, ends, exceptions, guests, opinions, votes, conclusions, points, ...given } = input;
  await take(ctx, 'meeting.record', unitId);
  const begun = await opened(ctx, await planned(ctx, { id, unitId, given }), { on: given.on, starts: given.starts });
  const pieces: Part[] = [
    ...guests.map((item) => ({ part: 'guests' as const, item })), ...opinions.map((item) => ({ part: 'opinions' as const, item })),
    ...votes.map((item) => ({ part: 'votes' as const, item })), ...conclusions.map((item) => ({ part: 'conclusions' as const, item })),
  ];
  let meeting = orThrow(markRoll(begun, { marks: exceptions, rest: 'present' }));
  for (const piece of pieces) {
    await requireKnown(ctx, meeting, piece);
    meeting = orThrow(putPart(meeting, piece));
  }
  if (points) meeting = await scored(ctx, meeting, points);
  const saved = await insertMeeting(ctx, orThrow(rules.close(meeting, { ends })));
  await createConcludedTasks(ctx, saved);
  tell(ctx, { type: 'meeting.recorded', subjectId: saved.id, unitId, data: countsOf(saved) });
  return doneWith(saved);
}

interface MeetingAct {
  readonly id: Id<'meeting'>;
  /** Refused where the meeting is no longer the one that was looked at. */
  readonly version?: number | undefined;
  /** What the log is told; nothing where the act is one of many small ones. */
  readonly kind?: string;
  readonly check?: (meeting: Meeting) => Promise<void>;
  readonly rule: (meeting: Meeting) => Meeting | Refusal | Promise<Meeting>;
  readonly data?: (meeting: Meeting) => Readonly<Record<string, unknown>>;
  /** What goes with it in other modules. */
  readonly also?: (meeting: Meeting) => Promise<void>;
}

async function carryOut(ctx: Ctx, { id, version, kind, check, rule, data, also }: MeetingAct): Promise<Done> {
  const before = await takeMeeting(ctx, id);
  if (version !== undefined && version !== before.version) throw new Problem({ code: 'meetings.stale', kind: 'stale' });
  await check?.(before);
  const after = await saveMeeting(ctx, before, orThrow(await rule(before)));
  await also?.(after);
  if (kind) tell(ctx, { type: `meeting.${kind}`, subjectId: id, unitId: after.unitId, ...(data && { data: data(after) }) });
  return doneWith(after);
}

async function takeMeeting(ctx: Ctx, id: Id<'meeting'>): Promise<Meeting> {
  const meeting = await lockMeeting(ctx, id);
  if (!meeting || !(await mayDo(ctx, 'meeting.read', meeting.unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await take(ctx, 'meeting.record', meeting.unitId);
  return meeting;
}

interface Planning {
  readonly id: Id<'meeting'> | undefined;
  readonly unitId: Id<'unit'>;
  readonly given: Plan;
}

async function planned(ctx: Ctx, { id, unitId, given }: Planning): Promise<Meeting> {
  await requirePlan(ctx, { ...given, unitId });
  const home = homeOf(unitId);
  if (id) requireHome(id, unitId);
  if (id && (await findMeeting(ctx, id))) throw new Problem({ code: 'meetings.already', kind: 'conflict' });
  const agenda = agendaOf(given.kind).map((title) => ({ id: newId<'agendaItem'>(home), title, isDone: false }));
  const seriesId = await firstSitting(ctx, { ...given, id, unitId });
  return orThrow(rules.plan({ ...given, seriesId, id: id ?? newId<'meeting'>(home), unitId, agenda }, ctx.today));
}

/** The unit stands on the day and holds such meetings. */
async function requirePlan(ctx: Ctx, { unitId, kind, on }: Pick<Plan, 'kind' | 'on'> & { unitId: Id<'unit'> }): Promise<void> {
  const unit = await unitOn(ctx, unitId, on);
  if (!unit) throw new Problem({ code: 'meetings.unitGone', kind: 'conflict', data: { on } });
  if (!kindsAt(unit.kind).includes(kind)) throw new Problem({ code: 'meetings.kindNotHere', kind: 'conflict' });
}

/** The first sitting on the topic, also where a later one was named: one of the same unit and kind, and not the meeting itself. */
async function firstSitting(ctx: Ctx, { id, unitId, kind, seriesId }: Pick<Plan, 'kind' | 'seriesId'> & { id: Id<'meeting'> | undefined; unitId: Id<'unit'> }): Promise<Id<'meeting'> | null> {
  if (seriesId === null) return null;
  const named = await findMeeting(ctx, seriesId);
  const first = named?.seriesId ?? named?.id;
  if (named?.unitId !== unitId || named.kind !== kind || first === undefined || first === id) throw new Problem({ code: 'meetings.noSeries', kind: 'conflict' });
  return first;
}

async function opened(ctx: Ctx, meeting: Meeting, { on, starts }: { on: Day; starts: string | null }): Promise<Meeting> {
  // Whether it may be opened at all is asked before anybody is looked for.
  orThrow(rules.open(meeting, { on, starts, roll: [], today: ctx.today }));
  const roll = await rollOf(ctx, { ...meeting, on });
  if (!roll.some(({ basis }) => basis === 'expected')) throw new Problem({ code: 'meetings.nobody', kind: 'conflict' });
  const begun = orThrow(rules.open(meeting, { on, starts, roll, today: ctx.today }));
  const known = new Set(begun.roll.map(({ personId }) => personId));
  // Nobody was asked about another day than the planned one.
  const answers = meeting.version === 0 || on !== meeting.on ? [] : await listAnswers(ctx, meeting.id);
  const granted = answers.filter(({ decision, personId }) => decision === 'granted' && known.has(personId));
  return orThrow(markRoll(begun, { marks: granted.map(({ personId, reason }) => ({ personId, mark: 'excused', reason: reason ?? 'other' })), rest: null }));
}

async function scored(ctx: Ctx, meeting: Meeting, points: Readonly<Record<string, number>>): Promise<Meeting> {
  const { criteria } = await frameOf(ctx, meeting);
  const bounds = await scoreBoundsOf(ctx, meeting);
  if (!bounds) throw new Problem({ code: 'meetings.noFrame', kind: 'conflict', data: { on: meeting.on } });
  return orThrow(scoreBy(meeting, { points, criteria, bounds }));
}

/** Whoever is named stands on the roll, among the guests, or is somebody whom the writer may read: no probing for ids. */
async function requireKnown(ctx: Ctx, meeting: Meeting, { part, item }: Part): Promise<void> {
  requireHome(item.id, meeting.id);
  const named = part === 'conclusions' ? item.ownerId : part === 'opinions' || part === 'guests' ? item.personId : null;
  if (named === null || [...meeting.roll, ...meeting.guests].some(({ personId }) => personId === named)) return;
  if (!(await personWithin(ctx, 'person.read', named))) throw new Problem({ code: 'meetings.strangerNamed', kind: 'conflict' });
}

/** An id made elsewhere must say where its row is kept. */
function requireHome(id: Id, kept: Id): void {
  if (homeOf(id) !== homeOf(kept)) throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'id', message: 'not an id of the unit’s home' }] } });
}

async function createConcludedTasks(ctx: Ctx, { id, unitId, on, conclusions }: Meeting): Promise<void> {
  const due = conclusions.filter(({ ownerId, dueOn }) => ownerId !== null || dueOn !== null);
  await createTasks(ctx, { unitId, on, originId: id, tasks: due.map(({ id: taskId, text, ownerId, dueOn }) => ({ id: taskId, title: text, ownerId, dueOn })) });
}

async function hasRegularIn(ctx: Ctx, { unitId, month }: { unitId: Id<'unit'>; month: string }): Promise<boolean> {
  const first = `${month}-01` as Day;
  const found = await ctx.db.selectFrom('meetings').select('id').where('unit_id', '=', unitId).where('kind', '=', 'regular').where('state', '<>', 'cancelled')
    .where('held_on', '>=', first).where('held_on', '<=', lastOf(month)).limit(1).executeTakeFirst();
  return found !== undefined;
}

function dayOf(from: string, { at, dayOfMonth }: { at: number; dayOfMonth: number }): Day {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const first = new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7);
  const wanted = `${first}-${String(dayOfMonth).padStart(2, '0')}` as Day;
  const last = lastOf(first);
  return wanted > last ? last : wanted;
}

function lastOf(month: string): Day {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return addDays(new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10) as Day, -1);
}

function countsOf(meeting: Meeting): Readonly<Record<string, unknown>> {
  const { expected, present, online, excused, absent } = countRoll(meeting.roll);
  return { kind: meeting.kind, on: meeting.on, expected, present: present + online, excused, absent, ...(meeting.isLate ? { late: true } : {}) };
}

function doneWith({ id, version }: Meeting): Done {
  return { id, version };
}
