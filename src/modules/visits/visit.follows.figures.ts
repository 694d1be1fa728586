/**
 * Which places somebody follows: the unit of the assignment, what stands below it in any of the trees, and what took it over whole.
 * Pieces of SQL.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { heirOf } from '../../figures/heirs.ts';
import type { Sql } from '../../figures/figure.ts';
import { ruleInForce } from '../units/unit.figures.ts';

/** Rows (id): the unit and all above it on the day, with those that each of them took over whole. */
export function unitsOver(unit: Sql, on: Sql): Sql {
  return sql`(select o.id from (select ${unit} as id union all select k.ancestor_id from unit_closure k where k.hierarchy = 'reach' and k.descendant_id = ${unit} and k.depth > 0 and ${heldOn('k.valid', on)}) o
    union all select s.descendant_id from (select ${unit} as id union all select k.ancestor_id from unit_closure k where k.hierarchy = 'reach' and k.descendant_id = ${unit} and k.depth > 0 and ${heldOn('k.valid', on)}) o
      join unit_closure s on s.hierarchy = 'succession' and s.ancestor_id = o.id and s.depth > 0 and ${heldOn('s.valid', on)})`;
}

/** Somebody follows the place, or one above it, on the day. */
export function follows(person: Sql, at: PlaceOnDay): Sql {
  return sql`exists (select ${assignmentsTo(person, at)})`;
}

interface PlaceOnDay {
  readonly unit: Sql;
  readonly on: Sql;
}

function assignmentsTo(person: Sql, { unit, on }: PlaceOnDay): Sql {
  return sql`from oversight_assignments a where a.person_id = ${person} and ${heldOn('a.valid', on)} and a.unit_id in ${unitsOver(unit, on)}`;
}

/**
 * The same of a day that lies back, also by an assignment that has ended since, no longer ago than the rule says: what waited on a phone
 * without signal still comes in. Where one of that day still runs it decides, by whether its place (a column) is within reach today.
 */
export function followedLately(person: Sql, { unit, on, today, isWithin }: PlaceOnDay & { readonly today: Sql; readonly isWithin: (column: string) => Sql }): Sql {
  const since = sql`(${today} - coalesce(${ruleInForce('visit.afterEndDays', { unit, on: today })}, 0)::int)`;
  const runs = sql`(upper_inf(a.valid) or upper(a.valid) > ${today})`;
  const isHere = sql`(select ${isWithin('h.id')} from (select ${heirOf(sql`a.unit_id`, today)} as id) h)`;
  return sql`(select coalesce(bool_or(${isHere}) filter (where ${runs}), count(*) > 0) ${assignmentsTo(person, { unit, on })} and (${runs} or upper(a.valid) > ${since}))`;
}

/** Visits `v` that count for the assignment `a`: made by its cadre while it ran, to its unit or one below. */
export function countsFor(visit: string, assignment: string): Sql {
  const v = (column: string) => sql.ref(`${visit}.${column}`);
  const a = (column: string) => sql.ref(`${assignment}.${column}`);
  return sql`(${v('person_id')} = ${a('person_id')} and ${v('state')} = 'kept' and ${heldOn(`${assignment}.valid`, v('visited_on'))} and ${a('unit_id')} in ${unitsOver(v('unit_id'), v('visited_on'))})`;
}
