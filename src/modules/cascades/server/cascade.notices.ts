/** Who is told that a document is passed down: the office of each unit that is asked, once for each time that units were. */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import { nearestHoldersOf } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { daySchema } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { stillHolds, symbolIn } from '../../documents/document.figures.ts';
import type { Happened, NoticeSource, Telling } from '../../notices/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { dueSince } from '../cascade.figures.ts';

export const cascadeNotices: NoticeSource = { kinds: ['document.passedDown'], events: ['document.passedDown'], tell, shown };

const passedDown = z.object({ on: daySchema });

/** By when the answers of a unit `u` are due. */
const answersDue = sql`(select ${dueSince(sql`u.asked_on`)} from cascades k join cascade_deadlines l on l.home_id = k.home_id and l.document_id = k.document_id and l.step = 'answered' where k.home_id = u.home_id and k.document_id = u.document_id)`;

/** What was passed down long ago and is entered now is news to nobody: "Cần quan tâm" tells what of it is late. */
async function tell(ctx: Ctx, { subjectId, unitId, data }: Happened): Promise<Telling[]> {
  const parsed = passedDown.safeParse(data);
  if (!subjectId || !unitId || !parsed.success) return [];
  const asked = await rows(ctx.db, sql<{ unit_id: Id<'unit'> }>`
    select u.unit_id from cascade_units u join documents d on d.home_id = u.home_id and d.id = u.document_id and d.void is null and ${stillHolds('d', sql`${ctx.today}::date`)}
    where u.home_id = ${homeOf(subjectId)} and u.document_id = ${subjectId} and u.asked_on = ${parsed.data.on}::date and coalesce(${answersDue} >= ${ctx.today}::date, true)`);
  if (asked.length === 0) return [];
  const offices = await nearestHoldersOf(ctx, { verb: 'document.record', unitIds: asked.map((row) => row.unit_id), above: unitId });
  return offices.map((office) => ({ kind: 'document.passedDown', unitId: office.unitId, subjectId, accounts: office.accounts, occasion: `asked ${parsed.data.on}` }));
}

/** While the unit is asked. */
function shown(ctx: Ctx): RawBuilder<unknown> {
  return sql`select jsonb_build_object('unit', ${unitNameAt('u.unit_id', sql`${ctx.today}::date`)}, 'issuer', d.issuer, 'documentType', d.type, 'title', ${symbolIn('d')}, 'dueOn', ${answersDue}, 'opens', true,
      'isSettled', u.answered > 0 and u.answered >= (select count(*) from clauses c where c.home_id = u.home_id and c.document_id = u.document_id)) as facts
    from cascade_units u join documents d on d.home_id = u.home_id and d.id = u.document_id and d.void is null
    where u.home_id = home_of(n.subject_id) and u.document_id = n.subject_id and u.unit_id = n.unit_id and ${reach(ctx, 'document.read').at('u.unit_id')}`;
}
