/**
 * Reads lists of people by their plan: in the Vietnamese order of names, or by rank and then by name where a name is
 * searched for; always a bounded number, from where the last page ended.
 */
import './person.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { PostKind } from '../../posts/post.kinds.ts';
import type { PersonFiltersInput } from '../person.contract.ts';
import { birthsOfAges, type BirthPrecision, type Sex } from '../person.ts';
import { planReading, type ReadingPlan } from './person.plan.ts';
import { isPresent, type Presence } from './person.present.ts';
import { cellOf, heldBy, marksOf, postsOf, sealedOf, status, type MemberMark, type MemberStatus } from './person.rows.ts';
import { searchFor, type Search } from './person.search.ts';
import type { SealedRow } from './person.seal.ts';

interface NamedRow {
  readonly home_id: number;
  readonly id: Id<'person'>;
  readonly full_name: string;
  readonly sex: Sex | null;
  readonly birth_on: Day | null;
  readonly birth_precision: BirthPrecision | null;
  readonly generated: boolean;
  readonly sort_key: string;
  readonly rank: number;
}

export interface PersonRow extends SealedRow, NamedRow {
  readonly id: Id<'person'>;
  readonly status: MemberStatus;
  readonly marks: MemberMark[];
  readonly cell: { id: Id<'unit'>; name: string } | null;
  readonly posts: { kind: PostKind; title: string | null; unit: { id: Id<'unit'>; name: string } }[];
  /** Whether contacts may be shown. */
  readonly open: boolean;
}

export function keyOfRow(row: NamedRow): (string | number)[] {
  return [row.rank, row.sort_key, row.id];
}

export type PeopleFilters = Partial<PersonFiltersInput>;

interface Reading {
  /** All of them must hold at one and the same unit of the person. */
  readonly verbs: readonly Verb[];
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
  /** Whether sealed columns are read where they may be shown. */
  readonly contacts: boolean;
  /** Where anybody bears the very name that was typed, nobody else is looked for. */
  readonly isQuick?: boolean;
}

export async function readPeople(ctx: Ctx, filters: PeopleFilters, reading: Reading): Promise<PersonRow[]> {
  const asked = presenceOf(ctx, filters, reading.verbs);
  const plan = await planReading(ctx, asked, filters.mark);
  const search = searchFor(filters.q);
  const list = { ctx, filters, asked, plan, search };
  return search ? readByTiers(list, search, reading) : readInOrder(list, reading);
}

export interface PeopleList {
  readonly ctx: Ctx;
  readonly filters: PeopleFilters;
  readonly asked: Presence;
  readonly plan: ReadingPlan;
  readonly search: Search | undefined;
}

export function presenceOf(ctx: Ctx, filters: PeopleFilters, verbs: readonly Verb[]): Presence {
  return { on: filters.asOf ?? ctx.today, verbs, unitId: filters.unitId, post: filters.post ?? [] };
}

/** So many names that match are ranked at once; where there are more, the ranks are asked one after the other. */
const mostRanked = 200;

/** Whoever bears the very name comes first. A rare name is ranked among all that match it; of a common one each rank in turn is walked until the page is full. */
async function readByTiers(list: PeopleList, search: Search, reading: Reading): Promise<PersonRow[]> {
  const [first, ...others] = search.tiers.filter(({ rank }) => rank >= Number(reading.after?.[0] ?? 0));
  if (list.plan.walked.length === 0 || !first) return readRanked(list, search, reading);
  const found = first.rank === 0 ? await readTier(list, first, reading) : [];
  if (found.length >= reading.limit || (reading.isQuick && found.length > 0)) return found;
  const tiers = first.rank === 0 ? others : [first, ...others];
  const matching = await matchingInHomes(list);
  // Nobody of the homes: only those beside them are still to be asked, where there are any.
  if (matching === 0) return list.plan.gathered ? readRanked({ ...list, plan: { ...list.plan, walked: [] } }, search, reading) : [];
  if (matching <= mostRanked) return readRanked(list, search, reading);
  for (const tier of tiers) {
    if (found.length >= reading.limit) break;
    found.push(...(await readTier(list, tier, { ...reading, limit: reading.limit - found.length })));
  }
  return found;
}

