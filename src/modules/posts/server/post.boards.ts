/** Two boards over many posts: unified posts by commune and village, and the heads of villages and residential groups. */
import './post.tables.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import { heldOn } from '../../../figures/held.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { readCursor, pageOf, type Page } from '../../../platform/db/paging.ts';
import type { Id } from '../../../platform/ids.ts';
import { unitsUnder } from '../../units/server/index.ts';
import { residentHeadKinds, type PostKind } from '../post.kinds.ts';
import type { postContract } from '../post.contract.ts';

type Input<K extends keyof typeof postContract> = z.output<(typeof postContract)[K]['input']>;
type Answer<K extends keyof typeof postContract> = z.input<(typeof postContract)[K]['output']>;
type CommuneRow = Answer<'unified'>['items'][number];
type VillageRow = CommuneRow['villages'][number];
type HeadRow = Answer<'heads'>['items'][number];

interface NamedUnitRow {
  id: Id<'unit'>;
  name: string;
}

interface VillageOfCommune extends NamedUnitRow {
  commune_id: Id<'unit'>;
}

interface HolderRow {
  place_id: Id<'unit'>;
  kind: PostKind;
  person_id: Id<'person'>;
  full_name: string;
}

export async function getUnifiedBoard(ctx: Ctx, input: Input<'unified'>): Promise<Page<CommuneRow>> {
  const on = input.asOf ?? ctx.today;
  const after = readCursor(input.cursor, z.tuple([z.string(), z.guid()]));
  const found = await rows(ctx.db, sql<NamedUnitRow>`select v.unit_id as id, v.name from unit_versions v
    where v.kind = 'commune' and v.valid @> ${on}::date and ${reach(ctx, 'post.read').at('v.unit_id')}
      ${input.unitId ? sql`and v.unit_id in ${unitsUnder(input.unitId, on)}` : sql``}
      ${after ? sql`and (v.name collate vietnamese, v.unit_id) > (${after[0]}::text collate vietnamese, ${after[1]}::uuid)` : sql``}
    order by v.name collate vietnamese, v.unit_id limit ${input.limit + 1}`);
  const page = pageOf(found, { limit: input.limit, key: (row) => [row.name, row.id], item: (row) => row });
  const villages = await villagesOf(ctx, page.items.map(({ id }) => id), on);
  const holders = Map.groupBy(await holdersAt(ctx, [...page.items, ...villages].map(({ id }) => id), on), ({ place_id }) => place_id);
  const byCommune = Map.groupBy(villages, ({ commune_id }) => commune_id);
  return { items: page.items.map((commune) => communeRow(commune, byCommune.get(commune.id) ?? [], holders)), next: page.next };
}

async function villagesOf(ctx: Ctx, communes: readonly Id<'unit'>[], on: Day): Promise<VillageOfCommune[]> {
  return rows(ctx.db, sql<VillageOfCommune>`select c.ancestor_id as commune_id, v.unit_id as id, v.name
    from unit_closure c join unit_versions v on v.unit_id = c.descendant_id and v.kind = 'village' and v.valid @> ${on}::date
    where c.hierarchy = 'territory' and c.ancestor_id = any(${communes}::uuid[]) and c.valid @> ${on}::date and ${reach(ctx, 'post.read').at('v.unit_id')}
    order by v.name collate vietnamese, v.unit_id`);
}

/** Who holds a post on the day at these places or at the organisations that lead, govern or belong to them. */
async function holdersAt(ctx: Ctx, places: readonly Id<'unit'>[], on: Day): Promise<HolderRow[]> {
  return rows(ctx.db, sql<HolderRow>`
    with seats as (
      select u.id as place_id, u.id as unit_id from units u where u.id = any(${places}::uuid[])
      union select r.other_id, r.unit_id from unit_relations r where r.other_id = any(${places}::uuid[]) and r.valid @> ${on}::date
    )
    select s.place_id, po.kind, t.person_id, p.full_name
    from seats s join posts po on po.unit_id = s.unit_id and po.valid @> ${on}::date
      join tenures t on t.post_id = any(array[po.id]) and t.valid @> ${on}::date
      join people p on p.home_id = t.home_id and p.id = t.person_id
    where ${reach(ctx, 'post.read').at('po.unit_id')} order by split_part(p.sort_key, ' ', 1) collate "vi-x-icu", p.sort_key collate "vi-x-icu", p.id`);
}

