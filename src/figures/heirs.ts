/**
 * What was laid on a body that was merged whole goes on with the unit that took it over, through however many mergers (the
 * closure's `succession`). Pieces of SQL.
 */
import { sql } from 'kysely';
import type { Sql } from './figure.ts';

/** Rows (id): the unit itself and, by that day, those it took over whole. */
export function bodiesOf(unit: Sql, on: Sql): Sql {
  return sql`(select ${unit} as id union all select k.descendant_id from unit_closure k where k.hierarchy = 'succession' and k.ancestor_id = ${unit} and k.depth > 0 and k.valid @> ${on})`;
}

/** Rows (id): the units of an array and, by that day, those they took over whole. */
export function bodiesOfAny(units: Sql, on: Sql): Sql {
  return sql`(select unnest(${units}) as id union select k.descendant_id from unit_closure k where k.hierarchy = 'succession' and k.ancestor_id = any(${units}) and k.depth > 0 and k.valid @> ${on})`;
}

/** Rows of a scope, each with the bodies whose duties it keeps (body_id) by that day of the row: one join for many units. */
export function bodiesIn(scope: Sql, on: string): Sql {
  return sql`(select s.*, s.unit_id as body_id from ${scope} s
    union all select s.*, k.descendant_id from ${scope} s join unit_closure k on k.hierarchy = 'succession' and k.ancestor_id = s.unit_id and k.depth > 0 and k.valid @> ${sql.ref(`s.${on}`)})`;
}

/** Of the `scope` of a figure on a day. On today's boundaries a body that was merged is among the scope itself, and counts there. */
export const bodiesOnDay = sql`(select s.*, s.unit_id as body_id from scope s
  union all select s.*, k.descendant_id from scope s join unit_closure k on k.hierarchy = 'succession' and k.ancestor_id = s.unit_id and k.depth > 0 and k.valid @> s.day
    where s.may_be_heir and (s.point, k.descendant_id) not in (select own.point, own.unit_id from scope own))`;

/** Of the `scope` of a figure over a period: when each was its own (`body_valid`). What is found twice counts once, as a flow does. */
export const bodiesInPeriod = sql`(select s.*, s.unit_id as body_id, s.valid as body_valid from scope s
  union all select s.*, k.descendant_id, s.valid * k.valid from scope s join unit_closure k on k.hierarchy = 'succession' and k.ancestor_id = s.unit_id and k.depth > 0 and k.valid && s.valid where s.may_be_heir)`;

/** Who stands for the unit on the day: whoever took it over last, else itself. */
export function heirOf(unit: Sql, on: Sql): Sql {
  return sql`coalesce((select k.ancestor_id from unit_closure k where k.hierarchy = 'succession' and k.descendant_id = ${unit} and k.depth > 0 and k.valid @> ${on} order by k.depth desc limit 1), ${unit})`;
}

/** How a former unit was called last; null where it is the unit itself. */
export function formerName(unit: Sql, body: Sql): Sql {
  return sql`case when ${body} <> ${unit} then (select v.name from unit_versions v where v.unit_id = any(array[${body}]) order by lower(v.valid) desc limit 1) end`;
}
