import { expect, test } from 'vitest';
import { formatNumber, formatShare } from '../../platform/format.ts';
import { leadOf } from './lead.ts';
import { trendOf } from './tile.ts';

const writing = { number: (value: number) => formatNumber(value, 'vi'), share: (value: { count: number; base: number }) => formatShare(value, 'vi') };
const attendance = { isShare: true, isWeighted: true };

test('of a share of attendances the share leads, with the exact ratio in words beside it', () => {
  expect(leadOf({ figure: attendance, value: { count: 1137, base: 1234 }, words: 'trong 1.234 lượt người phải dự', writing })).toEqual({ big: '92,1%', words: '1.137 trong 1.234 lượt người phải dự', percent: undefined });
  expect(leadOf({ figure: attendance, value: { count: 0, base: 0 }, words: 'trong 0 lượt', writing }).big).toBe('–');
});

test('of cells, posts and people the number leads, with the share beside it', () => {
  expect(leadOf({ figure: { isShare: true, isWeighted: false }, value: { count: 8, base: 146 }, words: 'trong 146 chi bộ', writing })).toEqual({ big: '8', words: 'trong 146 chi bộ', percent: '5,5%' });
  expect(leadOf({ figure: { isShare: true, isWeighted: false }, value: { count: 0, base: 0 }, words: 'trong 0 chi bộ', writing }).percent).toBeUndefined();
  expect(leadOf({ figure: { isShare: false, isWeighted: true }, value: { count: 8, base: null }, words: 'lượt vắng', writing })).toEqual({ big: '8', words: 'lượt vắng', percent: undefined });
});

test('a month of which nothing is recorded is a gap in the course of a share, not a nought', () => {
  const point = { from: '2026-01-01', to: '2026-01-31' };
  const series = [{ ...point, count: 0, base: 0, share: null }, { ...point, count: 0, base: 12, share: 0 }, { ...point, count: 11, base: 12, share: 91.7 }] as never;
  expect(trendOf({ figure: attendance as never, series })).toEqual([null, 0, 91.7]);
});
