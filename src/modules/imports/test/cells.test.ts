import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import type { ColumnSpec } from '../format/format.ts';
import { readDay, readPartialDay } from '../read/cell.days.ts';
import { cleanText, looksLikeOldFont } from '../read/cell.text.ts';
import { readTime, timeOf } from '../read/cell.times.ts';
import { readNumber, readYesNo } from '../read/cell.values.ts';
import { columnIndex, columnLetters } from '../read/grid.ts';

const words = { vi: '', en: '' };
const whole: ColumnSpec = { name: 'n', type: 'int', title: words, meaning: words, example: '1' };
const decimal: ColumnSpec = { ...whole, type: 'decimal' };

describe('days', () => {
  test.each([
    ['9/8/2022', '2022-08-09'], ['09-08-2022', '2022-08-09'], ['2022-08-09', '2022-08-09'], ['9.8.2022', '2022-08-09'], ['9 / 8 / 2022', '2022-08-09'],
    ['2022/8/9', '2022-08-09'], ['2022-08-09 00:00:00', '2022-08-09'], ['9/8/2022 14:30', '2022-08-09'], ['ngày 9 tháng 8 năm 2022', '2022-08-09'], ['29/02/2024', '2024-02-29'],
  ])('%s is a day', (text, day) => {
    expect(readDay(text, false)).toEqual({ value: day });
  });

  test.each([
    ['31/02/2022', 'day.impossible'], ['29/02/2023', 'day.impossible'], ['0/1/2022', 'day.impossible'], ['32/1/2022', 'day.impossible'], ['13/13/2022', 'day.impossible'],
    ['9/8/22', 'day.short_year'], ['12/31/2022', 'day.month_first'], ['2022', 'day.incomplete'], ['08/2022', 'day.incomplete'], ['hôm qua', 'day.form'], ['9/8/20222', 'day.form'], ['1/1/1022', 'day.far'],
  ])('%s is refused: %s', (text, code) => {
    expect(readDay(text, false)).toMatchObject({ error: { code } });
  });

  test('serial numbers count from 1900, or from 1904 in old Mac workbooks', () => {
    expect(readDay(44782, false)).toEqual({ value: '2022-08-09' });
    expect(readDay(44782.75, false)).toEqual({ value: '2022-08-09' });
    expect(readDay(43320, true)).toEqual({ value: '2022-08-09' });
    expect(readDay(1, false)).toEqual({ value: '1900-01-01' });
    expect(readDay(59, false)).toEqual({ value: '1900-02-28' });
    expect(readDay(60, false)).toMatchObject({ error: { code: 'day.impossible' } });
    expect(readDay(61, false)).toEqual({ value: '1900-03-01' });
    expect(readDay(2022, false)).toMatchObject({ error: { code: 'day.incomplete' } });
    expect(readDay('44782', false)).toMatchObject({ value: '2022-08-09', warning: { code: 'day.serial_text' } });
  });

  test.each([['1975', '1975'], ['03/1975', '1975-03'], ['3-1975', '1975-03'], ['1975-03', '1975-03'], ['tháng 3 năm 1975', '1975-03'], ['9/3/1975', '1975-03-09'], [1975, '1975']])('%s is as much of a birthday as is known', (cell, value) => {
    expect(readPartialDay(cell, false)).toEqual({ value });
  });

  test('every day of the calendar is read back from each way of writing it', () => {
    const days = fc.date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true }).map((instant) => instant.toISOString().slice(0, 10));
    fc.assert(fc.property(days, fc.constantFrom('/', '-', '.'), (day, separator) => {
      const [year, month, date] = day.split('-').map(Number);
      expect(readDay([date, month, year].join(separator), false)).toEqual({ value: day });
      expect(readDay(day, false)).toEqual({ value: day });
    }));
  });
});

