// Case A: the thirteen thematic resolutions by which the township committee of Sịa carried out resolutions of the province and the
// district up to the working session; among them the province's Resolution 04 on the township itself. Beside them what a committee
// issues anyway: tasks of the year, a programme, plans that carry out its own resolutions.

import { issueDocument, type Issuer } from './documents.ts';
import type { IssuedDocument, World } from './world.ts';

const province: Issuer = { unit: 'hue.party', name: 'Tỉnh ủy Thừa Thiên Huế', code: 'TU' };
const district: Issuer = { unit: 'quang-dien.party', name: 'Huyện ủy Quảng Điền', code: 'HU' };
const township: Issuer = { unit: 'quang-dien.sia.party', name: 'Đảng ủy thị trấn Sịa', code: 'ĐU' };
const END_OF_TERM = '2025-06-30';

const superiors: readonly (readonly [issuer: Issuer, number: number, on: string, summary: string])[] = [
  [province, 2, '2021-02-09', 'Về chuyển đổi số, cải cách hành chính giai đoạn 2021-2025'],
  [district, 3, '2021-03-15', 'Về củng cố, phát triển kinh tế tập thể'],
  [province, 4, '2021-05-18', 'Về xây dựng và phát triển thị trấn Sịa'],
  [district, 5, '2021-08-23', 'Về tạo nguồn và phát triển đảng viên'],
  [district, 6, '2021-10-25', 'Về chỉnh trang đô thị, bảo vệ môi trường'],
  [province, 7, '2021-11-10', 'Về giảm nghèo bền vững'],
  [district, 8, '2022-05-30', 'Về khuyến học, xây dựng xã hội học tập'],
  [province, 11, '2022-08-16', 'Về nâng cao chất lượng tổ chức cơ sở đảng'],
];

const resolutions: readonly (readonly [on: string, summary: string, ...carriedOut: readonly (readonly [Issuer, string])[]])[] = [
  ['2020-12-21', 'Về nhiệm vụ năm 2021'],
  ['2021-04-12', 'Về chuyển đổi số, cải cách hành chính của thị trấn', [province, '02-NQ/TU']],
  ['2021-04-26', 'Về củng cố, phát triển hợp tác xã', [district, '03-NQ/HU']],
  ['2021-06-28', 'Về xây dựng thị trấn đạt các tiêu chí đô thị loại V', [province, '04-NQ/TU']],
  ['2021-07-12', 'Về phát triển kết cấu hạ tầng của thị trấn', [province, '04-NQ/TU']],
  ['2021-09-20', 'Về phát triển thương mại, dịch vụ', [province, '04-NQ/TU']],
  ['2021-10-11', 'Về phát triển đảng viên ở tổ dân phố và trường học', [district, '05-NQ/HU']],
  ['2021-12-20', 'Về nhiệm vụ năm 2022'],
  ['2022-01-10', 'Về giảm nghèo bền vững ở thị trấn', [province, '07-NQ/TU']],
  ['2022-01-24', 'Về vệ sinh môi trường, nếp sống văn minh đô thị', [district, '06-NQ/HU']],
  ['2022-03-21', 'Về chỉnh trang đô thị, huy động nguồn lực xã hội', [province, '04-NQ/TU'], [district, '06-NQ/HU']],
  ['2022-05-16', 'Về quản lý đất đai, trật tự xây dựng', [province, '04-NQ/TU']],
  ['2022-07-18', 'Về khuyến học, khuyến tài', [district, '08-NQ/HU']],
  ['2022-09-19', 'Về nâng cao chất lượng sinh hoạt chi bộ', [province, '11-NQ/TU']],
  ['2022-11-14', 'Về quản lý, giúp đỡ đảng viên đi làm ăn xa', [province, '11-NQ/TU'], [district, '05-NQ/HU']],
  ['2022-12-19', 'Về nhiệm vụ năm 2023'],
  // After the session: it asked for conferences on member development.
  ['2023-05-15', 'Về phát triển đảng viên trong thanh niên, học sinh', [district, '05-NQ/HU']],
];

export function addSiaDocuments(world: World): void {
  for (const [issuer, number, on, summary] of superiors) issueDocument(world, issuer, { type: 'NQ', number, on, summary, to: END_OF_TERM });
  issueDocument(world, township, { type: 'QC', on: '2020-07-20', summary: 'Quy chế làm việc của Ban Chấp hành Đảng bộ thị trấn', regulates: 'working', to: END_OF_TERM, reviewDueOn: '2023-06-30' });
  issueDocument(world, township, { type: 'QC', on: '2020-08-17', summary: 'Quy chế phối hợp giữa các tổ chức trong hệ thống chính trị thị trấn', regulates: 'coordination', to: END_OF_TERM });
  const issued = resolutions.map(([on, summary, ...carriedOut]) => issueDocument(world, township, { type: 'NQ', on, summary, to: END_OF_TERM, carriesOut: carriedOut.map(([{ unit }, symbol]) => ({ unit, symbol })) }));
  issueDocument(world, township, { type: 'CTr', on: '2021-06-07', summary: 'Chương trình hành động thực hiện Nghị quyết 04-NQ/TU của Tỉnh ủy về xây dựng và phát triển thị trấn Sịa', to: END_OF_TERM, carriesOut: [{ unit: province.unit, symbol: '04-NQ/TU' }] });
  issueDocument(world, { unit: 'quang-dien.quang-phuoc.party', name: 'Đảng ủy xã Quảng Phước', code: 'ĐU' }, { type: 'CTr', on: '2021-10-11', summary: 'Chương trình hành động thực hiện Nghị quyết 04-NQ/TU của Tỉnh ủy', to: END_OF_TERM, carriesOut: [{ unit: province.unit, symbol: '04-NQ/TU' }] });
  for (const resolution of issued.filter(({ carriesOut }) => carriesOut.length > 0).slice(0, 4)) issueDocument(world, township, planFor(resolution));
}

/** Carries out a resolution of the committee itself. */
function planFor({ unit, symbol, summary, on }: IssuedDocument): Parameters<typeof issueDocument>[2] {
  return { type: 'KH', on: on.replace(/\d\d$/, '28'), summary: `Thực hiện Nghị quyết ${symbol} ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`, to: END_OF_TERM, carriesOut: [{ unit, symbol }] };
}
