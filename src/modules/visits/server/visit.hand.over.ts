/** What of visits is handed over with a unit: what cadres promised below it, and where whoever leaves has been. Of units within the reader's reach alone. */
import { mayDo } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { mostHandedOver, type HandOverPart } from '../../oversight/hand.over.ts';
import { visitKindNames } from '../visit.kinds.ts';
import { openPromisesOf, visitsIn } from './visit.shared.ts';

/** Those at the unit itself, and at what it took over whole, stand among its tasks. */
export const promisesBelow: HandOverPart = {
  code: 'promises',
  title: { vi: 'Lời hứa tại các đơn vị trực thuộc', en: 'Promises at the units below' },
  empty: { vi: 'Không có lời hứa chưa thực hiện tại các đơn vị trực thuộc.', en: 'No promise is open at the units below.' },
  read: async (ctx, { unitId, bodyIds }) => {
    const found = (await openPromisesOf(ctx, { unitIds: [unitId] })).filter(({ unit }) => !bodyIds.includes(unit.id));
    const readable = await readableOf(ctx, 'task.read', found.map(({ unit }) => unit.id));
    return found.filter(({ unit }) => readable.has(unit.id)).map(({ id, unit, title, dueOn, isLate }) => ({ text: `${title} (${unit.name})`, on: null, dueOn, isLate, href: `/viec/${id}` }));
  },
};

export const visitsOfLeaver: HandOverPart = {
  code: 'visits',
  title: { vi: 'Các lần đi cơ sở gần đây', en: 'Recent visits' },
  empty: { vi: 'Chưa ghi lần đi cơ sở nào trong thời gian theo dõi.', en: 'No visit is recorded in that time.' },
  read: async (ctx, { unitId, personId, from, to }) => {
    const found = await visitsIn(ctx, { unitIds: [unitId], personIds: [personId], from, to }, mostHandedOver);
    const readable = await readableOf(ctx, 'visit.read', found.map(({ unit }) => unit.id));
    return found.filter(({ unit }) => readable.has(unit.id)).map(({ id, unit, on, kind }) => ({ kind: visitKindNames[kind], text: unit.name, on, dueOn: null, isLate: false, href: `/bam-co-so/tham/${id}` }));
  },
};

async function readableOf(ctx: Ctx, verb: Verb, unitIds: readonly Id<'unit'>[]): Promise<ReadonlySet<Id<'unit'>>> {
  const readable = new Set<Id<'unit'>>();
  for (const unitId of new Set(unitIds)) if (await mayDo(ctx, verb, unitId)) readable.add(unitId);
  return readable;
}
