/** Who judges a task: whoever sits at the unit that asked for it, or at its heir. Of a cell also the committee directly above, whose office keeps the books of cells. Nobody else who stands above. */
import { sql, type RawBuilder } from 'kysely';
import { reach, reachesEverything, seatsOf } from '../../../access/reach.ts';
import { heldOn } from '../../../figures/held.ts';
import { primaryOf, type Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Task } from '../task.ts';

export async function mayJudge(ctx: Ctx, { askedBy }: Pick<Task, 'askedBy'>): Promise<boolean> {
  const row = await firstRow(primaryOf(ctx), sql<{ ok: boolean }>`select ${judgesAt(ctx, 'f.asked_by')} as ok from (select ${askedBy}::uuid as asked_by) f`);
  return row?.ok ?? false;
}

export function judgesAt(ctx: Ctx, askedBy: string): RawBuilder<boolean> {
  const within = reach(ctx, 'task.record').at(askedBy);
  if (reachesEverything(ctx, 'task.record')) return within;
  const [seats, asked, today] = [sql`${seatsOf(ctx, 'task.record')}::uuid[]`, sql.ref(askedBy), sql`${ctx.today}::date`];
  return sql<boolean>`(${within} and (${asked} = any(${seats}) or exists (select from unit_closure k where k.ancestor_id = any(${seats}) and k.descendant_id = ${asked} and ${heldOn('k.valid', today)}
    and ((k.hierarchy = 'succession' and k.depth > 0) or (k.hierarchy = 'party' and k.depth = 1 and exists (select from unit_versions v where v.unit_id = ${asked} and v.kind = 'cell' and ${heldOn('v.valid', today)}))))))`;
}
