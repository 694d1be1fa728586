/** Lists of people on a day: filtered, searched, in the Vietnamese order of names, paged by key. Nothing here writes. */
import './person.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { heldOn } from '../../../figures/held.ts';
import { reach } from '../../../access/reach.ts';
import { wherePersonWithin } from '../../../access/server/index.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { readCursor, pageOf } from '../../../platform/db/paging.ts';
import type { Id } from '../../../platform/ids.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import type { PostKind } from '../../posts/post.kinds.ts';
import type { memberMarks, memberStatuses, personContract, PersonFiltersInput } from '../person.contract.ts';
import { ageOn, birthsOfAges, nameSearch, type BirthPrecision, type NameSearch, type Sex } from '../person.ts';
import type { SealedRow } from './person.seal.ts';

type Input<K extends keyof typeof personContract> = z.output<(typeof personContract)[K]['input']>;
type Answer<K extends keyof typeof personContract> = z.input<(typeof personContract)[K]['output']>;
type PersonItem = Answer<'list'>['items'][number];
export type MemberMark = (typeof memberMarks)[number];
export type MemberStatus = (typeof memberStatuses)[number];

const mostCounted = 10_000;

export interface PersonRow extends SealedRow {
  readonly id: Id<'person'>;
  readonly full_name: string;
  readonly sex: Sex | null;
  readonly birth_on: Day | null;
  readonly birth_precision: BirthPrecision | null;
  readonly generated: boolean;
  readonly sort_key: string;
  readonly rank: number;
  readonly status: MemberStatus;
  readonly marks: MemberMark[];
  readonly cell: { id: Id<'unit'>; name: string } | null;
  readonly posts: { kind: PostKind; title: string | null; unit: { id: Id<'unit'>; name: string } }[];
  /** Whether contacts may be shown. */
  readonly open: boolean;
}

export async function listPeople(ctx: Ctx, input: Input<'list'>): Promise<Answer<'list'>> {
  const on = input.asOf ?? ctx.today;
  const after = readCursor(input.cursor, z.tuple([z.int32(), z.string(), z.guid()]));
  const [found, count] = await Promise.all([
    readPeople(ctx, input, { verbs: ['person.read'], after, limit: input.limit + 1, contacts: false }),
    input.cursor ? null : countPeople(ctx, input, ['person.read']),
  ]);
  return { ...pageOf(found, { limit: input.limit, key: keyOfRow, item: (row) => itemOf(row, on) }), count };
}

export function keyOfRow(row: PersonRow): (string | number)[] {
  return [row.rank, row.sort_key, row.id];
}

/** For Ctrl-K: a few names, with where each belongs today. */
export async function searchPeople(ctx: Ctx, { q, limit }: Input<'search'>): Promise<Answer<'search'>> {
  const found = await readPeople(ctx, { q }, { verbs: ['person.read'], after: undefined, limit, contacts: false });
  return { items: found.map(foundOf) };
}

export function foundOf(row: PersonRow): Answer<'search'>['items'][number] {
  const post = row.posts[0];
  return { id: row.id, fullName: row.full_name, birth: birthOf(row), generated: row.generated, unit: post?.unit ?? row.cell, post: post?.kind ?? null };
}

export type PeopleFilters = Partial<PersonFiltersInput>;

interface Reading {
  /** All of them must hold at one and the same unit of the person. */
  readonly verbs: readonly Verb[];
  readonly after: readonly (string | number | null)[] | undefined;
  readonly limit: number;
  /** Whether sealed columns are read where they may be shown. */
  readonly contacts: boolean;
}

export async function readPeople(ctx: Ctx, filters: PeopleFilters, reading: Reading): Promise<PersonRow[]> {
  const on = filters.asOf ?? ctx.today;
  const search = nameSearch(filters.q);
  const { after } = reading;
  const seek = after ? sql`and (${rankOf(search)}, ${nameOrder(sql`p.sort_key`)}, p.id) > (${after[0]}::int, ${nameOrder(sql`${after[1]}::text`)}, ${after[2]}::uuid)` : sql``;
  return rows(ctx.db, sql<PersonRow>`
    select f.*, ${statusOf(on)} as status, ${marksOf(on)} as marks, ${cellOf(ctx, on)} as cell, ${postsOf(ctx, on)} as posts, ${sealedOf(ctx, reading)}
    from (
      select p.home_id, p.id, p.full_name, p.sex, p.birth_on, p.birth_precision, p.generated, p.sort_key, ${rankOf(search)} as rank
      from people p where ${conditions(ctx, filters, { on, search, verbs: reading.verbs })} ${seek}
      order by rank, ${nameOrder(sql`p.sort_key`)}, p.id limit ${reading.limit}) f
    order by f.rank, ${nameOrder(sql`f.sort_key`)}, f.id`);
}

