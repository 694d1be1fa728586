/**
 * Which assignments hold today. One holds when it is in its period and not taken back, its unit exists, its account is
 * not disabled — and when the same is true of what it was given on behalf of, up to the first giver, each still reaching
 * what was given below it. Asked anew for each request, so a change of rights holds from the next one. The role of a cadre
 * who follows a unit goes on with the heir of one that was merged whole, as his duties do; every other role ends with its unit.
 */
import { sql, type RawBuilder } from 'kysely';
import { heirOf } from '../../figures/heirs.ts';
import type { Day } from '../../platform/day.ts';
import type { RoleCode } from '../roles.ts';

// Few rows are asked about, among many. `offset 0` and scalar questions keep the planner from hashing whole tables of
// assignments, units and closure for them: each is found through its index.

const goesOn: RoleCode = 'assigned_cadre';

/** Live assignments (columns `id`, and `unit_id` where it holds today) among those that `among` picks; `a` is the assignment. */
export function liveAssignments(today: Day, among: RawBuilder<unknown>): RawBuilder<{ id: string; unit_id: string | null }> {
  return sql`(with recursive line (leaf, place, id, unit_id, reach, on_behalf_of, holds) as (
      select a.id, ${placeOf('a', today)}, a.id, ${placeOf('a', today)}, a.reach, a.on_behalf_of, ${holdsByItself(today)} from assignments a where ${among}
      union
      select line.leaf, line.place, a.id, ${placeOf('a', today)}, a.reach, a.on_behalf_of, ${holdsByItself(today)} and ${reachesBelow(today)}
      from line join lateral (select * from assignments p where p.id = line.on_behalf_of offset 0) a on true)
    select leaf as id, place as unit_id from line group by leaf, place having bool_and(holds))`;
}

/** The unit at which the assignment of the row holds on the day. */
export function placeOf(row: 'a' | 'b', on: Day): RawBuilder<string | null> {
  const [role, unit] = [sql.ref(`${row}.role`), sql.ref(`${row}.unit_id`)];
  return sql<string | null>`(case when ${role} = ${goesOn} then ${heirOf(unit, sql`${on}::date`)} else ${unit} end)`;
}

/** For `among`: named at one of the units (rows of one column), or at one that they took over whole. */
export function namedAt(units: RawBuilder<unknown>, on: Day): RawBuilder<boolean> {
  return sql<boolean>`a.unit_id in (${units} union select k.descendant_id from unit_closure k where k.hierarchy = 'succession' and k.depth > 0 and k.ancestor_id in (${units}) and k.valid @> ${on}::date)`;
}

function holdsByItself(today: Day): RawBuilder<boolean> {
  return sql`(a.valid @> ${today}::date and a.revoked_at is null
    and (select c.disabled_at is null from accounts c where c.id = a.account_id)
    and (a.unit_id is null or coalesce((select true from unit_versions v where v.unit_id = ${placeOf('a', today)} and v.valid @> ${today}::date limit 1), false)))`;
}

/** `a` is the giver, `line` what was given; the same rule as `covers` in assignment.ts. */
function reachesBelow(today: Day): RawBuilder<boolean> {
  return sql`(line.unit_id is null or coalesce((
    select true from unit_closure k where k.hierarchy = 'reach' and k.ancestor_id = ${placeOf('a', today)} and k.descendant_id = line.unit_id and k.valid @> ${today}::date
      and (a.reach = 'subtree' or (line.reach = 'unit' and k.depth = 0) or (a.reach = 'children' and ((k.depth = 0 and line.reach = 'children') or (k.depth = 1 and line.reach = 'unit')))) limit 1), false))`;
}
