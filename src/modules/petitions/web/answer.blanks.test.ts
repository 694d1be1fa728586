import { expect, test } from 'vitest';
import { blanksIn, withPlannedDay } from './answer.blanks.ts';

const wording = 'Nội dung kiến nghị đã được đưa vào kế hoạch …, thực hiện xong trước ngày …. Nguồn kinh phí: …. Đơn vị theo dõi: ….';

test('a wording tells how many blanks are left, dots among them; a filled one has none', () => {
  expect(blanksIn(wording)).toBe(4);
  expect(blanksIn('Giải quyết xong ngày ..../..../2026, kết quả: ...')).toBe(3);
  expect(blanksIn('Đã sửa xong. Đề nghị đơn vị kiểm tra.')).toBe(0);
});

test('the planned day stands in the wording, and moves when another is chosen', () => {
  const filled = withPlannedDay(wording, { day: '2027-03-05' });
  expect(filled).toContain('trước ngày 05/03/2027. Nguồn kinh phí: ….');
  expect(blanksIn(filled)).toBe(3);
  expect(withPlannedDay(filled, { day: '2027-04-30', before: '2027-03-05' })).toContain('trước ngày 30/04/2027. Nguồn');
  expect(withPlannedDay('Xong trước ngày …/…/….', { day: '2027-03-05' })).toBe('Xong trước ngày 05/03/2027.');
  expect(withPlannedDay('Đang xem xét.', { day: '2027-03-05' })).toBe('Đang xem xét.');
});
