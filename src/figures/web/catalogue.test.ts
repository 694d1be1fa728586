import { expect, test } from 'vitest';
import { figures } from '../declared.ts';
import { mostTiles } from '../figures.contract.ts';
import { grouped } from './catalogue.ts';

test('every heading holds no more figures than may be asked for at once, and each figure stands under one', () => {
  const groups = grouped(figures);
  for (const group of groups) expect(group.figures.length, group.id).toBeLessThanOrEqual(mostTiles);
  expect(groups.flatMap((group) => group.figures.map(({ id }) => id)).toSorted()).toEqual(figures.map(({ id }) => id).toSorted());
});
