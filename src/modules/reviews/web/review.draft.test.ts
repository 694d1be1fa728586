/** Suggestions as they are typed line by line. */
import { expect, test } from 'vitest';
import { pointsIn } from './review.draft.ts';

test('a point whose words stay keeps its id, empty lines are none, a new one gets its own', () => {
  const known = [{ id: 'a', text: 'Trật tự đô thị', answer: 'Đã kiểm tra' }];
  expect(pointsIn('\n Trật tự đô thị \n\nGiảm nghèo\n', known, () => 'new')).toEqual([{ id: 'a', text: 'Trật tự đô thị' }, { id: 'new', text: 'Giảm nghèo' }]);
});
