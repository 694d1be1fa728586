/** The brief of a place before a visit, on one page. Nothing here writes. */
import './visit.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { holds, mayDo, reach } from '../../../access/reach.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import { severalAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { MeetingKind } from '../../meetings/meeting.kinds.ts';
import { openPetitionsOf } from '../../petitions/server/index.ts';
import { foundOf } from '../../shortcomings/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { placeContract } from '../place.contract.ts';
import { leaderKinds, mostBriefLines, type Brief } from '../place.shapes.ts';

type Input = z.output<(typeof placeContract)['brief']['input']>;

/** Those that do not apply to the kind of unit leave themselves out. */
const figures = ['members', 'cells', 'cells.metMonth', 'meetings.attendance', 'tasks.late', 'shortcomings.open', 'documents.carryingOut'];

/** Changes are told against the last visit, or a quarter where there was none. */
const usualDaysBack = 91;
const daysAhead = 30;
const monthsBack = 3;
/** Cells and villages of a commune are fewer. */
const mostUnits = 400;

export async function readBrief(ctx: Ctx, { unitId }: Input): Promise<Brief> {
  if (!(await mayDo(ctx, 'visit.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return briefOf(ctx, unitId);
}

/** Asks no access of the place itself: the caller has. Parts that the reader may not see stay empty. */
export async function briefOf(ctx: Ctx, unitId: Id<'unit'>): Promise<Brief> {
  const today = sql`${ctx.today}::date`;
  const unit = await firstRow(ctx.db, sql<{ name: string | null }>`select ${unitNameAt('u.id', today)} as name from units u where u.id = ${unitId}`);
  const lastVisit = await lastVisitOf(ctx, unitId);
  const since = lastVisit && lastVisit.on < ctx.today ? lastVisit.on : addDays(ctx.today, -usualDaysBack);
  return {
    unit: { id: unitId, name: unit?.name ?? '' }, on: ctx.today, since, lastVisit, cadres: await cadresOf(ctx, unitId), leaders: await leadersOf(ctx, unitId), figures: await figuresOf(ctx, { unitId, since }), promises: await promisesAt(ctx, unitId), petitions: await petitionsAt(ctx, unitId),
    ...(await missedAt(ctx, unitId)), shortcomings: await shortcomingsAt(ctx, unitId), meetings: await meetingsAt(ctx, unitId),
  };
}

/** Of whoever asks, to the place or below it. */
async function lastVisitOf(ctx: Ctx, unitId: Id<'unit'>): Promise<Brief['lastVisit']> {
  const me = ctx.actor?.personId;
  if (!me) return null;
  const row = await firstRow(ctx.db, sql<NonNullable<Brief['lastVisit']>>`select v.id, v.visited_on as on, v.content ->> 'advice' as advice from visits v where v.person_id = ${me} and v.state = 'kept' and v.visited_on <= ${ctx.today}::date and v.unit_id in ${withBelow(ctx, unitId)} order by v.visited_on desc, v.id desc limit 1`);
  return row ?? null;
}

function withBelow(ctx: Ctx, unitId: Id<'unit'>) {
  return sql`(select b.id from ${bodiesOf(sql`${unitId}::uuid`, sql`${ctx.today}::date`)} b union select k.descendant_id from unit_closure k where k.hierarchy = 'reach' and k.ancestor_id = ${unitId} and k.depth > 0 and k.valid @> ${ctx.today}::date)`;
}

function cadresOf(ctx: Ctx, unitId: Id<'unit'>): Promise<Brief['cadres']> {
  return rows(ctx.db, sql<Brief['cadres'][number]>`select p.id, p.full_name as name from oversight_assignments a join people p on p.home_id = home_of(a.person_id) and p.id = a.person_id
    where a.unit_id = ${unitId} and a.valid @> ${ctx.today}::date group by p.id, p.full_name, p.sort_key order by p.sort_key, p.id limit ${mostBriefLines}`);
}

/** Whom to ask for: the secretary, the deputies, in a village its head. */
async function leadersOf(ctx: Ctx, unitId: Id<'unit'>): Promise<Brief['leaders']> {
  if (!(await mayDo(ctx, 'post.read', unitId))) return null;
  const today = sql`${ctx.today}::date`;
  return rows(ctx.db, sql<NonNullable<Brief['leaders']>[number]>`select jsonb_build_object('id', p.id, 'name', p.full_name) as person, o.kind as post, o.title, lower(t.valid) as since
    from posts o join tenures t on t.post_id = o.id and t.valid @> ${today} join people p on p.home_id = t.home_id and p.id = t.person_id
    where o.unit_id = ${unitId} and o.valid @> ${today} and o.kind = any(${[...leaderKinds]}::text[]) order by array_position(${[...leaderKinds]}::text[], o.kind::text), lower(t.valid), t.id limit ${mostBriefLines}`);
}

async function figuresOf(ctx: Ctx, { unitId, since }: { readonly unitId: Id<'unit'>; readonly since: Day }): Promise<Brief['figures']> {
  if (!(await mayDo(ctx, 'figure.read', unitId))) return [];
  const { items } = await severalAnswer(ctx, { unit: unitId, figures, compareWith: since, boundaries: 'day', step: 'month', points: 1 });
  return items.map(({ figure, value, words, compared }) => ({ id: figure.id, title: figure.title, words, now: valueOf(value), before: compared && valueOf(compared) }));
}

function valueOf({ count, base, share }: { readonly count: number; readonly base: number | null; readonly share: number | null }) {
  return { count, base, share };
}

/** What cadres promised here and have not kept yet. */
async function promisesAt(ctx: Ctx, unitId: Id<'unit'>): Promise<Brief['promises']> {
  const found = await rows(ctx.db, sql<Brief['promises'][number]>`select t.id, t.title, (select p.full_name from people p where p.home_id = home_of(t.owner_id) and p.id = t.owner_id) as owner, t.due_on as "dueOn", coalesce(t.due_on < ${ctx.today}::date and t.stage <> 'reported', false) as "isLate"
    from tasks t where t.unit_id in ${withBelow(ctx, unitId)} and t.origin_kind = 'visit' and t.state = 'open' and ${reach(ctx, 'task.read').at('t.unit_id')} order by t.due_on, t.id limit ${mostBriefLines}`);
  return found;
}

/** Raised at the place or in it, and not settled yet. */
async function petitionsAt(ctx: Ctx, unitId: Id<'unit'>): Promise<Brief['petitions']> {
  const units = await rows(ctx.db, sql<{ id: Id<'unit'> }>`select b.id from ${withBelow(ctx, unitId)} b order by b.id limit ${mostUnits}`);
  const found = await openPetitionsOf(ctx, { unitIds: units.map(({ id }) => id), most: mostBriefLines });
  return found.map(({ id, unit, text, raisedOn, state, isLate }) => ({ id: id as Id<'petition'>, unit: unit as Brief['petitions'][number]['unit'], text, raisedOn: raisedOn as Day, state, isLate })); // ids and days as the tables have them
}

/** Cells of the place, or the place itself, without a regular meeting held in a whole month of late. */
async function missedAt(ctx: Ctx, unitId: Id<'unit'>): Promise<Pick<Brief, 'missed' | 'missedCells'>> {
  const found = await rows(ctx.db, sql<Brief['missed'][number] & { readonly cells: number }>`
    select jsonb_build_object('id', c.id, 'name', c.name) as unit, array_agg(to_char(c.month, 'YYYY-MM') order by c.month) as months, count(*) over ()::int as cells from (
      select n.unit_id as id, n.name, month::date as month from unit_versions n, generate_series(date_trunc('month', ${ctx.today}::date) - make_interval(months => ${monthsBack}), date_trunc('month', ${ctx.today}::date) - interval '1 month', interval '1 month') month
      where n.kind = 'cell' and n.valid @> ${ctx.today}::date and n.unit_id in ${withBelow(ctx, unitId)} and ${reach(ctx, 'meeting.read').at('n.unit_id')}) c
    where exists (select from unit_versions e where e.unit_id = c.id and e.valid @> c.month) and not exists (select from meetings m where m.home_id = home_of(c.id) and m.unit_id = c.id and m.kind = 'regular' and m.state in ('closed', 'adopted')
      and m.held_on >= c.month and m.held_on < c.month + interval '1 month') group by c.id, c.name order by count(*) desc, c.name collate vietnamese, c.id limit ${mostBriefLines}`);
  return { missed: found.map(({ unit, months }) => ({ unit, months })), missedCells: found[0]?.cells ?? 0 };
}

async function shortcomingsAt(ctx: Ctx, unitId: Id<'unit'>): Promise<Brief['shortcomings']> {
  if (!holds(ctx, 'shortcoming.read')) return [];
  const found = await foundOf(ctx, { unitId, personId: null, from: addDays(ctx.today, 1), to: ctx.today, most: mostBriefLines });
  return found.map(({ id, what, foundOn, state }) => ({ id, what, foundOn: foundOn as Day, state })); // as the column has it
}

async function meetingsAt(ctx: Ctx, unitId: Id<'unit'>): Promise<Brief['meetings']> {
  const found = await rows(ctx.db, sql<{ id: Id<'meeting'>; kind: MeetingKind; on: Day; unit_id: Id<'unit'>; unit_name: string | null }>`select m.id, m.kind, m.held_on as on, m.unit_id, ${unitNameAt('m.unit_id', sql`${ctx.today}::date`)} as unit_name from meetings m
    where m.unit_id in ${withBelow(ctx, unitId)} and m.state in ('planned', 'invited') and m.held_on between ${ctx.today}::date and ${addDays(ctx.today, daysAhead)}::date and ${reach(ctx, 'meeting.read').at('m.unit_id')} order by m.held_on, m.id limit ${mostBriefLines}`);
  return found.map(({ id, kind, on, unit_id: at, unit_name: name }) => ({ id, kind, on, unit: { id: at, name: name ?? '' } }));
}
