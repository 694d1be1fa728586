/** Acts before a meeting: planned, for months ahead, changed, put off, called off, called, answered. */
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { lockSubject } from '../../../platform/db/database.ts';
import { record as tell } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import { unitOn } from '../../units/server/index.ts';
import * as rules from '../meeting.ts';
import type { Meeting, Plan } from '../meeting.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { kindsAt } from '../meeting.kinds.ts';
import { agendaOf } from '../meeting.papers.ts';
import { rollOf } from './meeting.people.ts';
import { deleteAnswers, findMeeting, insertMeeting, listAnswers, saveAnswer } from './meeting.store.ts';
import { carryOut, doneWith, requireHome, takeMeeting, type Done } from './meeting.act.ts';

type Input<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['input']>;

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

interface Planning {
  readonly id: Id<'meeting'> | undefined;
  readonly unitId: Id<'unit'>;
  readonly given: Plan;
}

export async function planned(ctx: Ctx, { id, unitId, given }: Planning): Promise<Meeting> {
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
