/**
 * Many meetings at once, for imports: found, put in, put in the place of others and taken out by whole statements, with the
 * same rows and counters as those that the acts write one by one (`meeting.store.ts`). Nothing here asks access.
 */
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Meeting } from '../meeting.ts';
import { attendanceOf, contentOf, guestOf, markHeld, meetingOf, rowOf, type MeetingContent } from './meeting.store.ts';
import type { AttendancesTable, MeetingGuestsTable, MeetingsTable } from './meeting.tables.ts';

interface Named {
  readonly id: Id<'meeting'>;
}

/** Whole, and held until the transaction ends. */
export async function lockMeetings(ctx: Ctx, ids: readonly Id<'meeting'>[]): Promise<Map<Id<'meeting'>, Meeting>> {
  if (ids.length === 0) return new Map();
  const these = sql`unnest(${ids.map(homeOf)}::smallint[], ${ids}::uuid[]) n (home_id, id)`;
  const found = await rows(ctx.db, sql<Selectable<MeetingsTable> & { content: MeetingContent }>`select m.*, b.content from ${these}
    join meetings m on m.home_id = n.home_id and m.id = n.id join meeting_books b on b.home_id = m.home_id and b.meeting_id = m.id order by m.id for update of m`);
  const rolls = await rows(ctx.db, sql<Selectable<AttendancesTable>>`select a.* from ${these} join meetings m on m.home_id = n.home_id and m.id = n.id
    join attendances a on a.home_id = m.home_id and a.held_on = m.held_on and a.meeting_id = m.id`);
  const guests = await rows(ctx.db, sql<Selectable<MeetingGuestsTable>>`select g.* from ${these} join meeting_guests g on g.home_id = n.home_id and g.meeting_id = n.id order by g.id`);
  const rollOf = Map.groupBy(rolls, ({ meeting_id }) => meeting_id);
  const guestsOf = Map.groupBy(guests, ({ meeting_id }) => meeting_id);
  return new Map(found.map(({ content, ...row }) => [
    row.id as Id<'meeting'>, meetingOf(row, { content, roll: (rollOf.get(row.id) ?? []).map(attendanceOf), guests: (guestsOf.get(row.id) ?? []).map(guestOf) }),
  ]));
}

export async function insertMeetings(ctx: Ctx, meetings: readonly Meeting[]): Promise<void> {
  const by = { recorded_at: ctx.now.toISOString(), recorded_by: ctx.actor?.accountId ?? null };
  await insertJson(ctx, 'meetings', meetings.map((meeting) => ({ ...keyOf(meeting), ...rowOf(meeting), ...by })));
  await insertJson(ctx, 'meeting_books', meetings.map(bookOf));
  await insertRolls(ctx, meetings);
  await insertGuests(ctx, meetings);
  await markHeld(ctx, meetings);
}

export interface Replacement {
  readonly before: Meeting;
  readonly after: Meeting;
}

/** The row stays, whatever refers to it; who recorded it first stays with it. */
export async function replaceMeetings(ctx: Ctx, list: readonly Replacement[]): Promise<void> {
  if (list.length === 0) return;
  const after = list.map((one) => one.after);
  await deleteParts(ctx, list.map(({ before }) => before));
  const changed = after.map((meeting) => ({ ...keyOf(meeting), ...rowOf(meeting) }));
  const settings = sql.join(Object.keys(rowOf(after[0]!)).map((column) => sql`${sql.id(column)} = n.${sql.id(column)}`));
  await sql`update meetings m set ${settings}
    from jsonb_populate_recordset(null::meetings, ${JSON.stringify(changed)}::jsonb) n where m.home_id = n.home_id and m.id = n.id`.execute(ctx.db);
  await sql`update meeting_books b set content = n.content, hands = null from jsonb_populate_recordset(null::meeting_books, ${JSON.stringify(after.map(bookOf))}::jsonb) n
    where b.home_id = n.home_id and b.meeting_id = n.meeting_id`.execute(ctx.db);
  await insertRolls(ctx, after);
  await insertGuests(ctx, after);
  await markHeld(ctx, list.flatMap((one) => [one.before, one.after]));
}

