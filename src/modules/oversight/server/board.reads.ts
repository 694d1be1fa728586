/** The board of a regulation: its units with who follows each, its cadres with their load, and when nobody followed a unit. Nothing here writes. */
import './oversight.tables.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { heldOn } from '../../../figures/held.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import type { PostKind } from '../../posts/post.kinds.ts';
import { namesApart, toldApart } from '../../posts/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { mostCadres, type boardContract } from '../board.contract.ts';
import type { Tier } from '../oversight.kinds.ts';
import { gapsIn, isOverQuota, type Assignment, type Regulation } from '../oversight.ts';
import { quotaOf } from './assignment.requires.ts';
import { leftOn } from './assignment.reads.ts';
import { areaOf, followsOn, uncoveredSince, unitsOfRegulation } from './coverage.sql.ts';
import { readRegulation } from './oversight.reach.ts';

type Input<K extends keyof typeof boardContract> = z.output<(typeof boardContract)[K]['input']>;
type Answer<K extends keyof typeof boardContract> = z.input<(typeof boardContract)[K]['output']>;
type Named<Name extends string> = { readonly id: Id<Name>; readonly name: string };

interface BoardRow {
  readonly id: Id<'unit'>;
  readonly name: string;
  readonly area: (Named<'unit'> & { readonly isFormer: boolean }) | null;
  readonly followers: Answer<'board'>['items'][number]['followers'] | null;
  readonly since: Day | null;
}

export async function readBoard(ctx: Ctx, { regulationId, on = ctx.today, gap, search, cursor, limit }: Input<'board'>): Promise<Answer<'board'>> {
  await readRegulation(ctx, regulationId);
  const found = await boardRows(ctx, { regulationId, on, gapsAlone: gap === 'yes', search, cursor, limit });
  const apart = await toldApart(ctx, found.flatMap(({ followers }) => followers ?? []), on);
  const byId = new Map(apart.map((one) => [one.assignmentId, one]));
  return pageOf(found, {
    limit, key: (row) => [row.name, row.id],
    item: ({ id, name, area, followers, since }) => ({ unit: { id, name }, area, followers: (followers ?? []).map((one) => byId.get(one.assignmentId)!), uncoveredSince: followers ? null : since }),
  });
}

