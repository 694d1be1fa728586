import { expect, test } from 'vitest';
import { movedTo, proposedCall } from './call.proposal.ts';

const today = '2026-11-20';
const proposed = (actId: 'goAway' | 'keepContact', on: string | undefined) => proposedCall(actId, { on, today });

test('who is recorded to be away is to be called a month from now, however long ago that began', () => {
  expect(['2026-11-20', '2026-11-01', '2026-03-01'].map((on) => proposed('goAway', on))).toEqual(['2026-12-20', '2026-12-20', '2026-12-20']);
  expect(proposed('goAway', '2026-11-30')).toBe('2026-12-30');
  expect(proposed('goAway', undefined)).toBeUndefined();
});

test('after a call the next one is a month later, and none is proposed where that month is over', () => {
  expect(['2026-11-20', '2026-10-21', '2026-10-20', '2026-03-01', undefined].map((on) => proposed('keepContact', on))).toEqual(['2026-12-20', '2026-11-21', undefined, undefined, undefined]);
});

test('the proposal goes along with the day; what was chosen or emptied stays', () => {
  const moved = (on: string | undefined, before: { on: string | undefined; contactDueOn: string | undefined }) => movedTo(on, { actId: 'keepContact', today, before });
  expect(moved('2026-11-10', { on: today, contactDueOn: '2026-12-20' })).toEqual({ on: '2026-11-10', contactDueOn: '2026-12-10' });
  expect(moved('2026-03-01', { on: today, contactDueOn: '2026-12-20' })).toEqual({ on: '2026-03-01', contactDueOn: undefined });
  expect(moved('2026-11-10', { on: '2026-03-01', contactDueOn: undefined })).toEqual({ on: '2026-11-10', contactDueOn: '2026-12-10' });
  expect([moved('2026-11-10', { on: today, contactDueOn: '2026-12-01' }), moved('2026-11-10', { on: today, contactDueOn: undefined }), moved(undefined, { on: today, contactDueOn: '2026-12-20' })]).toEqual([{ on: '2026-11-10' }, { on: '2026-11-10' }, { on: undefined }]);
});
