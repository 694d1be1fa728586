import { expect, test } from 'vitest';
import { homeOf, newId } from './ids.ts';

test('an id is a UUID of version 7 that carries its home', () => {
  expect(newId(4095)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7fff-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(homeOf(newId(19))).toBe(19);
  expect(() => newId(4096)).toThrow(RangeError);
});

test('ids of one home are ordered as they were made, many within a millisecond, and none comes twice', () => {
  const ids = Array.from({ length: 20_000 }, () => newId(3));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