function communeRow(commune: NamedUnitRow, villages: readonly VillageOfCommune[], holders: ReadonlyMap<Id<'unit'>, HolderRow[]>): CommuneRow {
  const own = holders.get(commune.id) ?? [];
  const secretaries = inPost(own, ['secretary']);
  const chairs = inPost(own, ['peoples_committee_chair']);
  const list = villages.map((village) => villageRow(village, holders.get(village.id) ?? []));
  return {
    commune: { id: commune.id, name: commune.name },
    secretaries,
    chairs,
    secretaryIsChair: shareSomebody(secretaries, chairs),
    villages: list,
    summary: { villages: list.length, secretaryIsHead: list.filter((row) => row.secretaryIsHead).length, deputyIsFrontHead: list.filter((row) => row.deputyIsFrontHead).length },
  };
}

function villageRow(village: NamedUnitRow, holders: readonly HolderRow[]): VillageRow {
  const heads = inPost(holders, residentHeadKinds);
  const secretaries = inPost(holders, ['secretary']);
  const deputies = inPost(holders, ['deputy_secretary', 'standing_deputy_secretary']);
  const frontHeads = inPost(holders, ['front_board_head']);
  return { village: { id: village.id, name: village.name }, heads, secretaries, deputies, frontHeads, secretaryIsHead: shareSomebody(secretaries, heads), deputyIsFrontHead: shareSomebody(deputies, frontHeads) };
}

interface NamedPerson {
  id: Id<'person'>;
  fullName: string;
}

function inPost(holders: readonly HolderRow[], kinds: readonly PostKind[]): NamedPerson[] {
  const found = holders.filter(({ kind }) => kinds.includes(kind));
  return [...new Map(found.map(({ person_id, full_name }) => [person_id, { id: person_id, fullName: full_name }])).values()];
}

function shareSomebody(ones: readonly NamedPerson[], others: readonly NamedPerson[]): boolean {
  return ones.some(({ id }) => others.some((other) => other.id === id));
}

interface HeadSqlRow {
  tenure_id: Id<'tenure'>;
  person_id: Id<'person'>;
  full_name: string;
  village_id: Id<'unit'>;
  village_name: string;
  commune_id: Id<'unit'> | null;
  commune_name: string;
  kind: PostKind;
  since: Day;
  age: number | null;
  standing: 'full' | 'probationary' | 'none' | null;
  member_since: Day | null;
  also_secretary: boolean;
}

/** Case E's board. The summary by commune comes with the first page. */
export async function getHeadsBoard(ctx: Ctx, input: Input<'heads'>): Promise<Answer<'heads'>> {
  const on = input.asOf ?? ctx.today;
  const after = readCursor(input.cursor, z.tuple([z.string(), z.string(), z.guid()]));
  const order = (alias: string) => sql`${sql.ref(`${alias}.commune_name`)} collate vietnamese, ${sql.ref(`${alias}.village_name`)} collate vietnamese, ${sql.ref(`${alias}.tenure_id`)}`;
  const seek = after ? sql`and (${order('h')}) > (${after[0]}::text collate vietnamese, ${after[1]}::text collate vietnamese, ${after[2]}::uuid)` : sql``;
  const found = await rows(ctx.db, sql<HeadSqlRow>`select h.*, ${headColumns(ctx, on)} from (
      select * from (${headsOn(ctx, input, on)}) h where true ${seek} order by ${order('h')} limit ${input.limit + 1}) h
    join people p on p.home_id = h.home_id and p.id = h.person_id
    left join memberships m on m.home_id = h.home_id and m.person_id = any(array[h.person_id]) and m.valid @> ${on}::date
    order by ${order('h')}`);
  const page = pageOf(found, { limit: input.limit, key: (row) => [row.commune_name, row.village_name, row.tenure_id], item: headRow });
  return { ...page, communes: input.cursor ? [] : await summaryByCommune(ctx, input, on) };
}

/** Who heads which village of which commune: no more than the order needs, for there may be thousands. */
function headsOn(ctx: Ctx, input: Input<'heads'>, on: Day) {
  const member = sql`exists (select from memberships m where m.home_id = t.home_id and m.person_id = any(array[t.person_id]) and m.valid @> ${on}::date) and ${reach(ctx, 'member.read').over('po.unit_id')}`;
  return sql`
    select t.id as tenure_id, t.home_id, t.person_id, po.unit_id as village_id, v.name as village_name, k.id as commune_id, coalesce(k.name, '') as commune_name, po.kind, t.valid
    from ${villagesWithCommune(on)} join posts po on po.unit_id = v.unit_id join tenures t on t.post_id = any(array[po.id]) and ${heldOn('t.valid', sql`${on}::date`)}
    where ${headPosts(ctx, input, on)} ${input.member === undefined ? sql`` : input.member ? sql`and ${member}` : sql`and not (${member}) and ${reach(ctx, 'member.read').over('po.unit_id')}`}`;
}

