/**
 * The days on which generated history turns. Records of members begin with the books; units and posts stood before.
 * Everything ends with the day until which rows are made.
 */
import { dayNumber, type DayNumber } from './day.numbers.ts';

/** Units stand since then, unless something founded them later. */
export const unitsBegan = dayNumber('2015-01-01');
/** An earlier round of mergers of communes. */
export const earlierMerger = dayNumber('2020-01-01');
/** First day of the records of members. */
export const booksBegan = dayNumber('2022-01-01');
/** Two-level government: communes merged, districts gone. */
export const reorganisationDay = dayNumber('2025-07-01');

export interface Elections {
  /** Cells, heads of villages: every two and a half years. */
  readonly ofCells: readonly DayNumber[];
  /** Committees of communes, districts, provinces: every five years. */
  readonly ofCommittees: readonly DayNumber[];
}

export const elections: Elections = {
  ofCells: ['2017-08-01', '2020-02-15', '2022-09-01', '2024-12-15'].map(dayNumber),
  ofCommittees: ['2015-06-15', '2020-07-01'].map(dayNumber),
};
