/** Which units a regulation covers, and whether somebody follows one, as pieces of SQL; and what is said to the figures when that changes. */
import { sql, type RawBuilder } from 'kysely';
import { heldOn } from '../../../figures/held.ts';
import { markUnits } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { FollowedKind } from '../oversight.kinds.ts';

type Sql = RawBuilder<unknown>;

/** Of these there are so few that each is looked for above itself: below the top of a country stand half a million units. */
const upperKinds = ['district_party', 'commune_party'] as const satisfies readonly FollowedKind[];

/** Rows (id): the units that the regulation of the row covers on the day. */
export function unitsOfRegulation(regulation: Sql, on: Sql): Sql {
  const isUpper = sql`${regulation}.kinds <@ ${[...upperKinds]}::text[]`;
  const under = sql`k.hierarchy = 'reach' and k.ancestor_id = ${regulation}.unit_id and k.descendant_id <> ${regulation}.unit_id and k.valid @> ${on}`;
  return sql`(
    select v.unit_id as id from unit_versions v where ${isUpper} and v.kind = any(${regulation}.kinds) and ${heldOn('v.valid', on)} and exists (select from unit_closure k where k.descendant_id = v.unit_id and ${under} offset 0)
    union all select v.unit_id from unit_closure k join unit_versions v on v.unit_id = k.descendant_id and v.valid @> ${on} and v.kind = any(${regulation}.kinds) where not ${isUpper} and ${under})`;
}

/** Somebody follows the unit, or one that it took over whole, on the day under the regulation of the row. */
export function followsOn({ unit, on, under }: { readonly unit: Sql; readonly on: Sql; readonly under: Sql }): RawBuilder<boolean> {
  const runs = sql`a.home_id = ${under}.home_id and a.regulation_id = ${under}.id and ${heldOn('a.valid', on)}`;
  return sql<boolean>`(exists (select from oversight_assignments a where a.unit_id = ${unit} and ${runs})
    or exists (select from (${takenOver(unit, on)}) h cross join lateral (select from oversight_assignments a where a.unit_id = h.id and ${runs} offset 0) a))`;
}

/** Few: looked up first, and not each assignment asked whether it is of one of them. */
function takenOver(unit: Sql, on: Sql): Sql {
  return sql`select heir.descendant_id as id from unit_closure heir where heir.hierarchy = 'succession' and heir.ancestor_id = ${unit} and heir.depth > 0 and heir.valid @> ${on} offset 0`;
}

/** Of units that somebody follows from or until that day; of one that was merged whole its heirs count. */
export async function markFollowed(ctx: Ctx, unitIds: readonly Id<'unit'>[], from: Day): Promise<void> {
  const heirs = await rows(ctx.db, sql<{ id: Id<'unit'> }>`select distinct k.ancestor_id as id from unit_closure k where k.hierarchy = 'succession' and k.descendant_id = any(${[...unitIds]}::uuid[])`);
  await markUnits(ctx.db, [...new Set([...unitIds, ...heirs.map(({ id }) => id)])], from);
}

/** Since when nobody follows it: the day after the last who did, else since somebody ought to. The regulation's time is `valid` of the row. */
export function uncoveredSince({ unit, on, under }: { readonly unit: Sql; readonly on: Sql; readonly under: Sql }): RawBuilder<Day> {
  return sql<Day>`coalesce((select max(upper(a.valid)) from oversight_assignments a where upper(a.valid) <= ${on} and a.unit_id = any(array(select ${unit} union all ${takenOver(unit, on)}))),
    greatest(lower(${under}.valid), (select min(lower(w.valid)) from unit_versions w where w.unit_id = ${unit})))`;
}

/** Ids of the districts in which the unit, or one merged into it, ever stood, and of the commune; the latest first. What is near is told by them. */
export function areasOf(unit: Sql): Sql {
  return sql`(select k.ancestor_id as id, max(lower(k.valid)) as latest from unit_closure k join unit_versions w on w.unit_id = k.ancestor_id and w.kind in ('district_party', 'commune_party')
    where k.hierarchy = 'party' and k.depth > 0 and k.ancestor_id <> ${unit} and k.descendant_id in (select ${unit} union all select s.descendant_id from unit_closure s where s.hierarchy = 'succession' and s.ancestor_id = ${unit}) group by k.ancestor_id)`;
}

/** The latest of them with its name, as json, and whether the unit stands in it no more on the day; null where there is none. */
export function areaOf(unit: Sql, on: Sql): Sql {
  return sql`(select json_build_object('id', area.id, 'name', ${unitNameAt('area.id', on)},
    'isFormer', not exists (select from unit_closure now where now.hierarchy = 'party' and now.ancestor_id = area.id and now.descendant_id = ${unit} and now.valid @> ${on})) from ${areasOf(unit)} area order by area.latest desc, area.id limit 1)`;
}
