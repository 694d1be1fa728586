/** What of petitions is open at a unit and below it, for the hand-over file of who follows it; each with the body that has it today. */
import { sql } from 'kysely';
import { heirOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { mostHandedOver, type HandOverPart } from '../../oversight/hand.over.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import { petitionItem } from '../petition.shapes.ts';
import { openPetitionsOf } from './petition.reads.ts';

export const openPetitions: HandOverPart = {
  code: 'petitions',
  title: { vi: 'Kiến nghị, đề xuất chưa giải quyết xong', en: 'Open petitions' },
  empty: { vi: 'Không có kiến nghị chưa giải quyết.', en: 'No petition is open.' },
  read: async (ctx, { unitId, from }) => {
    const units = await rows(ctx.db, sql<{ id: Id<'unit'> }>`select ${unitId}::uuid as id union ${unitsUnder(unitId, ctx.today)}`);
    const found = petitionItem.array().parse(await openPetitionsOf(ctx, { unitIds: units.map(({ id }) => id), most: mostHandedOver, settledSince: from }));
    const bodies = await namesToday(ctx, found.map(({ body }) => body.id));
    return found.map(({ id, unit, text, body, outside, raisedOn, dueOn, isLate }) => ({ text: `${unit.id === unitId ? '' : `${unit.name}: `}${text} (${outside ?? bodies.get(body.id) ?? body.name})`, on: raisedOn, dueOn, isLate, href: `/kien-nghi/${id}` }));
  },
};

/** Of those that were merged whole whoever took them over. */
async function namesToday(ctx: Ctx, bodyIds: readonly Id<'unit'>[]): Promise<ReadonlyMap<Id<'unit'>, string>> {
  const today = sql`${ctx.today}::date`;
  const found = await rows(ctx.db, sql<{ id: Id<'unit'>; name: string }>`select h.former as id, ${unitNameAt('h.id', today)} as name from (select b.id as former, ${heirOf(sql`b.id`, today)} as id from unnest(${[...new Set(bodyIds)]}::uuid[]) b (id)) h`);
  return new Map(found.map(({ id, name }) => [id, name]));
}
