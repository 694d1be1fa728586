import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { clockAt, halfHour, lastOfMonth, monthAfter, monthsAsked, monthsToPlan, monthsToYearEnd, nextDayOfMonth, nextFreeDay, readClock, regularInMonth, usualDayOf } from './meeting.days.ts';

test('the next day of the month is in this month until it has passed, and the last of a month that lacks it', () => {
  expect(nextDayOfMonth(3, day('2026-11-03'))).toBe('2026-11-03');
  expect(nextDayOfMonth(3, day('2026-12-04'))).toBe('2027-01-03');
  expect(nextDayOfMonth(31, day('2027-02-01'))).toBe('2027-02-28');
  expect(nextDayOfMonth(30, day('2028-02-29'))).toBe('2028-02-29');
});

test('a month ends on its last day, and the year is full with December', () => {
  expect(lastOfMonth(day('2028-02-10'))).toBe('2028-02-29');
  expect([monthAfter(day('2026-12-31')), monthAfter(day('2026-01-31'))]).toEqual(['2027-01', '2026-02']);
  expect([monthsToYearEnd('2027-01'), monthsToYearEnd('2026-12')]).toEqual([12, 1]);
});

test('a unit meets on the day on which it mostly met, of equals the latest; without any on the third', () => {
  expect(usualDayOf(['2026-12-05', '2026-11-20', '2026-10-05'].map(day))).toBe(5);
  expect(usualDayOf(['2026-12-04', '2026-11-05'].map(day))).toBe(4);
  expect(usualDayOf([])).toBe(3);
});

test('a month that has its regular meeting is not proposed again', () => {
  const regular = ['2027-01-05', '2026-12-05'].map(day);
  expect(nextFreeDay(5, { from: day('2026-11-21'), regular })).toBe('2027-02-05');
  expect(nextFreeDay(5, { from: day('2026-11-02'), regular })).toBe('2026-11-05');
  const wholeYear = Array.from({ length: 12 }, (_, at) => day(`2027-${String(at + 1).padStart(2, '0')}-05`));
  expect(nextFreeDay(5, { from: day('2026-12-21'), regular: wholeYear })).toBe('2027-01-05');
  expect([regularInMonth(regular, '2026-12'), regularInMonth(regular, '2027-02')]).toEqual(['2026-12-05', undefined]);
});

test('months are planned from the first without a meeting to December, also where fewer are offered to begin with', () => {
  const offered = ['2026-11', '2026-12', '2027-01', '2027-02'];
  expect(monthsToPlan(offered, [])).toEqual({ from: '2026-11', months: 2 });
  expect(monthsToPlan(offered, ['2026-12-05', '2026-11-05'].map(day))).toEqual({ from: '2027-01', months: 12 });
  expect(monthsToPlan(offered.slice(0, 2), ['2026-12-05', '2026-11-05'].map(day))).toEqual({ from: '2026-11', months: 2 });
});

test('what was sent and refused is sent again as it was, whatever has come meanwhile', () => {
  const offered = ['2026-12', '2027-01', '2027-02'];
  const asked = monthsAsked({ offered, regular: [], chosen: { dayOfMonth: 7 } });
  expect(asked).toEqual({ from: '2026-12', months: 1, dayOfMonth: 7 });
  expect(monthsAsked({ offered, regular: ['2027-01-15', '2026-12-15'].map(day), chosen: asked })).toEqual(asked);
  expect(monthsAsked({ offered, regular: ['2026-12-15'].map(day), chosen: {} })).toEqual({ from: '2027-01', months: 12, dayOfMonth: 15 });
});

test('a time is read as people type it, and what is none is not guessed', () => {
  expect(['19:30', '19h30', '19 giờ 30', '1930', '7h', '19', '7.05', '730'].map(readClock)).toEqual(['19:30', '19:30', '19:30', '19:30', '07:00', '19:00', '07:05', '07:30']);
  expect(['', '24:00', '19:60', 'tối', '19:30:00'].map(readClock)).toEqual(Array.from({ length: 5 }, () => undefined));
});

test('the clock is that of Vietnam, and a meeting that began late was meant for the half hour', () => {
  expect(clockAt(new Date('2026-11-21T15:52:00Z'))).toBe('22:52');
  expect(['19:42', '19:29', '00:00'].map(halfHour)).toEqual(['19:30', '19:00', '00:00']);
});
