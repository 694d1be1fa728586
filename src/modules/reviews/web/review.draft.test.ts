/** Suggestions as they are typed line by line. */
import { expect, test } from 'vitest';
import { pointsIn, prefilled } from './review.draft.ts';

test('a point whose words stay keeps its id, empty lines are none, a new one gets its own', () => {
  const known = [{ id: 'a', text: 'Trật tự đô thị', answer: 'Đã kiểm tra' }];
  expect(pointsIn('\n Trật tự đô thị \n\nGiảm nghèo\n', known, () => 'new')).toEqual([{ id: 'a', text: 'Trật tự đô thị' }, { id: 'new', text: 'Giảm nghèo' }]);
});

test('a draft begins with what the records say, in its section, and never over what is written', () => {
  const facts = { tasks: 'Nhiệm vụ: 3 xong', conduct: '5/6 buổi', earlier: ['Chậm báo cáo (Đang khắc phục)'] };
  expect(prefilled({ texts: { conduct: 'Tôi viết', results: '', earlier: '', measures: '' }, answers: {} }, facts).texts).toEqual({ conduct: 'Tôi viết', results: 'Nhiệm vụ: 3 xong', earlier: '- Chậm báo cáo (Đang khắc phục)', measures: '' });
});