/** Exact up to ten thousand; beyond that it says that there are more. */
export async function countPeople(ctx: Ctx, filters: PeopleFilters, verbs: readonly Verb[]): Promise<{ atLeast: number; exact: boolean }> {
  const on = filters.asOf ?? ctx.today;
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from (
    select from people p where ${conditions(ctx, filters, { on, search: nameSearch(filters.q), verbs })} limit ${mostCounted + 1}) c`);
  const count = row?.count ?? 0;
  return { atLeast: Math.min(count, mostCounted), exact: count <= mostCounted };
}

export async function countAllPeople(ctx: Ctx, filters: PeopleFilters, verbs: readonly Verb[]): Promise<number> {
  const on = filters.asOf ?? ctx.today;
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from people p where ${conditions(ctx, filters, { on, search: nameSearch(filters.q), verbs })}`);
  return row?.count ?? 0;
}

function conditions(ctx: Ctx, filters: PeopleFilters, { on, search, verbs }: { on: Day; search: NameSearch | undefined; verbs: readonly Verb[] }): RawBuilder<unknown> {
  const { after, until } = birthsOfAges({ from: filters.ageFrom, to: filters.ageTo }, on);
  const all = [
    sql`(p.home_id, p.id) in (${present(ctx, filters, { on, verbs })})`,
    ...(search ? search.words.map((word) => sql`p.name_key like ${`%${likeText(word)}%`}`) : []),
    ...(filters.sex ? [sql`p.sex = ${filters.sex}`] : []),
    ...(after ? [sql`p.birth_on > ${after}::date`] : []),
    ...(until ? [sql`p.birth_on <= ${until}::date`] : []),
    ...(filters.status?.length ? [sql`(select ${statusOf(on)} from (values (p.home_id, p.id)) as f(home_id, id)) = any(${filters.status}::text[])`] : []),
    ...(filters.mark?.length ? [sql`(select ${marksOf(on)} from (values (p.home_id, p.id)) as f(home_id, id)) && ${filters.mark}::text[]`] : []),
  ];
  return sql.join(all, sql` and `);
}

/**
 * Who is placed, in post, or on the road from one cell to another on the day, within reach and under the unit asked. The
 * reach is asked once over all of them; why days are compared by `heldOn` is said there.
 */
function present(ctx: Ctx, filters: PeopleFilters, { on, verbs }: { on: Day; verbs: readonly Verb[] }): RawBuilder<unknown> {
  const day = sql`${on}::date`;
  const within = sql.join(verbs.map((verb) => reach(ctx, verb).over('spell.unit_id')), sql` and `);
  const under = filters.unitId ? sql`and spell.unit_id in ${unitsUnder(filters.unitId, on)}` : sql``;
  const inPost = sql`select t.home_id, t.person_id, po.unit_id from tenures t join posts po on po.id = t.post_id
    where ${heldOn('t.valid', day)} ${filters.post?.length ? sql`and po.kind = any(${filters.post}::text[])` : sql``}`;
  const spells = filters.post?.length ? inPost : sql`${inPost} union all ${placed(day)} union all ${onTheRoad(day)}`;
  return sql`select spell.home_id, spell.person_id from (${spells}) spell where ${within} ${under}`;
}

function placed(day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select pl.home_id, pl.person_id, pl.cell_id from placements pl where ${heldOn('pl.valid', day)}`;
}

function onTheRoad(day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select pl.home_id, pl.person_id, pl.cell_id from placements pl
    where pl.kind = 'official' and pl.out_reason = 'transfer_out' and upper(pl.valid) <= ${day}
      and exists (select from memberships m where m.home_id = pl.home_id and m.person_id = pl.person_id and ${heldOn('m.valid', day)})
      and not exists (select from placements l where l.home_id = pl.home_id and l.person_id = pl.person_id and l.kind = 'official' and lower(l.valid) >= upper(pl.valid) and lower(l.valid) <= ${day})`;
}

