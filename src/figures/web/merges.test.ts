import { expect, test } from 'vitest';
import { day } from '../../platform/day.ts';
import { newId } from '../../platform/ids.ts';
import { mergesIn } from './merges.ts';

const kin = (name: string, on: string) => ({ unit: { id: newId<'unit'>(1), name, shortName: null, kind: 'province' as const, type: null, code: null, readable: true }, on: day(on), share: 'whole' as const, decision: null });
const points = ['2025-05-31', '2025-06-30', '2025-07-31', '2025-08-31'].map((to) => ({ to }));
const life = { from: day('1996-11-26'), to: null };

test('a merger stands at the first point that counts what was taken in', () => {
  const merges = mergesIn(points, { life, predecessors: [kin('Hòa Bình', '2025-07-01'), kin('Vĩnh Phúc', '2025-07-01')] });
  expect(merges.map(({ on, at, units }) => [on, at, units.map(({ name }) => name)])).toEqual([['2025-07-01', 2, ['Hòa Bình', 'Vĩnh Phúc']]]);
});

test('a merger before the series, after it, or by which the unit began makes no leap in it', () => {
  const predecessors = [kin('Hà Tây', '2008-08-01'), kin('Sau này', '2026-01-01')];
  expect(mergesIn(points, { life, predecessors })).toEqual([]);
  expect(mergesIn(points, { life: { from: day('2025-07-01'), to: null }, predecessors: [kin('Hòa Bình', '2025-07-01')] })).toEqual([]);
});
