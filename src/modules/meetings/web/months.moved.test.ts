import { expect, test } from 'vitest';
import { day, type Day } from '../../../platform/day.ts';
import { movedOf } from './months.moved.ts';

const calendar = { off: new Set(['2027-02-05', '2027-04-30', '2027-05-03'].map(day)), worked: new Set<Day>() };
const asked = { from: '2027-01', months: 12, dayOfMonth: 30, regular: [], thematic: [], calendar, today: '2026-11-22' };

test('before they are planned it is shown which meetings a holiday moves, thematic ones among them', () => {
  const thematic = [{ on: day('2027-02-08'), movedFrom: day('2027-02-05') }, { on: day('2027-05-18'), movedFrom: null }];
  expect(movedOf({ ...asked, thematic })).toEqual([thematic[0], { on: '2027-04-29', movedFrom: '2027-04-30' }]);
});

test('a month that has its meeting, days gone by and fields left empty move nothing', () => {
  expect(movedOf({ ...asked, regular: [day('2027-04-12')] })).toEqual([]);
  expect(movedOf({ ...asked, today: '2027-06-01' })).toEqual([]);
  expect(movedOf({ ...asked, months: '', dayOfMonth: '' })).toEqual([]);
});
