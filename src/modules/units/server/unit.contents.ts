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
export async function requireContentsWithinLives(ctx: Ctx, ids: readonly UnitId[]): Promise<void> {
  const outside = await firstRow(ctx.db, sql<Contents>`
    with life as materialized (
      select unit_id as id, range_agg(valid) as whole, coalesce(range_agg(valid) filter (where kind = 'cell'), '{}') as as_cell
      from unit_versions where unit_id = any(${[...ids]}::uuid[]) group by unit_id)
    select
      (select count(distinct p.unit_id) from life join unit_parents p on p.parent_id = life.id where not life.whole @> p.valid) as children,
      (select count(distinct p.person_id) from life join placements p on p.cell_id = life.id where not life.as_cell @> p.valid) as members,
      (select count(*) from life join posts p on p.unit_id = life.id where not life.whole @> lower(p.valid)) as posts,
      (select count(*) from life join posts p on p.unit_id = life.id join tenures t on t.post_id = p.id where not life.whole @> t.valid) as tenures`);
  refuseUnlessEmpty('unit.holdsOutside', outside);
}

function refuseUnlessEmpty(code: 'unit.stillHolds' | 'unit.holdsOutside', contents: Contents | undefined): void {
  if (contents && Object.values(contents).some((count) => count > 0)) throw new Problem({ code, kind: 'conflict', data: { ...contents } });
}
