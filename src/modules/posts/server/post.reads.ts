/** Reads of posts: of a unit, in lists, of a person, what was recorded. Nothing here writes. */
import './post.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { abilities, mayDo, reach } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { holdsOn } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { readCursor, pageOf, type Page } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { hasManyUnder, planUnits, standsOn, standsUnder, unitNameAt, unitsUnder, walkedBy, type UnitPlan } from '../../units/server/index.ts';
import { postKinds, type PostKind } from '../post.kinds.ts';
import { vacancyOn, type How, type Tenure, type TenureEndReason } from '../post.ts';
import type { postContract } from '../post.contract.ts';

type Input<K extends keyof typeof postContract> = z.output<(typeof postContract)[K]['input']>;
type Answer<K extends keyof typeof postContract> = z.input<(typeof postContract)[K]['output']>;
export type PostItem = Answer<'list'>['items'][number];
type Holder = PostItem['holders'][number];

export interface PostRow {
  id: Id<'post'>;
  unit_id: Id<'unit'>;
  unit_name: string;
  kind: PostKind;
  title: string | null;
  seats: number;
  valid: string;
  rank: number;
}

export async function listPostsOfUnit(ctx: Ctx, { unitId, asOf }: Input<'ofUnit'>): Promise<Answer<'ofUnit'>> {
  if (!(await mayDo(ctx, 'post.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const on = asOf ?? ctx.today;
  const found = await rows(ctx.db, sql<PostRow>`${selectPosts(on)} where po.unit_id = ${unitId} and po.valid @> ${on}::date and ${standsOn('po.unit_id', on)} order by rank, po.id`);
  return { items: await withHolders(ctx, found, on), may: await abilities(ctx, unitId, ['post.record']) };
}

export async function listPosts(ctx: Ctx, input: Input<'list'>): Promise<Page<PostItem>> {
  const after = readCursor(input.cursor, z.tuple([z.string(), z.guid(), z.int(), z.guid()]));
  const found = await readPosts(ctx, input, { verbs: ['post.read'], after, limit: input.limit + 1 });
  const page = pageOf(found, { limit: input.limit, key: keyOfPost, item: (row) => row });
  return { items: await withHolders(ctx, page.items, input.asOf ?? ctx.today), next: page.next };
}

export type PostFilters = Pick<Input<'list'>, 'asOf' | 'unitId' | 'kind' | 'vacant'>;

interface Reading {
  /** All of them must hold at the unit of the post. */
  readonly verbs: readonly Verb[];
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

/** Posts of a day, filtered, by unit and rank. A post ends with its unit, also where no act has closed it. */
export async function readPosts(ctx: Ctx, filters: PostFilters, reading: Reading): Promise<PostRow[]> {
  const { walks, gathered } = await planPosts(ctx, filters, reading.verbs[0]!);
  const parts = [
    ...walks.map((walk) => partOf(ctx, filters, { ...reading, within: walkedBy(walk), walked: true })),
    ...(gathered ? [partOf(ctx, filters, { ...reading, within: gathered === 'all' ? sql`true` : sql`home_of(v.unit_id) = any(${gathered}::smallint[])`, walked: false })] : []),
  ];
  return rows(ctx.db, sql<PostRow>`select * from (${sql.join(parts, sql` union all `)}) f order by f.unit_name collate vietnamese, f.unit_id, f.rank, f.id limit ${reading.limit}`);
}

/** So few posts of a kind are found by their kind; of more the units are walked by name until a page is full. */
const fewOfKind = 2_000;

async function planPosts(ctx: Ctx, { asOf, kind, unitId }: PostFilters, verb: Verb): Promise<UnitPlan> {
  const on = asOf ?? ctx.today;
  const isFew = kind?.length ? await firstRow(ctx.db, sql<{ few: boolean }>`select count(*) <= ${fewOfKind} as few from (select from posts where kind = any(${kind}::text[]) limit ${fewOfKind + 1}) p`) : undefined;
  const isSmall = unitId ? await firstRow(ctx.db, sql<{ small: boolean }>`select not ${hasManyUnder(unitId, on)} as small`) : undefined;
  return isFew?.few || isSmall?.small ? { walks: [], gathered: 'all' } : planUnits(ctx, { verb, under: undefined, on, kinds: [] });
}

function partOf(ctx: Ctx, filters: PostFilters, { verbs, after, limit, within, walked }: Reading & { within: RawBuilder<unknown>; walked: boolean }): RawBuilder<unknown> {
  // The first two are said apart as well: the index of names begins where the last page ended.
  const seek = after
    ? sql`and (v.name collate vietnamese, v.unit_id) >= (${after[0]}::text collate vietnamese, ${after[1]}::uuid)
        and (v.name collate vietnamese, v.unit_id, ${rankOfKind}, po.id) > (${after[0]}::text collate vietnamese, ${after[1]}::uuid, ${after[2]}::int, ${after[3]}::uuid)`
    : sql``;
  return sql`(select po.id, po.unit_id, v.name as unit_name, po.kind, po.title, po.seats, po.valid, ${rankOfKind} as rank
    from unit_versions v join posts po on po.unit_id = v.unit_id where ${within} and v.valid @> ${filters.asOf ?? ctx.today}::date and ${conditions(ctx, filters, { verbs, walked })} ${seek}
    order by v.name collate vietnamese, v.unit_id, rank, po.id limit ${limit})`;
}

export function keyOfPost({ unit_name, unit_id, rank, id }: PostRow): (string | number)[] {
  return [unit_name, unit_id, rank, id];
}

export async function countPosts(ctx: Ctx, filters: PostFilters, verbs: readonly Verb[]): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from posts po join unit_versions v on v.unit_id = po.unit_id and v.valid @> ${filters.asOf ?? ctx.today}::date
    where ${conditions(ctx, filters, { verbs, walked: false })}`);
  return row?.count ?? 0;
}

function conditions(ctx: Ctx, { asOf, kind, unitId, vacant }: PostFilters, { verbs, walked }: { verbs: readonly Verb[]; walked: boolean }): RawBuilder<unknown> {
  const on = asOf ?? ctx.today;
  const all = [
    sql`po.valid @> ${on}::date`,
    ...verbs.map((verb) => (walked ? reach(ctx, verb).at('v.unit_id') : reach(ctx, verb).over('v.unit_id'))),
    ...(kind?.length ? [sql`po.kind = any(${kind}::text[])`] : []),
    ...(unitId ? [walked ? standsUnder('v.unit_id', unitId, on) : sql`po.unit_id in ${unitsUnder(unitId, on)}`] : []),
    ...(vacant === undefined ? [] : [sql`(po.seats > (select count(*) from tenures t where t.post_id = any(array[po.id]) and t.valid @> ${on}::date)) = ${vacant}`]),
  ];
  return sql.join(all, sql` and `);
}

/** The secretary first, as the catalogue of posts has it. */
const kindsInOrder = postKinds.map(({ code }) => code);
const rankOfKind = sql<number>`coalesce(array_position(${kindsInOrder}::text[], po.kind), 99)`;

function selectPosts(on: Day): RawBuilder<unknown> {
  return sql`select po.id, po.unit_id, coalesce(${unitNameAt('po.unit_id', sql`${on}::date`)}, '') as unit_name, po.kind, po.title, po.seats, po.valid,
    ${rankOfKind} as rank from posts po`;
}

interface TenureRow {
  id: Id<'tenure'>;
  post_id: Id<'post'>;
  person_id: Id<'person'>;
  full_name: string;
  valid: string;
  how: How | null;
  decision: string | null;
}

export async function withHolders(ctx: Ctx, posts: readonly PostRow[], on: Day): Promise<PostItem[]> {
  const ids = posts.map(({ id }) => id);
  const found = await rows(ctx.db, sql<TenureRow>`select t.id, t.post_id, t.person_id, p.full_name, t.valid, t.how, t.decision
    from tenures t join people p on p.home_id = t.home_id and p.id = t.person_id
    where t.post_id = any(${ids}::uuid[]) and lower(t.valid) <= ${on}::date order by lower(t.valid), t.id`);
  const holding = found.filter((row) => holdsOn(fromRange(row.valid), on));
  const concurrent = await concurrentPosts(ctx, holding.map(({ person_id }) => person_id), on);
  const tenuresOf = Map.groupBy(found, ({ post_id }) => post_id);
  const holdersOf = Map.groupBy(holding, ({ post_id }) => post_id);
  return posts.map((row) => {
    const post = { seats: row.seats, period: fromRange(row.valid), tenures: (tenuresOf.get(row.id) ?? []).map(tenureOf) };
    const vacancy = vacancyOn(post, on);
    const holders = (holdersOf.get(row.id) ?? []).map((tenure) => holderOf(tenure, concurrent.get(tenure.person_id) ?? []));
    return { id: row.id, unit: { id: row.unit_id, name: row.unit_name }, kind: row.kind, title: row.title, seats: row.seats, period: post.period, holders, vacant: vacancy.seats, vacantSince: vacancy.since };
  });
}

function tenureOf(row: TenureRow): Tenure {
  return { id: row.id, personId: row.person_id, period: fromRange(row.valid), how: row.how, endReason: null, decision: row.decision };
}

function holderOf(row: TenureRow, posts: readonly ConcurrentRow[]): Holder {
  const others = posts.filter(({ post_id }) => post_id !== row.post_id);
  return {
    tenureId: row.id,
    person: { id: row.person_id, fullName: row.full_name },
    period: fromRange(row.valid),
    how: row.how,
    decision: row.decision,
    concurrent: others.map((other) => ({ postId: other.post_id, kind: other.kind, title: other.title, unit: { id: other.unit_id, name: other.unit_name } })),
  };
}

interface ConcurrentRow {
  person_id: Id<'person'>;
  post_id: Id<'post'>;
  kind: PostKind;
  title: string | null;
  unit_id: Id<'unit'>;
  unit_name: string;
}

/** All posts that these people hold on the day, as far as the reader may see. */
async function concurrentPosts(ctx: Ctx, personIds: readonly Id<'person'>[], on: Day): Promise<Map<Id<'person'>, ConcurrentRow[]>> {
  const found = await rows(ctx.db, sql<ConcurrentRow>`
    select t.person_id, po.id as post_id, po.kind, po.title, po.unit_id, coalesce(${unitNameAt('po.unit_id', sql`${on}::date`)}, '') as unit_name
    from tenures t join posts po on po.id = t.post_id
    where t.person_id = any(${personIds}::uuid[]) and t.valid @> ${on}::date and ${reach(ctx, 'post.read').at('po.unit_id')} order by po.kind, po.id`);
  return Map.groupBy(found, ({ person_id }) => person_id);
}

export async function listPostsOfPerson(ctx: Ctx, { personId }: Input<'ofPerson'>): Promise<Answer<'ofPerson'>> {
  return { items: await tenuresOfPerson(ctx, personId, { own: false }) };
}

/** `own` is the person's own record, whole; otherwise what lies in the reader's reach. */
export async function tenuresOfPerson(ctx: Ctx, personId: Id<'person'>, { own }: { own: boolean }): Promise<Answer<'ofPerson'>['items']> {
  const readable = own ? sql<boolean>`true` : reach(ctx, 'post.read').at('po.unit_id');
  const found = await rows(ctx.db, sql<Omit<ConcurrentRow, 'person_id'> & { id: Id<'tenure'>; valid: string; how: How | null; end_reason: TenureEndReason | null; decision: string | null }>`
    select t.id, po.id as post_id, po.kind, po.title, po.unit_id, coalesce(${unitNameAt('po.unit_id', sql`least(upper(t.valid) - 1, ${ctx.today}::date)`)}, '') as unit_name, t.valid, t.how, t.end_reason, t.decision
    from tenures t join posts po on po.id = t.post_id
    where t.home_id = ${homeOf(personId)} and t.person_id = any(array[${personId}]::uuid[]) and ${readable} order by upper_inf(t.valid) desc, lower(t.valid) desc, t.id`);
  return found.map((row) => ({
    id: row.id, postId: row.post_id, kind: row.kind, title: row.title, unit: { id: row.unit_id, name: row.unit_name },
    period: fromRange(row.valid), how: row.how, endReason: row.end_reason, decision: row.decision,
  }));
}
