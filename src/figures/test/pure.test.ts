import type { Id } from '../../platform/ids.ts';
import { childParts } from '../server/breakdown.reads.ts';
import { mostListed, requireListable } from '../server/records.reads.ts';
import { describe, expect, test } from 'vitest';
import { day } from '../../platform/day.ts';
import { figures, findFigure } from '../declared.ts';
import { bucketsOf } from '../figure.ts';
import { pointsBetween, pointsUpTo } from '../points.ts';
import { resolve, type Kin, type KinUnit, type UnitId } from '../resolution.ts';
import { noteText, valueOf, wordsOf } from '../words.ts';

describe('a share', () => {
  const share = findFigure('heads.notMembers')!;

  test.each([
    [8, 146, 5.5],
    [1, 2, 50],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 800, 0.1],
    [1, 16, 6.3],
    [9, 160, 5.6],
    [999, 2000, 50],
    [1, 400, 0.3],
    [0, 7, 0],
    [13, 13, 100],
  ])('%i of %i is %d percent, half a tenth going up', (count, base, expected) => {
    expect(valueOf(share, { count, base })).toEqual({ count, base, share: expected });
  });

  test('of nothing is none', () => {
    expect(valueOf(share, { count: 0, base: 0 }).share).toBeNull();
  });

  test('says its base in words, a number what it counts, a flow its period', () => {
    const on = day('2022-08-09');
    expect(wordsOf(share, { from: on, to: on }, { count: 8, base: 1146 }).vi).toBe('trong 1.146 trưởng thôn, tổ trưởng tổ dân phố đang giữ chức ngày 09/08/2022');
    const november = { from: day('2026-11-01'), to: day('2026-11-30') };
    expect(wordsOf(findFigure('meetings.attendance')!, november, { count: 4598, base: 4986 }).vi).toBe('trong 4.986 lượt người phải dự các buổi đã tổ chức tháng 11/2026');
    expect(wordsOf(findFigure('members')!, { from: on, to: on }, { count: 8, base: 8 }).vi).toBe('đảng viên tính đến ngày 09/08/2022');
    expect(wordsOf(findFigure('members.admissions')!, { from: day('2022-01-01'), to: day('2022-12-31') }, { count: 8, base: 8 }).vi).toBe('đảng viên mới kết nạp năm 2022');
  });
});

describe('points', () => {
  test('are the ends of months, quarters and years, the last being the day itself', () => {
    expect(pointsBetween({ from: day('2024-01-15'), to: day('2024-03-10'), step: 'month' })).toEqual([
      { from: '2024-01-15', to: '2024-01-31' }, { from: '2024-02-01', to: '2024-02-29' }, { from: '2024-03-01', to: '2024-03-10' },
    ]);
    expect(pointsBetween({ from: day('2023-12-31'), to: day('2024-06-30'), step: 'quarter' }).map(({ to }) => to)).toEqual(['2023-12-31', '2024-03-31', '2024-06-30']);
    expect(pointsBetween({ from: day('2022-05-05'), to: day('2024-01-01'), step: 'year' }).map(({ to }) => to)).toEqual(['2022-12-31', '2023-12-31', '2024-01-01']);
  });

  test('up to a day are as many as asked', () => {
    expect(pointsUpTo({ to: day('2024-02-10'), step: 'month', count: 4 }).map(({ to }) => to)).toEqual(['2023-11-30', '2023-12-31', '2024-01-31', '2024-02-10']);
    expect(pointsUpTo({ to: day('2024-02-10'), step: 'quarter', count: 2 })[0]).toEqual({ from: '2023-10-01', to: '2023-12-31' });
    expect(pointsUpTo({ to: day('2024-02-10'), step: 'year', count: 1 })).toEqual([{ from: '2024-01-01', to: '2024-02-10' }]);
  });
});

