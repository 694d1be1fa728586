/** When a job is due next. */
import { expect, test } from 'vitest';
import { dueAfter } from '../job.ts';

// 23:30 in Vietnam on 20 November.
const now = new Date('2026-11-20T16:30:00Z');

function secondsAfter(every: number | 'day', failures: number): number {
  return (dueAfter({ every }, now, failures).getTime() - now.getTime()) / 1000;
}

test('a job of so many seconds is due so long after its end', () => {
  expect(secondsAfter(600, 0)).toBe(600);
});

test('a daily job is due when the next day begins in Vietnam, whatever the zone of the machine', () => {
  expect(dueAfter({ every: 'day' }, now, 0).toISOString()).toBe('2026-11-20T17:00:00.000Z');
  expect(dueAfter({ every: 'day' }, new Date('2026-11-20T17:00:00Z'), 0).toISOString()).toBe('2026-11-21T17:00:00.000Z');
});

test('after failures a job waits twice as long each time, to five minutes, and never less than usual', () => {
  expect([1, 2, 3, 9, 60].map((failures) => secondsAfter(1, failures))).toEqual([2, 4, 8, 300, 300]);
  expect([1, 2, 60].map((failures) => secondsAfter('day', failures))).toEqual([120, 240, 300]);
  expect(secondsAfter(3600, 60)).toBe(3600);
});
