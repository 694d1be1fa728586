/**
 * Petitions of the commune of the sample's accounts and of its cells, as they stand on the day of loading: some wait at the commune's
 * office, some went up to the province, one came back, one has an answer that the cell is to confirm. What is written is made up.
 */
import type { z } from 'zod';
import type { SamplePlaces } from '../modules/cases/server/index.ts';
import { petitionContract } from '../modules/petitions/petition.contract.ts';
import { addDays } from '../platform/day.ts';
import type { Ctx } from '../platform/context.ts';
import type { Id } from '../platform/ids.ts';
import { perform } from './perform.ts';
import { asRoleAt } from './sample.roles.ts';

type Outcome = z.input<typeof petitionContract.answer.input>['outcome'];

interface Made {
  readonly ago: number;
  readonly at: 'cell' | 'commune';
  readonly topic: string;
  readonly text: string;
  readonly people?: number;
  /** Where it went, so many days after it was raised; not passed on where nothing is said. */
  readonly to?: 'commune' | 'province';
  readonly outside?: string;
  readonly answer?: { readonly outcome: Outcome; readonly text: string; readonly after: number; readonly plannedIn?: number };
  /** The place asked again, so many days after the answer; confirmed it. */
  readonly reopenedAfter?: number;
  readonly confirmedAfter?: number;
}

const made: readonly Made[] = [
  { ago: 1, at: 'cell', topic: 'streetLighting', text: 'Lắp thêm đèn chiếu sáng đoạn từ nhà văn hóa thôn đến trường mầm non (nội dung mẫu).', people: 35 },
  { ago: 3, at: 'cell', topic: 'environment', text: 'Thu gom rác thải đúng lịch, bố trí điểm tập kết xa khu dân cư (nội dung mẫu).', people: 60, to: 'commune' },
  { ago: 5, at: 'commune', topic: 'localCadres', text: 'Hướng dẫn chế độ của người hoạt động không chuyên trách ở thôn sau sắp xếp (nội dung mẫu).', to: 'province' },
  { ago: 8, at: 'cell', topic: 'publicBuildings', text: 'Sửa mái nhà văn hóa thôn bị dột, chưa bảo đảm sinh hoạt (nội dung mẫu).', to: 'commune', answer: { outcome: 'settled', text: 'Đã lợp lại mái, nghiệm thu với thôn.', after: 6 } },
  { ago: 14, at: 'cell', topic: 'fieldIrrigation', text: 'Nạo vét mương nội đồng trước vụ đông xuân (nội dung mẫu).', people: 48, to: 'commune' },
  { ago: 20, at: 'commune', topic: 'ruralRoads', text: 'Mở rộng tuyến đường liên xã, hiện chỉ rộng 3,5 m (nội dung mẫu).', people: 300, to: 'province', outside: 'Sở Xây dựng' },
  { ago: 24, at: 'commune', topic: 'vocationalTraining', text: 'Mở lớp nghề cho lao động nữ trên 40 tuổi (nội dung mẫu).', to: 'province', outside: 'Sở Nội vụ', answer: { outcome: 'planned', text: 'Đưa vào kế hoạch đào tạo nghề quý tới.', after: 9, plannedIn: 60 } },
  { ago: 40, at: 'cell', topic: 'powerAndWater', text: 'Nước sạch yếu vào giờ cao điểm ở cuối thôn (nội dung mẫu).', people: 22, to: 'commune', answer: { outcome: 'settled', text: 'Đơn vị cấp nước đã tăng áp.', after: 8 }, reopenedAfter: 12 },
  { ago: 75, at: 'cell', topic: 'trafficSafety', text: 'Đặt gờ giảm tốc, biển báo trước cổng trường tiểu học (nội dung mẫu).', people: 90, to: 'commune', answer: { outcome: 'settled', text: 'Đã đặt hai gờ giảm tốc và biển báo.', after: 11 }, confirmedAfter: 6 },
  { ago: 120, at: 'cell', topic: 'relics', text: 'Tu sửa đình thôn đã xuống cấp (nội dung mẫu).', to: 'province', outside: 'Sở Văn hóa, Thể thao và Du lịch', answer: { outcome: 'impossible', text: 'Công trình chưa được xếp hạng nên chưa có nguồn tu bổ.', after: 15 }, confirmedAfter: 10 },
];

export async function petition(ctx: Ctx, places: SamplePlaces): Promise<void> {
  for (const one of made) await follow(ctx, places, one);
}

async function follow(ctx: Ctx, places: SamplePlaces, one: Made): Promise<void> {
  const unitId = one.at === 'cell' ? places.cellId : places.communeId;
  const on = (days: number) => dayAgo(ctx, Math.max(0, one.ago - days));
  const place = (days: number) => (one.at === 'cell' ? asRoleAt(on(days), 'cell_secretary', places.cellId) : asRoleAt(on(days), 'office_officer', places.communeId));
  const raisedOn = addDays(ctx.today, -one.ago);
  const { id, version } = await perform(place(0), petitionContract.record, { unitId, source: 'unit', topic: one.topic, text: one.text, peopleBehind: one.people ?? null, raisedOn, isDenunciation: false });
  const office = (days: number) => asRoleAt(on(days), 'office_officer', places.communeId);
  const bodyId = await bodyOf(office(1), { unitId, topic: one.topic, to: one.to });
  if (!bodyId) return;
  const routed = await perform(office(1), petitionContract.route, { id, version, bodyId, outside: one.outside ?? null });
  const handler = (days: number) => (one.to === 'province' ? asRoleAt(on(days), 'board_officer', places.provinceId) : office(days));
  if (!one.answer) return;
  const { outcome, text, after, plannedIn } = one.answer;
  const done = await perform(handler(after), petitionContract.answer, { id, version: routed.version, outcome, text, plannedOn: plannedIn ? addDays(ctx.today, plannedIn) : null });
  if (one.reopenedAfter) await perform(place(after + one.reopenedAfter), petitionContract.reopen, { id, version: done.version, words: 'Cuối thôn vẫn yếu nước, đề nghị kiểm tra lại (nội dung mẫu).' });
  if (one.confirmedAfter) await perform(place(after + one.confirmedAfter), petitionContract.confirm, { id, version: done.version, words: '' });
}

async function bodyOf(ctx: Ctx, { unitId, topic, to }: { readonly unitId: Id<'unit'>; readonly topic: string; readonly to: Made['to'] }): Promise<Id<'unit'> | undefined> {
  if (!to) return undefined;
  const { items } = await perform(ctx, petitionContract.bodies, { unitId, topic });
  return items.find(({ level }) => level === to)?.body.id;
}

const day = 24 * 60 * 60 * 1000;

function dayAgo(ctx: Ctx, days: number): Ctx {
  return { ...ctx, today: addDays(ctx.today, -days), now: new Date(ctx.now.getTime() - days * day) };
}
