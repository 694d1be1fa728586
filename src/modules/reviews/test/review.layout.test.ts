/** What stands on the paper of a review. */
import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { paperOf, type PrintedReview } from '../review.layout.ts';

const review: PrintedReview = {
  unit: { name: 'Đảng bộ xã Sông Lô' }, parent: 'Đảng bộ tỉnh Phú Thọ', person: null, cycle: { title: 'Kiểm điểm năm 2026' }, form: 'collective', state: 'writing', from: day('2026-01-01'), to: day('2026-12-31'),
  sections: [{ title: { vi: 'Kết quả đạt được', en: 'Results' }, isNeeded: true, text: 'Ba việc.\nI. Không phải tiêu đề' }, { title: { vi: 'Giải trình', en: 'Answers' }, isNeeded: false, text: '' }],
  suggestions: [{ text: 'Giảm nghèo', answer: '', by: { name: 'Đảng bộ tỉnh Phú Thọ' } }], submittedOn: null, heldOn: null, opinions: [], conclusion: '', reason: '',
};
const lines = (given: PrintedReview) => paperOf(given, day('2026-11-20')).lines.map(({ text, isHeading }) => (isHeading ? `# ${text}` : text));

test('of a collective it tells period, points with who gave them, sections; a draft until it is handed in', () => {
  expect(lines(review)).toEqual(['Kỳ kiểm điểm: từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 12 năm 2026', '# I. GỢI Ý KIỂM ĐIỂM CỦA ĐẢNG BỘ TỈNH PHÚ THỌ', '1. Giảm nghèo', 'Giải trình: ……………', '# II. KẾT QUẢ ĐẠT ĐƯỢC', 'Ba việc.', 'I. Không phải tiêu đề']);
  expect(paperOf(review, day('2026-11-20'))).toMatchObject({ name: 'Báo cáo kiểm điểm tập thể', draft: 'Dự thảo', on: '2026-11-20', signatures: [null, { roles: ['T/M ĐẢNG ỦY', 'Bí thư'], name: null }] });
});

test('of a person the person signs, beside the committee once it was held; what was concluded stands at the end', () => {
  const held: PrintedReview = { ...review, person: { name: 'Nguyễn Văn An' }, form: '2C', state: 'concluded', submittedOn: day('2026-11-18'), heldOn: day('2026-11-19'), opinions: [{ by: 'Bà Bình', text: 'Nhất trí' }], conclusion: 'Chấp hành tốt', suggestions: [] };
  expect(lines(held).slice(0, 2)).toEqual(['Họ và tên: Nguyễn Văn An', 'Mẫu 2C – không công tác trong hệ thống chính trị']);
  expect(lines(held).slice(-5)).toEqual(['# II. HỌP KIỂM ĐIỂM', 'Họp kiểm điểm ngày 19 tháng 11 năm 2026.', 'Ý kiến góp ý:', '- Bà Bình: Nhất trí', 'Kết luận: Chấp hành tốt']);
  expect(paperOf(held, day('2026-11-20'))).toMatchObject({ draft: undefined, on: '2026-11-18', signatures: [{ roles: ['T/M ĐẢNG ỦY', 'Bí thư'] }, { roles: ['Người tự kiểm điểm'], name: 'Nguyễn Văn An' }] });
});
