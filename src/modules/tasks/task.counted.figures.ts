/** Which tasks are counted, and which of them are late: the same for figures, alerts and lists. Of rows `t` of tasks. Pieces of SQL. */
import { sql } from 'kysely';
import type { Sql } from '../../figures/figure.ts';

/** Shared out: its parts are counted in its place. */
export const isWhole = sql<boolean>`exists (select from tasks c where c.whole_id = t.id)`;

/** Open on the day after its last; what was reported by then waits for who asked and is late of nobody. */
export function isLateOn(task: string, on: Sql): Sql {
  const of = (column: string) => sql.ref(`${task}.${column}`);
  return sql`coalesce(${of('due_on')} < ${on} and not (${of('stage')} = 'reported' and ${of('stage_on')} <= ${on}), false)`;
}
