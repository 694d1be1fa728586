/**
 * The only writer of meetings with their books, rolls and guests. A meeting is read whole, changed by a rule and written by
 * what changed; the counters on its row are those of its roll. Ids of roll and guests come from outside, hence upserts.
 */
import './meeting.tables.ts';
import { isDeepStrictEqual } from 'node:util';
import { sql, type Selectable } from 'kysely';
import { markMeetings } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Hand } from '../meeting.hands.ts';
import { isHeld, lengthOf, type Attendance, type Guest, type Meeting, type Official, type Progress, type Score } from '../meeting.ts';
import { countRoll } from '../meeting.roll.ts';
import type { Basis, GuestRole, LeaveReason, Mark, MeetingKind, MeetingState, Mode } from '../meeting.kinds.ts';
import { handsWith, type LockedMeeting } from './meeting.hands.ts';
import type { AttendancesTable, MeetingGuestsTable, MeetingsTable } from './meeting.tables.ts';

/** What is only ever read with its meeting. */
export interface MeetingContent extends Pick<Meeting, 'agenda' | 'opinions' | 'votes' | 'conclusions' | 'additions'> {
  readonly points: Readonly<Record<string, number>> | null;
  readonly text: string | null;
  readonly isTextStale: boolean;
  /** Nothing in a book that was written before they were noted. */
  readonly chair?: Official | null;
  readonly writer?: Official | null;
}

/** Two acts on one meeting follow each other. Undefined where there is none. */
export async function lockMeeting(ctx: Ctx, id: Id<'meeting'>): Promise<LockedMeeting | undefined> {
  const row = await rowWith(ctx, id).forUpdate().executeTakeFirst();
  if (!row) return undefined;
  const { content, hands } = await bookWith(ctx, id).select(['content', 'hands']).executeTakeFirstOrThrow();
  return { ...(await wholeOf(ctx, row, content)), hands: hands ?? [] };
}

export async function findMeeting(ctx: Ctx, id: Id<'meeting'>): Promise<Meeting | undefined> {
  const row = await rowWith(ctx, id).executeTakeFirst();
  if (!row) return undefined;
  const { content } = await bookWith(ctx, id).select('content').executeTakeFirstOrThrow();
  return wholeOf(ctx, row, content);
}

function rowWith(ctx: Ctx, id: Id<'meeting'>) {
  return ctx.db.selectFrom('meetings').selectAll().where('home_id', '=', homeOf(id)).where('id', '=', id);
}

function bookWith(ctx: Ctx, id: Id<'meeting'>) {
  return ctx.db.selectFrom('meeting_books').where('home_id', '=', homeOf(id)).where('meeting_id', '=', id);
}

async function wholeOf(ctx: Ctx, row: Selectable<MeetingsTable>, content: MeetingContent): Promise<Meeting> {
  const { home_id: home, id } = row;
  const roll = await ctx.db.selectFrom('attendances').selectAll().where('home_id', '=', home).where('held_on', '=', row.held_on).where('meeting_id', '=', id).execute();
  const guests = await ctx.db.selectFrom('meeting_guests').selectAll().where('home_id', '=', home).where('meeting_id', '=', id).orderBy('id').execute();
  return meetingOf(row, { content, roll: roll.map(attendanceOf), guests: guests.map(guestOf) });
}

