// Ratings of the cases, read plainly from the rows.

import { expect, it } from 'vitest';
import { holds, ratings, units, value } from './reading.ts';

const of = (unit: string) => ratings.filter((row) => row['unit'] === unit);

it('A5: the committee of Sịa completed its tasks of 2022 excellently, decided before the working session', () => {
  const rated = of('quang-dien.sia.party').find((row) => row['year'] === '2022')!;
  expect(rated['level']).toBe('excellent');
  expect(value(rated, 'decided_on') < '2023-02-22').toBe(true);
});

it('B: Thới Long kept its title of exemplary clean and strong organisation', () => {
  expect(of('o-mon.thoi-long.party').filter((row) => row['level'] === 'exemplary').map((row) => row['year'])).toEqual(['2012', '2013']);
});

it('each unit is rated once a year, at the end of which it stood', () => {
  const keys = ratings.map((row) => `${row['unit']} ${row['year']}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(ratings.filter((row) => !units.some((unit) => unit['ref'] === row['unit'] && holds(unit, `${row['year']}-12-31`)))).toEqual([]);
});
