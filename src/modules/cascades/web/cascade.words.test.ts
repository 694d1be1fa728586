/** Numbers as people type them. */
import { expect, test } from 'vitest';
import { readNumber } from './cascade.words.ts';

test.each([['97,5', 97.5], ['1.200', 1200], ['1.200,5', 1200.5], ['97.5', 97.5], ['-2', -2], ['0', 0], ['chín', undefined], ['1,2,3', undefined], ['', undefined]])('“%s” is read as %s', (typed, value) => {
  expect(readNumber(typed)).toBe(value);
});
