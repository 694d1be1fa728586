import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { ledgerOf, type Recorded } from './unit.ledger.ts';

const facts = { name: 'Chi bộ A', shortName: null, kind: 'cell' as const, type: null, rank: null, code: null, properties: {} };
const versions = [
  { from: day('2010-01-01'), to: day('2025-07-31'), decision: null, facts, note: null },
  { from: day('2025-08-01'), to: null, decision: '15-QĐ', facts: { ...facts, name: 'Chi bộ B' }, note: null },
];
const recorded = (kind: string, on: string, minute: number): Recorded => ({
  id: `${minute}` as Recorded['id'], kind, nature: 'change', on: day(on), decision: null, reason: null,
  recordedAt: `2026-01-01T00:0${minute}:00.000Z`, recordedBy: null, undoable: false,
});

test('a change says from what to what', () => {
  const [entry] = ledgerOf({ versions, acts: [recorded('change', '2025-08-01', 1)] });
  expect(entry?.changed).toEqual([{ kind: 'renamed', before: 'Chi bộ A', after: 'Chi bộ B' }]);
});

test('an undo names the act before it, which is marked and tells nothing of a version that it did not make', () => {
  const [first, second, undo] = [recorded('change', '2025-08-01', 1), recorded('change', '2025-08-01', 2), recorded('undo', '2025-08-01', 3)] as const;
  const ledger = ledgerOf({ versions, acts: [undo, second, first] });
  expect(ledger.map(({ isUndone }) => isUndone)).toEqual([false, true, false]);
  expect(ledger[0]?.undoes).toBe(second);
  expect(ledger.map(({ changed }) => changed.length)).toEqual([0, 0, 1]);
});
