/** Who decides on the ratings of a year that no season here decides. Nothing here writes. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { About } from '../rating.kinds.ts';
import { lastDayOf } from '../rating.season.ts';

interface RatedYear {
  readonly unitId: Id<'unit'>;
  readonly year: number;
}

/** The direct superior at the end of the year (43-HD/BTCTW), or the one known nearest to it; the unit itself where nothing stands above it. */
export async function deciderOf(ctx: Pick<Ctx, 'db'>, { unitId, year }: RatedYear): Promise<Id<'unit'>> {
  const on = lastDayOf(year);
  const row = await firstRow(ctx.db, sql<{ id: Id<'unit'> }>`select p.parent_id as id from unit_parents p where p.unit_id = ${unitId} and p.hierarchy = 'party'
    order by p.valid @> ${on}::date desc, abs(lower(p.valid) - ${on}::date) limit 1`);
  return row?.id ?? unitId;
}

/** A committee above has a season of the year: there it is decided, within gates and cap. */
export async function hasSeasonAbove(ctx: Pick<Ctx, 'db'>, { unitId, year, about }: RatedYear & { readonly about: About }): Promise<boolean> {
  const above = about === 'units' ? sql`s.unit_id = ${await deciderOf(ctx, { unitId, year })}` : sql`s.unit_id in (
    select c.ancestor_id from unit_closure c where c.hierarchy = 'party' and c.descendant_id = ${unitId} and c.valid @> ${lastDayOf(year)}::date)`;
  return (await firstRow(ctx.db, sql`select from rating_seasons s where s.year = ${year} and s.about = ${about} and ${above} limit 1`)) !== undefined;
}
