/** Petitions of places and of bodies, page by page. Nothing here writes. */
import './petition.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDo, reach, seatsOf } from '../../../access/reach.ts';
import { bodiesOf, bodiesOfAny } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitsUnder } from '../../units/server/index.ts';
import type { petitionContract } from '../petition.contract.ts';
import { mostRelated } from '../petition.shapes.ts';
import { findCompetent } from './petition.bodies.ts';
import { inHandOf, isOpenRow, partWhere } from './petition.inbox.reads.ts';
import { itemOf, shownColumns, type Item, type ShownRow } from './petition.items.ts';
import { listedWithin, within } from './petition.reach.ts';
import { findAlike } from './petition.similar.ts';
import { soughtWords } from './petition.store.ts';

type Input<K extends keyof typeof petitionContract> = z.output<(typeof petitionContract)[K]['input']>;
type Answer<K extends keyof typeof petitionContract> = z.input<(typeof petitionContract)[K]['output']>;

export async function listPetitions(ctx: Ctx, input: Input<'list'>): Promise<Answer<'list'>> {
  const after = readCursor(input.cursor, z.tuple([z.iso.date(), z.guid()]));
  const isInbox = input.bodyId !== undefined && input.inbox !== undefined;
  const [order, key] = isInbox ? [sql`p.due_on, p.id`, (row: ShownRow) => [row.due_on, row.id]] as const : [sql`p.raised_on desc, p.id desc`, (row: ShownRow) => [row.raised_on, row.id]] as const;
  const seek = after ? [isInbox ? sql`(p.due_on, p.id) > (${after[0]}::date, ${after[1]}::uuid)` : sql`(p.raised_on, p.id) < (${after[0]}::date, ${after[1]}::uuid)`] : [];
  const place = await placeOf(ctx, input);
  const conditions = [...place.conditions, ...filtersOf(ctx, input), ...seek];
  const found = await rows(ctx.db, sql<ShownRow>`select ${shownColumns(ctx)} from ${place.from} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${input.limit + 1}`);
  return pageOf(found, { limit: input.limit, key, item: (row) => itemOf(ctx, row) });
}

