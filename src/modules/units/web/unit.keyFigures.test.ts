import { expect, test } from 'vitest';
import { findFigure } from '../../../figures/declared.ts';
import { unitKinds } from '../unit.kinds.ts';
import { keyFigures } from './unit.keyFigures.ts';

test.each(unitKinds.flatMap(({ code, hierarchy }) => ['residential', null].map((type) => ({ kind: code, hierarchy, type }))))(
  'a unit of kind $kind (type $type) shows five figures, each of them declared',
  (unit) => {
    const figures = keyFigures(unit);
    expect(new Set(figures).size).toBe(5);
    expect(figures.filter((id) => findFigure(id) === undefined)).toEqual([]);
  },
);