/** Files and answers keep a meeting from being taken out: the database refuses. */
export async function deleteMeetings(ctx: Ctx, meetings: readonly Meeting[]): Promise<void> {
  if (meetings.length === 0) return;
  await deleteParts(ctx, meetings);
  await sql`delete from meeting_books b using ${theseOf(meetings)} where b.home_id = n.home_id and b.meeting_id = n.id`.execute(ctx.db);
  await sql`delete from meetings m using ${theseOf(meetings)} where m.home_id = n.home_id and m.id = n.id`.execute(ctx.db);
  await markHeld(ctx, meetings);
}

/** Whether another meeting goes on from one of these. */
export async function haveLaterSittings(ctx: Ctx, meetings: readonly Meeting[]): Promise<boolean> {
  const ids = meetings.map(({ id }) => id);
  return (await firstRow(ctx.db, sql`select from unnest(${meetings.map(({ unitId }) => unitId)}::uuid[], ${ids}::uuid[]) n (unit_id, id)
    join meetings m on m.unit_id = n.unit_id and m.series_id = n.id where m.id <> all(${ids}::uuid[]) limit 1`)) !== undefined;
}

/** Whether one of these people stands on a roll, among guests or answers for a task: no key of the database leads from there to people. */
export async function areNamedInMeetings(ctx: Ctx, people: readonly Id<'person'>[]): Promise<boolean> {
  return (await firstRow(ctx.db, sql`select from unnest(${people}::uuid[]) n (id) where exists (select from attendances a where a.person_id = n.id)
    or exists (select from meeting_guests g where g.person_id = n.id) or exists (select from tasks t where t.owner_id = n.id) limit 1`)) !== undefined;
}

async function deleteParts(ctx: Ctx, meetings: readonly Meeting[]): Promise<void> {
  await sql`delete from attendances a using unnest(${meetings.map(({ id }) => homeOf(id))}::smallint[], ${meetings.map(({ on }) => on)}::date[], ${meetings.map(({ id }) => id)}::uuid[]) n (home_id, held_on, id)
    where a.home_id = n.home_id and a.held_on = n.held_on and a.meeting_id = n.id`.execute(ctx.db);
  await sql`delete from meeting_guests g using ${theseOf(meetings)} where g.home_id = n.home_id and g.meeting_id = n.id`.execute(ctx.db);
}

async function insertRolls(ctx: Ctx, meetings: readonly Meeting[]): Promise<void> {
  const list = meetings.flatMap((meeting) => meeting.roll.map((one) => ({ ...one, meeting })));
  if (list.length === 0) return;
  // Column by column: PostgreSQL reads arrays many times faster than JSON.
  const column = <T>(of: (one: (typeof list)[number]) => T): T[] => list.map(of);
  await sql`insert into attendances (home_id, held_on, meeting_id, person_id, unit_id, basis, standing, mark, reason) select * from unnest(
    ${column(({ meeting }) => homeOf(meeting.id))}::smallint[], ${column(({ meeting }) => meeting.on)}::date[], ${column(({ meeting }) => meeting.id)}::uuid[], ${column(({ personId }) => personId)}::uuid[],
    ${column(({ meeting }) => meeting.unitId)}::uuid[], ${column(({ basis }) => basis)}::text[], ${column(({ standing }) => standing)}::text[], ${column(({ mark }) => mark)}::text[], ${column(({ reason }) => reason)}::text[])`.execute(ctx.db);
}

async function insertGuests(ctx: Ctx, meetings: readonly Meeting[]): Promise<void> {
  await insertJson(ctx, 'meeting_guests', meetings.flatMap((meeting) => meeting.guests.map((guest) => (
    { home_id: homeOf(meeting.id), id: guest.id, meeting_id: meeting.id, name: guest.name, role: guest.role, person_id: guest.personId, is_present: guest.isPresent }))));
}

async function insertJson(ctx: Ctx, table: 'meetings' | 'meeting_books' | 'meeting_guests', list: readonly object[]): Promise<void> {
  if (list.length === 0) return;
  await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(list)}::jsonb)`.execute(ctx.db);
}

function bookOf(meeting: Meeting) {
  return { home_id: homeOf(meeting.id), meeting_id: meeting.id, content: contentOf(meeting) };
}

function keyOf({ id }: Named) {
  return { home_id: homeOf(id), id };
}

function theseOf(meetings: readonly Named[]) {
  return sql`unnest(${meetings.map(({ id }) => homeOf(id))}::smallint[], ${meetings.map(({ id }) => id)}::uuid[]) n (home_id, id)`;
}
