import { expect, test } from 'vitest';
import { circlesOf } from './send.circles.ts';

test('a committee with committees below sends to these first, a commune committee to its cells', () => {
  expect(circlesOf('provincial_party')).toEqual(['committees', 'cells', 'all', 'chosen']);
  expect(circlesOf('commune_party')).toEqual(['cells', 'all', 'chosen']);
});