function headColumns(ctx: Ctx, on: Day) {
  const mayRead = reach(ctx, 'member.read').at('h.village_id');
  return sql`p.full_name, lower(h.valid) as since, extract(year from age(${on}::date, p.birth_on))::int as age,
    case when not ${mayRead} then null when m.id is null then 'none' when m.recognised_on <= ${on}::date then 'full' else 'probationary' end as standing,
    case when ${mayRead} then lower(m.valid) end as member_since,
    exists (select from tenures st join posts sp on sp.id = st.post_id and sp.kind = 'secretary' join unit_versions sv on sv.unit_id = sp.unit_id and sv.kind = 'cell' and sv.valid @> ${on}::date
      where st.home_id = h.home_id and st.person_id = any(array[h.person_id]) and st.valid @> ${on}::date and ${reach(ctx, 'post.read').at('sp.unit_id')}) as also_secretary`;
}

/** Units of the day (`v`), each with its commune (`k`), joined as sets. */
function villagesWithCommune(on: Day, communes = communesOf(on)) {
  return sql`unit_versions v left join (
      select c.descendant_id, u.id, u.name from ${communes} u join unit_closure c on c.hierarchy = 'territory' and c.ancestor_id = u.id and c.valid @> ${on}::date) k on k.descendant_id = v.unit_id`;
}

function communesOf(on: Day) {
  return sql`(select unit_id as id, name from unit_versions where kind = 'commune' and valid @> ${on}::date)`;
}

function headPosts(ctx: Ctx, input: Input<'heads'>, on: Day) {
  return sql`v.valid @> ${on}::date and po.kind = any(${residentHeadKinds}::text[]) and po.valid @> ${on}::date and ${reach(ctx, 'post.read').over('po.unit_id')}
    ${input.unitId ? sql`and po.unit_id in ${unitsUnder(input.unitId, on)}` : sql``}`;
}

function headRow(row: HeadSqlRow): HeadRow {
  return {
    tenureId: row.tenure_id, person: { id: row.person_id, fullName: row.full_name }, village: { id: row.village_id, name: row.village_name },
    commune: row.commune_id ? { id: row.commune_id, name: row.commune_name } : null,
    kind: row.kind, since: row.since, age: row.age, standing: row.standing, memberSince: row.member_since, alsoSecretary: row.also_secretary,
  };
}

interface SummaryRow {
  commune_id: Id<'unit'> | null;
  commune_name: string | null;
  heads: number;
  members: number;
  not_members: number;
  vacant: number;
}

async function summaryByCommune(ctx: Ctx, input: Input<'heads'>, on: Day): Promise<Answer<'heads'>['communes']> {
  const mayRead = reach(ctx, 'member.read').over('unit_id');
  // The communes, a few thousand in the whole country, are read once: else each unit above each village is looked up.
  const found = await rows(ctx.db, sql<SummaryRow>`
    with communes as materialized ${communesOf(on)}
    select commune_id, commune_name, sum(heads)::int as heads, coalesce(sum(members) filter (where ${mayRead}), 0)::int as members,
      coalesce(sum(heads - members) filter (where ${mayRead}), 0)::int as not_members, sum(greatest(seats - heads, 0))::int as vacant
    from (
      select po.unit_id, po.seats, k.id as commune_id, k.name as commune_name, count(t.id) as heads, count(t.id) filter (where exists (
        select from memberships m where m.home_id = t.home_id and m.person_id = any(array[t.person_id]) and ${heldOn('m.valid', sql`${on}::date`)})) as members
      from ${villagesWithCommune(on, sql`communes`)} join posts po on po.unit_id = v.unit_id left join tenures t on t.post_id = any(array[po.id]) and ${heldOn('t.valid', sql`${on}::date`)}
      where ${headPosts(ctx, input, on)} group by po.id, k.id, k.name) h
    group by commune_id, commune_name order by commune_name collate vietnamese, commune_id`);
  return found.map((row) => ({
    commune: row.commune_id && row.commune_name ? { id: row.commune_id, name: row.commune_name } : null,
    heads: row.heads, members: row.members, notMembers: row.not_members, vacant: row.vacant,
  }));
}
