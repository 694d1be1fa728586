import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { openReceipts, type Receipt } from './own.receipts.ts';

const receipts = (count: number, change: Partial<Receipt> = {}): Receipt[] => Array.from({ length: count }, (_, at) => ({ unit: { id: newId<'unit'>(0), name: `Chi bộ ${at}` }, sentOn: day('2026-03-01'), takenOn: null, mayTake: true, ...change }));
const taken = { takenOn: day('2026-03-02') };

test('what may be confirmed and is not yet is counted', () => {
  expect(openReceipts([...receipts(2), ...receipts(1, { mayTake: false }), ...receipts(3, taken)])).toMatchObject({ open: { length: 2 }, areMore: false });
});

test('as many as come with a document at most are no number of units: there may be more that are not confirmed', () => {
  expect(openReceipts(receipts(19)).areMore).toBe(false);
  expect(openReceipts(receipts(20)).areMore).toBe(true);
  // Those not confirmed come first: a confirmed one among them is the end of the open ones.
  expect(openReceipts([...receipts(19), ...receipts(1, taken)])).toMatchObject({ open: { length: 19 }, areMore: false });
});
