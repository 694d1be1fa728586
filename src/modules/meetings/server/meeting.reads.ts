/** Reads of meetings: lists within reach, and what belongs on the agenda of one. Nothing here writes. */
import './meeting.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor, type Page } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { openTasksOf } from '../../tasks/server/index.ts';
import { hasManyUnder, standsUnder, unitNameAt, unitsUnder } from '../../units/server/index.ts';
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
  const { unitId, from, to, kind, state, order, cursor, limit } = input;
  if (unitId && !(await mayDo(ctx, 'meeting.read', unitId))) throw notFound();
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const isAhead = order === 'ahead';
  const key = sql`(m.held_on, m.id)`;
  const seek = after ? sql`and ${key} ${isAhead ? sql`>` : sql`<`} (${after[0]}::date, ${after[1]}::uuid)` : sql``;
  const within = await placed(ctx, unitId);
  const found = await rows(ctx.db, sql<ItemRow>`select ${itemColumns} from meetings m where ${within}
    ${from ? sql`and m.held_on >= ${from}::date` : sql``} ${to ? sql`and m.held_on <= ${to}::date` : sql``}
    ${kind ? sql`and m.kind = any(${kind}::text[])` : sql``} ${state ? sql`and m.state = any(${state}::text[])` : sql``} ${seek}
    order by m.held_on ${isAhead ? sql`` : sql`desc`}, m.id ${isAhead ? sql`` : sql`desc`} limit ${limit + 1}`);
  return pageOf(found, { limit, key: (row) => [row.held_on, row.id], item: itemOf });
}

async function placed(ctx: Ctx, unitId: Id<'unit'> | undefined): Promise<RawBuilder<unknown>> {
  const readable = reach(ctx, 'meeting.read');
  if (!unitId) return readable.at('m.unit_id');
  const many = await firstRow(ctx.db, sql<{ many: boolean }>`select ${hasManyUnder(unitId, ctx.today)} as many`);
  // Also what has ended since is shown by its own unit: meetings of the past stay with the unit that held them.
  const under = many?.many ? standsUnder('m.unit_id', unitId, ctx.today) : sql`m.unit_id in ${unitsUnder(unitId, ctx.today)}`;
  return sql`(m.unit_id = ${unitId} or ${under}) and ${readable.at('m.unit_id')}`;
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