/** Lowest first: names with the diacritics that were typed; among those whole words, then beginnings, then parts of words. */
function rankOf(search: NameSearch | undefined): RawBuilder<number> {
  if (!search) return sql<number>`0`;
  const every = (words: readonly string[], test: (word: string) => RawBuilder<unknown>) => (words.length === 0 ? sql`true` : sql.join(words.map(test), sql` and `));
  const accented = every(search.accented, (word) => sql`' ' || p.exact_key like ${`% ${likeText(word)}%`}`);
  const whole = every(search.words, (word) => sql`' ' || p.name_key || ' ' like ${`% ${likeText(word)} %`}`);
  const starts = every(search.words, (word) => sql`' ' || p.name_key like ${`% ${likeText(word)}%`}`);
  return sql<number>`((case when ${accented} then 0 else 3 end) + (case when ${whole} then 0 when ${starts} then 1 else 2 end))`;
}

/** The given name as a whole first (Anh before Ánh, whatever follows), then the rest of the name. Matches people_by_given_name. */
export function nameOrder(sortKey: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`split_part(${sortKey}, ' ', 1) collate "vi-x-icu", ${sortKey} collate "vi-x-icu"`;
}

export function statusOf(on: Day): RawBuilder<unknown> {
  return sql`coalesce((select case when m.recognised_on <= ${on}::date then 'full' else 'probationary' end from memberships m
    where m.home_id = f.home_id and m.person_id = f.id and m.valid @> ${on}::date), 'none')`;
}

export function marksOf(on: Day): RawBuilder<unknown> {
  const own = (alias: string) => sql`${sql.ref(`${alias}.home_id`)} = f.home_id and ${sql.ref(`${alias}.person_id`)} = f.id and ${sql.ref(`${alias}.valid`)} @> ${on}::date`;
  return sql`array_remove(array[
    case when exists (select from exemptions e where ${own('e')}) then 'exempt' end,
    case when exists (select from away_spells a where ${own('a')}) then 'away' end,
    case when exists (select from placements tp where ${own('tp')} and tp.kind = 'temporary') then 'temporary' end,
    case when exists (select from memberships m where ${own('m')}) and not exists (select from placements op where ${own('op')} and op.kind = 'official') then 'notArrived' end], null)`;
}

function cellOf(ctx: Ctx, on: Day): RawBuilder<unknown> {
  return sql`(select jsonb_build_object('id', pl.cell_id, 'name', coalesce(${unitNameAt('pl.cell_id', sql`${on}::date`)}, '')) from placements pl
    where pl.home_id = f.home_id and pl.person_id = f.id and pl.kind = 'official' and pl.valid @> ${on}::date and ${reach(ctx, 'person.read').over('pl.cell_id')})`;
}

function postsOf(ctx: Ctx, on: Day): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('kind', po.kind, 'title', po.title, 'unit', jsonb_build_object('id', po.unit_id, 'name', coalesce(${unitNameAt('po.unit_id', sql`${on}::date`)}, ''))) order by lower(t.valid), t.id), '[]')
    from tenures t join posts po on po.id = t.post_id
    where t.home_id = f.home_id and t.person_id = f.id and t.valid @> ${on}::date and ${reach(ctx, 'person.read').over('po.unit_id')})`;
}

/** Sealed columns leave the table only for those whose contacts the caller may see. */
function sealedOf(ctx: Ctx, { contacts }: Reading): RawBuilder<unknown> {
  if (!contacts) return sql`false as open, null as phone_sealed, null as email_sealed, null as citizen_no_sealed, null as membership_no_sealed`;
  const open = wherePersonWithin(ctx, 'person.contact', { home: 'f.home_id', id: 'f.id' }, { when: 'today' });
  const column = (name: string) => sql`(select ${sql.ref(`c.${name}`)} from people c where c.home_id = f.home_id and c.id = f.id and ${open}) as ${sql.ref(name)}`;
  return sql`${open} as open, ${sql.join(['phone_sealed', 'email_sealed', 'citizen_no_sealed', 'membership_no_sealed'].map(column))}`;
}

export function birthOf(row: { readonly birth_on: Day | null; readonly birth_precision: BirthPrecision | null }): { on: Day; precision: BirthPrecision } | null {
  return row.birth_on === null || row.birth_precision === null ? null : { on: row.birth_on, precision: row.birth_precision };
}

function itemOf(row: PersonRow, on: Day): PersonItem {
  const birth = birthOf(row);
  return { id: row.id, fullName: row.full_name, sex: row.sex, birth, age: birth && ageOn(birth, on), generated: row.generated, status: row.status, marks: row.marks, cell: row.cell, posts: row.posts };
}

function likeText(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
