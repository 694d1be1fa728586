import { expect, test } from 'vitest';
import { day } from '../../src/platform/day.ts';
import { spread } from '../places.ts';
import { memberFiles } from '../workloads/import.rows.ts';
import { lastDays } from '../workloads/days.ts';

test('ends of months go back from the last whole month, leap years included', () => {
  expect(lastDays(day('2024-04-15'), 3)).toEqual(['2024-03-31', '2024-02-29', '2024-01-31']);
  expect(lastDays(day('2026-01-01'), 1)).toEqual(['2025-12-31']);
});

test('a spread takes from the whole list', () => {
  expect(spread([1, 2, 3], 5)).toEqual([1, 2, 3]);
  expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5)).toEqual([0, 2, 4, 6, 8]);
});

test('each made-up member has a placement in a cell that exists, and a number of its own', () => {
  const [people, memberships] = memberFiles({ people: 50, cells: ['c1', 'c2'], from: '2026-11-21', seed: 1 }).map(({ bytes }) => bytes.toString().trim().split('\n').slice(1));
  expect(people).toHaveLength(50);
  expect(new Set(people?.map((row) => row.split(',')[4])).size).toBe(50);
  expect(memberships?.every((row) => /,id:c[12],2026-11-21,/.test(row))).toBe(true);
});
