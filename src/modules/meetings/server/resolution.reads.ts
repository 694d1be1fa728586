/** Reads of the resolution book: one resolution, the book of a unit in a year. Nothing here writes. */
import './resolution.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { abilities, mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor, type Page } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { findRule } from '../../rules/server/index.ts';
import type { TaskState } from '../../tasks/task.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { UnitKind } from '../../units/unit.kinds.ts';
import type { MeetingKind, MeetingState, ScoreLevel } from '../meeting.kinds.ts';
import { committeePosts } from '../meeting.roster.ts';
import type { resolutionContract } from '../resolution.contract.ts';
import { termOn, type Numbering } from '../resolution.ts';
import { parentOf } from './meeting.documents.ts';
import { holdersAt, namesOf } from './meeting.people.ts';
import { readableMeeting } from './meeting.reads.ts';
import type { MeetingContent } from './meeting.store.ts';
import { lastNumberOf } from './resolution.commands.ts';

type Input<K extends keyof typeof resolutionContract> = z.output<(typeof resolutionContract)[K]['input']>;
type Answer<K extends keyof typeof resolutionContract> = z.output<(typeof resolutionContract)[K]['output']>;
export type ResolutionItem = Answer<'book'>['items'][number];

interface ResolutionRow {
  readonly id: Id<'meeting'>;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string;
  readonly unit_kind: UnitKind | null;
  readonly state: MeetingState;
  readonly kind: MeetingKind;
  readonly is_extended: boolean;
  readonly held_on: Day;
  readonly topic: string | null;
  readonly present: number;
  readonly online: number;
  readonly expected: number;
  readonly score: string | null;
  readonly score_level: ScoreLevel | null;
  readonly content: Pick<MeetingContent, 'conclusions' | 'votes'>;
  readonly number: number | null;
  readonly term_from: Day | null;
  readonly tasks: readonly { readonly id: string; readonly state: TaskState }[] | null;
}

export async function getResolution(ctx: Ctx, { id }: Input<'resolution'>): Promise<Answer<'resolution'>> {
  const meeting = await readableMeeting(ctx, id);
  const [row] = await resolutionsWhere(ctx, { condition: sql`m.home_id = ${homeOf(id)} and m.id = ${id}`, limit: 1 });
  // Before it is held there is nothing to be resolved.
  if (!row || (row.state !== 'closed' && row.state !== 'adopted' && row.state !== 'open')) throw notFound();
  const [item] = await withNames(ctx, [row]);
  const may = await abilities(ctx, meeting.unitId, ['meeting.record']);
  return { ...item!, parent: await parentOf(ctx, meeting), signer: await secretaryOn(ctx, meeting), proposed: item!.numbering ? null : await proposedNumbering(ctx, { unitId: meeting.unitId, on: meeting.on }), may };
}

