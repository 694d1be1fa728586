/** Found again: the same topic earlier, at the same unit or one merged into it. Pieces of SQL. */
import { sql, type RawBuilder } from 'kysely';
import type { Sql } from '../../figures/figure.ts';
import { bodiesOf } from '../../figures/heirs.ts';

/** The same topic was found before at this unit, of the same person or of none. */
export function foundBefore({ unit, topic, person, foundOn, id }: { readonly unit: Sql; readonly topic: Sql; readonly person: Sql; readonly foundOn: Sql; readonly id: Sql }): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${bodiesOf(unit, foundOn)} body join shortcomings e on e.unit_id = body.id
    where e.topic = ${topic} and e.person_id is not distinct from ${person} and e.state <> 'withdrawn' and (e.found_on, e.id) < (${foundOn}, ${id}))`;
}
