/** Who is told that a document came: the office of each unit to which it was sent. Where the unit is asked to carry it out, that is told instead. */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import { nearestHoldersOf } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { daySchema } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Happened, NoticeSource, Telling } from '../../notices/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { symbolIn } from '../document.figures.ts';

export const documentNotices: NoticeSource = { kinds: ['document.sent'], events: ['document.sent'], tell, shown };

const sent = z.object({ on: daySchema });

/** Rows `r` of recipients. */
const isAsked = sql`exists (select from cascade_units k where k.home_id = r.home_id and k.document_id = r.document_id and k.unit_id = r.unit_id)`;

async function tell(ctx: Ctx, { subjectId, unitId, data }: Happened): Promise<Telling[]> {
  const parsed = sent.safeParse(data);
  if (!subjectId || !unitId || !parsed.success) return [];
  const found = await rows(ctx.db, sql<{ unit_id: Id<'unit'> }>`select r.unit_id from document_recipients r where r.home_id = ${homeOf(subjectId)} and r.document_id = ${subjectId} and r.sent_on = ${parsed.data.on}::date and r.taken_on is null and not ${isAsked}`);
  if (found.length === 0) return [];
  const offices = await nearestHoldersOf(ctx, { verb: 'document.record', unitIds: found.map((row) => row.unit_id), above: unitId });
  return offices.map((office) => ({ kind: 'document.sent', unitId: office.unitId, subjectId, accounts: office.accounts, occasion: `sent ${parsed.data.on}` }));
}

/** While the unit has it. */
function shown(ctx: Ctx): RawBuilder<unknown> {
  return sql`select jsonb_build_object('unit', ${unitNameAt('r.unit_id', sql`${ctx.today}::date`)}, 'issuer', d.issuer, 'documentType', d.type, 'title', ${symbolIn('d')}, 'isSettled', r.taken_on is not null, 'opens', true) as facts
    from document_recipients r join documents d on d.home_id = r.home_id and d.id = r.document_id and d.void is null
    where r.home_id = home_of(n.subject_id) and r.document_id = n.subject_id and r.unit_id = n.unit_id and ${reach(ctx, 'document.read').at('r.unit_id')}`;
}