/** Answers the meeting with the version under which it now stands. */
export async function insertMeeting(ctx: Ctx, meeting: Meeting): Promise<Meeting> {
  const made = { ...meeting, version: 1 };
  const key = { home_id: homeOf(meeting.id), id: meeting.id };
  await ctx.db.insertInto('meetings').values({ ...key, ...rowOf(made), recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
  await ctx.db.insertInto('meeting_books').values({ home_id: key.home_id, meeting_id: made.id, content: JSON.stringify(contentOf(made)), hands: written(handsWith(ctx, undefined, made)) }).execute();
  await saveRoll(ctx, { ...made, roll: [] }, made);
  await saveGuests(ctx, { ...made, guests: [] }, made);
  await markHeld(ctx, [made]);
  return made;
}

export async function saveMeeting(ctx: Ctx, before: LockedMeeting, after: Meeting): Promise<Meeting> {
  const saved = { ...after, version: before.version + 1 };
  const home = homeOf(saved.id);
  await saveRoll(ctx, before, saved);
  await ctx.db.updateTable('meetings').set(rowOf(saved)).where('home_id', '=', home).where('id', '=', saved.id).execute();
  await saveBook(ctx, before, saved);
  await saveGuests(ctx, before, saved);
  if (!isDeepStrictEqual(rowOf({ ...before, version: saved.version }), rowOf(saved))) await markHeld(ctx, [before, saved]);
  return saved;
}

async function saveBook(ctx: Ctx, before: LockedMeeting, saved: Meeting): Promise<void> {
  const content = contentOf(saved);
  const hands = handsWith(ctx, before, saved);
  const changed = { ...(isDeepStrictEqual(contentOf(before), content) ? {} : { content: JSON.stringify(content) }), ...(hands ? { hands: written(hands) } : {}) };
  if (Object.keys(changed).length > 0) await ctx.db.updateTable('meeting_books').set(changed).where('home_id', '=', homeOf(saved.id)).where('meeting_id', '=', saved.id).execute();
}

function written(hands: readonly Hand[] | undefined): string | null {
  return hands && hands.length > 0 ? JSON.stringify(hands) : null;
}

/** Figures count those that are closed: what they counted before is said of, and what they count now. */
export async function markHeld(ctx: Ctx, meetings: readonly Meeting[]): Promise<void> {
  await markMeetings(ctx.db, meetings.filter(isHeld).map(({ unitId, on, roll }) => ({ unitId, on, absent: roll.filter(isMissing).map(({ personId }) => personId) })));
}

function isMissing({ mark, basis }: Attendance): boolean {
  return mark === 'absent' && basis === 'expected';
}

async function saveRoll(ctx: Ctx, before: Meeting, after: Meeting): Promise<void> {
  const home = homeOf(after.id);
  const old = new Map(before.roll.map((one) => [one.personId, one]));
  if (before.roll.length > 0 && after.roll.length === 0) {
    await ctx.db.deleteFrom('attendances').where('home_id', '=', home).where('held_on', '=', before.on).where('meeting_id', '=', after.id).execute();
    return;
  }
  const changed = after.roll.filter((one) => !isDeepStrictEqual(old.get(one.personId), one));
  if (changed.length === 0) return;
  // One statement however many there are: a roll of hundreds is marked at once.
  await sql`insert into attendances (home_id, held_on, meeting_id, person_id, unit_id, basis, standing, mark, reason)
    select ${home}::smallint, ${after.on}::date, ${after.id}::uuid, a.person_id, ${after.unitId}::uuid, a.basis, a.standing, a.mark, a.reason
    from unnest(${changed.map(({ personId }) => personId)}::uuid[], ${changed.map(({ basis }) => basis)}::text[], ${changed.map(({ standing }) => standing)}::text[],
      ${changed.map(({ mark }) => mark)}::text[], ${changed.map(({ reason }) => reason)}::text[]) a(person_id, basis, standing, mark, reason)
    on conflict (home_id, held_on, meeting_id, person_id) do update set mark = excluded.mark, reason = excluded.reason`.execute(ctx.db);
}

async function saveGuests(ctx: Ctx, before: Meeting, after: Meeting): Promise<void> {
  const home = homeOf(after.id);
  const old = new Map(before.guests.map((guest) => [guest.id, guest]));
  const kept = new Set(after.guests.map(({ id }) => id));
  for (const { id } of before.guests) if (!kept.has(id)) await ctx.db.deleteFrom('meeting_guests').where('home_id', '=', home).where('id', '=', id).execute();
  for (const guest of after.guests) {
    if (isDeepStrictEqual(old.get(guest.id), guest)) continue;
    const row = { name: guest.name, role: guest.role, person_id: guest.personId, is_present: guest.isPresent };
    if (old.has(guest.id)) await ctx.db.updateTable('meeting_guests').set(row).where('home_id', '=', home).where('id', '=', guest.id).execute();
    else await ctx.db.insertInto('meeting_guests').values({ home_id: home, id: guest.id, meeting_id: after.id, ...row }).execute();
  }
}

export interface Answer {
  readonly personId: Id<'person'>;
  readonly answer: 'coming' | 'leave';
  readonly reason: LeaveReason | null;
  readonly decision: 'granted' | 'refused' | null;
}

export async function listAnswers(ctx: Ctx, id: Id<'meeting'>): Promise<Answer[]> {
  const found = await ctx.db.selectFrom('meeting_answers').selectAll().where('home_id', '=', homeOf(id)).where('meeting_id', '=', id).execute();
  return found.map((row) => ({ personId: row.person_id as Id<'person'>, answer: row.answer as Answer['answer'], reason: row.reason as LeaveReason | null, decision: row.decision as Answer['decision'] }));
}

/** The last answer stands; without one it is taken back. */
export async function saveAnswer(ctx: Ctx, id: Id<'meeting'>, { personId, answer, reason, decision }: Omit<Answer, 'answer'> & { answer: Answer['answer'] | null }): Promise<void> {
  const key = { home_id: homeOf(id), meeting_id: id, person_id: personId };
  if (answer === null) {
    await ctx.db.deleteFrom('meeting_answers').where('home_id', '=', key.home_id).where('meeting_id', '=', id).where('person_id', '=', personId).execute();
    return;
  }
  const row = { answer, reason, decision, answered_at: ctx.now, answered_by: ctx.actor?.accountId ?? null };
  await ctx.db.insertInto('meeting_answers').values({ ...key, ...row }).onConflict((conflict) => conflict.columns(['home_id', 'meeting_id', 'person_id']).doUpdateSet(row)).execute();
}

/** What was answered was answered about another day. */
export async function deleteAnswers(ctx: Ctx, id: Id<'meeting'>): Promise<void> {
  await ctx.db.deleteFrom('meeting_answers').where('home_id', '=', homeOf(id)).where('meeting_id', '=', id).execute();
}

export function contentOf({ agenda, opinions, votes, conclusions, additions, chair, writer, score, minutes, areMinutesStale }: Meeting): MeetingContent {
  return { agenda, opinions, votes, conclusions, additions, chair, writer, points: score?.points ?? null, text: minutes, isTextStale: areMinutesStale };
}

/** The row of `meetings`, counters counted from the roll. */
export function rowOf(meeting: Meeting) {
  const { expected, present, online, excused, absent, fullExpected, fullPresent } = countRoll(meeting.roll);
  const came = meeting.guests.filter(({ isPresent }) => isPresent);
  const { progress } = meeting;
  return {
    unit_id: meeting.unitId, kind: meeting.kind, is_extended: meeting.isExtended, state: progress.is, held_on: meeting.on, starts: meeting.starts, ends: meeting.ends, place: meeting.place,
    mode: meeting.mode, topic: meeting.topic, series_id: meeting.seriesId, postponed_from: meeting.postponedFrom, reason: progress.is === 'cancelled' ? progress.reason : meeting.postponedBecause,
    invited_on: progress.is === 'invited' ? progress.since : null, adopted_on: progress.is === 'adopted' ? progress.on : null, opened_on: meeting.openedOn, is_late: meeting.isLate, minutes: lengthOf(meeting) ?? null,
    expected, present, online, excused, absent, full_expected: fullExpected, full_present: fullPresent, guests: came.length, heads: came.filter(({ role }) => role === 'head').length,
    score: meeting.score?.total ?? null, score_level: meeting.score?.level ?? null, version: meeting.version,
  };
}

export interface Parts {
  readonly content: MeetingContent;
  readonly roll: readonly Attendance[];
  readonly guests: readonly Guest[];
}

export function meetingOf(row: Selectable<MeetingsTable>, { content: { points, text, isTextStale = false, chair = null, writer = null, ...content }, roll, guests }: Parts): Meeting {
  return {
    ...content, roll, guests, chair, writer, minutes: text, areMinutesStale: isTextStale, id: row.id as Id<'meeting'>, unitId: row.unit_id as Id<'unit'>, kind: row.kind as MeetingKind, isExtended: row.is_extended, progress: progressOf(row),
    on: row.held_on as Day, starts: clockOf(row.starts), ends: clockOf(row.ends), place: row.place, mode: row.mode as Mode, topic: row.topic, seriesId: row.series_id as Id<'meeting'> | null,
    postponedFrom: row.postponed_from as Day | null, postponedBecause: row.state === 'cancelled' || row.postponed_from === null ? null : row.reason, openedOn: row.opened_on as Day | null, isLate: row.is_late,
    score: points === null || row.score === null ? null : { points, total: Number(row.score), level: row.score_level as Score['level'] }, version: row.version,
  };
}

function progressOf(row: Selectable<MeetingsTable>): Progress {
  switch (row.state as MeetingState) {
    case 'invited': return { is: 'invited', since: row.invited_on as Day };
    case 'adopted': return { is: 'adopted', on: row.adopted_on as Day };
    case 'cancelled': return { is: 'cancelled', reason: row.reason ?? '' };
    case 'open': return { is: 'open' };
    case 'closed': return { is: 'closed' };
    case 'planned': return { is: 'planned' };
  }
}

/** `19:30:00` as the database writes it. */
export function clockOf(time: string | null): string | null {
  return time === null ? null : time.slice(0, 5);
}

export function attendanceOf(row: Selectable<AttendancesTable>): Attendance {
  return { personId: row.person_id as Id<'person'>, basis: row.basis as Basis, standing: row.standing as Attendance['standing'], mark: row.mark as Mark | null, reason: row.reason as LeaveReason | null };
}

export function guestOf(row: Selectable<MeetingGuestsTable>): Guest {
  return { id: row.id as Id<'guest'>, name: row.name, role: row.role as GuestRole, personId: row.person_id as Id<'person'> | null, isPresent: row.is_present };
}
