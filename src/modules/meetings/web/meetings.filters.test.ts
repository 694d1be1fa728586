import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { yearBounds, yearsToChoose } from './meetings.filters.ts';

test('a year narrows a part of the list to the days that both have', () => {
  expect(yearBounds(undefined, { from: day('2026-11-21') })).toEqual({ from: '2026-11-21' });
  expect(yearBounds('2026', { from: day('2026-11-21') })).toEqual({ from: '2026-11-21', to: '2026-12-31' });
  expect(yearBounds('2025', { to: day('2026-11-21') })).toEqual({ from: '2025-01-01', to: '2025-12-31' });
});

test('a year that has none of the days of a part leaves that part out', () => {
  expect(yearBounds('2025', { from: day('2026-11-21') })).toBeUndefined();
  expect(yearBounds('2027', { to: day('2026-11-21') })).toBeUndefined();
});

test('what is no year narrows nothing', () => {
  expect(yearBounds('tất cả', { to: day('2026-11-21') })).toEqual({ to: '2026-11-21' });
  expect(yearsToChoose('2026-11-21').slice(0, 2)).toEqual(['2027', '2026']);
});
