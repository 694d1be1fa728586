import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { isRefusal } from '../../../platform/problem.ts';
import { applyAct, foundUnit, lifeOf, type UnitAct, type UnitFacts, type UnitHistory, type UnitId } from '../unit.ts';

const own = 'a0000000-0000-7000-8000-000000000001' as UnitId;
const commune = 'a0000000-0000-7000-8000-000000000002' as UnitId;
const other = 'a0000000-0000-7000-8000-000000000003' as UnitId;
const facts: UnitFacts = { name: 'Thôn Thượng', shortName: null, kind: 'village', type: 'thon', rank: null, code: null, properties: { households: 120 } };

function village(): UnitHistory {
  return ok(foundUnit({ id: own, facts, from: day('2000-01-01'), parents: [{ hierarchy: 'territory', parentId: commune }], decision: null }));
}

function ok<T extends object>(result: T): Exclude<T, { kind: string; code: string }> {
  if (isRefusal(result)) throw new Error(result.code);
  return result as Exclude<T, { kind: string; code: string }>;
}

function after(...acts: UnitAct[]): UnitHistory {
  return acts.reduce((history, next) => ok(applyAct(history, next)) as UnitHistory, village());
}

const rename = (on: string, name: string): UnitAct => ({ kind: 'change', on: day(on), facts: { name }, decision: null });
const names = (history: UnitHistory) => history.versions.map(({ from, to, facts: { name } }) => [from, to, name]);

describe('a change', () => {
  test('holds from its day; what was before stays as it was', () => {
    expect(names(after(rename('2010-05-01', 'Thôn Hạ')))).toEqual([
      ['2000-01-01', '2010-04-30', 'Thôn Thượng'],
      ['2010-05-01', null, 'Thôn Hạ'],
    ]);
  });

  test('recorded late holds until a later change of the same fact', () => {
    const history = after(rename('2015-01-01', 'Thôn Đông'), rename('2010-01-01', 'Thôn Hạ'));
    expect(names(history).map(([, , name]) => name)).toEqual(['Thôn Thượng', 'Thôn Hạ', 'Thôn Đông']);
  });

  test('recorded late goes through a later change of another fact', () => {
    const households: UnitAct = { kind: 'change', on: day('2015-01-01'), facts: { properties: { households: 200 } }, decision: null };
    const history = after(households, rename('2010-01-01', 'Thôn Hạ'));
    expect(history.versions.map(({ facts: { name, properties } }) => [name, properties.households])).toEqual([
      ['Thôn Thượng', 120],
      ['Thôn Hạ', 120],
      ['Thôn Hạ', 200],
    ]);
  });

  test('to what already holds makes no new version', () => {
    expect(names(after(rename('2010-01-01', 'Thôn Thượng')))).toEqual([['2000-01-01', null, 'Thôn Thượng']]);
  });

  test('before the unit was founded is refused', () => {
    expect(applyAct(village(), rename('1999-12-31', 'Thôn Hạ'))).toMatchObject({ code: 'unit.notThere' });
  });
});

describe('a correction', () => {
  test('rewrites the fact for as long as the mistake stood and leaves real changes alone', () => {
    const history = after(
      { kind: 'change', on: day('2005-01-01'), facts: { properties: { households: 150 } }, decision: null },
      rename('2010-01-01', 'Thôn Hạ'),
      { kind: 'correct', on: day('2006-01-01'), facts: { name: 'Thôn Thượng Đức' } },
    );
    expect(history.versions.map(({ facts: { name } }) => name)).toEqual(['Thôn Thượng Đức', 'Thôn Thượng Đức', 'Thôn Hạ']);
  });

  test('of the founding day shifts what began with it', () => {
    const history = after({ kind: 'correctFounding', on: day('1998-03-01') });
    expect([lifeOf(history).from, history.parents[0]?.from]).toEqual(['1998-03-01', '1998-03-01']);
  });

  test('of the founding day beyond the end of an earlier place or relation is refused, not turned inside out', () => {
    const moved: UnitAct = { kind: 'move', on: day('2001-01-01'), hierarchy: 'territory', parentId: other, decision: null };
    expect(applyAct(after(moved), { kind: 'correctFounding', on: day('2002-01-01') })).toMatchObject({ code: 'unit.endsBeforeFounding', data: { to: '2000-12-31' } });
    expect(after(moved, { kind: 'correctFounding', on: day('2000-12-31') }).parents.map(({ from, to }) => [from, to])).toEqual([['2000-12-31', '2000-12-31'], ['2001-01-01', null]]);
  });

  test('of a parent keeps the period', () => {
    const history = after({ kind: 'correctParent', on: day('2004-01-01'), hierarchy: 'territory', parentId: other });
    expect(history.parents).toMatchObject([{ from: '2000-01-01', to: null, parentId: other }]);
  });
});

describe('a move', () => {
  test('ends the old place the day before and keeps other hierarchies', () => {
    const history = after({ kind: 'move', on: day('2025-07-01'), hierarchy: 'territory', parentId: other, decision: '202/2025/QH15' });
    expect(history.parents.map(({ from, to, parentId }) => [from, to, parentId])).toEqual([
      ['2000-01-01', '2025-06-30', commune],
      ['2025-07-01', null, other],
    ]);
  });

  test('to where it already stands is refused', () => {
    expect(applyAct(village(), { kind: 'move', on: day('2010-01-01'), hierarchy: 'territory', parentId: commune, decision: null })).toMatchObject({ code: 'unit.sameParent' });
  });
});

describe('a dissolution', () => {
  test('ends the unit, its place and its relations on the last day', () => {
    const history = after(
      { kind: 'relate', on: day('2001-01-01'), relation: 'leads', otherId: other, decision: null },
      { kind: 'dissolve', on: day('2025-06-30'), decision: null },
    );
    expect([lifeOf(history).to, history.parents[0]?.to, history.relations[0]?.to]).toEqual(['2025-06-30', '2025-06-30', '2025-06-30']);
  });

  test('before a change already recorded is refused', () => {
    expect(applyAct(after(rename('2010-01-01', 'Thôn Hạ')), { kind: 'dissolve', on: day('2005-01-01'), decision: null })).toMatchObject({ code: 'unit.changedLater' });
  });
});

test('a local word that the kind does not know is refused', () => {
  expect(foundUnit({ id: own, facts: { ...facts, type: 'phuong' }, from: day('2000-01-01'), parents: [], decision: null })).toMatchObject({ code: 'unit.typeUnknown' });
});
