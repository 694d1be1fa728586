/**
 * A cycle of review of the sample's commune, as it stands on the day of loading: its committees and those who lead, and the members of
 * one cell. The superior has suggested two points, one of which is answered. Nothing is drawn by chance; what is written says that it
 * is made up.
 */
import type { SamplePlaces } from '../modules/cases/server/index.ts';
import { reviewContract } from '../modules/reviews/review.contract.ts';
import { addDays, day } from '../platform/day.ts';
import type { Ctx } from '../platform/context.ts';
import type { Id } from '../platform/ids.ts';
import { perform } from './perform.ts';
import { asRoleAt } from './sample.roles.ts';

const words = {
  madeUp: 'Nội dung mẫu, do hệ thống tạo để dùng thử; không phải bản kiểm điểm thật.',
  points: ['Làm rõ trách nhiệm trong việc sinh hoạt chuyên đề của các chi bộ chưa đủ số lượng theo kế hoạch (nội dung mẫu).', 'Kết quả thực hiện các nhiệm vụ quá hạn trong năm (nội dung mẫu).'],
  answer: 'Đảng ủy đã giao từng chi bộ lập kế hoạch chuyên đề theo quý và kiểm tra hằng tháng (nội dung mẫu).',
  personPoint: 'Nêu rõ kết quả nhiệm vụ được chi bộ phân công (nội dung mẫu).',
  conclusion: 'Chi bộ thống nhất với bản tự kiểm điểm (nội dung mẫu).',
} as const;

export async function review(ctx: Ctx, { provinceId, communeId, cellId, memberId }: SamplePlaces): Promise<void> {
  const year = Number(ctx.today.slice(0, 4)) - (Number(ctx.today.slice(5, 7)) >= 7 ? 0 : 1);
  const given = { kind: 'year' as const, title: `Kiểm điểm năm ${year}`, from: day(`${year}-01-01`), to: day(`${year}-12-31`), dueOn: addDays(ctx.today, 20) };
  const [province, office, secretary] = [asRoleAt(ctx, 'board_officer', provinceId), asRoleAt(ctx, 'office_officer', communeId), asRoleAt(ctx, 'cell_secretary', cellId)];
  const { id: cycleId } = await perform(office, reviewContract.openCycle, { ...given, unitId: communeId, people: 'leaders' });
  await suggestToCommittee({ office, province, cycleId, communeId });
  await holdSome(office, { cycleId, unitId: communeId });
  const ofCell = await perform(secretary, reviewContract.openCycle, { ...given, unitId: cellId, collectives: false, people: 'all', below: false });
  await holdSome(secretary, { cycleId: ofCell.id, unitId: cellId, except: memberId });
}

/** One point is answered, the other is still open. */
async function suggestToCommittee({ office, province, cycleId, communeId }: { readonly office: Ctx; readonly province: Ctx; readonly cycleId: Id<'reviewCycle'>; readonly communeId: Id<'unit'> }): Promise<void> {
  const { items: [own] } = await perform(office, reviewContract.list, { cycleId, unitId: communeId, of: 'collectives', limit: 1 });
  if (!own) return;
  const points = words.points.map((text, at) => ({ id: `mau-${at + 1}`, text }));
  const { version } = await perform(province, reviewContract.suggest, { id: own.id, version: 1, points });
  const { sections } = await perform(office, reviewContract.review, { id: own.id });
  await perform(office, reviewContract.write, { id: own.id, version, texts: textsOf(sections), answers: { [points[0]!.id]: words.answer } });
}

/** Of three the first is concluded, the second handed in, the third being written. */
async function holdSome(ctx: Ctx, { cycleId, unitId, except }: { readonly cycleId: Id<'reviewCycle'>; readonly unitId: Id<'unit'>; readonly except?: Id<'person'> }): Promise<void> {
  const { items } = await perform(ctx, reviewContract.list, { cycleId, unitId, of: 'people', limit: 20 });
  const some = items.filter(({ person }) => person?.id !== except).slice(0, 3);
  for (const [at, { id }] of some.entries()) {
    const { sections, may, version } = await perform(ctx, reviewContract.review, { id });
    if (!may.includes('write')) continue;
    const done = await perform(ctx, reviewContract.write, { id, version, texts: textsOf(sections), answers: {}, isSubmitted: at < 2 });
    if (at === 0) await perform(ctx, reviewContract.hold, { id, version: done.version, heldOn: addDays(ctx.today, -2), conclusion: words.conclusion });
  }
  const own = items.find(({ person }) => except !== undefined && person?.id === except);
  if (own) await perform(ctx, reviewContract.suggest, { id: own.id, version: 1, points: [{ id: 'mau-1', text: words.personPoint }] });
}

function textsOf(sections: readonly { readonly code: string }[]): Record<string, string> {
  return Object.fromEntries(sections.map(({ code }) => [code, words.madeUp]));
}