describe('what stands for a unit', () => {
  test('is the unit itself while it stands, its heirs over several steps afterwards', () => {
    const kin = kinOf({ a: ['2000-01-01', '2009-12-31'], b: ['2010-01-01', '2019-12-31'], c: ['2020-01-01', null], d: ['2020-01-01', null] }, [['a', 'b', 'whole'], ['b', 'c', 'part'], ['b', 'd', 'part']]);
    expect(rootsOn(kin, '2005-01-01')).toEqual(['a']);
    expect(rootsOn(kin, '2015-01-01')).toEqual(['b']);
    expect(rootsOn(kin, '2021-01-01')).toEqual(['c', 'd']);
    expect(resolve(kin, { on: day('2021-01-01'), hierarchies: ['party'] }).notes).toMatchObject([{ kind: 'dissolved', on: '2009-12-31', units: [{ share: 'part' }, { share: 'part' }] }]);
  });

  test('is nothing where a unit ended without successor, and says so', () => {
    const kin = kinOf({ a: ['2000-01-01', '2009-12-31'] }, []);
    const { roots, notes } = resolve(kin, { on: day('2021-01-01'), hierarchies: ['party'] });
    expect(roots).toEqual([]);
    expect(notes.map((note) => noteText(note).vi)).toEqual(['Đơn vị a thôi hoạt động sau ngày 31/12/2009 và chưa ghi đơn vị kế thừa.']);
  });

  test('ends even where lineage was entered in a circle', () => {
    const kin = kinOf({ a: ['2000-01-01', '2009-12-31'], b: ['2000-01-01', '2009-12-31'] }, [['a', 'b', 'whole'], ['b', 'a', 'whole']]);
    expect(rootsOn(kin, '2021-01-01')).toEqual([]);
  });
});

describe('every declared figure', () => {
  test.each(figures.map((figure) => [figure.id, figure] as const))('%s is told in both languages', (_, figure) => {
    const texts = [figure.title, figure.explanation, figure.words, ...figure.dimensions.flatMap((dimension) => [dimension.title, ...bucketsOf(dimension).map(({ label }) => label)])];
    for (const { vi, en } of texts) expect(vi.length > 0 && en.length > 0).toBe(true);
  });

  test('has dimensions and buckets with codes of their own', () => {
    for (const { dimensions } of figures) {
      expect(new Set(dimensions.map(({ id }) => id)).size).toBe(dimensions.length);
      for (const dimension of dimensions) expect(new Set(bucketsOf(dimension).map(({ code }) => code)).size).toBe(bucketsOf(dimension).length);
    }
  });
});

function rootsOn(kin: Kin, on: string): string[] {
  return resolve(kin, { on: day(on), hierarchies: ['party'] }).roots.map(({ id }) => id);
}

function kinOf(lives: Record<string, [string, string | null]>, lineage: [string, string, 'whole' | 'part'][]): Kin {
  const units = Object.entries(lives).map(([id, [from, to]]): [UnitId, KinUnit] => {
    const life = { from: day(from), to: to === null ? null : day(to) };
    return [id as UnitId, { name: `Đơn vị ${id}`, kindHierarchy: 'party', life, stands: [{ ...life, hierarchy: 'party' }] }];
  });
  return {
    asked: 'a' as UnitId,
    units: new Map(units),
    lineage: lineage.map(([predecessor, successor, share]) => ({ predecessor: predecessor as UnitId, successor: successor as UnitId, share })),
    relations: [],
    below: [],
    nested: [],
  };
}

test('a list that nobody would wait for is refused with what to do instead', () => {
  expect(() => requireListable(mostListed)).not.toThrow();
  expect(() => requireListable(mostListed + 1)).toThrow(expect.objectContaining({ code: 'figures.tooManyRecords', data: { count: 50_001, most: 50_000 } }));
});

test('children stand by name as people count, and those of one name by id, in whatever order the rows come', () => {
  const rows = [['b', 'Thôn 10'], ['d', 'Chi bộ Công an'], ['a', 'Thôn 2'], ['c', 'Chi bộ Công an']].map(([id, name]) => ({ id: id as Id<'unit'>, name: name!, count: 1, base: 1 }));
  for (const given of [rows, rows.toReversed()]) expect(childParts(given).map(({ code }) => code)).toEqual(['c', 'd', 'a', 'b']);
});
