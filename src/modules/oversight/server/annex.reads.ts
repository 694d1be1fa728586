/** All that one decision assigned, by unit. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { namesApart } from '../../posts/server/index.ts';
import { unitOn } from '../../units/server/index.ts';
import type { boardContract } from '../board.contract.ts';
import { itemOf, readRows, type Row } from './assignment.reads.ts';
import type { Regulation } from '../oversight.ts';
import { readRegulation } from './oversight.reach.ts';

export type Annex = z.input<typeof boardContract.annex.output>;

export async function readAnnex(ctx: Ctx, { regulationId, decision }: z.output<typeof boardContract.annex.input>): Promise<Annex> {
  const regulation = await readRegulation(ctx, regulationId);
  const { id, title, unitId } = regulation;
  const { columns, from } = readRows(ctx.today);
  const found = await rows(ctx.db, sql<Row>`select * from (select ${columns} from ${from} where a.home_id = ${homeOf(id)} and a.regulation_id = ${id} and a.decision = ${decision}) f order by f.unit_name collate vietnamese, f.from_day, f.id limit 2000`);
  if (found.length === 0) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const names = await namesApart(ctx, [...found.map((row) => ({ id: row.person_id as Id<'person'>, name: row.full_name })), ...(await cadresOf(ctx, regulation))], ctx.today);
  const items = found.map(itemOf).map((item) => ({ ...item, person: { ...item.person, name: names.get(item.person.id as Id<'person'>)! } })); // the wire carries ids as text
  return { regulation: { id, title, unit: { id: unitId, name: (await unitOn(ctx, unitId, ctx.today))?.name ?? items[0]!.regulation.unit.name } }, decision, period: items[0]!.period, items };
}

/** Who has followed a unit under the regulation, or holds a post where it is of: whoever reads a paper asks which of them it is, though it names but one. */
async function cadresOf(ctx: Ctx, { id, unitId }: Regulation): Promise<{ readonly id: Id<'person'>; readonly name: string }[]> {
  return rows(ctx.db, sql<{ id: Id<'person'>; name: string }>`
    select p.id, p.full_name as name from people p join (
      select a.person_id as id from oversight_assignments a where a.home_id = ${homeOf(id)} and a.regulation_id = ${id}
      union select t.person_id from posts o join tenures t on t.post_id = o.id and t.valid @> ${ctx.today}::date where o.unit_id = ${unitId} and o.valid @> ${ctx.today}::date
    ) c on p.home_id = home_of(c.id) and p.id = c.id`);
}
