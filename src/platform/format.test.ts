import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatAtMost, formatDay, formatDifference, formatMoment, formatNumber, formatPercent, formatPeriod, formatShare, parseDay, roundedPercent,
} from './format.ts';

describe('numbers', () => {
  test('Vietnamese groups with a dot and parts with a comma', () => {
    expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
    expect(formatNumber(5600000, 'vi')).toBe('5.600.000');
  });

  test('a difference carries its sign', () => {
    expect([3, -1200, 0].map((value) => formatDifference(value, 'vi'))).toEqual(['+3', '−1.200', '0']);
  });

  test('a count that stopped at its limit says so in words', () => {
    expect(formatAtMost({ count: 10_001, limit: 10_000 }, 'vi')).toBe('hơn 10.000');
    expect(formatAtMost({ count: 10_000, limit: 10_000 }, 'vi')).toBe('10.000');
  });
});

describe('shares', () => {
  test('a percentage comes with its exact ratio', () => {
    expect(formatShare({ count: 8, base: 146 }, 'vi')).toEqual({ percent: '5,5%', ratio: '8 trong 146' });
    expect(formatShare({ count: 39, base: 39 }, 'en')).toEqual({ percent: '100%', ratio: '39 of 39' });
  });

  test('half goes up, even where binary fractions would let it fall', () => {
    expect(roundedPercent({ count: 1, base: 8, digits: 0 })).toBe(13);
    expect(roundedPercent({ count: 201, base: 20_000, digits: 2 })).toBe(1.01);
    expect(roundedPercent({ count: 10_05, base: 100_000, digits: 2 })).toBe(1.01);
  });

  test('percents are written alike, without a space', () => {
    expect([formatPercent(50, 'vi'), formatPercent(33.3, 'vi'), formatPercent(33.3, 'en')]).toEqual(['50%', '33,3%', '33.3%']);
  });

  test('no base, no percentage', () => {
    expect(formatShare({ count: 0, base: 0 }, 'vi').percent).toBe('–');
  });

  test('the rounded value is never further than half a digit from the exact one', () => {
    fc.assert(fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }), (count, base) => {
      const error = roundedPercent({ count, base, digits: 1 }) - (count * 100) / base;
      return error > -0.05 - 1e-9 && error <= 0.05 + 1e-6;
    }));
  });
});

describe('days', () => {
  test('a day is written day first', () => {
    expect(formatDay('2022-08-09', 'vi')).toBe('09/08/2022');
    expect(formatDay('2022-08-09', 'en')).toBe('9 Aug 2022');
  });

  test.each(['9/8/2022', '09/08/2022', '09-08-2022', '9.8.2022', '09082022', '2022-08-09', ' 9 8 2022 '])('%s is read as 9 August', (typed) => {
    expect(parseDay(typed)).toBe('2022-08-09');
  });

  test.each(['31/02/2022', '29/02/2023', '0/1/2022', '1/13/2022', '9/8/22', 'hôm qua', ''])('%s is no day', (typed) => {
    expect(parseDay(typed)).toBeUndefined();
  });

  test('29 February exists in leap years only', () => {
    expect(parseDay('29/02/2024')).toBe('2024-02-29');
    expect(parseDay('29/02/1900')).toBeUndefined();
  });

  test('what was written in Vietnamese is read back as the same day', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(fc.property(day.map((value) => value.toISOString().slice(0, 10)), (value) => parseDay(formatDay(value, 'vi')) === value));
  });

  test('a moment is shown on the clock of Hà Nội', () => {
    expect(formatMoment('2022-08-09T18:30:00Z', 'vi')).toBe('10/08/2022 01:30');
  });
});

describe('periods', () => {
  test.each([
    ['2022-08-01', '2022-08-31', 'tháng 8/2022'],
    ['2024-02-01', '2024-02-29', 'tháng 2/2024'],
    ['2022-07-01', '2022-09-30', 'quý III/2022'],
    ['2022-01-01', '2022-06-30', '6 tháng đầu năm 2022'],
    ['2022-01-01', '2022-12-31', 'năm 2022'],
    ['2022-02-01', '2022-04-30', '01/02/2022 – 30/04/2022'],
    ['2022-08-09', '2022-08-09', '09/08/2022'],
  ])('%s to %s is %s', (from, to, text) => {
    expect(formatPeriod({ from, to }, 'vi')).toBe(text);
  });

  test('an open period says so', () => {
    expect(formatPeriod({ from: '2022-08-09' }, 'vi')).toBe('từ 09/08/2022 đến nay');
  });
});
