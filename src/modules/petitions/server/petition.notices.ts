/** Who is told of a petition: whoever handles it at the body to which it came, and the place when it is answered. Never who asked. */
import './petition.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { nearestHolders } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Dealt, Happened, NoticeSource, Telling } from '../../notices/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';

const toBody = ['petition.raised', 'petition.routed', 'petition.refused', 'petition.reopened'];
const dealtBy = ['petition.routed', 'petition.refused', 'petition.accepted', 'petition.answered'];

export const petitionNotices: NoticeSource = { kinds: ['petition.came', 'petition.answered'], events: [...new Set([...toBody, ...dealtBy, 'petition.confirmed'])], tell, dealt, shown };

async function tell(ctx: Ctx, { type, subjectId }: Happened): Promise<Telling[]> {
  if (!subjectId || (!toBody.includes(type) && type !== 'petition.answered')) return [];
  const row = await firstRow(ctx.db, sql<{ unit_id: Id<'unit'>; body_id: Id<'unit'> }>`select unit_id, body_id from petitions where home_id = ${homeOf(subjectId)} and id = ${subjectId}`);
  if (!row) return [];
  if (type === 'petition.answered') return [{ kind: 'petition.answered', unitId: row.unit_id, subjectId, accounts: await nearestHolders(ctx, { verb: 'petition.record', unitId: row.unit_id }) }];
  return [{ kind: 'petition.came', unitId: row.body_id, subjectId, accounts: await nearestHolders(ctx, { verb: 'petition.handle', unitId: row.body_id }) }];
}

/** Whoever has dealt with it, or confirmed the answer, needs not be told of it any more. */
async function dealt(_: Ctx, { type, actorId }: Happened): Promise<Dealt | undefined> {
  if (!actorId) return undefined;
  if (type === 'petition.confirmed' || type === 'petition.reopened') return { kinds: ['petition.answered'], account: actorId };
  return dealtBy.includes(type) ? { kinds: ['petition.came'], account: actorId } : undefined;
}

/** While the body has it, and to the place. */
function shown(ctx: Ctx): RawBuilder<unknown> {
  return sql`select jsonb_build_object('unit', ${unitNameAt('p.unit_id', sql`${ctx.today}::date`)}, 'title', left(p.content ->> 'text', 120), 'dueOn', case when n.kind = 'petition.came' then p.due_on end,
      'isSettled', case n.kind when 'petition.came' then p.state not in ('received', 'routed', 'reopened') else p.state <> 'answered' end, 'opens', true) as facts
    from petitions p where p.home_id = home_of(n.subject_id) and p.id = n.subject_id and case n.kind when 'petition.came' then ${reach(ctx, 'petition.handle').at('p.body_id')} else ${reach(ctx, 'petition.record').at('p.unit_id')} end`;
}
