/** Until when a task was to be done on a day: its day may be moved, and what was late stays late on the days before. Pieces of SQL. */
import { sql } from 'kysely';
import type { Sql } from '../../figures/figure.ts';

/** Of rows `t` of tasks. Null where it had none. */
export function dueOnDay(on: Sql): Sql {
  return sql`(case when t.former_dues = '[]' then t.due_on else (
    select f.due_on from (select (e ->> 'dueOn')::date as due_on, (e ->> 'heldTo')::date as held_to from jsonb_array_elements(t.former_dues) e union all select t.due_on, 'infinity') f
    where f.held_to >= ${on} order by f.held_to limit 1) end)`;
}

/** What an update writes of rows `t`, before which `due_on` stands as it was: what was wrong on the day it was given, or moved twice on one day, never held. */
export function formerDues({ dueOn, today }: { readonly dueOn: Sql; readonly today: Sql }): Sql {
  const heldTo = sql`jsonb_build_object('heldTo', ${today} - 1)`;
  return sql`case when t.due_on is distinct from ${dueOn} and t.given_on < ${today} and not t.former_dues @> jsonb_build_array(${heldTo})
    then t.former_dues || jsonb_build_array(${heldTo} || jsonb_build_object('dueOn', t.due_on)) else t.former_dues end`;
}
