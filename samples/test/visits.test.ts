// Visits and reports of case D's cadres: within the time in which each followed the place, and as uneven as the case says.

import { expect, it } from 'vitest';
import { followed, holds, reports, value, visits } from './reading.ts';

const province = followed.filter((row) => row['regulation'] === 'Quy chế 10-QC/TU');
const places = new Map(Map.groupBy(followed, (row) => `${value(row, 'person')} ${value(row, 'followed')}`));

it('each visit is to a place that its cadre follows on the day, and promises nothing for a day before it', () => {
  expect(visits.length).toBeGreaterThan(700);
  expect(visits.filter((row) => !places.get(`${value(row, 'person')} ${value(row, 'unit')}`)?.some((one) => holds(one, value(row, 'on'))))).toEqual([]);
  expect(visits.filter((row) => value(row, 'promise_due') !== '' && value(row, 'promise_due') <= value(row, 'on'))).toEqual([]);
  expect(visits.filter((row) => value(row, 'promise_kept_on') !== '' && value(row, 'promise_kept_on') < value(row, 'on'))).toEqual([]);
});

it('case D: of the cadres some were not at their places for half a year and more, some attended no meeting in two years', () => {
  const inCase = visits.filter((row) => value(row, 'on') <= '2023-10-31');
  const cadres = [...new Set(province.map((row) => value(row, 'person')))];
  const days = (person: string) => inCase.filter((row) => value(row, 'person') === person);
  expect(cadres.filter((person) => days(person).filter((row) => value(row, 'on').startsWith('2022')).length <= 1).length).toBeGreaterThan(5);
  const without = cadres.filter((person) => days(person).length > 3 && days(person).every((row) => !value(row, 'kind').endsWith('Meeting') || value(row, 'kind') === 'residentsMeeting'));
  expect(without.length).toBeGreaterThan(5);
});

it('reports are of whole periods, most in time, some late, some never handed in', () => {
  const late = reports.filter((row) => value(row, 'handed_on') > addTen(value(row, 'to')));
  expect(reports.length).toBeGreaterThan(350);
  expect(late.length / reports.length).toBeGreaterThan(0.1);
  expect(late.length / reports.length).toBeLessThan(0.4);
  expect(reports.filter((row) => value(row, 'from').slice(8) !== '01')).toEqual([]);
});

function addTen(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 10 }).toString();
}
