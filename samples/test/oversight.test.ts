// Who follows which committee: case D's numbers come out of the rows, and what runs today has its gaps.

import { expect, it } from 'vitest';
import { followed, holds, postByRef, regulations, tenures, value } from './reading.ts';

const province = followed.filter((row) => row['regulation'] === 'Quy chế 10-QC/TU');
const city = followed.filter((row) => row['unit'] === 'can-tho.party');
const who = (rows: typeof followed) => new Set(rows.map((row) => value(row, 'person')));
const where = (rows: typeof followed) => new Set(rows.map((row) => value(row, 'followed')));

it('D1 and D2: 95 cadres were assigned to 109 committees until the interim review', () => {
  const assigned = province.filter((row) => value(row, 'from') <= '2022-05-09');
  expect([who(assigned).size, where(assigned).size]).toEqual([95, 109]);
});

it('D3: 85 followed one on that day, and some committees had nobody for a while', () => {
  const running = province.filter((row) => holds(row, '2022-05-09'));
  expect(who(running).size).toBe(85);
  expect(where(running).size).toBe(96);
  expect(where(province.filter((row) => holds(row, '2022-12-31'))).size).toBe(105);
});

it('each stops with the day of its cadre or with the regulation, and nobody follows one committee twice at once', () => {
  expect(province.filter((row) => value(row, 'end_reason') === '')).toEqual([]);
  for (const own of Map.groupBy(province, (row) => `${value(row, 'followed')} ${value(row, 'person')}`).values()) expect(own).toHaveLength(1);
});

it('today one cadre follows three communes, one more than the regulation lets, one left the post, and three communes have nobody', () => {
  const loads = [...Map.groupBy(city, (row) => value(row, 'person')).values()].map((own) => own.length);
  expect(loads.filter((load) => load > 3)).toEqual([4]);
  expect(loads.filter((load) => load === 3).length).toBeGreaterThan(0);
  expect(where(city).size).toBe(41);
  const gone = [...who(city)].filter((person) => !tenures.some((tenure) => tenure['person'] === person && postByRef.get(value(tenure, 'post'))?.['unit'] === 'can-tho.party' && holds(tenure, '2026-06-01')));
  expect(gone).toHaveLength(1);
});

it('B and C: officers of a ward are in charge of ten areas, of nine communes of thirty-nine cells', () => {
  expect(where(followed.filter((row) => row['unit'] === 'o-mon.thoi-long.party' && holds(row, '2014-06-30'))).size).toBe(10);
  expect(where(followed.filter((row) => value(row, 'unit').startsWith('tan-hong.') && holds(row, '2019-05-15'))).size).toBeGreaterThan(35);
  expect(regulations.filter((row) => value(row, 'unit').startsWith('tan-hong.'))).toHaveLength(18);
});
