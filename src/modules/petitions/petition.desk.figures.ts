/** Whose petitions an office has in hand. Pieces of SQL. */
import { sql } from 'kysely';
import type { Sql } from '../../figures/figure.ts';
import { bodiesOf } from '../../figures/heirs.ts';

/** Rows (id): the committee, the government, council and Front of the territory that it leads, its boards; of each what it took over whole by that day. */
export function deskOf(unit: Sql, on: Sql): Sql {
  return sql`(select body.id from (
      select ${unit} as id
      union select beside.unit_id from unit_relations led join unit_relations beside on beside.other_id = led.other_id and beside.kind <> 'leads' and beside.valid @> ${on} where led.unit_id = ${unit} and led.kind = 'leads' and led.valid @> ${on}
      union select k.descendant_id from unit_closure k join unit_versions v on v.unit_id = k.descendant_id and v.kind = 'party_board' and v.valid @> ${on} where k.hierarchy = 'party' and k.ancestor_id = ${unit} and k.depth = 1 and k.valid @> ${on}
    ) one cross join lateral ${bodiesOf(sql`one.id`, on)} body)`;
}
