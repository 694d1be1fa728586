/**
 * The last weeks of the cadre of the sample's accounts: visits to two of the three places that he follows, one with a promise, the
 * report before the last handed in; the last report and a visit to the third place are still to be done. The acts are those of the API.
 */
import { sql } from 'kysely';
import { roles } from '../access/roles.ts';
import { sampleCadre } from '../modules/cases/server/index.ts';
import { endedBefore } from '../modules/visits/quarter.ts';
import { reportContract } from '../modules/visits/report.contract.ts';
import { visitContract } from '../modules/visits/visit.contract.ts';
import { addDays, addYears } from '../platform/day.ts';
import type { Ctx } from '../platform/context.ts';
import { firstRow } from '../platform/db/database.ts';
import { homeOf, newId, type Id } from '../platform/ids.ts';
import { perform } from './perform.ts';

const promise = { text: 'Hỏi kế hoạch vốn sửa đường liên thôn', dueIn: 25 };

export async function visit(ctx: Ctx): Promise<void> {
  const cadre = await sampleCadre(ctx);
  if (!cadre) return;
  const [first, second] = cadre.unitIds;
  const me = asCadre(ctx, cadre);
  if (first) await perform(me, visitContract.record, { unitId: first, on: addDays(ctx.today, -12), kind: 'field', met: ['villageHead', 'residents'], place: 'Tuyến kênh chính', heard: [{ topic: 'roads', text: 'Đường liên thôn hỏng nhiều đoạn sau mưa' }], advice: 'Lập danh sách đoạn đường cần sửa trước Tết', promises: [{ id: newId<'task'>(homeOf(first)), text: promise.text, dueOn: addDays(ctx.today, promise.dueIn) }] });
  if (second) await perform(me, visitContract.record, { unitId: second, on: addDays(ctx.today, -30), kind: 'committeeMeeting', met: ['secretary', 'committee'], heard: [{ topic: 'policy', text: 'Còn hai chi bộ chậm triển khai nghị quyết' }], advice: 'Phân công cấp ủy viên dự sinh hoạt hai chi bộ ấy' });
  await report(me, cadre);
}

/** That before the last which ended. */
async function report(me: Ctx, { regulatedBy, months }: { readonly regulatedBy: Id<'unit'>; readonly months: number }): Promise<void> {
  const [, before] = endedBefore(me.today, { months, since: addYears(me.today, -1) });
  if (!before) return;
  const standing = await firstRow(me.db, sql`select 1 as one from cadre_reports where unit_id = ${regulatedBy} and person_id = ${me.actor?.personId ?? null} and from_day = ${before.from}::date`);
  if (standing) return;
  const { texts } = await perform(me, reportContract.draft, { unitId: regulatedBy, ...before });
  await perform(me, reportContract.writeReport, { unitId: regulatedBy, ...before, texts, isHanded: true });
}

function asCadre(ctx: Ctx, { personId, unitIds }: { readonly personId: Id<'person'>; readonly unitIds: readonly Id<'unit'>[] }): Ctx {
  const { code, verbs } = roles.assigned_cadre;
  const grants = unitIds.map((unitId) => ({ id: newId<'assignment'>(homeOf(unitId)), role: code, verbs: new Set(verbs), unitId, reach: 'subtree' as const }));
  return { ...ctx, actor: ctx.actor && { ...ctx.actor, personId, grants } };
}
