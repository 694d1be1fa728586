/**
 * The sample as of the day on which it is loaded: the months before it, and what its accounts find to do. The acts are those of
 * the API: a member working away who is to be called, tasks of earlier meetings settled, what cells told of those of the commune, the next meeting called with its paper
 * and answers, others planned.
 */
import { cellDay, committeeDay, dayOfMonth, findSamplePlaces, giveLastTasks, holdLastMonths, type SamplePlaces } from '../modules/cases/server/index.ts';
import { awayPlace, awayWork, committeeHall, paperName, themes, toldProgress, villageHall } from '../modules/cases/sample.words.ts';
import { meetingContract } from '../modules/meetings/meeting.contract.ts';
import { membershipContract } from '../modules/membership/membership.contract.ts';
import { taskContract } from '../modules/tasks/task.contract.ts';
import type { Ctx } from '../platform/context.ts';
import { addDays } from '../platform/day.ts';
import type { Id } from '../platform/ids.ts';
import { perform, performFile } from './perform.ts';
import { petition } from './sample.petitions.ts';
import { rate } from './sample.ratings.ts';
import { review } from './sample.reviews.ts';
import { visit } from './sample.visits.ts';

/** Call within the act that loads the sample. */
export async function bringToToday(ctx: Ctx): Promise<void> {
  const places = await findSamplePlaces(ctx);
  await goAway(ctx, places);
  await holdLastMonths(ctx, places);
  await settleTasks(ctx, places);
  await tellTasks(ctx, places);
  await planAhead(ctx, places);
  await rate(ctx, places);
  await review(ctx, places);
  await petition(ctx, places);
  await visit(ctx);
}

/** With leave, spoken to a month ago, to be called today. */
async function goAway(ctx: Ctx, { leavingId: personId }: SamplePlaces): Promise<void> {
  const period = { from: addDays(ctx.today, -100), to: null };
  await perform(ctx, membershipContract.goAway, { personId, period, place: awayPlace, withLeave: true });
  await perform(ctx, membershipContract.keepContact, { personId, on: addDays(ctx.today, -30), dueOn: ctx.today, work: awayWork });
}

/** All but those of the last two meetings, each on its last day. */
async function settleTasks(ctx: Ctx, { cellId: unitId }: SamplePlaces): Promise<void> {
  const { items } = await perform(ctx, taskContract.list, { unitId, state: 'open' });
  for (const { id, dueOn } of items) if (dueOn !== null && dueOn < addDays(ctx.today, -3)) await perform(ctx, taskContract.settle, { id, state: 'done', on: dueOn });
}

/** What the cells have told of the tasks that the commune gave them. */
async function tellTasks(ctx: Ctx, places: SamplePlaces): Promise<void> {
  for (const { id, progress, toldAgo, isReported } of await giveLastTasks(ctx, places)) {
    const saidAt = `${addDays(ctx.today, -toldAgo)}T02:00:00.000Z`;
    if (progress > 0) await perform(ctx, taskContract.work, { id, act: 'progress', saidAt, progress, note: toldProgress });
    if (isReported) await perform(ctx, taskContract.work, { id, act: 'report', saidAt });
  }
}

/** The next regular meeting is called; the one after it, a thematic one and the committee's next are planned. */
async function planAhead(ctx: Ctx, { cellId: unitId, communeId }: SamplePlaces): Promise<void> {
  const next = dayOfMonth(ctx.today, { months: Number(ctx.today.slice(8)) <= cellDay ? 0 : 1, on: cellDay });
  const ofCell = { unitId, starts: '19:30', place: villageHall };
  const { id } = await perform(ctx, meetingContract.plan, { ...ofCell, kind: 'regular', on: next });
  await attachLastMinutes(ctx, { id, unitId });
  await perform(ctx, meetingContract.invite, { id });
  await answer(ctx, id);
  await perform(ctx, meetingContract.plan, { ...ofCell, kind: 'regular', on: dayOfMonth(next, { months: 1, on: cellDay }) });
  await perform(ctx, meetingContract.plan, { ...ofCell, kind: 'thematic', on: addDays(next, 12), topic: themes[0] });
  const committee = dayOfMonth(ctx.today, { months: Number(ctx.today.slice(8)) <= committeeDay ? 0 : 1, on: committeeDay });
  await perform(ctx, meetingContract.plan, { unitId: communeId, kind: 'committee', on: committee, starts: '13:30', place: committeeHall });
}

/** The paper of the next meeting: the minutes of the last that has any. */
async function attachLastMinutes(ctx: Ctx, { id, unitId }: { id: Id<'meeting'>; unitId: Id<'unit'> }): Promise<void> {
  const { items: [last] } = await perform(ctx, meetingContract.list, { unitId, state: 'adopted', limit: 1 });
  if (!last) return;
  const { body } = await performFile(ctx, meetingContract.minutesFile, { id: last.id });
  if (!Buffer.isBuffer(body)) throw new Error('minutes come as a whole file');
  await perform(ctx, meetingContract.attach, { id, kind: 'paper', name: `${paperName}.docx`, base64: body.toString('base64'), hasNoSecrecyStamp: true });
}

/** Three come, one asks for leave about which nobody has decided yet; the others have not answered. */
async function answer(ctx: Ctx, id: Id<'meeting'>): Promise<void> {
  const { roll } = await perform(ctx, meetingContract.meeting, { id });
  const [asking, ...coming] = roll.filter(({ basis }) => basis === 'expected').slice(0, 4).map(({ person }) => person.id);
  if (asking) await perform(ctx, meetingContract.answer, { id, personId: asking, answer: 'leave', reason: 'duty' });
  for (const personId of coming) await perform(ctx, meetingContract.answer, { id, personId, answer: 'coming' });
}
