/**
 * Which places somebody follows: the unit of the assignment, what stands below it in any of the trees, and what took it over whole.
 * Pieces of SQL.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import type { Sql } from '../../figures/figure.ts';
import { ruleInForce } from '../units/unit.figures.ts';

/** Rows (id): the unit and all above it on the day, with those that each of them took over whole. */
export function unitsOver(unit: Sql, on: Sql): Sql {
  return sql`(select o.id from (select ${unit} as id union all select k.ancestor_id from unit_closure k where k.hierarchy = 'reach' and k.descendant_id = ${unit} and k.depth > 0 and ${heldOn('k.valid', on)}) o
    union all select s.descendant_id from (select ${unit} as id union all select k.ancestor_id from unit_closure k where k.hierarchy = 'reach' and k.descendant_id = ${unit} and k.depth > 0 and ${heldOn('k.valid', on)}) o
      join unit_closure s on s.hierarchy = 'succession' and s.ancestor_id = o.id and s.depth > 0 and ${heldOn('s.valid', on)})`;
}

/** Somebody follows the place, or one above it, on the day; by an assignment that had not ended before `since`. */
export function follows(person: Sql, { unit, on, since = on }: { readonly unit: Sql; readonly on: Sql; readonly since?: Sql }): Sql {
  return sql`exists (select from oversight_assignments a where a.person_id = ${person} and ${heldOn('a.valid', on)} and (upper_inf(a.valid) or upper(a.valid) > ${since}) and a.unit_id in ${unitsOver(unit, on)})`;
}

/** The same of a day that lies back: also by an assignment that has ended since, no longer ago than the rule says. What waited on a phone without signal still comes in. */
export function followedLately(person: Sql, { unit, on, today }: { readonly unit: Sql; readonly on: Sql; readonly today: Sql }): Sql {
  return follows(person, { unit, on, since: sql`(${today} - coalesce(${ruleInForce('visit.afterEndDays', { unit, on: today })}, 0)::int)` });
}

/** Visits `v` that count for the assignment `a`: made by its cadre while it ran, to its unit or one below. */
export function countsFor(visit: string, assignment: string): Sql {
  const v = (column: string) => sql.ref(`${visit}.${column}`);
  const a = (column: string) => sql.ref(`${assignment}.${column}`);
  return sql`(${v('person_id')} = ${a('person_id')} and ${v('state')} = 'kept' and ${heldOn(`${assignment}.valid`, v('visited_on'))} and ${a('unit_id')} in ${unitsOver(v('unit_id'), v('visited_on'))})`;
}
