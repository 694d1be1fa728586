/** Acts before a meeting: planned, for months ahead, changed, put off, called off, called, answered. */
import type { z } from 'zod';
import { mayDo, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { lockSubject } from '../../../platform/db/database.ts';
import { record as tell } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import { workingCalendar } from '../../rules/server/index.ts';
import { unitOn } from '../../units/server/index.ts';
import * as rules from '../meeting.ts';
import type { Meeting, Plan } from '../meeting.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { answerAfter, refusalOfAnswer } from '../meeting.answers.ts';
import { dayHeld, planOver, refusalOfOtherAnswer, unlessOther } from '../meeting.changed.ts';
import { kindsAt } from '../meeting.kinds.ts';
import { agendaFor } from '../meeting.papers.ts';
import { daysOfMonths, type DayOfMonth } from '../plan.months.ts';
import { monthsFrom } from '../thematic.months.ts';
import { rollOf } from './meeting.people.ts';
import { deleteAnswers, findMeeting, insertMeeting, listAnswers, saveAnswer } from './meeting.store.ts';
import { toldByAnswer } from './meeting.hands.ts';
import { carryOut, doneWith, requireHome, takeMeeting, type Done } from './meeting.act.ts';

type Input<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['input']>;

interface PlannedMonths {
  readonly planned: (DayOfMonth & { readonly id: Id<'meeting'> })[];
  readonly skipped: number;
}

export async function plan(ctx: Ctx, { id, unitId, seen, ...given }: Input<'plan'>): Promise<Done> {
  await take(ctx, 'meeting.record', unitId);
  if (seen) await requireNoOther(ctx, { unitId, seen, given });
  const meeting = await insertMeeting(ctx, await planned(ctx, { id, unitId, given }));
  tell(ctx, { type: 'meeting.planned', subjectId: meeting.id, unitId, data: { kind: meeting.kind, on: meeting.on } });
  return doneWith(meeting);
}

/** A month that has a regular meeting, planned or held, is left as it is. On a public holiday none is planned. */
export async function planMonths(ctx: Ctx, { unitId, from, months, dayOfMonth, starts, place, ids }: Input<'planMonths'>): Promise<PlannedMonths> {
  await take(ctx, 'meeting.record', unitId);
  // Two who plan the same months at once follow each other.
  await lockSubject(ctx.db, `meetings planned at ${unitId}`);
  const made: (DayOfMonth & { readonly id: Id<'meeting'> })[] = [];
  for (const [at, { on, movedFrom }] of daysOfMonths({ from, months, dayOfMonth }, await workingCalendar(ctx, yearsOf({ from, months }))).entries()) {
    if (on < ctx.today) continue;
    if (await hasRegularIn(ctx, { unitId, month: on.slice(0, 7) })) continue;
    const given = { kind: 'regular', isExtended: false, on, starts, place, mode: 'in_person', topic: null, seriesId: null } as const;
    const { id } = await insertMeeting(ctx, await planned(ctx, { id: ids?.[at], unitId, given }));
    made.push({ id, on, movedFrom });
  }
  if (made.length > 0) tell(ctx, { type: 'meeting.monthsPlanned', subjectId: made[0]!.id, unitId, data: { count: made.length, from } });
  return { planned: made, skipped: months - made.length };
}

/** Whole years: a weekend is a holiday by the days after it. */
function yearsOf({ from, months }: Pick<Input<'planMonths'>, 'from' | 'months'>): { from: Day; to: Day } {
  const last = monthsFrom(from, months + 1).at(-1)!; // at least the month itself
  return { from: `${from.slice(0, 4)}-01-01` as Day, to: `${last.slice(0, 4)}-12-31` as Day };
}

export async function change(ctx: Ctx, { id, version, ...given }: Input<'change'>): Promise<Done> {
  return carryOut(ctx, { id, version, kind: 'changed', check: (meeting) => requirePlan(ctx, { ...given, unitId: meeting.unitId, on: meeting.on }),
    rule: async (meeting) => {
      const wanted = orThrow(planOver(meeting, given));
      return orThrow(rules.changePlan(meeting, { ...wanted, seriesId: await firstSitting(ctx, { ...wanted, id, unitId: meeting.unitId }) }, ctx.today));
    } });
}

export async function postpone(ctx: Ctx, { id, on, reason, seen }: Input<'postpone'>): Promise<Done> {
  return carryOut(ctx, { id, kind: 'postponed', check: (meeting) => requirePlan(ctx, { ...meeting, on }),
    rule: (meeting) => unlessOther(meeting, rules.postpone(meeting, { on, reason, today: ctx.today }), { of: dayHeld, seen }), also: () => deleteAnswers(ctx, id) });
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
  return answerFor(ctx, await takeMeeting(ctx, id), given).catch(async (error: unknown) => { throw await toldByAnswer(ctx, { id, personId: given.personId }, error); });
}

/** Of a meeting that is locked and on which the caller may be answered for. */
export async function answerFor(ctx: Ctx, meeting: Meeting, { seen, ...given }: Omit<Input<'answer'>, 'id'>): Promise<Done> {
  const { id } = meeting;
  const refusal = refusalOfAnswer(meeting, given);
  if (refusal) throw new Problem(refusal);
  const roll = await rollOf(ctx, meeting);
  if (!roll.some(({ personId }) => personId === given.personId)) throw new Problem({ code: 'meetings.notOnRoll', kind: 'conflict' });
  const before = (await listAnswers(ctx, id)).find(({ personId }) => personId === given.personId);
  const after = answerAfter(before, given);
  const other = refusalOfOtherAnswer({ before, after, seen });
  if (other) throw new Problem(other);
  await saveAnswer(ctx, id, after);
  tell(ctx, { type: 'meeting.answered', subjectId: id, unitId: meeting.unitId, personId: given.personId, data: { answer: given.answer, decision: given.decision } });
  return doneWith(meeting);
}

interface Planning {
  readonly id: Id<'meeting'> | undefined;
  readonly unitId: Id<'unit'>;
  readonly given: Plan;
}

export async function planned(ctx: Ctx, { id, unitId, given }: Planning): Promise<Meeting> {
  await requirePlan(ctx, { ...given, unitId });
  if (id) requireHome(id, unitId);
  const known = id && (await findMeeting(ctx, id));
  if (known) throw await already(ctx, known);
  const seriesId = await firstSitting(ctx, { ...given, id, unitId });
  const made = id ?? newId<'meeting'>(homeOf(unitId));
  return orThrow(rules.plan({ ...given, seriesId, id: made, unitId, agenda: agendaFor({ id: made, kind: given.kind }) }, ctx.today));
}

/** Two who plan without seeing each other mean the same meeting: which, a person says. */
async function requireNoOther(ctx: Ctx, { unitId, seen, given: { kind, on } }: { unitId: Id<'unit'>; seen: readonly Id<'meeting'>[]; given: Plan }): Promise<void> {
  await lockSubject(ctx.db, `meetings planned at ${unitId}`);
  const { from, to } = rules.sameMeetingWithin(kind, on);
  const other = await ctx.db.selectFrom('meetings').select(['id', 'unit_id', 'held_on']).where('unit_id', '=', unitId).where('kind', '=', kind).where('state', '<>', 'cancelled')
    .where('held_on', '>=', from).where('held_on', '<=', to).where((row) => (seen.length === 0 ? row.val(true) : row('id', 'not in', [...seen]))).orderBy('held_on').orderBy('id').limit(1).executeTakeFirst();
  if (other) throw await already(ctx, { id: other.id as Id<'meeting'>, unitId, on: other.held_on as Day });
}

/** Which meeting it is, is told to whoever may read it. */
async function already(ctx: Ctx, { id, unitId, on }: Pick<Meeting, 'id' | 'unitId' | 'on'>): Promise<Problem> {
  const isReadable = await mayDo(ctx, 'meeting.read', unitId);
  return new Problem({ code: 'meetings.already', kind: 'conflict', ...(isReadable ? { data: { id, on } } : {}) });
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
    .where('held_on', '>=', first).where('held_on', '<=', rules.lastDayOf(month)).limit(1).executeTakeFirst();
  return found !== undefined;
}
