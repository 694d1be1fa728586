/** Whether somebody named for a task still belongs where it is done or where it was asked for. Of rows of tasks. Pieces of SQL. */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import type { Sql } from '../../figures/figure.ts';
import { follows } from '../visits/visit.follows.figures.ts';

/** A member of a cell there on the day, or holding a post there: at the unit itself, below it, or in the territory that it leads. For a cell somebody of its committee, or of a cell beside it, may answer; of any place who is assigned to follow it. */
export function isAround(person: Sql, { task, on }: { readonly task: string; readonly on: Sql }): Sql {
  const unit = sql.ref(`${task}.unit_id`);
  const units = sql`(select ${unit} union all select ${sql.ref(`${task}.asked_by`)} union all select a.parent_id from unit_parents a join unit_versions v on v.unit_id = a.unit_id and v.kind = 'cell' and ${heldOn('v.valid', on)}
    where a.unit_id = ${unit} and a.hierarchy = 'party' and ${heldOn('a.valid', on)})`;
  return sql`(${follows(person, { unit, on })} or exists (select from (
      select p.cell_id as unit_id from placements p where p.home_id = home_of(${person}) and p.person_id = ${person} and ${heldOn('p.valid', on)}
      union all select q.unit_id from tenures h join posts q on q.id = h.post_id where h.home_id = home_of(${person}) and h.person_id = ${person} and ${heldOn('h.valid', on)}) w
    join unit_closure c on c.descendant_id = w.unit_id and ${heldOn('c.valid', on)}
    where c.ancestor_id in ${units} or (c.hierarchy = 'territory' and exists (select from unit_relations r
      join unit_closure l on l.hierarchy = 'party' and l.descendant_id = r.unit_id and l.ancestor_id in ${units} and ${heldOn('l.valid', on)}
      where r.other_id = c.ancestor_id and r.kind = 'leads' and ${heldOn('r.valid', on)}))))`;
}
