import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import type { UnitPage } from '../unit.contract.ts';
import { storyOf } from './unit.story.ts';

const facts = { name: 'Xã A', shortName: null, kind: 'commune' as const, type: 'xa', rank: null, code: '01', properties: {} };
const brief = (id: string, name: string) => ({ id: id as UnitPage['id'], name, shortName: null, kind: 'district' as const, type: null, code: null, readable: true });
const versions = [
  { from: day('2010-01-01'), to: day('2019-12-31'), decision: null, facts, note: null },
  { from: day('2020-01-01'), to: day('2025-06-30'), decision: '12/NQ', facts: { ...facts, name: 'Thị trấn A', properties: { households: 900 } }, note: null },
];
const unit = {
  life: { from: day('2010-01-01'), to: day('2025-06-30') },
  parents: [{ from: day('2010-01-01'), to: day('2025-06-30'), decision: null, hierarchy: 'territory' as const, parent: brief('1', 'Huyện B') }],
  predecessors: [],
  successors: [{ unit: brief('2', 'Xã C'), on: day('2025-07-01'), share: 'part' as const, decision: '1676/NQ' }],
};

test('the story goes from the newest day to the oldest, each day once', () => {
  expect(storyOf(versions, unit).map(({ on }) => on)).toEqual(['2025-07-01', '2020-01-01', '2010-01-01']);
});

test('the day after the last says that the unit ended and who continues it, with the paper', () => {
  const [end] = storyOf(versions, unit);
  expect(end?.events.map(({ kind }) => kind)).toEqual(['continues', 'ended']);
  expect(end?.decisions).toEqual(['1676/NQ']);
});

test('a later version is told by what differs from the one before', () => {
  expect(storyOf(versions, unit)[1]?.events).toEqual([
    { kind: 'renamed', before: 'Xã A', after: 'Thị trấn A' },
    { kind: 'fact', fact: 'households', before: undefined, after: 900 },
  ]);
});

test('a unit that still stands has no end', () => {
  const told = storyOf(versions, { ...unit, life: { from: day('2010-01-01'), to: null }, successors: [] });
  expect(told.flatMap(({ events }) => events).some(({ kind }) => kind === 'ended')).toBe(false);
});