/** In the order of days; closed meetings whose minutes are not adopted yet stand there without a number. */
export async function listBook(ctx: Ctx, { unitId, year, cursor, limit }: Input<'book'>): Promise<Page<ResolutionItem>> {
  if (!(await mayDo(ctx, 'meeting.read', unitId))) throw notFound();
  const after = readCursor(cursor, z.tuple([z.iso.date(), z.guid()]));
  const condition = sql`m.home_id = ${homeOf(unitId)} and m.unit_id = ${unitId} and m.state in ('closed', 'adopted') and m.held_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
    and (jsonb_array_length(b.content -> 'conclusions') > 0 or jsonb_array_length(b.content -> 'votes') > 0) ${after ? sql`and (m.held_on, m.id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}`;
  const found = await resolutionsWhere(ctx, { condition, limit: limit + 1 });
  const page = pageOf(found, { limit, key: (row) => [row.held_on, row.id], item: (row) => row });
  return { items: await withNames(ctx, page.items), next: page.next };
}

function resolutionsWhere(ctx: Ctx, { condition, limit }: { condition: RawBuilder<unknown>; limit: number }): Promise<ResolutionRow[]> {
  return rows(ctx.db, sql<ResolutionRow>`select m.id, m.unit_id, coalesce(${unitNameAt('m.unit_id', sql`m.held_on`)}, '') as unit_name,
      (select v.kind from unit_versions v where v.unit_id = m.unit_id and v.valid @> m.held_on) as unit_kind, m.state, m.kind, m.is_extended, m.held_on, m.topic, m.present, m.online, m.expected, m.score, m.score_level,
      jsonb_build_object('conclusions', b.content -> 'conclusions', 'votes', b.content -> 'votes') as content, r.number, r.term_from,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'state', t.state)) from tasks t where t.home_id = m.home_id and t.origin_id = m.id) as tasks
    from meetings m join meeting_books b on b.home_id = m.home_id and b.meeting_id = m.id left join resolutions r on r.home_id = m.home_id and r.meeting_id = m.id
    where ${condition} order by m.held_on, m.id limit ${limit}`);
}

/** Whoever may read the meeting reads the names of those who carry it out. */
async function withNames(ctx: Ctx, found: readonly ResolutionRow[]): Promise<ResolutionItem[]> {
  const names = await namesOf(ctx, found.flatMap(({ content }) => content.conclusions.flatMap(({ ownerId }) => ownerId ?? [])));
  return found.map((row) => ({
    meetingId: row.id, unit: { id: row.unit_id, name: row.unit_name }, unitKind: row.unit_kind ?? 'cell', state: row.state, kind: row.kind, isExtended: row.is_extended, on: row.held_on, topic: row.topic,
    present: row.present + row.online, expected: row.expected, numbering: row.number === null || row.term_from === null ? null : { number: row.number, termFrom: row.term_from },
    conclusions: row.content.conclusions.map(({ id, text, ownerId, dueOn }) => ({ id, text, owner: ownerId && (names.get(ownerId) ?? null), dueOn, state: row.tasks?.find((task) => task.id === id)?.state ?? null })),
    votes: [...row.content.votes], score: row.score === null || row.score_level === null ? null : { total: Number(row.score), level: row.score_level },
  }));
}

interface Place {
  readonly unitId: Id<'unit'>;
  readonly on: Day;
}

/** The term of the last number goes on until it has run out; a new one begins with the election of those who hold the posts. Null where neither can be: whoever enters it writes both, and may correct what is proposed. */
async function proposedNumbering(ctx: Ctx, place: Place): Promise<Numbering | null> {
  const [last, elected] = [await lastTermOfBook(ctx, place), await electedOn(ctx, place)];
  const termFrom = (last ? await stillRunning(ctx, place, { last, ruleOn: last }) : undefined) ?? (elected ? await stillRunning(ctx, place, { last: elected, ruleOn: place.on }) : undefined);
  return termFrom === undefined ? null : { number: (await lastNumberOf(ctx, place.unitId, { termFrom })) + 1, termFrom };
}

async function lastTermOfBook(ctx: Ctx, { unitId, on }: Place): Promise<Day | undefined> {
  const row = await firstRow(ctx.db, sql<{ last: Day | null }>`select max(term_from) as last from resolutions where home_id = ${homeOf(unitId)} and unit_id = ${unitId} and term_from <= ${on}::date`);
  return row?.last ?? undefined;
}

/** A term that has run out by the day of the meeting is not proposed: one of the book by the rules in force when it began, one known from the election alone by those of the day. */
async function stillRunning(ctx: Ctx, { unitId, on }: Place, { last, ruleOn }: { readonly last: Day; readonly ruleOn: Day }): Promise<Day | undefined> {
  const [term, shift] = [await findRule(ctx, 'cell.termMonths', { unitId, on: ruleOn }), await findRule(ctx, 'cell.congressShiftMonths', { unitId, on: ruleOn })];
  return term && termOn(on, { last, months: term.value + (shift?.value ?? 0) });
}

async function secretaryOn(ctx: Ctx, { unitId, on }: Place): Promise<string | null> {
  const [holder, another] = await holdersAt(ctx, { unitId, on, kinds: ['secretary'] });
  return holder && !another ? (await namesOf(ctx, [holder.personId])).get(holder.personId) ?? null : null;
}

async function electedOn(ctx: Ctx, { unitId, on }: Place): Promise<Day | undefined> {
  const row = await firstRow(ctx.db, sql<{ on: Day | null }>`select coalesce(max(lower(t.valid)) filter (where t.how = 'elected'), min(lower(t.valid))) as on
    from posts po join tenures t on t.post_id = po.id where po.unit_id = ${unitId} and po.kind = any(${[...committeePosts]}::text[]) and t.valid @> ${on}::date`);
  return row?.on ?? undefined;
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
