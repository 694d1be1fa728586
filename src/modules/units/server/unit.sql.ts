/** Pieces of SQL about units that lists of people and posts share: a name on a day, whether it stands, and which units lie under one. */
import { sql, type RawBuilder } from 'kysely';
import { heldOn } from '../../../figures/held.ts';
import type { Day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';

/** The unit's name on the day, or in its version nearest before it. An array of one keeps the planner from the slower exclusion index. */
export function unitNameAt(unitColumn: string, on: RawBuilder<unknown>): RawBuilder<string> {
  const unit = sql.ref(unitColumn);
  return sql<string>`(select n.name from unit_versions n where n.unit_id = any(array[${unit}])
    order by (n.valid @> ${on}) desc, (lower(n.valid) <= ${on}) desc, lower(n.valid) desc limit 1)`;
}

/** The unit stands on the day. */
export function standsOn(unitColumn: string, on: Day): RawBuilder<boolean> {
  return sql<boolean>`exists (select from unit_versions s where s.unit_id = any(array[${sql.ref(unitColumn)}]) and s.valid @> ${on}::date)`;
}

/** Ids of the units under one on the day, in its own hierarchy and in the territory that its organisations lead. */
export function unitsUnder(unitId: Id<'unit'>, on: Day): RawBuilder<unknown> {
  return sql`(${underInTree(unitId, on)} union ${underByLead(unitId, on)})`;
}

/** Of these those of some kinds, without the unit itself. */
export function unitsOfKindsUnder(unitId: Id<'unit'>, { kinds, on }: { readonly kinds: readonly string[]; readonly on: Day }): RawBuilder<unknown> {
  return sql`select v.unit_id from unit_versions v where v.kind = any(${[...kinds]}::text[]) and ${heldOn('v.valid', sql`${on}::date`)} and v.unit_id <> ${unitId} and v.unit_id in (${unitsUnder(unitId, on)})`;
}

/** So many are asked or written to at once: all cells of a large province. */
export const mostUnitsAtOnce = 20_000;

/** Whether one row is under it; see `Reach.at`. */
export function standsUnder(unitColumn: string, unitId: Id<'unit'>, on: Day): RawBuilder<boolean> {
  const unit = sql.ref(unitColumn);
  return sql<boolean>`(coalesce((select true from unit_closure k where k.hierarchy = any(${trees}) and k.ancestor_id = ${unitId} and k.descendant_id = ${unit} and k.valid @> ${on}::date limit 1), false)
    or coalesce((select true from unit_closure k join unit_relations r on r.other_id = k.ancestor_id and r.kind = 'leads' and r.valid @> ${on}::date
      join unit_closure l on l.hierarchy = 'party' and l.ancestor_id = ${unitId} and l.descendant_id = r.unit_id and l.valid @> ${on}::date
      where k.descendant_id = ${unit} and k.hierarchy = 'territory' and k.valid @> ${on}::date limit 1), false))`;
}

const largeFrom = 400;

/** Whether so many units lie under it that gathering all that is theirs takes longer than a page may. */
export function hasManyUnder(unitId: Id<'unit'>, on: Day): RawBuilder<boolean> {
  return sql<boolean>`(select count(*) from (${underInTree(unitId, on)} union all ${underByLead(unitId, on)} limit ${sql.lit(largeFrom)}) k) = ${sql.lit(largeFrom)}`;
}

const trees = sql`array['party', 'territory', 'government', 'front']`;

function underInTree(unitId: Id<'unit'>, on: Day): RawBuilder<unknown> {
  return sql`select c.descendant_id from unit_closure c where c.ancestor_id = ${unitId} and c.hierarchy = any(${trees}) and c.valid @> ${on}::date`;
}

function underByLead(unitId: Id<'unit'>, on: Day): RawBuilder<unknown> {
  return sql`select t.descendant_id from unit_closure c
      join unit_relations r on r.unit_id = c.descendant_id and r.kind = 'leads' and r.valid @> ${on}::date
      join unit_closure t on t.ancestor_id = r.other_id and t.hierarchy = 'territory' and t.valid @> ${on}::date
    where c.ancestor_id = ${unitId} and c.hierarchy = 'party' and c.valid @> ${on}::date`;
}
