/**
 * How a clause stands in a unit on a day, as SQL: the one place that tells it, for the radar, a unit's page, figures and alerts.
 * Rows are `c` of clauses, `a` of answers (or none), `w` of what was given to do for the answer (or none).
 */
import { sql, type RawBuilder } from 'kysely';

type Sql = RawBuilder<unknown>;

/** `due`: by when all clauses of the cascade were to be answered, or null; `on`: the day asked about. */
export function stateIn({ due, on }: { readonly due: Sql; readonly on: Sql }): RawBuilder<string> {
  return sql<string>`(case
    when a.id is null then case when ${due} < ${on} then 'silentLate' else 'silent' end
    when a.kind = 'notApplicable' then 'notApplicable'
    when a.done_on <= ${on} then 'done'
    when coalesce(a.due_on, c.due_on) < ${on} then 'late'
    when exists (select from clause_values v where v.home_id = a.home_id and v.answer_id = a.id and v.measured_on <= ${on}) then 'inWork'
    else 'answered' end)`;
}
