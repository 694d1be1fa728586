/** Suggestions as they are typed line by line. */
import { expect, test } from 'vitest';
import type { Id } from '../../../platform/ids.ts';
import { missingIn, pointsIn, prefilled, upToDate } from './review.draft.ts';

test('a point whose words stay keeps its id, empty lines are none, a new one gets its own', () => {
  const known = [{ id: 'a', text: 'Trật tự đô thị', answer: 'Đã kiểm tra', by: { id: 'x' as Id<'unit'>, name: 'Đảng bộ tỉnh' } }];
  expect(pointsIn('\n Trật tự đô thị \n\nGiảm nghèo\n', known, () => 'new')).toEqual([{ id: 'a', text: 'Trật tự đô thị' }, { id: 'new', text: 'Giảm nghèo' }]);
});

test('a draft begins with what the records say, in its section, and never over what is written', () => {
  const facts = { tasks: 'Nhiệm vụ: 3 xong', conduct: '5/6 buổi', earlier: ['Chậm báo cáo (Đang khắc phục)'] };
  expect(prefilled({ texts: { conduct: 'Tôi viết', results: '', earlier: '', measures: '' }, answers: {} }, facts).texts).toEqual({ conduct: 'Tôi viết', results: 'Nhiệm vụ: 3 xong', earlier: '- Chậm báo cáo (Đang khắc phục)', measures: '' });
});

test('what is typed stays where a point is added meanwhile; what is missing is told in the order of the page', () => {
  const typed = { texts: { results: 'Ba việc', measures: '' }, answers: { a: 'Đã kiểm tra', gone: 'x' } };
  const draft = upToDate(typed, { texts: { results: '', measures: '' }, answers: { a: '', b: '' } });
  expect(draft).toEqual({ texts: { results: 'Ba việc', measures: '' }, answers: { a: 'Đã kiểm tra', b: '' } });
  const section = (code: string, isNeeded: boolean) => ({ code, isNeeded, title: { vi: '', en: '' }, prompt: { vi: '', en: '' }, text: '' });
  const by = { id: 'x' as Id<'unit'>, name: '' };
  expect(missingIn(draft, { sections: [section('results', true), section('measures', true), section('earlier', false)], suggestions: [{ id: 'a', text: '', answer: '', by }, { id: 'b', text: '', answer: '', by }] })).toEqual(['b', 'measures']);
});
