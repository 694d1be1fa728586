/** Which months are proposed for thematic meetings. */
import { expect, test } from 'vitest';
import { monthsFrom, proposeThematic } from '../thematic.months.ts';

test('a year has four, one a quarter in its middle month, each with a topic of its own', () => {
  const year = proposeThematic({ months: monthsFrom('2027-01', 12), taken: [] });
  expect(year.map(({ month }) => month)).toEqual(['2027-02', '2027-05', '2027-08', '2027-11']);
  expect(new Set(year.map(({ topic }) => topic)).size).toBe(4);
});

test('a quarter that has one already is left alone', () => {
  expect(proposeThematic({ months: monthsFrom('2027-01', 12), taken: ['2027-01', '2027-09'] }).map(({ month }) => month)).toEqual(['2027-05', '2027-11']);
});

test('of a quarter that is only touched the month is one of those asked for', () => {
  expect(proposeThematic({ months: monthsFrom('2026-12', 2), taken: [] }).map(({ month }) => month)).toEqual(['2026-12', '2027-01']);
});

test('months go on over the end of the year', () => {
  expect(monthsFrom('2026-11', 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
});
