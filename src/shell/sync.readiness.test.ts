import { expect, test } from 'vitest';
import { daysCarried } from '../sync/device.ts';
import type { PhoneState } from '../sync/phone/phone.ts';
import { readinessOf } from './sync.readiness.ts';

const now = Date.UTC(2026, 10, 20);
const day = 24 * 60 * 60_000;
const open = { is: 'open', owner: 'a', entries: [], pulledAt: now - day, isSending: false, isSignedOut: false, isPersistent: true, units: { count: 3, most: 100 } } as const satisfies PhoneState;

test('a device is worked on without signal when all has come and it is not out of contact for too long', () => {
  expect(readinessOf(open, now)).toBe('ready');
  expect(readinessOf({ ...open, pulledAt: null, units: null, firstFetch: { parts: null, came: {}, isResumed: false, standing: { is: 'running' } } }, now)).toBe('preparing');
  expect(readinessOf({ ...open, pulledAt: now - daysCarried * day }, now)).toBe('overdue');
  expect(readinessOf({ ...open, pulledAt: now - daysCarried * day + 1 }, now)).toBe('ready');
});

test('nor where it carries nothing, is locked or was never prepared', () => {
  expect(readinessOf({ ...open, units: { count: 101, most: 100 } }, now)).toBe('off');
  expect(readinessOf({ is: 'locked', owner: 'a', triesLeft: 5, waitUntil: null }, now)).toBe('off');
  expect([readinessOf({ is: 'off' }, now), readinessOf(undefined, now)]).toEqual(['off', 'off']);
});