async function readTier(list: PeopleList, { rank, is }: Search['tiers'][number], reading: Reading): Promise<PersonRow[]> {
  const after = reading.after?.[0] === rank ? reading.after : undefined;
  return readInOrder({ ...list, search: { tiers: [], matches: is, rank: sql<number>`${rank}::int` } }, { ...reading, after });
}

/** How many in the walked homes match, whether they are present or not; counted no further than matters. */
async function matchingInHomes(list: PeopleList): Promise<number> {
  const { walked } = list.plan;
  const home = walked === 'country' ? sql`true` : sql`p.home_id = any(${walked}::smallint[])`;
  const row = await firstRow(list.ctx.db, sql<{ count: number }>`select count(*) as count from (select from people p where ${home} and ${conditions(list)} limit ${mostRanked + 1}) m`);
  return row?.count ?? 0;
}

/** Everybody who matches, in the order of ranks. */
async function readRanked(list: PeopleList, search: Search, reading: Reading): Promise<PersonRow[]> {
  const { after, limit } = reading;
  const seek = after ? sql`where (c.rank, ${nameOrder(sql`c.sort_key`)}, c.id) > (${after[0]}::int, ${nameOrder(sql`${after[1]}::text`)}, ${after[2]}::uuid)` : sql``;
  const order = (alias: string) => sql`${sql.ref(`${alias}.rank`)}, ${nameOrder(sql.ref(`${alias}.sort_key`))}, ${sql.ref(`${alias}.id`)}`;
  return rows(list.ctx.db, sql<PersonRow>`select f.*, ${columnsBeside(list, reading)} from (
    select * from (${everyOf({ ...list, search }, { where: sql`true`, order: sql``, end: sql`` })}) c ${seek} order by ${order('c')} limit ${sql.lit(limit)}) f ${heldBy(list.asked.on)}
    order by ${order('f')}`);
}

/**
 * The homes are walked first: those who stand beside them are looked for only between the names of the page. They are
 * seldom any, and each comes with the place in the page where the database, which knows the order, puts them.
 */
async function readInOrder(list: PeopleList, reading: Reading): Promise<PersonRow[]> {
  const { walked, gathered } = list.plan;
  const page = await readPage<PersonRow>(list, reading, { people: sql.join(walked.length > 0 ? walkedParts(list, bounds(reading)) : [gatheredPart(list, bounds(reading))], sql` union all `) });
  if (walked.length === 0 || !gathered) return page;
  const last = page.length < reading.limit ? undefined : page.at(-1);
  const beside = await readPage<PersonRow & { before: number }>(list, reading, { people: gatheredPart(list, bounds(reading, last)), besides: sql`${namesBefore(page)} as before` });
  const merged = [...page];
  for (const [index, row] of beside.entries()) merged.splice(row.before + index, 0, row);
  return merged.slice(0, reading.limit);
}

/** How many of the page come before `f`. */
function namesBefore(page: readonly NamedRow[]): RawBuilder<unknown> {
  const keys = page.map((row) => row.sort_key);
  const ids = page.map(({ id }) => id);
  return sql`(select count(*) from unnest(${keys}::text[], ${ids}::uuid[]) g(sort_key, id)
    where (${nameOrder(sql`g.sort_key`)}, g.id) < (${nameOrder(sql`f.sort_key`)}, f.id))`;
}

/** What a part of a list is cut to. */
interface Cut {
  readonly where: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly end: RawBuilder<unknown>;
}

/** So many from where the last page ended, before `last` where it is given. */
function bounds({ after, limit }: Reading, last?: NamedRow): Cut {
  const key = sql`(${nameOrder(sql`p.sort_key`)}, p.id)`;
  const seek = after ? sql`${key} > (${nameOrder(sql`${after[1]}::text`)}, ${after[2]}::uuid)` : sql`true`;
  const stop = last ? sql`${key} < (${nameOrder(sql`${last.sort_key}::text`)}, ${last.id}::uuid)` : sql`true`;
  return { where: sql`${seek} and ${stop}`, order: sql`order by ${nameOrder(sql`p.sort_key`)}, p.id`, end: sql`limit ${sql.lit(limit)}` };
}

