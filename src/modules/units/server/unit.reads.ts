/** Reads of units: one query for each screen. Nothing here writes. */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { reach, takeAnywhere } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { readCursor, pageOf, type Page } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { Home } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { exactKey, foldVietnamese } from '../../../platform/text/fold.ts';
import type { unitContract, UnitBrief, UnitItem } from '../unit.contract.ts';
import type { Hierarchy, UnitKind } from '../unit.kinds.ts';
import type { UnitId } from '../unit.ts';
import { planUnits, walkedBy } from './unit.plan.ts';

type Input<K extends keyof typeof unitContract> = z.output<(typeof unitContract)[K]['input']>;

export interface BriefRow {
  id: UnitId;
  name: string;
  short_name: string | null;
  kind: UnitKind;
  type: string | null;
  code: string | null;
}

export interface UnitRow extends BriefRow {
  valid: string;
  rank: number;
}

interface ItemRow extends UnitRow {
  path: string[] | null;
  children: number;
}

export async function homeOfUnit(ctx: Ctx, id: UnitId): Promise<Home> {
  const row = await firstRow(ctx.db, sql<{ home_id: Home }>`select home_id from units where id = ${id}`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return row.home_id;
}

/** The unit as it was on the day; undefined where it did not stand. For other modules: asks no access. */
export async function unitOn(ctx: Ctx, id: UnitId, on: Day): Promise<UnitBrief | undefined> {
  const row = await firstRow(ctx.db, sql<BriefRow>`select unit_id as id, name, short_name, kind, type, code from unit_versions where unit_id = ${id} and valid @> ${on}::date`);
  return row && briefOf(row);
}

export async function listUnits(ctx: Ctx, input: Input<'list'>): Promise<Page<UnitItem>> {
  const after = readCursor(input.cursor, z.tuple([z.int32(), z.string(), z.guid()]));
  const on = input.asOf ?? ctx.today;
  const found = await readUnits<ItemRow>(ctx, input, { verbs: ['unit.read'], after, limit: input.limit + 1, columns: sql`${pathNames(on)} as path, ${childCount(ctx, on)} as children` });
  return pageOf(found, { limit: input.limit, key: keyOfUnit, item: itemOf });
}

export type UnitFilters = Pick<Input<'list'>, 'q' | 'kind' | 'under' | 'asOf'>;

interface Reading {
  /** All of them must hold at the unit. */
  readonly verbs: readonly Verb[];
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
  /** What is read besides the version `v` of the day. */
  readonly columns: RawBuilder<unknown>;
}

/** Units of a day, filtered and searched, in the order in which people count. */
export async function readUnits<Row extends UnitRow>(ctx: Ctx, filters: UnitFilters, reading: Reading): Promise<Row[]> {
  const found = filters.q ? gatheredUnits(ctx, filters, reading, 'all') : await partsByName(ctx, filters, reading);
  return rows(ctx.db, sql<Row>`
    select v.unit_id as id, v.name, v.short_name, v.kind, v.type, v.code, v.valid, v.rank_found as rank, ${reading.columns} from (
      select * from (${found}) v order by v.rank_found, ${inOrder('v')} limit ${reading.limit}) v
    order by v.rank_found, ${inOrder('v')}`);
}

/** Without a search all ranks are equal: the names stand in the order of an index. */
async function partsByName(ctx: Ctx, filters: UnitFilters, reading: Reading): Promise<RawBuilder<unknown>> {
  const { under, kind, asOf } = filters;
  const { walks, gathered } = await planUnits(ctx, { verb: reading.verbs[0]!, under, on: asOf ?? ctx.today, kinds: kind ?? [] });
  const walked = walks.map((walk) => sql`(select v.*, 0 as rank_found from unit_versions v
    where ${walkedBy(walk)} and ${conditions(ctx, filters, { verbs: reading.verbs, walked: true })} ${seek(filters, reading)} order by ${inOrder('v')} limit ${reading.limit})`);
  return sql.join([...walked, ...(gathered ? [gatheredUnits(ctx, filters, reading, gathered)] : [])], sql` union all `);
}

function gatheredUnits(ctx: Ctx, filters: UnitFilters, reading: Reading, homes: readonly Home[] | 'all'): RawBuilder<unknown> {
  const { rank } = matching(filters.q);
  return sql`(select v.*, ${rank} as rank_found from unit_versions v
    where ${homes === 'all' ? sql`true` : sql`home_of(v.unit_id) = any(${homes}::smallint[])`} and ${conditions(ctx, filters, { verbs: reading.verbs, walked: false })} ${seek(filters, reading)}
    order by rank_found, ${inOrder('v')} limit ${reading.limit})`;
}

function seek({ q }: UnitFilters, { after }: Reading): RawBuilder<unknown> {
  if (!after) return sql``;
  return q
    ? sql`and (${matching(q).rank}, ${inOrder('v')}) > (${after[0]}::int, ${after[1]}::text collate vietnamese, ${after[2]}::uuid)`
    : sql`and (${inOrder('v')}) > (${after[1]}::text collate vietnamese, ${after[2]}::uuid)`;
}

export function keyOfUnit({ rank, name, id }: UnitRow): (string | number)[] {
  return [rank, name, id];
}

export async function countUnits(ctx: Ctx, filters: UnitFilters, verbs: readonly Verb[]): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from unit_versions v where ${conditions(ctx, filters, { verbs, walked: false })}`);
  return row?.count ?? 0;
}

/** As the indexes of unit_versions in order have it. */
function inOrder(alias: string): RawBuilder<unknown> {
  return sql`${sql.ref(`${alias}.name`)} collate vietnamese, ${sql.ref(`${alias}.unit_id`)}`;
}

function conditions(ctx: Ctx, { q, kind, under, asOf }: UnitFilters, { verbs, walked }: { verbs: readonly Verb[]; walked: boolean }): RawBuilder<unknown> {
  const on = asOf ?? ctx.today;
  const all = [
    sql`v.valid @> ${on}::date`,
    ...verbs.map((verb) => (walked ? reach(ctx, verb).at('v.unit_id') : reach(ctx, verb).over('v.unit_id'))),
    matching(q).where,
    ...(kind?.length ? [sql`v.kind = any(${kind}::text[])`] : []),
    ...(under ? [walked ? isUnder(under, on) : sql`v.unit_id in (select descendant_id from unit_closure where hierarchy = 'reach' and ancestor_id = ${under} and valid @> ${on}::date)`] : []),
  ];
  return sql.join(all, sql` and `);
}

/** Asked of one unit at a time, as `Reach.at`. */
function isUnder(under: UnitId, on: Day): RawBuilder<unknown> {
  return sql`coalesce((select true from unit_closure u where u.hierarchy = 'reach' and u.ancestor_id = ${under} and u.descendant_id = v.unit_id and u.valid @> ${on}::date limit 1), false)`;
}

/** Names alone, for whoever assigns roles without seeing what the units hold. */
export async function findUnitNames(ctx: Ctx, input: Input<'find'>): Promise<Page<UnitBrief & { path: string[] }>> {
  takeAnywhere(ctx, 'unit.find');
  const match = matching(input.q);
  const found = await rows(ctx.db, sql<ItemRow>`
    select v.unit_id as id, v.name, v.short_name, v.kind, v.type, v.code, ${match.rank} as rank, ${pathNames(ctx.today)} as path
    from unit_versions v where v.valid @> ${ctx.today}::date and ${match.where}
    order by rank, v.name collate vietnamese, id limit ${input.limit}`);
  return { items: found.map((row) => ({ ...briefOf(row), path: row.path ?? [] })), next: null };
}

export async function listChildren(ctx: Ctx, input: Input<'children'>): Promise<Page<UnitItem>> {
  const on = input.asOf ?? ctx.today;
  const after = readCursor(input.cursor, z.tuple([z.string(), z.guid()]));
  const found = await rows(ctx.db, sql<ItemRow>`
    select v.unit_id as id, v.name, v.short_name, v.kind, v.type, v.code, v.valid, 0 as rank, null as path,
      (select count(*) from unit_parents c where c.parent_id = v.unit_id and c.hierarchy = ${input.hierarchy} and c.valid @> ${on}::date
        and ${reach(ctx, 'unit.read').at('c.unit_id')}) as children
    from unit_versions v
    where v.valid @> ${on}::date and ${reach(ctx, 'unit.read').over('v.unit_id')}
      and ${input.id ? isChild(input.id, input.hierarchy, on) : isTopmost(ctx, input.hierarchy, on)}
      ${after ? sql`and (v.name collate vietnamese, v.unit_id) > (${after[0]}::text collate vietnamese, ${after[1]}::uuid)` : sql``}
    order by v.name collate vietnamese, v.unit_id limit ${input.limit + 1}`);
  return pageOf(found, { limit: input.limit, key: (row) => [row.name, row.id], item: itemOf });
}

function isChild(parent: UnitId, hierarchy: Hierarchy, on: Day): RawBuilder<unknown> {
  return sql`v.unit_id in (select unit_id from unit_parents where parent_id = ${parent} and hierarchy = ${hierarchy} and valid @> ${on}::date)`;
}

/** Stands in the hierarchy, and nobody above it there is within reach. */
function isTopmost(ctx: Ctx, hierarchy: Hierarchy, on: Day): RawBuilder<unknown> {
  return sql`exists (select from unit_closure s where s.hierarchy = ${hierarchy} and s.ancestor_id = v.unit_id and s.descendant_id = v.unit_id and s.depth = 0 and s.valid @> ${on}::date)
    and v.unit_id not in (select p.unit_id from unit_parents p where p.hierarchy = ${hierarchy} and p.valid @> ${on}::date
      and ${reach(ctx, 'unit.read').over('p.parent_id')})`;
}

/** Names of those above in the unit's own tree, nearest first; the country itself goes without saying. */
function pathNames(on: Day): RawBuilder<unknown> {
  return sql`(select array_agg(a.name order by c.depth) from unit_closure c join unit_versions a on a.unit_id = c.ancestor_id and a.valid @> ${on}::date
    where c.descendant_id = v.unit_id and c.hierarchy <> 'reach' and c.depth > 0 and c.valid @> ${on}::date and a.kind not in ('country', 'central')
      and c.hierarchy = (select p.hierarchy from unit_parents p where p.unit_id = v.unit_id and p.valid @> ${on}::date
        order by array_position(array['party', 'territory', 'government', 'front'], p.hierarchy) limit 1))`;
}

function childCount(ctx: Ctx, on: Day): RawBuilder<unknown> {
  return sql`(select count(*) from unit_parents c where c.parent_id = v.unit_id and c.valid @> ${on}::date and ${reach(ctx, 'unit.read').at('c.unit_id')})`;
}

/**
 * All words, in whatever order: "chi bộ hòa hợp" finds "Chi bộ thôn Hòa Hợp". What was typed with its diacritics comes first,
 * then names that end with it, as "Xã Sông Lô" does for "song lo", and the shortest of them: the more besides, the less it
 * is what was meant. A code must be given whole.
 */
function matching(q: string | undefined): { where: RawBuilder<unknown>; rank: RawBuilder<unknown> } {
  if (!q) return { where: sql`true`, rank: sql`0` };
  const folded = likeText(foldVietnamese(q));
  const exact = likeText(exactKey(q));
  // `like all` of a list would not be looked up by the index.
  const words = folded.split(' ').map((word) => sql`v.name_key like ${`%${word}%`}`);
  return {
    where: sql`((${sql.join(words, sql` and `)}) or v.code = ${q})`,
    // One number, so that a page goes on from it: what matches best by the thousand, then the length of the name.
    rank: sql`(length(v.name) + 1000 * case when v.code = ${q} then 0
      when ' ' || v.exact_key like ${`% ${exact}`} then 1 when v.exact_key like ${`%${exact}%`} then 2
      when ' ' || v.name_key like ${`% ${folded}`} then 3 when v.name_key like ${`${folded}%`} then 4 when v.name_key like ${`%${folded}%`} then 5 else 6 end)`,
  };
}

function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

export function briefOf(row: BriefRow): UnitBrief {
  return { id: row.id, name: row.name, shortName: row.short_name, kind: row.kind, type: row.type, code: row.code };
}

function itemOf(row: ItemRow): UnitItem {
  return { ...briefOf(row), period: fromRange(row.valid), path: row.path ?? [], children: row.children };
}
