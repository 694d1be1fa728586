/**
 * A member's own meetings: what is ahead with its papers, the answer to the invitation, and where one was. Asks no unit: whoever
 * signs in as a person sees what concerns that person, and of others nothing.
 */
import './meeting.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { FileAnswer } from '../../../platform/http/routes.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { meetingContract } from '../meeting.contract.ts';
import type { LeaveReason, Mark, MeetingKind, MeetingState } from '../meeting.kinds.ts';
import type { Meeting } from '../meeting.ts';
import { committeePosts, standingPosts } from '../meeting.roster.ts';
import type { Done } from './meeting.act.ts';
import { calendarAnswer } from './meeting.documents.ts';
import { hasStudied } from './meeting.people.ts';
import { answerFor } from './meeting.planning.ts';
import { clockOf, findMeeting, lockMeeting } from './meeting.store.ts';

type Input<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['input']>;
type Answer<K extends keyof typeof meetingContract> = z.input<(typeof meetingContract)[K]['output']>;

interface AheadRow {
  readonly id: Id<'meeting'>;
  readonly unit_name: string;
  readonly kind: MeetingKind;
  readonly is_extended: boolean;
  readonly state: MeetingState;
  readonly held_on: Day;
  readonly starts: string | null;
  readonly place: string | null;
  readonly topic: string | null;
  readonly answer: 'coming' | 'leave' | null;
  readonly reason: LeaveReason | null;
  readonly decision: 'granted' | 'refused' | null;
  readonly papers: OwnPaper[];
  readonly agenda: string[];
}

export interface OwnPaper {
  readonly id: Id<'meetingFile'>;
  readonly name: string;
  readonly size: number;
}

const mostAhead = 30;

/** Of the meeting `m`; a sign-in sheet shows the names of others. */
export const papersOfIt = sql`coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size) order by f.recorded_at, f.id) from meeting_files f where f.home_id = m.home_id and f.meeting_id = m.id and f.kind = 'paper'), '[]')`;

/** Planned or called, from today on, the next first. */
export async function listOwnAhead(ctx: Ctx): Promise<Answer<'ownAhead'>> {
  const me = ownPerson(ctx, 'self.read');
  const found = await rows(ctx.db, sql<AheadRow>`
    select m.id, coalesce(${unitNameAt('m.unit_id', sql`m.held_on`)}, '') as unit_name, m.kind, m.is_extended, m.state, m.held_on, m.starts, m.place, m.topic, a.answer, a.reason, a.decision,
      ${papersOfIt} as papers, case when m.state in ('invited', 'open') then coalesce((select jsonb_path_query_array(b.content, '$.agenda[*].title') from meeting_books b where b.home_id = m.home_id and b.meeting_id = m.id), '[]') else '[]' end as agenda
    from meetings m left join meeting_answers a on a.home_id = m.home_id and a.meeting_id = m.id and a.person_id = ${me}
    where m.unit_id = any(${await unitsAhead(ctx, me)}::uuid[]) and m.state in ('planned', 'invited', 'open') and m.held_on >= ${ctx.today}::date and ${concerns(me)} order by m.held_on, m.starts nulls last, m.id limit ${mostAhead}`);
  return {
    items: found.map((row) => ({
      id: row.id, unit: row.unit_name, kind: row.kind, isExtended: row.is_extended, state: row.state, on: row.held_on, starts: clockOf(row.starts), place: row.place, topic: row.topic,
      answer: row.answer, reason: row.reason, decision: row.decision, agenda: row.agenda, papers: row.papers,
    })),
  };
}

/** Whose meetings may concern one from today on: cells, what stands above them, committees. Few, and more than do concern one on a day. */
async function unitsAhead(ctx: Ctx, me: Id<'person'>): Promise<Id<'unit'>[]> {
  const home = homeOf(me);
  const isAhead = (valid: string) => sql`${sql.ref(valid)} && daterange(${ctx.today}::date, null)`;
  const found = await rows(ctx.db, sql<{ unit_id: Id<'unit'> }>`
    with cells as materialized (select distinct pl.cell_id from placements pl where pl.home_id = ${home} and pl.person_id = any(array[${me}]::uuid[]) and ${isAhead('pl.valid')})
    select cell_id as unit_id from cells
    union select c.ancestor_id from cells join unit_closure c on c.descendant_id = cells.cell_id and c.hierarchy = 'party' and ${isAhead('c.valid')}
    union select po.unit_id from tenures t join posts po on po.id = t.post_id where t.home_id = ${home} and t.person_id = any(array[${me}]::uuid[]) and ${isAhead('t.valid')}`);
  return found.map((row) => row.unit_id);
}