interface Asked {
  readonly regulationId: Regulation['id'];
  readonly on: Day;
  readonly gapsAlone: boolean;
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One more than asked for, by name. */
export async function boardRows(ctx: Ctx, { regulationId, on, gapsAlone, search, cursor, limit }: Asked): Promise<BoardRow[]> {
  const day = sql`${on}::date`;
  const after = readCursor(cursor, z.tuple([z.string(), z.guid()]));
  const sought = search ? `%${foldVietnamese(search).replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const conditions = [
    sql`true`,
    ...(gapsAlone ? [sql`not ${followsOn({ unit: sql`r.covered_id`, on: day, under: sql`r` })}`] : []),
    ...(sought ? [sql`v.name_key like ${sought}`] : []),
    ...(after ? [sql`(v.name collate vietnamese, r.covered_id) > (${after[0]}::text collate vietnamese, ${after[1]}::uuid)`] : []),
  ];
  // All that the regulation covers is gathered first, and names are looked up for these: not the names of the country in their order.
  return rows(ctx.db, sql<BoardRow>`
    with covered as materialized (
      select r.home_id, r.id, r.valid, u.id as covered_id from oversight_regulations r cross join lateral ${unitsOfRegulation(sql`r`, day)} u where r.home_id = ${homeOf(regulationId)} and r.id = ${regulationId})
    select p.id, p.name, ${areaOf(sql`p.id`, day)} as area, f.followers, case when f.followers is null then ${uncoveredSince({ unit: sql`p.id`, on: day, under: sql`p` })} end as since from (
      select r.home_id, r.id as regulation_id, r.valid, r.covered_id as id, v.name
      from covered r cross join lateral (select v.name, v.name_key from unit_versions v where v.unit_id = r.covered_id and ${heldOn('v.valid', day)} offset 0) v
      where ${sql.join(conditions, sql` and `)} order by v.name collate vietnamese, r.covered_id limit ${limit + 1}) p
    left join lateral (
      select json_agg(json_build_object('assignmentId', a.id, 'person', json_build_object('id', a.person_id, 'name', w.full_name), 'tier', a.tier, 'leftPostOn', ${leftOn(day)}, 'from', lower(a.valid)) order by lower(a.valid), a.id) as followers
      from ${bodiesOf(sql`p.id`, day)} body cross join lateral (
        select * from oversight_assignments a where a.unit_id = body.id and a.home_id = p.home_id and a.regulation_id = p.regulation_id and ${heldOn('a.valid', day)} offset 0) a
      join people w on w.home_id = home_of(a.person_id) and w.id = a.person_id) f on true
    order by p.name collate vietnamese, p.id`);
}

export interface CadreRow {
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly tier: Tier | null;
  readonly postId: Id<'post'> | null;
  readonly postKind: PostKind | null;
  readonly postTitle: string | null;
  readonly postUnit: string | null;
  readonly leftPostOn: Day | null;
  readonly units: { readonly assignmentId: Assignment['id']; readonly unit: Named<'unit'> }[] | null;
}

/** Who follows on the day, with the post that makes him eligible; and who holds a post at the organisation itself and follows nothing. */
export async function cadreRows(ctx: Ctx, { id, unitId }: Regulation, on: Day): Promise<CadreRow[]> {
  const day = sql`${on}::date`;
  const found = await rows(ctx.db, sql<CadreRow>`
    with running as (
      select a.person_id, (array_agg(a.tier order by lower(a.valid), a.id))[1] as tier, (array_agg(a.post_id order by lower(a.valid), a.id))[1] as post_id, min(${leftOn(day)}) as left_on,
        json_agg(json_build_object('assignmentId', a.id, 'unit', json_build_object('id', a.unit_id, 'name', ${unitNameAt('a.unit_id', day)})) order by lower(a.valid), a.id) as units
      from oversight_assignments a where a.home_id = ${homeOf(id)} and a.regulation_id = ${id} and a.valid @> ${day} group by a.person_id),
    cadres as (
      select * from running
      union all
      select t.person_id, null, (array_agg(t.post_id order by lower(t.valid), t.id))[1], null, null from posts o join tenures t on t.post_id = o.id and t.valid @> ${day}
      where o.unit_id = ${unitId} and o.valid @> ${day} and t.person_id not in (select person_id from running) group by t.person_id)
    select c.person_id as "personId", p.full_name as name, c.tier, c.post_id as "postId", o.kind as "postKind", o.title as "postTitle", ${unitNameAt('o.unit_id', day)} as "postUnit", c.left_on as "leftPostOn", c.units
    from cadres c join people p on p.home_id = home_of(c.person_id) and p.id = c.person_id left join posts o on o.id = c.post_id
    order by coalesce(json_array_length(c.units), 0) desc, p.sort_key collate "vi-x-icu", c.person_id limit ${mostCadres}`);
  const names = await namesApart(ctx, found.map(({ personId, name }) => ({ id: personId, name })), on);
  return found.map((row) => ({ ...row, name: names.get(row.personId)! }));
}

export async function readCadres(ctx: Ctx, { regulationId, on = ctx.today }: Input<'cadres'>): Promise<Answer<'cadres'>> {
  const regulation = await readRegulation(ctx, regulationId);
  const most = await quotaOf(ctx, regulation, on);
  return {
    items: (await cadreRows(ctx, regulation, on)).map((row) => ({
      person: { id: row.personId, name: row.name }, tier: row.tier ?? tierOf(regulation, row.postKind), post: postOf(row), leftPostOn: row.leftPostOn, units: row.units ?? [], isOver: isOverQuota({ units: row.units?.length ?? 0, most }),
    })),
  };
}

export function postOf({ postId, postKind, postTitle, postUnit }: Pick<CadreRow, 'postId' | 'postKind' | 'postTitle' | 'postUnit'>) {
  return postId && postKind ? { id: postId, kind: postKind, title: postTitle, unit: postUnit ?? '' } : null;
}

const tierOfPost: Partial<Record<PostKind, Tier>> = { secretary: 'standingBoard', standing_deputy_secretary: 'standingBoard', deputy_secretary: 'standingBoard', standing_member: 'standingBoard', inspection_head: 'standingBoard', committee_member: 'committee' };

/** As which tier somebody would be assigned by his post; the first of the regulation where it says nothing about that. */
export function tierOf({ duties }: Regulation, kind: PostKind | null): Tier {
  const own = kind === null ? undefined : tierOfPost[kind];
  return own !== undefined && duties.some(({ tier }) => tier === own) ? own : (duties[0]?.tier ?? 'other');
}

interface GapRow {
  readonly id: Id<'unit'>;
  readonly name: string;
  readonly spells: readonly string[];
}

/** Over any time, judged by the units that the regulation covers on its last day. */
export async function readGaps(ctx: Ctx, { regulationId, from, to, cursor, limit }: Input<'gaps'>): Promise<Answer<'gaps'>> {
  if (to < from) throw new Problem({ code: 'oversight.periodBackwards', kind: 'invalid' });
  const regulation = await readRegulation(ctx, regulationId);
  const within = withinRegulation(regulation, { from, to });
  const after = readCursor(cursor, z.tuple([z.string(), z.guid()]));
  const [first, last] = [sql`${within.from}::date`, sql`${within.to}::date`];
  const found = within.to < within.from ? [] : await rows(ctx.db, sql<GapRow>`
    select u.id, v.name, s.spells::text[] as spells from oversight_regulations r cross join lateral ${unitsOfRegulation(sql`r`, last)} u join unit_versions v on v.unit_id = u.id and v.valid @> ${last}
    cross join lateral (select coalesce(range_agg(a.valid), '{}') as followed from oversight_assignments a where a.home_id = r.home_id and a.regulation_id = r.id and a.unit_id in (select body.id from ${bodiesOf(sql`u.id`, last)} body)) f
    cross join lateral (select array(select unnest(f.followed)) as spells, min(lower(w.valid)) as founded from unit_versions w where w.unit_id = u.id) s
    where r.home_id = ${homeOf(regulationId)} and r.id = ${regulationId} and not f.followed @> daterange(greatest(${first}, s.founded), ${last}, '[]')
      ${after ? sql`and (v.name collate vietnamese, u.id) > (${after[0]}::text collate vietnamese, ${after[1]}::uuid)` : sql``}
    order by v.name collate vietnamese, u.id limit ${limit + 1}`);
  return pageOf(found, {
    limit, key: (row) => [row.name, row.id],
    item: ({ id, name, spells }) => ({ unit: { id, name }, gaps: gapsIn(spells.map((spell) => fromRange(spell)), within).map((gap) => ({ ...gap, days: daysOf(gap) })) }),
  });
}

function withinRegulation({ period }: Regulation, { from, to }: { readonly from: Day; readonly to: Day }): { readonly from: Day; readonly to: Day } {
  return { from: from < period.from ? period.from : from, to: period.to !== null && period.to < to ? period.to : to };
}

function daysOf({ from, to }: { readonly from: Day; readonly to: Day }): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

