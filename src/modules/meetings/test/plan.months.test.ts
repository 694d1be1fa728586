/** On which days the meetings of months ahead are planned. */
import { expect, test } from 'vitest';
import { day, type Day } from '../../../platform/day.ts';
import { daysOfMonths } from '../plan.months.ts';

// As announced for 2027: Lunar New Year from 5 February, Hùng Kings' day on 16 April, 30 April and 1 May, National Day.
const off = ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-04-16', '2027-04-30', '2027-05-03', '2027-09-02', '2027-09-03'];
const calendar = { off: new Set(off.map(day)), worked: new Set<Day>() };
const planned = (dayOfMonth: number) => daysOfMonths({ from: '2027-01', months: 12, dayOfMonth }, calendar);
const moved = (dayOfMonth: number) => planned(dayOfMonth).filter(({ movedFrom }) => movedFrom !== null).map(({ on, movedFrom }) => `${movedFrom} ${on}`);

test('a year is planned from January to December, short months at their last day', () => {
  expect(planned(31).map(({ on }) => on)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-29', '2027-05-31', '2027-06-30', '2027-07-31', '2027-08-31', '2027-09-30', '2027-10-31', '2027-11-30', '2027-12-31']);
});

test('a holiday, the eve of Lunar New Year among them, is left for the next working day', () => {
  expect(moved(5)).toEqual(['2027-02-05 2027-02-12']);
  expect(moved(2)).toEqual(['2027-05-02 2027-05-04', '2027-09-02 2027-09-06']);
  expect(moved(16)).toEqual(['2027-04-16 2027-04-19']);
});

test('what would leave its month is moved to the working day before', () => {
  expect(moved(30)).toEqual(['2027-04-30 2027-04-29']);
});

test('an ordinary Sunday stays, and so does all of a year of which no day off is told', () => {
  expect(planned(3)[0]).toEqual({ on: '2027-01-03', movedFrom: null });
  expect(daysOfMonths({ from: '2027-02', months: 1, dayOfMonth: 5 }, { off: new Set(), worked: new Set() })).toEqual([{ on: '2027-02-05', movedFrom: null }]);
});
