import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Phone, PhoneState } from '../sync/phone/phone.ts';
import { call } from './api.ts';
import { newsOf } from './fromPhone.ts';
import { isKeptHere, setPhone } from './offline.ts';

const list = { name: 'meetings.list', method: 'GET', path: '/api/meetings' } as const;
const close = { name: 'meetings.close', method: 'POST', path: '/api/meetings/:id/close' } as const;
const other = { name: 'units.rename', method: 'POST', path: '/api/units/:id/rename' } as const;

const open = { is: 'open', owner: 'b', entries: [], pulledAt: 1, isSending: false, isSignedOut: false, isPersistent: true, units: null } as const satisfies PhoneState;
const entry = { seq: 1, command: { id: 'c', procedure: 'meetings.close', input: {}, at: '', about: { type: 'meeting', id: 'm' } }, standing: { is: 'waiting' } } as const;

function phoneThat(given: Partial<Phone>): void {
  const phone = { state: () => open, subscribe: () => () => {}, takes: (name) => name === close.name, act: async () => 'kept', answer: async (name) => (name === list.name ? 'from the phone' : undefined), ...given } as Partial<Phone>;
  setPhone(phone as Phone); // the rest is not asked for by calls
}

beforeEach(() => {
  vi.stubGlobal('fetch', vi.fn(async () => Response.json('from the server')));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  setPhone(undefined);
});

test('an act that the phone takes goes to the phone, any other to the server', async () => {
  phoneThat({});
  expect(await call(close, { id: 'm' })).toBe('kept');
  expect(await call(other, { id: 'u' })).toBe('from the server');
});

test('an act that waits on this device is kept here, one that the server answered is not', async () => {
  expect(await isKeptHere(entry.command.id)).toBe(false);
  phoneThat({ state: () => ({ ...open, entries: [entry] }) });
  expect([await isKeptHere(entry.command.id), await isKeptHere('of the server')]).toEqual([true, false]);
});

test('with signal reads come from the server, without from the phone if it can tell', async () => {
  phoneThat({});
  expect(await call(list, {})).toBe('from the server');
  vi.stubGlobal('fetch', vi.fn(async () => { throw new TypeError('no connection'); }));
  expect(await call(list, {})).toBe('from the phone');
  await expect(call({ ...list, name: 'figures.value' }, {})).rejects.toMatchObject({ kind: 'offline' });
});

test('a server that refuses is heard, whatever the phone would say', async () => {
  phoneThat({});
  vi.stubGlobal('fetch', vi.fn(async () => Response.json({ problem: { code: 'platform.forbidden', kind: 'forbidden' }, requestId: 'r' }, { status: 403 })));
  await expect(call(list, {})).rejects.toMatchObject({ code: 'platform.forbidden' });
});

test('while something waits the server does not know yet, and the phone answers what it can', async () => {
  phoneThat({ state: () => ({ ...open, entries: [entry] }) });
  expect(await call(list, {})).toBe('from the phone');
  expect(await call({ ...list, name: 'figures.value' }, {})).toBe('from the server');
});

test('on a line that hangs the phone answers after a while', async () => {
  vi.useFakeTimers();
  phoneThat({});
  vi.stubGlobal('fetch', vi.fn(() => new Promise(() => {})));
  const asked = call(list, {});
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await asked).toBe('from the phone');
});

test('what was fetched and what was refused is news to an open page, what is typed there is none', () => {
  const refused = { ...entry, standing: { is: 'refused', refusal: { code: 'c', kind: 'conflict' } } } as const;
  expect(newsOf({ is: 'off' })).toBeUndefined();
  expect(newsOf({ ...open, entries: [entry] })).toBe(newsOf(open));
  expect(newsOf({ ...open, entries: [refused] })).not.toBe(newsOf(open));
  expect(newsOf({ ...open, pulledAt: 2 })).not.toBe(newsOf(open));
});
