import { expect, test } from 'vitest';
import { pointsBetween } from '../points.ts';
import { day } from '../../platform/day.ts';
import { rangeStart } from './range.ts';

test.each([['2022-08-09', '2021-09-01'], ['2022-12-31', '2022-01-01'], ['2024-02-29', '2023-03-01']])('a year up to %s has twelve months, from %s', (on, from) => {
  expect(rangeStart({ on, years: 1 })).toBe(from);
  expect(pointsBetween({ from: day(from), to: day(on), step: 'month' })).toHaveLength(12);
});