describe('times of the day', () => {
  test.each([['19:30', '19:30'], ['7:05', '07:05'], ['19h30', '19:30'], ['19 giờ 30 phút', '19:30'], ['19g', '19:00'], ['19:30:00', '19:30'], [0.8125, '19:30'], [0, '00:00'], [{ day: day('1899-12-30'), time: '19:30' }, '19:30']])('%s is a time', (cell, value) => {
    expect(readTime(cell)).toEqual({ value });
  });

  test.each([['24:00'], ['19:60'], ['tối'], ['19'], ['1930'], [1.5], [-0.1], [0.99999], [true], [{ day: day('2026-03-03') }]])('%s is refused', (cell) => {
    expect(readTime(cell)).toEqual({ error: { code: 'time.form' } });
  });

  test('a cell of the spreadsheet tells its time to the minute, and none at midnight', () => {
    expect(timeOf(new Date('1899-12-30T19:29:59.999Z'))).toBe('19:30');
    expect(timeOf(new Date('2026-03-03T00:00:00Z'))).toBeUndefined();
  });
});

describe('numbers', () => {
  test.each([['1.250', 1250], ['1 250', 1250], ['1250', 1250], ['1.234.567', 1234567], ['1,250', 1250], ['0', 0]])('%s is a whole number', (text, value) => {
    expect(readNumber(text, whole)).toEqual({ value });
  });

  test.each([['1.234,5', 1234.5], ['12,5', 12.5], ['12.5', 12.5], ['1,234.5', 1234.5], ['0,25', 0.25], ['1,234', 1.234]])('%s is a decimal', (text, value) => {
    expect(readNumber(text, decimal)).toEqual({ value });
  });

  test('a dot before three digits is thousands, with a warning where it might be a decimal', () => {
    expect(readNumber('1.234', decimal)).toMatchObject({ value: 1234, warning: { code: 'number.dot_read_as_thousands' } });
  });

  test.each(['nhiều', '1.2.3', '1,2,3', '12 người', '--1', '1e5', 'NaN'])('%s is no number', (text) => {
    expect(readNumber(text, decimal)).toMatchObject({ error: { code: 'number.form' } });
  });

  test('a number written the Vietnamese way is read back', () => {
    fc.assert(fc.property(fc.nat(1e9), (number) => {
      expect(readNumber(number.toLocaleString('vi-VN'), whole)).toMatchObject({ value: number });
    }));
  });
});

describe('yes and no', () => {
  test.each([['có', true], ['X', true], ['x', true], ['TRUE', true], [1, true], ['1', true], [true, true], ['✓', true], ['không', false], ['Không', false], [0, false], ['false', false]])('%s means %s', (cell, value) => {
    expect(readYesNo(cell)).toEqual({ value });
  });

  test('anything else is asked back', () => {
    expect(readYesNo('có thể')).toMatchObject({ error: { code: 'bool.form' } });
    expect(readYesNo(2)).toMatchObject({ error: { code: 'bool.form' } });
  });
});

describe('text', () => {
  test('is composed, without invisible letters and spare spaces', () => {
    expect(cleanText(' \uFEFFĐồng\u00a0\u200b Thịnh \u0000'.normalize('NFD'))).toBe('Đồng Thịnh');
  });

  test('keeps the place of the tone mark as given', () => {
    expect(cleanText('Hòa, Hoà')).toBe('Hòa, Hoà');
  });

  test.each(['§¶ng bé', 'Ñaûng boä', 'NguyÔn V¨n A'])('%s looks like an old font', (text) => {
    expect(looksLikeOldFont(text)).toBe(true);
  });

  test('Vietnamese in Unicode never does', () => {
    const alphabet = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđbcghklmnpqrstvxABCĐÔƠƯ'.split('');
    expect(['Nguyễn Thị Thùy', 'Hồ Chí Minh', 'Đắk Lắk', 'ở huyện 12 «Sông Lô»', 'khoản 2 § 5'].some(looksLikeOldFont)).toBe(false);
    expect(alphabet.some(looksLikeOldFont)).toBe(false);
  });
});

test('letters of columns and their places are one another’s inverse', () => {
  expect(['A', 'Z', 'AA', 'AZ', 'XFD'].map(columnIndex)).toEqual([0, 25, 26, 51, 16383]);
  fc.assert(fc.property(fc.nat(16383), (place) => {
    expect(columnIndex(columnLetters(place))).toBe(place);
  }));
});
