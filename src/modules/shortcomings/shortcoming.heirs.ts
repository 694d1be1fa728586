/** The ledger of a body that was merged whole goes on with the unit that took it over, through however many mergers. Pieces of SQL. */
import { sql, type RawBuilder } from 'kysely';

type Sql = RawBuilder<unknown>;

/** Rows (id): the unit itself and, by that day, those it took over whole. */
export function ledgersOf(unit: Sql, on: Sql): Sql {
  return sql`(select ${unit} as id union all select k.descendant_id from unit_closure k where k.hierarchy = 'succession' and k.ancestor_id = ${unit} and k.depth > 0 and k.valid @> ${on})`;
}

/** Rows of a scope, each with the ledgers that it keeps (ledger_id) by that day of the row: one join for many units. */
export function ledgersIn(scope: Sql, on: string): Sql {
  return sql`(select s.*, s.unit_id as ledger_id from ${scope} s
    union all select s.*, k.descendant_id from ${scope} s join unit_closure k on k.hierarchy = 'succession' and k.ancestor_id = s.unit_id and k.depth > 0 and k.valid @> ${sql.ref(`s.${on}`)})`;
}

/** How a former unit was called last; null where it is the unit itself. */
export function formerName(unit: Sql, kept: Sql): Sql {
  return sql`case when ${kept} <> ${unit} then (select v.name from unit_versions v where v.unit_id = any(array[${kept}]) order by lower(v.valid) desc limit 1) end`;
}

/** The same topic was found before in this ledger, of the same person or of none. */
export function foundBefore({ unit, topic, person, foundOn, id }: { readonly unit: Sql; readonly topic: Sql; readonly person: Sql; readonly foundOn: Sql; readonly id: Sql }): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${ledgersOf(unit, foundOn)} ledger join shortcomings e on e.unit_id = ledger.id
    where e.topic = ${topic} and e.person_id is not distinct from ${person} and e.state <> 'withdrawn' and (e.found_on, e.id) < (${foundOn}, ${id}))`;
}
