// Documents of the cases, counted plainly: what carries out what, and who has regulations in force.

import { expect, it } from 'vitest';
import { passedDown as cascades } from '../generate/cascades.ts';
import { carryingOut, documents, hasRegulations, holds, under, units, value } from './reading.ts';

const SESSION = '2023-02-22';
const MAY_2019 = '2019-05-15';

it('A3: the committee of Sịa had issued 13 thematic resolutions that carry out those of province and district, Resolution 04 among them', () => {
  const until = (to: string) => carryingOut('quang-dien.sia.party', { type: 'NQ', from: '2020-06-16', to });
  expect(until(SESSION)).toHaveLength(13);
  expect(until('2023-12-31')).toHaveLength(14);
  expect(until(SESSION).filter((row) => value(row, 'carries_out').includes('04-NQ/TU')).length).toBeGreaterThan(3);
  expect(new Set(until(SESSION).flatMap((row) => value(row, 'carries_out_unit').split('; ')))).toEqual(new Set(['hue.party', 'quang-dien.party']));
});

it('C: Tân Hồng has working and co-ordination regulations in every commune since the province’s resolution, working ones in most cells', () => {
  const parties = under('tan-hong.party', { day: MAY_2019, parent: 'party_parent', kind: 'commune_party' }).map((unit) => value(unit, 'ref'));
  const cells = under('tan-hong.party', { day: MAY_2019, parent: 'party_parent', kind: 'cell' }).map((cell) => value(cell, 'ref'));
  const count = (units: string[], regulates: 'working' | 'coordination', day: string) => units.filter((unit) => hasRegulations(unit, { regulates, day })).length;
  expect([count(parties, 'working', '2017-02-20'), count(parties, 'working', MAY_2019), count(parties, 'coordination', MAY_2019)]).toEqual([0, 9, 9]);
  expect([count(cells, 'working', '2018-12-31'), count(cells, 'working', MAY_2019)]).toEqual([34, 33]);
});

it('documents are numbered once for each type and term, and linked to those that the sample holds', () => {
  const keys = documents.map((row) => [row['unit'], row['term'], row['symbol']].join());
  expect(new Set(keys).size).toBe(keys.length);
  const held = new Set(documents.map((row) => [row['unit'], row['symbol']].join()));
  const linked = documents.flatMap((row) => value(row, 'carries_out').split('; ').map((symbol, index) => [value(row, 'carries_out_unit').split('; ')[index], symbol].join()));
  expect(linked.filter((one) => one !== ',' && !held.has(one))).toEqual([]);
  const running = new Set(units.map((unit) => unit['ref']));
  expect(documents.filter((row) => !running.has(row['unit']) || !units.some((unit) => unit['ref'] === row['unit'] && holds(unit, value(row, 'issued_on'))))).toEqual([]);
});

it('C5: the province’s Resolution 03 had run in Tân Hồng for over two years on the day of the report, with its interim review held', () => {
  const [resolution] = documents.filter((row) => row['unit'] === 'dong-thap.party' && row['symbol'] === '03-NQ/TU');
  const cascade = cascades.find(({ unit, symbol }) => unit === 'dong-thap.party' && symbol === '03-NQ/TU');
  const district = cascade?.asked.find(({ unit }) => unit === 'tan-hong.party');
  expect(value(resolution!, 'issued_on') < '2017-05-15' && (value(resolution!, 'valid_to') || MAY_2019) >= MAY_2019).toBe(true);
  expect((district?.steps['interim']?.on ?? '9999') <= MAY_2019).toBe(true);
});

it('what was passed down stands in a register, and each answer names documents of the unit’s own that stood by then', () => {
  const of = (unit: string) => documents.filter((row) => row['unit'] === unit);
  expect(cascades.filter(({ unit, symbol }) => !of(unit).some((row) => row['symbol'] === symbol))).toEqual([]);
  const stray = cascades.flatMap(({ asked }) => asked.flatMap(({ unit, answers }) => answers.flatMap(({ on, by = [] }) => by.filter((symbol) => !of(unit).some((row) => row['symbol'] === symbol && value(row, 'issued_on') <= on)).map((symbol) => `${unit} ${symbol}`))));
  expect(stray).toEqual([]);
});
