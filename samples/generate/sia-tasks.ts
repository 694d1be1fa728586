// Case A: what the conclusion of the working session gave the township committee of Sịa to do, eight directives in all, by a notice of
// the province. Whom each was given to follows from the posts; days, deadlines and what became of them are made up. What was still
// open when the township became part of a commune ended with it.

import { issueDocument } from './documents.ts';
import type { GivenTask, World } from './world.ts';

const GIVEN = '2023-02-27';
const END = '2025-06-30';
const province = { unit: 'hue.party', name: 'Tỉnh ủy Thừa Thiên Huế', code: 'TU' } as const;
const township = 'quang-dien.sia.party';

type Directive = Pick<GivenTask, 'title' | 'detail' | 'dueOn' | 'settledOn' | 'state' | 'note'> & { post: string };

const done = (settledOn: string, note: string): Pick<Directive, 'state' | 'settledOn' | 'note'> => ({ state: 'done', settledOn, note });
const dropped = (note: string): Pick<Directive, 'state' | 'settledOn' | 'note'> => ({ state: 'dropped', settledOn: END, note });

const directives: readonly Directive[] = [
  {
    title: 'Hoàn thiện, nâng chất lượng các tiêu chí đô thị loại V; lập kế hoạch thoát nghèo cụ thể; giữ nếp sống văn minh đô thị, cảnh quan, môi trường', detail: 'Cả hệ thống chính trị của thị trấn cùng làm.',
    post: 'government.peoples-committee-chair', dueOn: '2024-12-31', ...dropped('Thị trấn nhập vào xã mới; các tiêu chí còn lại chuyển xã tiếp tục'),
  },
  { title: 'Phân công rõ trách nhiệm của từng cấp ủy viên kiêm nhiệm', detail: 'Có bảng ai chịu trách nhiệm việc gì.', post: 'party.standing-deputy-secretary', dueOn: '2023-04-30', ...done('2023-04-20', 'Đã ban hành bảng phân công') },
  { title: 'Rà soát quy chế làm việc của Ban Chấp hành', detail: 'Giữ điều còn hợp, sửa điều chưa hợp, bổ sung điều còn thiếu.', post: 'party.secretary', dueOn: '2023-06-30', ...done('2023-06-26', 'Đã rà soát, sửa đổi quy chế') },
  {
    title: 'Đánh giá lại quy mô, diện tích các tổ dân phố và đội ngũ bí thư chi bộ, tổ trưởng', detail: 'Tuổi, nhiệm kỳ, trình độ, kiêm nhiệm, chức danh còn khuyết; tổ dân phố nào không đủ quy mô.',
    post: 'government.peoples-committee-chair', dueOn: '2023-09-30', ...done('2023-11-15', 'Đã báo cáo thực trạng mười tổ dân phố, chậm vì chờ số liệu hộ'),
  },
  { title: 'Mở hội nghị chuyên đề về phát triển đảng viên', detail: 'Trong đoàn thể, trong học sinh và ở địa bàn có đông đồng bào theo tôn giáo; đếm nguồn theo nơi giới thiệu.', post: 'party.deputy-secretary', dueOn: '2023-06-30', ...done('2023-06-12', 'Đã mở ba hội nghị') },
  { title: 'Tìm cách để đảng viên đi làm ăn xa tham gia sinh hoạt chi bộ', detail: '', post: 'party.standing-deputy-secretary', dueOn: '2023-12-31', ...done('2023-12-18', 'Chi bộ giữ liên hệ, giao việc phù hợp cho đảng viên đi xa') },
  { title: 'Đưa các nghị quyết chuyên đề vào chương trình, kế hoạch công tác hằng năm của các cấp', detail: '', post: 'party.secretary', dueOn: '2024-01-31', ...done('2024-01-22', 'Đã đưa vào chương trình công tác năm 2024') },
  { title: 'Các đoàn thể giới thiệu, bồi dưỡng quần chúng ưu tú', detail: '', post: 'front.front-chair', dueOn: '2023-12-31', ...done('2023-12-28', 'Đã giới thiệu quần chúng ưu tú đi học lớp nhận thức về Đảng') },
];

export function addSiaTasks(world: World): void {
  const { symbol } = issueDocument(world, province, { type: 'TB', on: GIVEN, summary: 'Kết luận tại buổi làm việc với thị trấn Sịa về thực hiện các nghị quyết chuyên đề', to: END });
  for (const { post, ...directive } of directives) world.tasks.push({ unit: township, askedBy: province.unit, givenOn: GIVEN, owner: holderOf(world, `quang-dien.sia.${post}`), document: symbol, ...directive });
}

/** Empty where the post was vacant. */
function holderOf(world: World, post: string): string {
  return world.tenures.find((row) => row.post === post && row.from <= GIVEN && (row.to === '' || row.to >= GIVEN))?.person.ref ?? '';
}
