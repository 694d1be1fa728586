// The petitions of case D: as many as said, over its topics, from all 109 committees; and the shortcomings that they are to show.

import { expect, it } from 'vitest';
import { petitions, value } from './reading.ts';

const with_ = (column: string) => petitions.filter((row) => value(row, column) !== '').length;

it('D: 400 petitions of all 109 committees over the topics of the case, in two years', () => {
  expect(petitions).toHaveLength(400);
  expect(new Set(petitions.map((row) => value(row, 'unit'))).size).toBe(109);
  expect(new Set(petitions.map((row) => value(row, 'topic'))).size).toBe(13);
  const days = petitions.map((row) => value(row, 'raised_on')).toSorted();
  expect([days[0]! >= '2021-10-25', days.at(-1)! <= '2023-10-13']).toEqual([true, true]);
});

it('D: some are never answered, some asked again, some sent around; nothing is confirmed that was only planned', () => {
  expect([400 - with_('answered_on'), with_('reopened_on') > 15, petitions.filter((row) => Number(value(row, 'moves')) >= 2).length > 8]).toEqual([13, true, true]);
  expect(petitions.filter((row) => value(row, 'outcome') === 'planned' && (value(row, 'planned_on') === '' || value(row, 'confirmed_on') !== ''))).toEqual([]);
});
