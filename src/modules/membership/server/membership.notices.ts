/** Who is told that a member of another cell is announced for a time: whoever keeps the books of the host cell, which is to confirm it. */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import { nearestHolders } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { idSchema } from '../../../platform/ids.ts';
import type { Happened, NoticeSource, Telling } from '../../notices/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';

export const membershipNotices: NoticeSource = { kinds: ['member.announced'], events: ['member.placedTemporarily'], tell, shown };

const announced = z.object({ into: idSchema<'unit'>() });

async function tell(ctx: Ctx, { personId, data }: Happened): Promise<Telling[]> {
  const parsed = announced.safeParse(data);
  if (!personId || !parsed.success) return [];
  const { into } = parsed.data;
  return [{ kind: 'member.announced', unitId: into, subjectId: personId, accounts: await nearestHolders(ctx, { verb: 'member.record', unitId: into }) }];
}

/** While the member is there for the time. */
function shown(ctx: Ctx): RawBuilder<unknown> {
  return sql`select jsonb_build_object('unit', ${unitNameAt('pl.cell_id', sql`${ctx.today}::date`)}, 'person', p.full_name, 'on', lower(pl.valid), 'isSettled', pl.confirmed_on is not null,
      'opens', ${reach(ctx, 'person.read').at('pl.cell_id')}) as facts
    from placements pl join people p on p.home_id = pl.home_id and p.id = pl.person_id
    where pl.home_id = home_of(n.subject_id) and pl.person_id = any(array[n.subject_id]) and pl.cell_id = n.unit_id and pl.kind = 'temporary' and pl.valid @> ${ctx.today}::date
      and ${reach(ctx, 'member.record').at('pl.cell_id')}
    order by lower(pl.valid) desc limit 1`;
}
