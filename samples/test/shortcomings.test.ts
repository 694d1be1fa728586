// The shortcomings of case B: each with its measure and its end, the numbers as printed, B1 by what the study sessions give.

import { expect, it } from 'vitest';
import { shortcomingProofs, shortcomings, value } from './reading.ts';

it('B: five shortcomings of Thới Long, each put right and confirmed, one of them raised by the superior', () => {
  expect(shortcomings.map((row) => value(row, 'ref'))).toEqual(['B1', 'B2', 'B3', 'B4', 'B5']);
  expect(shortcomings.filter((row) => value(row, 'measure') === '' || value(row, 'confirmed_on') === '')).toEqual([]);
  expect(shortcomings.filter((row) => value(row, 'raised_by') !== '').map((row) => [value(row, 'ref'), value(row, 'found_in')])).toEqual([['B4', 'suggestion']]);
});

it('B: numbers stand as printed, and B1 is asked of a figure', () => {
  const after = (ref: string) => shortcomingProofs.filter((row) => row['shortcoming'] === ref).map((row) => value(row, 'after'));
  expect([after('B2'), after('B5')]).toEqual([['7', '7', '4', '7'], ['2.27', '0.39']]);
  expect(shortcomingProofs.filter((row) => row['shortcoming'] === 'B1').map((row) => [value(row, 'figure'), value(row, 'target'), value(row, 'after')])).toEqual([['study.attendance', '97', '']]);
});