async function readPage<Row>(list: PeopleList, reading: Reading, { people, besides }: { people: RawBuilder<unknown>; besides?: RawBuilder<unknown> }): Promise<Row[]> {
  return rows(list.ctx.db, sql<Row>`select f.*, ${columnsBeside(list, reading)} ${besides ? sql`, ${besides}` : sql``} from (
    select * from (${people}) c order by ${nameOrder(sql`c.sort_key`)}, c.id limit ${sql.lit(reading.limit)}) f ${heldBy(list.asked.on)}
    order by ${nameOrder(sql`f.sort_key`)}, f.id`);
}

export async function countRows(list: PeopleList, { most }: { most: number | undefined }): Promise<number> {
  const limit = most === undefined ? sql`` : sql`limit ${most}`;
  const row = await firstRow(list.ctx.db, sql<{ count: number }>`select count(*) as count from (select from (${everyOf(list, { where: sql`true`, order: sql``, end: limit })}) c ${limit}) n`);
  return row?.count ?? 0;
}

/** The homes that are walked and whoever is gathered; nobody is in two of them. */
function everyOf(list: PeopleList, cut: Cut): RawBuilder<unknown> {
  return sql.join([...walkedParts(list, cut), gatheredPart(list, cut)], sql` union all `);
}

function walkedParts(list: PeopleList, cut: Cut): RawBuilder<unknown>[] {
  const { walked } = list.plan;
  const homes = walked === 'country' ? [sql`true`] : walked.map((home) => sql`p.home_id = ${home}::smallint`);
  return homes.map((home) => partOf(list, cut, { from: sql`people p where ${home}`, where: isPresent(list.ctx, list.asked) }));
}

function gatheredPart(list: PeopleList, cut: Cut): RawBuilder<unknown> {
  const { gathered } = list.plan;
  if (!gathered) return sql`(select ${columns(list)} from people p where false)`;
  return partOf(list, cut, { from: sql`${gathered.from} g join people p on p.home_id = g.home_id and p.id = g.person_id where true`, where: gathered.where });
}

/**
 * The dear question, whether somebody is present, comes last: `offset 0` keeps it behind the order, so that it is put
 * only to as many as fill the page.
 */
function partOf(list: PeopleList, { where, order, end }: Cut, given: { from: RawBuilder<unknown>; where: RawBuilder<unknown> }): RawBuilder<unknown> {
  return sql`(select ${columns(list)} from (select p.* from ${given.from} and ${where} and ${conditions(list)} ${order} offset 0) p where ${given.where} ${end})`;
}

function columns({ search }: PeopleList): RawBuilder<unknown> {
  return sql`p.home_id, p.id, p.full_name, p.sex, p.birth_on, p.birth_precision, p.generated, p.sort_key, ${search?.rank ?? sql`0`} as rank`;
}

function columnsBeside({ ctx, asked: { on } }: PeopleList, reading: Reading): RawBuilder<unknown> {
  return sql`${status} as status, ${marksOf(on)} as marks, ${cellOf(ctx, on)} as cell, ${postsOf(ctx, on)} as posts, ${sealedOf(ctx, reading)}`;
}

function conditions({ filters, search, asked: { on } }: PeopleList): RawBuilder<unknown> {
  const { after, until } = birthsOfAges({ from: filters.ageFrom, to: filters.ageTo }, on);
  const self = sql`(values (p.home_id, p.id)) as f(home_id, id)`;
  const all = [
    search?.matches ?? sql`true`,
    ...(filters.sex ? [sql`p.sex = ${filters.sex}`] : []),
    ...(after ? [sql`p.birth_on > ${after}::date`] : []),
    ...(until ? [sql`p.birth_on <= ${until}::date`] : []),
    ...(filters.status?.length ? [sql`(select ${status} from ${self} ${heldBy(on)}) = any(${filters.status}::text[])`] : []),
    ...(filters.mark?.length ? [sql`(select ${marksOf(on)} from ${self} ${heldBy(on)}) && ${filters.mark}::text[]`] : []),
  ];
  return sql.join(all, sql` and `);
}

/** The given name as a whole first (Anh before Ánh, whatever follows), then the rest of the name; as the indexes of people have it. */
export function nameOrder(sortKey: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`split_part(${sortKey}, ' ', 1) collate "vi-x-icu", ${sortKey} collate "vi-x-icu"`;
}
