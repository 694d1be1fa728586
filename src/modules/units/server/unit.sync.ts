/** Units for phones: each with its name and what stands above it, today; and which units of some kinds a verb reaches. Nothing here writes. */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { SyncSource } from '../../../sync/source.ts';
import type { UnitKind } from '../unit.kinds.ts';
import type { CarriedUnit } from '../unit.offline.ts';
import type { UnitId } from '../unit.ts';
import { unitNameAt } from './unit.sql.ts';

export const unitSource: SyncSource = {
  type: 'unit',
  records: async (ctx, units) => {
    const on = sql`${ctx.today}::date`;
    const found = await rows(ctx.db, sql<CarriedUnit>`select v.unit_id as id, v.name, v.kind, ${unitNameAt('p.parent_id', on)} as parent
      from unit_versions v left join unit_parents p on p.unit_id = v.unit_id and p.hierarchy = 'party' and p.valid @> ${on}
      where v.unit_id = any(${units}::uuid[]) and v.valid @> ${on} and ${reach(ctx, 'unit.read').at('v.unit_id')} order by v.unit_id`);
    return found.map((unit) => ({ id: unit.id, body: unit }));
  },
};

/** Units that stand today. Sorted once they are found: with much in reach the first so many end the search. */
export async function findReached(ctx: Ctx, { verb, kinds, most }: { verb: Verb; kinds: readonly UnitKind[]; most: number }): Promise<UnitId[]> {
  const found = await rows(ctx.db, sql<{ id: UnitId }>`select id from (select v.unit_id as id from unit_versions v
    where v.valid @> ${ctx.today}::date and v.kind = any(${kinds}::text[]) and ${reach(ctx, verb).over('v.unit_id')} limit ${most}) f order by id`);
  return found.map(({ id }) => id);
}
