import { expect, test } from 'vitest';
import { petitionFigures } from '../petition.figures.ts';
import { measuresOf, statisticsRows, ways } from './statistics.ts';

const part = (code: string, count: number, base: number | null = null) => ({ code, label: { vi: code, en: code }, unit: null, count, base, share: null });
const answer = (items: ReturnType<typeof part>[], count: number, base: number | null = null) => ({ items, total: { count, base, share: null } });

test('stands for figures that are declared, with parts that they have', () => {
  for (const measure of ways.flatMap((way) => measuresOf[way])) {
    const figure = petitionFigures.find(({ id }) => id === measure.figure)!;
    expect(figure.kind === 'flow', measure.id).toBe(measure.isFlow);
    expect(measure.isBase ? figure.base : {}, measure.id).toBeDefined();
    const codes = figure.dimensions.flatMap(({ id, buckets }) => buckets.map(({ code }) => `${id}:${code}`));
    expect(codes, measure.id).toEqual(expect.arrayContaining([...measure.filter]));
  }
});

test('the whole comes first, parts without any are left out, and what lies in no known part comes last', () => {
  const answers = [answer([part('unknown', 1), part('roads', 3), part('land', 0)], 4), answer([part('land', 0, 0), part('health', 0, 2)], 0, 2)];
  const [first, second] = measuresOf.body;
  expect(statisticsRows(answers, [{ ...first, isBase: false }, { ...second, isBase: true }]).map(({ code, counts }) => [code, ...counts])).toEqual([['', 4, 2], ['roads', 3, 0], ['health', 0, 2], ['unknown', 1, 0]]);
  expect(statisticsRows([answer([part('land', 0)], 0)], [first])).toEqual([]);
});