/** The same as the roll: of the cell of the day, of an assembly above it, or of a committee whose post is held. */
export function concerns(me: Id<'person'>): RawBuilder<unknown> {
  const home = homeOf(me);
  const holds = (kinds: readonly string[]) => sql`exists (select from tenures t join posts po on po.id = t.post_id where t.home_id = ${home} and t.person_id = any(array[${me}]::uuid[]) and t.valid @> m.held_on and po.unit_id = m.unit_id and po.kind = any(${[...kinds]}::text[]))`;
  const placed = (cell: RawBuilder<unknown>) => sql`exists (select from placements pl where pl.home_id = ${home} and pl.person_id = any(array[${me}]::uuid[]) and pl.valid @> m.held_on and ${cell})`;
  return sql`case
    when m.kind in ('regular', 'thematic') then ${placed(sql`pl.cell_id = m.unit_id`)}
    when m.kind in ('conference', 'study') then ${placed(sql`exists (select from unit_closure c where c.hierarchy = 'party' and c.ancestor_id = m.unit_id and c.descendant_id = pl.cell_id and c.valid @> m.held_on)`)}
      and not (m.kind = 'study' and ${hasStudied('m', sql`${me}::uuid`)})
    when m.kind = 'briefing' then ${holds(standingPosts)} else ${holds(committeePosts)} end`;
}

interface PastRow {
  readonly id: Id<'meeting'>;
  readonly unit_name: string;
  readonly kind: MeetingKind;
  readonly is_extended: boolean;
  readonly held_on: Day;
  readonly topic: string | null;
  readonly is_adopted: boolean;
  readonly mark: Mark | null;
  readonly reason: LeaveReason | null;
}

/** Meetings that were held, with one's own mark, the latest first. */
export async function listOwnPast(ctx: Ctx, { cursor, limit }: Input<'ownPast'>): Promise<Answer<'ownPast'>> {
  const me = ownPerson(ctx, 'self.read');
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const found = await rows(ctx.db, sql<PastRow>`
    select m.id, coalesce(${unitNameAt('m.unit_id', sql`m.held_on`)}, '') as unit_name, m.kind, m.is_extended, m.held_on, m.topic, m.state = 'adopted' as is_adopted, a.mark, a.reason
    from attendances a join meetings m on m.home_id = a.home_id and m.id = a.meeting_id and m.state in ('closed', 'adopted')
    where a.person_id = ${me} ${after ? sql`and (a.held_on, a.meeting_id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``} order by a.held_on desc, a.meeting_id desc limit ${limit + 1}`);
  return pageOf(found, {
    limit, key: (row) => [row.held_on, row.id],
    item: (row) => ({ id: row.id, unit: row.unit_name, kind: row.kind, isExtended: row.is_extended, on: row.held_on, topic: row.topic, mark: row.mark, reason: row.reason, isAdopted: row.is_adopted }),
  });
}

/** Coming, or leave asked; what the secretary decided before falls with a new answer. */
export async function answerOwn(ctx: Ctx, { id, answer, reason }: Input<'answerOwn'>): Promise<Done> {
  const me = ownPerson(ctx, 'self.answer');
  const meeting = await lockMeeting(ctx, id);
  if (!meeting || !(await isConcerned(ctx, id, me))) throw notFound();
  return answerFor(ctx, meeting, { personId: me, answer, reason, decision: null });
}

/** Papers alone: a sign-in sheet shows the names of others. */
export async function readOwnPaper(ctx: Ctx, { id, fileId }: Input<'ownPaper'>): Promise<FileAnswer> {
  const me = ownPerson(ctx, 'self.read');
  if (!(await isConcerned(ctx, id, me))) throw notFound();
  const file = await ctx.db.selectFrom('meeting_files').select(['name', 'media_type', 'content']).where('home_id', '=', homeOf(id)).where('id', '=', fileId).where('meeting_id', '=', id).where('kind', '=', 'paper').executeTakeFirst();
  if (!file) throw notFound();
  return new FileAnswer({ name: file.name, type: file.media_type, body: file.content });
}

/** Once called: what is only planned may still move. */
export async function readOwnCalendar(ctx: Ctx, { id }: Input<'ownCalendar'>): Promise<FileAnswer> {
  const me = ownPerson(ctx, 'self.read');
  const meeting = (await isConcerned(ctx, id, me)) ? await findMeeting(ctx, id) : undefined;
  if (!meeting || !isCalled(meeting)) throw notFound();
  return calendarAnswer(ctx, meeting);
}

function isCalled({ progress }: Meeting): boolean {
  return progress.is === 'invited' || progress.is === 'open';
}

export async function isConcerned(ctx: Ctx, id: Id<'meeting'>, me: Id<'person'>): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ found: boolean }>`select ${concerns(me)} as found from meetings m where m.home_id = ${homeOf(id)} and m.id = ${id}`);
  return row?.found ?? false;
}

export function ownPerson(ctx: Ctx, verb: 'self.read' | 'self.answer'): Id<'person'> {
  takeAnywhere(ctx, verb);
  const id = ctx.actor?.personId;
  if (!id) throw new Problem({ code: 'people.noOwnRecord', kind: 'not_found' });
  return id;
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
