/**
 * What a unit holds: units under it, members placed in it, posts and those in them. An act on the unit may not leave
 * any of it outside the unit's life.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { UnitId } from '../unit.ts';

interface Contents {
  readonly children: number;
  readonly members: number;
  readonly posts: number;
  readonly tenures: number;
}

/** A post that stands on the last day ends with its unit, without an act of its own. */
export async function requireEmptyAfter(ctx: Ctx, id: UnitId, lastDay: Day): Promise<void> {
  const after = sql`daterange(${lastDay}::date + 1, null)`;
  const remaining = await firstRow(ctx.db, sql<Contents>`select
    (select count(distinct unit_id) from unit_parents where parent_id = ${id} and valid && ${after}) as children,
    (select count(distinct person_id) from placements where cell_id = ${id} and valid && ${after}) as members,
    (select count(*) from posts where unit_id = ${id} and lower(valid) > ${lastDay}::date) as posts,
    (select count(*) from tenures t join posts p on p.id = t.post_id where p.unit_id = ${id} and t.valid && ${after}) as tenures`);
  refuseUnlessEmpty('unit.stillHolds', remaining);
}

/** Members are placed in cells, so for them only the time counts in which the unit is one. */
export async function requireContentsWithinLife(ctx: Ctx, id: UnitId): Promise<void> {
  const outside = await firstRow(ctx.db, sql<Contents>`
    with life as (select coalesce(range_agg(valid), '{}') as whole, coalesce(range_agg(valid) filter (where kind = 'cell'), '{}') as as_cell from unit_versions where unit_id = ${id})
    select
      (select count(distinct p.unit_id) from unit_parents p where p.parent_id = ${id} and not life.whole @> p.valid) as children,
      (select count(distinct p.person_id) from placements p where p.cell_id = ${id} and not life.as_cell @> p.valid) as members,
      (select count(*) from posts p where p.unit_id = ${id} and not life.whole @> lower(p.valid)) as posts,
      (select count(*) from tenures t join posts p on p.id = t.post_id where p.unit_id = ${id} and not life.whole @> t.valid) as tenures
    from life`);
  refuseUnlessEmpty('unit.holdsOutside', outside);
}

function refuseUnlessEmpty(code: 'unit.stillHolds' | 'unit.holdsOutside', contents: Contents | undefined): void {
  if (contents && Object.values(contents).some((count) => count > 0)) throw new Problem({ code, kind: 'conflict', data: { ...contents } });
}
