/** The bars of the timeline. */
import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { barOf, monthsOf, shareOf, spanOf } from './schedule.bars.ts';

const task = (from: string, due: string | null) => ({ origin: { on: day(from) }, dueOn: due === null ? null : day(due) });
const today = day('2026-11-20');

test('spans whole months around the tasks and today, no further than bounded', () => {
  expect(spanOf([task('2026-10-05', '2026-12-10')], today)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(spanOf([], today)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(spanOf([task('2024-01-01', '2030-01-01')], today)).toEqual({ from: '2026-08-01', to: '2027-08-31' });
  expect(monthsOf({ from: day('2026-11-01'), to: day('2027-01-31') })).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
});

test('a bar runs from the day it was given to the end of its last day, cut off at the edges; without a day there is none', () => {
  const span = { from: day('2026-11-01'), to: day('2026-11-30') };
  expect(barOf(task('2026-11-01', '2026-11-30'), span)).toEqual({ left: 0, width: 100 });
  expect(barOf(task('2026-11-16', '2026-11-30'), span)).toEqual({ left: 50, width: 50 });
  expect(barOf(task('2026-01-01', '2027-11-30'), span)).toEqual({ left: 0, width: 100 });
  expect(barOf(task('2026-11-16', null), span)).toBeUndefined();
  expect(shareOf(day('2026-11-16'), span)).toBe(50);
});
