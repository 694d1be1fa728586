import { expect, test } from 'vitest';
import type { OutboxEntry, Standing } from '../sync/outbox.ts';
import type { PhoneState } from '../sync/phone/phone.ts';
import { elsewhereOf, syncStandingOf } from './syncStanding.ts';

const waiting: Standing = { is: 'waiting' };
const refused: Standing = { is: 'refused', refusal: { code: 'meetings.already', kind: 'conflict' } };

function open(standings: readonly Standing[], { isSending = false, isSignedOut = false } = {}): PhoneState {
  const entries: OutboxEntry[] = standings.map((standing, seq) => ({ seq, standing, command: { id: String(seq), procedure: 'meetings.mark', input: {}, at: '2026-11-20T19:00:00+07:00', about: { type: 'meeting', id: 'm' } } }));
  return { is: 'open', owner: 'a', entries, pulledAt: null, isSending, isSignedOut, isPersistent: true, units: null };
}

test('what needs a decision is told before lost signal, that before what waits', () => {
  expect(syncStandingOf(open([waiting, refused]), { isReachable: false })).toEqual({ is: 'refused', count: 1 });
  expect(syncStandingOf(open([waiting, waiting]), { isReachable: false })).toEqual({ is: 'lost', count: 2 });
  expect(syncStandingOf(open([waiting]), { isReachable: true })).toEqual({ is: 'waiting', count: 1 });
  expect(syncStandingOf(open([waiting], { isSending: true }), { isReachable: true })).toEqual({ is: 'sending', count: 1 });
  expect(syncStandingOf(open([waiting], { isSignedOut: true }), { isReachable: true })).toEqual({ is: 'signedOut', count: 1 });
});

test('what was sent waits for nobody; a device that was never prepared tells nothing', () => {
  expect(syncStandingOf(open([{ is: 'done', answer: {} }], { isSending: true }), { isReachable: true })).toEqual({ is: 'settled', count: 0 });
  expect(syncStandingOf({ is: 'off' }, { isReachable: false })).toBeUndefined();
  expect(syncStandingOf({ is: 'locked', owner: 'a', triesLeft: 5, waitUntil: null }, { isReachable: true })).toBeUndefined();
});

test('what other devices sent and nobody has decided is counted once, on a device that was never prepared too', () => {
  expect(syncStandingOf({ is: 'off' }, { isReachable: true, elsewhere: 2 })).toEqual({ is: 'refused', count: 2 });
  expect(syncStandingOf(open([waiting, refused]), { isReachable: true, elsewhere: 2 })).toEqual({ is: 'refused', count: 3 });
  expect(syncStandingOf({ is: 'locked', owner: 'a', triesLeft: 5, waitUntil: null }, { isReachable: true, elsewhere: 2 })).toBeUndefined();
  const state = open([refused, waiting]);
  expect(elsewhereOf(['0', 'other', 'decided'], state.is === 'open' ? { ...state, settled: ['decided'] } : state)).toEqual(['other']);
  expect(elsewhereOf(['0', 'other'], { is: 'off' })).toEqual(['0', 'other']);
});
