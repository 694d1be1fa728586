import { expect, test } from 'vitest';
import { csvText } from '../platform/csv.ts';
import { chartRows, isEmpty, needsKey, tsvText } from './chart.ts';
import { trendPath } from './trend.ts';

const rows = chartRows({
  kind: 'bar', categoryTitle: 'Xã', categories: ['Tân Phước', '=HYPERLINK("x")'], series: [{ name: 'Trưởng ấp, khóm', values: [12, null] }],
});

test('the table behind a chart has its head and one row per category', () => {
  expect(rows).toEqual([['Xã', 'Trưởng ấp, khóm'], ['Tân Phước', 12], ['=HYPERLINK("x")', null]]);
});

test('CSV opens in a spreadsheet with its letters, quotes commas, and runs no formula', () => {
  expect(csvText(rows, 'en')).toBe('\ufeffXã,"Trưởng ấp, khóm"\r\nTân Phước,12\r\n"\'=HYPERLINK(""x"")",\r\n');
});

test('CSV in Vietnamese parts cells by semicolons and decimals by a comma, as Excel set to Vietnamese reads it', () => {
  expect(csvText([['Xã; phường', 'Tỷ lệ, %'], ['Tân Phước', 33.3], ['Gáo', -0.5]], 'vi')).toBe('\ufeff"Xã; phường";Tỷ lệ, %\r\nTân Phước;33,3\r\nGáo;-0,5\r\n');
});

test('a chart of which only axes would be drawn is empty: no value known, or bars of zero; a line of zeros is not', () => {
  const chart = (kind: 'bar' | 'line', ...values: (number | null)[]) => ({ kind, categoryTitle: 'Tháng', categories: values.map(String), series: [{ name: 'Số', values }] });
  expect([isEmpty(chart('line', null, null)), isEmpty(chart('bar', 0, null)), isEmpty(chart('bar', 0, 2)), isEmpty(chart('line', 0, 0))]).toEqual([true, true, false, false]);
});

test('a copy is one line per row, cells parted by tabs', () => {
  expect(tsvText([['a\tb', 1], [null, 'c']])).toBe('a b\t1\n\tc');
});

test('lines that end apart are named where they end, others in a key', () => {
  const lines = (...ends: number[]) => ({ kind: 'line' as const, categoryTitle: 'Năm', categories: ['2021', '2022'], series: ends.map((end) => ({ name: `đến ${end}`, values: [10, end] })) });
  expect([needsKey(lines(4)), needsKey(lines(4, 8)), needsKey(lines(6, 6)), needsKey({ ...lines(4, 8), kind: 'bar' })]).toEqual([false, false, true, true]);
});

test('a trend line runs from foot to top, and begins anew after a gap', () => {
  const { line, end } = trendPath([0, null, 5, 10], { width: 66, height: 26 });
  expect(line).toBe('M3 23M43 13L63 3');
  expect(end).toEqual({ x: 63, y: 3 });
});

test('a value that never changes runs through the middle', () => {
  expect(trendPath([7, 7], { width: 66, height: 26 }).line).toBe('M3 13L63 13');
});
