import { describe, expect, test } from 'vitest';
import { limitOf, percentile, percentiles, randomFrom, shuffled, within } from '../measure.ts';

describe('percentiles', () => {
  test('are the nearest rank, never a value between two samples', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile([10, 20], 0.5)).toBe(10);
    expect(percentile([10, 20], 0.51)).toBe(20);
  });

  test('sort as numbers, not as text', () => {
    expect(percentiles([100, 9, 20])).toEqual({ p50: 20, p95: 100, p99: 100, most: 100 });
  });

  test('of one sample are that sample, of none there are none', () => {
    expect(percentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7, most: 7 });
    expect(percentiles([])).toBeUndefined();
  });
});

describe('a budget', () => {
  const ms = { p50: 1, p95: 49, p99: 500, most: 900 };

  test('is judged by the 95th percentile', () => {
    expect(within(50, 'p95 < 50 ms', { ms, errors: 0 }).met).toBe(true);
    expect(within(49, 'p95 < 49 ms', { ms, errors: 0 }).met).toBe(false);
  });

  test('is missed where anything failed or nothing was answered', () => {
    expect(within(50, 'p95 < 50 ms', { ms, errors: 1 }).met).toBe(false);
    expect(within(50, 'p95 < 50 ms', { errors: 0 }).met).toBe(false);
  });
});

test('a ratio of 1 is as fast as the limit; without a limit there is no number', () => {
  expect(limitOf('COPY', { ours: 30, limit: 60 }).ratio).toBe(0.5);
  expect(limitOf('COPY', { ours: 30, limit: 0 }).ratio).toBeNaN();
});

test('the same seed gives the same order, another seed another one', () => {
  const items = Array.from({ length: 50 }, (_, at) => at);
  expect(shuffled(items, 1)).toEqual(shuffled(items, 1));
  expect(shuffled(items, 1)).not.toEqual(shuffled(items, 2));
  expect(shuffled(items, 1).toSorted((a, b) => a - b)).toEqual(items);
  const random = randomFrom(3);
  const drawn = Array.from({ length: 1000 }, random);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
});