/** Of a body what it has in hand, of places what they raised; of either what may be opened as well. */
async function placeOf(ctx: Ctx, { bodyId, unitId, below }: Input<'list'>): Promise<{ readonly from: RawBuilder<unknown>; readonly conditions: readonly RawBuilder<unknown>[] }> {
  const raised = unitId ? [ofUnit(ctx, unitId, below)] : [];
  if (!bodyId) return { from: sql`petitions p`, conditions: [...raised, await listedWithin(ctx)] };
  if (!(await mayDo(ctx, 'petition.read', bodyId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const { from, isReadable } = inHandOf(ctx, bodyId);
  return { from, conditions: [...raised, isReadable] };
}

/** Its own and what it took over whole. */
function ofUnit(ctx: Ctx, unitId: Id<'unit'>, below: 'yes' | 'no'): RawBuilder<unknown> {
  const [unit, today] = [sql`${unitId}::uuid`, sql`${ctx.today}::date`];
  if (below === 'no') return sql`p.unit_id in (select id from ${bodiesOf(unit, today)} body)`;
  return sql`p.unit_id in (select body.id from (select ${unit} as id union ${unitsUnder(unitId, ctx.today)}) under cross join lateral ${bodiesOf(sql`under.id`, today)} body)`;
}

function filtersOf(ctx: Ctx, input: Input<'list'>): RawBuilder<unknown>[] {
  const sought = input.search === undefined ? undefined : soughtWords(input.search);
  const oneOf = (column: RawBuilder<unknown>, values: readonly string[] | undefined) => (values ? [sql`${column} = any(${[...values]}::text[])`] : []);
  return [
    ...(input.inbox ? [partWhere(ctx, input.inbox)] : []),
    ...oneOf(sql`p.state`, input.state), ...oneOf(sql`p.source`, input.source),
    ...(input.topic ? [sql`(p.topic = any(${input.topic}::text[]) or p.topic in (select t.code from petition_topics t where t.parent = any(${input.topic}::text[])))`] : []),
    ...(input.sourceId ? [sql`p.source_id = ${input.sourceId}`] : []),
    ...(input.late ? [sql`((${isOpenRow} and p.due_on < ${ctx.today}::date) or (p.state = 'answered' and p.outcome = 'planned' and p.planned_on < ${ctx.today}::date))`] : []),
    ...(input.toConfirm ? [toConfirm(ctx)] : []),
    ...(input.recurring ? [sql`p.earlier_id is not null`] : []),
    ...(input.from ? [sql`p.raised_on >= ${input.from}::date`] : []), ...(input.to ? [sql`p.raised_on <= ${input.to}::date`] : []),
    ...(sought ? [sql`p.words @@ ${sought}`] : []),
  ];
}

/** Rows `p`. Of places where the actor sits himself; what he answered himself waits for somebody else. */
export function toConfirm(ctx: Ctx): RawBuilder<unknown> {
  const seats = [...new Set(seatsOf(ctx, 'petition.confirm'))].toSorted();
  return sql`(p.unit_id in (select id from ${bodiesOfAny(sql`${seats}::uuid[]`, sql`${ctx.today}::date`)} seat) and p.state = 'answered' and p.outcome <> 'planned'
    and (jsonb_path_query_array(p.content, '$.steps[*] ? (@.kind == "answered")') -> -1 ->> 'by') is distinct from ${ctx.actor?.accountId ?? null}::text)`;
}

export async function listSimilar(ctx: Ctx, { unitId, topic, text, except }: Input<'similar'>): Promise<Answer<'similar'>> {
  await requireReadable(ctx, unitId);
  return { items: await readItems(ctx, await findAlike(ctx, { unitId, topic, text, except, most: mostRelated })) };
}

/** In the order of the ids, those of them that may be read. */
async function readItems(ctx: Ctx, ids: readonly Id<'petition'>[]): Promise<Item[]> {
  if (ids.length === 0) return [];
  const found = await rows(ctx.db, sql<ShownRow>`select ${shownColumns(ctx)} from petitions p where p.home_id = any(array(select home_of(n) from unnest(${[...ids]}::uuid[]) n)) and p.id = any(${[...ids]}::uuid[]) and ${within(ctx)}`);
  return found.toSorted((one, other) => ids.indexOf(one.id as Id<'petition'>) - ids.indexOf(other.id as Id<'petition'>)).map((row) => itemOf(ctx, row));
}

export async function listBodies(ctx: Ctx, { unitId, topic }: Input<'bodies'>): Promise<Answer<'bodies'>> {
  await requireReadable(ctx, unitId);
  return { items: await findCompetent(ctx, { unitId, topic, on: ctx.today }) };
}

async function requireReadable(ctx: Ctx, unitId: Id<'unit'>): Promise<void> {
  if (!(await mayDo(ctx, 'petition.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
}

interface AskedOpen {
  readonly unitIds: readonly Id<'unit'>[];
  readonly most?: number;
  /** Leaves out what was answered for good before that day, though the place has not confirmed it. */
  readonly settledSince?: Day;
}

/** For the modules that show what waits at places: open ones, the latest first. Only what may be read. */
export async function openPetitionsOf(ctx: Ctx, { unitIds, most = 50, settledSince }: AskedOpen): Promise<Item[]> {
  const today = sql`${ctx.today}::date`;
  const answered = settledSince === undefined ? sql`p.state = 'answered'` : sql`(p.state = 'answered' and (p.final_on is null or p.final_on >= ${settledSince}::date))`;
  const found = await rows(ctx.db, sql<ShownRow>`select ${shownColumns(ctx)} from petitions p
    where p.unit_id in (select body.id from unnest(${[...unitIds]}::uuid[]) u (id) cross join lateral ${bodiesOf(sql`u.id`, today)} body) and ${reach(ctx, 'petition.read').at('p.unit_id')} and (${isOpenRow} or ${answered}) order by p.raised_on desc, p.id desc limit ${most}`);
  return found.map((row) => itemOf(ctx, row));
}

/** Of a meeting, of a visit; only what may be read. */
export async function petitionsOf(ctx: Ctx, { sourceKind, sourceId }: { readonly sourceKind: Item['source']; readonly sourceId: Id }): Promise<Item[]> {
  const found = await rows(ctx.db, sql<ShownRow>`select ${shownColumns(ctx)} from petitions p where p.source_id = ${sourceId} and p.source = ${sourceKind} and ${within(ctx)} order by p.raised_on, p.id limit 200`);
  return found.map((row) => itemOf(ctx, row));
}
