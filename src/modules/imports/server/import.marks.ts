/** Tells the figures whom and what a run changed: rows as they stood before and after it. */
import { sql } from 'kysely';
import { markMoved, markPeople, markUnits } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';

interface Touched {
  readonly people: Id<'person'>[];
  readonly units: Id<'unit'>[];
  readonly moved: Id<'unit'>[];
}

/** Meetings, petitions, documents, what is passed down and tasks are told of where they are written; of shortcomings, reviews, ratings, visits and reports no roll-up is kept. To be called when the rows are written, or taken back. */
export async function markRun(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const touched = await firstRow(ctx.db, sql<Touched>`
    with told as (
      select c.table_name, r.row from import_changes c cross join lateral (values (c.before), (c.after)) r (row) where c.run_id = ${runId} and c.table_name not in ('meetings', 'documents', 'clauses', 'answers', 'shortcomings', 'reviews', 'review_cycles', 'tasks', 'ratings', 'visits', 'reports', 'petitions') and r.row is not null
    ),
    named as (
      select t.table_name like 'unit%' as is_structure, u.unit_id::uuid from told t
      cross join lateral unnest(array[t.row ->> 'unit_id', t.row ->> 'cell_id', t.row ->> 'parent_id', t.row ->> 'other_id', t.row ->> 'predecessor_id', t.row ->> 'successor_id',
        case when t.table_name = 'units' then t.row ->> 'id' end]) u (unit_id) where u.unit_id is not null
      union
      select false, p.unit_id from told t join posts p on p.id = (t.row ->> 'post_id')::uuid where t.table_name = 'tenures'
    )
    select
      coalesce((select array_agg(distinct coalesce(row ->> 'person_id', row ->> 'id')::uuid) from told where table_name = 'people' or row ? 'person_id'), '{}') as people,
      coalesce((select array_agg(distinct unit_id) from named where not is_structure), '{}') as units,
      coalesce((select array_agg(distinct unit_id) from named where is_structure), '{}') as moved`);
  if (!touched) return;
  await markPeople(ctx.db, touched.people);
  await markUnits(ctx.db, touched.units);
  await markMoved(ctx.db, touched.moved);
}
