/** All that one decision assigned, by unit. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { toldApart } from '../../posts/server/index.ts';
import { unitOn } from '../../units/server/index.ts';
import type { boardContract } from '../board.contract.ts';
import { itemOf, readRows, type Row } from './assignment.reads.ts';
import { readRegulation } from './oversight.reach.ts';

export type Annex = z.input<typeof boardContract.annex.output>;

export async function readAnnex(ctx: Ctx, { regulationId, decision }: z.output<typeof boardContract.annex.input>): Promise<Annex> {
  const { id, title, unitId } = await readRegulation(ctx, regulationId);
  const { columns, from } = readRows(ctx.today);
  const found = await rows(ctx.db, sql<Row>`select * from (select ${columns} from ${from} where a.home_id = ${homeOf(id)} and a.regulation_id = ${id} and a.decision = ${decision}) f order by f.unit_name collate vietnamese, f.from_day, f.id limit 2000`);
  if (found.length === 0) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const items = await toldApart(ctx, found.map(itemOf), ctx.today);
  return { regulation: { id, title, unit: { id: unitId, name: (await unitOn(ctx, unitId, ctx.today))?.name ?? items[0]!.regulation.unit.name } }, decision, period: items[0]!.period, items };
}
