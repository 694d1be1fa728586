/** Reads of meetings: lists within reach, and what belongs on the agenda of one. Nothing here writes. */
import './meeting.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor, type Page } from '../../../platform/db/paging.ts';
import { homeOf, type Home, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { openTasksOf } from '../../tasks/server/index.ts';
import { planUnits, standsUnder, unitNameAt, unitsUnder } from '../../units/server/index.ts';
import type { meetingContract } from '../meeting.contract.ts';
import type { MeetingKind, MeetingState, ScoreLevel } from '../meeting.kinds.ts';
import type { Meeting } from '../meeting.ts';
import { clockOf, findMeeting, type MeetingContent } from './meeting.store.ts';

type Input<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['input']>;
type Answer<K extends keyof typeof meetingContract> = z.input<(typeof meetingContract)[K]['output']>;
export type MeetingItem = Answer<'list'>['items'][number];

export interface ItemRow {
  readonly id: Id<'meeting'>;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string;
  readonly kind: MeetingKind;
  readonly is_extended: boolean;
  readonly state: MeetingState;
  readonly held_on: Day;
  readonly starts: string | null;
  readonly place: string | null;
  readonly topic: string | null;
  readonly postponed_from: Day | null;
  readonly is_late: boolean;
  readonly minutes: number | null;
  readonly expected: number;
  readonly present: number;
  readonly online: number;
  readonly excused: number;
  readonly absent: number;
  readonly full_expected: number;
  readonly full_present: number;
  readonly guests: number;
  readonly heads: number;
  readonly score_level: ScoreLevel | null;
  readonly adopted_on: Day | null;
}

/** In the order of days; `ahead` begins with the first day asked for. Walked by day where much lies within reach, else gathered by unit. */
export async function listMeetings(ctx: Ctx, input: Input<'list'>): Promise<Page<MeetingItem>> {
  const { unitId, order, cursor, limit } = input;
  if (unitId && !(await mayDo(ctx, 'meeting.read', unitId))) throw notFound();
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const { walks, gathered } = await planUnits(ctx, { verb: 'meeting.read', under: unitId, on: ctx.today, kinds: [] });
  const homes = walks.flatMap(({ home }) => home ?? []);
  const asked = conditionsOf(input, after);
  const parts = [
    ...(walks.length > 0 ? [partOf(input, [...asked, homes.length > 0 ? inHomes(homes) : sql`true`, within(ctx, unitId)])] : []),
    ...(gathered ? [partOf(input, [...asked, gathered === 'all' ? sql`true` : inHomes(gathered), sql`m.unit_id = any(array(${unitsWithin(ctx, unitId, gathered === 'all' ? undefined : gathered)}))`])] : []),
  ];
  const found = await rows(ctx.db, sql<ItemRow>`select ${itemColumns} from (select * from (${sql.join(parts, sql` union all `)}) m ${inOrder(order)} limit ${limit + 1}) m ${inOrder(order)}`);
  return pageOf(found, { limit, key: (row) => [row.held_on, row.id], item: itemOf });
}

function partOf({ order, limit }: Input<'list'>, conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`(select m.* from meetings m where ${sql.join(conditions, sql` and `)} ${inOrder(order)} limit ${limit + 1})`;
}

function inOrder(order: Input<'list'>['order']): RawBuilder<unknown> {
  return order === 'ahead' ? sql`order by m.held_on, m.id` : sql`order by m.held_on desc, m.id desc`;
}

function conditionsOf({ from, to, kind, state, order }: Input<'list'>, after: readonly [day: string, id: string] | undefined): RawBuilder<unknown>[] {
  return [
    ...(from ? [sql`m.held_on >= ${from}::date`] : []),
    ...(to ? [sql`m.held_on <= ${to}::date`] : []),
    ...(kind ? [sql`m.kind = any(${kind}::text[])`] : []),
    ...(state ? [sql`m.state = any(${state}::text[])`] : []),
    ...(after ? [sql`(m.held_on, m.id) ${order === 'ahead' ? sql`>` : sql`<`} (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ];
}

function inHomes(homes: readonly Home[]): RawBuilder<unknown> {
  return sql`m.home_id = any(${homes}::smallint[])`;
}

/** Of one meeting after the other. What has ended since stands under nothing; its meetings are found by its own unit. */
function within(ctx: Ctx, unitId: Id<'unit'> | undefined): RawBuilder<unknown> {
  const readable = reach(ctx, 'meeting.read').at('m.unit_id');
  return unitId ? sql`(m.unit_id = ${unitId} or ${standsUnder('m.unit_id', unitId, ctx.today)}) and ${readable}` : readable;
}

/** The same units as a set, few of them: asked for as an array, so that their meetings are looked up one unit after the other. */
function unitsWithin(ctx: Ctx, unitId: Id<'unit'> | undefined, homes: readonly Home[] | undefined): RawBuilder<unknown> {
  const readable = reach(ctx, 'meeting.read');
  if (!unitId) return readable.units(homes);
  const here = homes ? sql`home_of(u.id) = any(${homes}::smallint[])` : sql`true`;
  return sql`select u.id from (select ${unitId}::uuid union ${unitsUnder(unitId, ctx.today)}) u (id) where ${here} and ${readable.at('u.id')}`;
}

export const itemColumns = sql`m.id, m.unit_id, coalesce(${unitNameAt('m.unit_id', sql`m.held_on`)}, '') as unit_name, m.kind, m.is_extended, m.state, m.held_on, m.starts, m.place, m.topic, m.postponed_from,
  m.is_late, m.minutes, m.expected, m.present, m.online, m.excused, m.absent, m.full_expected, m.full_present, m.guests, m.heads, m.score_level, m.adopted_on`;

export function itemOf(row: ItemRow): MeetingItem {
  return {
    id: row.id, unit: { id: row.unit_id, name: row.unit_name }, kind: row.kind, isExtended: row.is_extended, state: row.state, on: row.held_on, starts: clockOf(row.starts), place: row.place,
    topic: row.topic, postponedFrom: row.postponed_from, isLate: row.is_late, minutes: row.minutes, level: row.score_level, adoptedOn: row.adopted_on,
    counts: { expected: row.expected, present: row.present, online: row.online, excused: row.excused, absent: row.absent, fullExpected: row.full_expected, fullPresent: row.full_present, guests: row.guests, heads: row.heads },
  };
}

const mostProposed = 30;
const exemptionsWithin = 60;

/** What the system knows that the meeting may want to speak of. */
export async function listBefore(ctx: Ctx, { id }: Input<'before'>): Promise<Answer<'before'>> {
  const meeting = await readableMeeting(ctx, id);
  return {
    lastMeeting: await lastMeetingOf(ctx, meeting),
    openTasks: (await openTasksOf(ctx, meeting.unitId, { today: ctx.today, limit: mostProposed })).map(({ id: taskId, title, owner, dueOn, isLate }) => ({ id: taskId, title, owner, dueOn, isLate })),
    away: await rows(ctx.db, sql<{ id: Id<'person'>; fullName: string }>`${membersHere(meeting, sql`p.id, p.full_name as "fullName"`)}
      and exists (select from away_spells a where a.home_id = p.home_id and a.person_id = p.id and a.valid @> ${meeting.on}::date) order by p.sort_key collate vietnamese, p.id limit ${mostProposed}`),
    exemptionsEnding: await rows(ctx.db, sql<{ id: Id<'person'>; fullName: string; on: Day }>`${membersHere(meeting, sql`p.id, p.full_name as "fullName", upper(e.valid) - 1 as on`, sql`join exemptions e on e.home_id = p.home_id and e.person_id = p.id and e.valid @> ${meeting.on}::date`)}
      and upper(e.valid) - 1 <= ${addDays(meeting.on, exemptionsWithin)}::date order by upper(e.valid), p.id limit ${mostProposed}`),
  };
}

function membersHere({ unitId, on }: Meeting, columns: RawBuilder<unknown>, joined: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`select ${columns} from placements pl join people p on p.home_id = pl.home_id and p.id = pl.person_id ${joined}
    where pl.cell_id = ${unitId} and pl.kind = 'official' and pl.valid @> ${on}::date`;
}

async function lastMeetingOf(ctx: Ctx, { id, unitId, kind, on }: Meeting): Promise<Answer<'before'>['lastMeeting']> {
  const row = await firstRow(ctx.db, sql<{ id: Id<'meeting'>; held_on: Day; content: MeetingContent }>`select m.id, m.held_on, b.content from meetings m join meeting_books b on b.home_id = m.home_id and b.meeting_id = m.id
    where m.unit_id = ${unitId} and m.home_id = ${homeOf(unitId)} and m.kind = ${kind} and m.id <> ${id} and m.held_on <= ${on}::date and m.state in ('closed', 'adopted') order by m.held_on desc, m.id desc limit 1`);
  return row ? { id: row.id, on: row.held_on, conclusions: row.content.conclusions.map(({ text }) => text) } : null;
}

export async function readableMeeting(ctx: Ctx, id: Id<'meeting'>): Promise<Meeting> {
  const meeting = await findMeeting(ctx, id);
  if (!meeting || !(await mayDo(ctx, 'meeting.read', meeting.unitId))) throw notFound();
  return meeting;
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
