/** Pieces of SQL about units that lists of people and posts share: a name on a day, whether it stands, and which units lie under one. */
import { sql, type RawBuilder } from 'kysely';
import type { Day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';

/** The unit's name on the day, or in its version nearest before it. */
export function unitNameAt(unitColumn: string, on: RawBuilder<unknown>): RawBuilder<string> {
  const unit = sql.ref(unitColumn);
  return sql<string>`(select n.name from unit_versions n where n.unit_id = ${unit}
    order by (n.valid @> ${on}) desc, (lower(n.valid) <= ${on}) desc, lower(n.valid) desc limit 1)`;
}

/** The unit stands on the day. */
export function standsOn(unitColumn: string, on: Day): RawBuilder<boolean> {
  return sql<boolean>`exists (select from unit_versions s where s.unit_id = ${sql.ref(unitColumn)} and s.valid @> ${on}::date)`;
}

/** Ids of the units under one on the day, in its own hierarchy and in the territory that its organisations lead. */
export function unitsUnder(unitId: Id<'unit'>, on: Day): RawBuilder<unknown> {
  return sql`(select c.descendant_id from unit_closure c where c.ancestor_id = ${unitId} and c.hierarchy <> 'reach' and c.valid @> ${on}::date
    union select t.descendant_id from unit_closure c
      join unit_relations r on r.unit_id = c.descendant_id and r.kind = 'leads' and r.valid @> ${on}::date
      join unit_closure t on t.ancestor_id = r.other_id and t.hierarchy = 'territory' and t.valid @> ${on}::date
    where c.ancestor_id = ${unitId} and c.hierarchy = 'party' and c.valid @> ${on}::date)`;
}
