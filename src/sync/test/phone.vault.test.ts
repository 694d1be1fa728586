/** Who may open a phone: the PIN and its tries, the forgotten PIN, what can be read without it, a month without the server. */
import type { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { syncContract } from '../sync.contract.ts';
import { endpoints } from '../phone/calls.ts';
import { isSpent, mostTries, noTries, triesLeft, tryBegun, waitUntil } from '../phone/vault.tries.ts';
import { add, linesOf, openState, password, pin, prepared, rest, standings, startPhone } from './phone.world.ts';

const minutes = 60_000;
const wrong = '000000';

test.each(Object.values(endpoints))('$name is called where the contract says', (endpoint) => {
  const key = endpoint.name.split('.')[1] as keyof typeof endpoints;
  const { name, method, path } = syncContract[key];
  expect(endpoint).toEqual({ name, method, path });
});

test('five wrong tries are free, then each waits longer, and after fifteen none is left', () => {
  let tries = noTries;
  const waited: number[] = [];
  for (let count = 1; count <= mostTries; count += 1) {
    tries = tryBegun(tries, 0);
    waited.push((waitUntil(tries, 0) ?? 0) / minutes);
    expect(isSpent(tries)).toBe(count === mostTries);
    expect(triesLeft(tries)).toBe(mostTries - count);
  }
  expect(waited).toEqual([0, 0, 0, 0, 1, 2, 5, 10, 15, 30, 60, 60, 60, 60, 60]);
});

test('whatever the clock does, nobody waits longer than the longest wait', () => {
  fc.assert(fc.property(fc.nat(20), fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 4e12 }), (count, at, now) => {
    const until = waitUntil({ count, at }, now);
    return until === null || (until > now && until <= now + 60 * minutes);
  }));
});

test('the right PIN opens, a wrong one does not, and the tries left are told', async () => {
  const { phone } = await prepared();
  phone.lock();
  expect(phone.state()).toMatchObject({ is: 'locked', owner: 'Trần Thị Bình', triesLeft: 15, waitUntil: null });
  expect(await phone.unlock(wrong)).toBe(false);
  expect(phone.state()).toMatchObject({ is: 'locked', triesLeft: 14 });
  expect(await phone.unlock(pin)).toBe(true);
  phone.lock();
  expect(phone.state()).toMatchObject({ triesLeft: 15 });
});

test('while it waits not even the right PIN is looked at, also after a restart', async () => {
  const { at, line, phone } = await prepared();
  phone.lock();
  for (let count = 0; count < 5; count += 1) await phone.unlock(wrong);
  expect(phone.state()).toMatchObject({ triesLeft: 10, waitUntil: at.now + 1 * minutes });
  const again = await startPhone({ at, line });
  expect(await again.unlock(pin)).toBe(false);
  expect(again.state()).toMatchObject({ triesLeft: 10 });
  await at.passes(1 * minutes);
  expect(await again.unlock(pin)).toBe(true);
});

test('tries at the same moment are counted one by one', async () => {
  const { phone } = await prepared();
  phone.lock();
  const answers = await Promise.all([...Array.from({ length: 8 }, () => phone.unlock(wrong)), phone.unlock(pin)]);
  expect(answers).not.toContain(true);
  expect(phone.state()).toMatchObject({ triesLeft: 10 });
});

async function spent() {
  const world = await prepared();
  world.line.isCut = true;
  await world.phone.act(...add('một'));
  world.phone.lock();
  for (let count = 0; count < mostTries; count += 1) {
    await world.phone.unlock(wrong);
    await world.at.passes(60 * minutes);
  }
  return world;
}

test('after fifteen wrong ones what was carried is gone, and what waits stays sealed', async () => {
  const { at, phone, line } = await spent();
  expect(phone.state()).toMatchObject({ is: 'locked', triesLeft: 0 });
  expect(await phone.unlock(pin)).toBe(false);
  const db = await openDB(at.database);
  expect(await db.count('records')).toBe(0);
  expect(await db.count('outbox')).toBe(1);
  db.close();
  expect((await startPhone({ at, line })).state()).toMatchObject({ is: 'locked', triesLeft: 0 });
});

test('the owner’s password opens it again with a new PIN, and what waited is sent', async () => {
  const { server, line, phone } = await spent();
  line.isCut = false;
  await expect(phone.renewPin({ password: 'đoán mò', pin: '246802' })).rejects.toMatchObject({ code: 'access.wrongCurrent' });
  expect(phone.state().is).toBe('locked');
  await phone.renewPin({ password, pin: '246802' });
  await phone.sync();
  expect(server.arrived).toEqual(['một']);
  expect(await linesOf(phone)).toEqual(['một']);
  phone.lock();
  expect(await phone.unlock(pin)).toBe(false);
  expect(await phone.unlock('246802')).toBe(true);
});

test('the PIN is changed by who knows it; what is kept stays readable', async () => {
  const { line, phone, restart } = await prepared();
  line.isCut = true;
  await phone.act(...add('một'));
  expect(await phone.changePin({ from: wrong, to: '246802' })).toBe(false);
  expect(await phone.changePin({ from: pin, to: '246802' })).toBe(true);
  const again = await restart('246802');
  expect(standings(again)).toEqual(['một waiting']);
  again.lock();
  expect(await again.unlock(pin)).toBe(false);
});

test('guessing by changing the PIN is counted as guessing', async () => {
  const { phone } = await prepared();
  for (let count = 0; count < 5; count += 1) await phone.changePin({ from: wrong, to: '246802' });
  expect(await phone.changePin({ from: pin, to: '246802' })).toBe(false);
});

test('nothing that is kept can be read without the key, and no key can be taken out', async () => {
  const { at, line, phone } = await prepared();
  line.isCut = true;
  await phone.act(...add('Nguyễn Văn An vắng'));
  const db = await openDB(at.database);
  const kept = [...(await db.getAll('records')), ...(await db.getAll('outbox')), ...(await db.getAll('meta'))];
  db.close();
  expect(kept.length).toBeGreaterThanOrEqual(6);
  const keys: webcrypto.CryptoKey[] = [];
  const bytes: Uint8Array[] = [];
  collect(kept, { keys, bytes });
  expect(keys.map(({ extractable }) => extractable)).toEqual([false]);
  const text = JSON.stringify(kept) + bytes.map((one) => Buffer.from(one).toString('utf8')).join();
  for (const secret of ['Nguyễn', 'account":{', '"lines"', 'tasks.add', pin]) expect(text).not.toContain(secret);
});

function collect(value: unknown, into: { keys: webcrypto.CryptoKey[]; bytes: Uint8Array[] }): void {
  if (value instanceof CryptoKey) into.keys.push(value);
  else if (value instanceof Uint8Array) into.bytes.push(value);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part, into);
}

test('a value moved to another place does not open', async () => {
  const { at, phone, restart } = await prepared();
  await phone.sync();
  const db = await openDB(at.database);
  const [one, other] = await db.getAll('records');
  await db.put('records', { ...one, sealed: other.sealed });
  db.close();
  await expect(restart()).rejects.toThrow();
});

test('the session is kept for a start without signal, and only for who opens the phone', async () => {
  const { line, phone, restart } = await prepared();
  line.isCut = true;
  expect(await (await restart()).session()).toEqual({ account: { id: 'account-1' } });
  phone.lock();
  expect(await phone.session()).toBeUndefined();
});

test('a month without the server closes what is carried until the next contact; what waits stays and is sent', async () => {
  const { server, line, at, phone } = await prepared();
  const days = 24 * 60 * minutes;
  line.isCut = true;
  await phone.act(...add('một'));
  at.now += 29 * days;
  expect(await linesOf(phone)).toEqual(['một']);
  at.now += 2 * days;
  expect(await linesOf(phone)).toBeUndefined();
  await expect(phone.act(...add('hai'))).rejects.toMatchObject({ kind: 'not_found' });
  expect(standings(phone)).toEqual(['một waiting']);
  line.isCut = false;
  await phone.sync();
  expect(server.arrived).toEqual(['một']);
  expect(await linesOf(phone)).toEqual(['một']);
});

test('whoever signs out locks every window, a timer only its own', async () => {
  const { at, line, phone } = await prepared();
  const other = await startPhone({ at, line });
  await other.unlock(pin);
  other.lock();
  await rest();
  expect(phone.state().is).toBe('open');
  other.leave();
  await rest();
  expect(phone.state().is).toBe('locked');
});

test('what waits is put into a file that only the server opens', async () => {
  const { server, line, phone } = await prepared();
  line.isCut = true;
  await phone.act(...add('một'));
  await phone.act(...add('hai'));
  const file = JSON.parse(await (await phone.file()).text()) as { format: string; deviceId: string; sealed: string };
  expect(file).toMatchObject({ format: 'satcoso-outbox-1', deviceId: server.device.id });
  const bytes = Buffer.from(file.sealed, 'base64');
  const key = await crypto.subtle.importKey('raw', Buffer.from(server.secrets.secret, 'base64'), 'AES-GCM', false, ['decrypt']);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.subarray(0, 12) }, key, bytes.subarray(12));
  expect(JSON.parse(Buffer.from(plain).toString('utf8'))).toEqual(openState(phone).entries.map(({ command }) => command));
});

test('a first fetch that failed leaves the phone prepared, and is made up for', async () => {
  const { server, line, at, phone } = await prepared();
  await phone.wipe();
  server.device.state = 'active';
  line.fates.push('through', 'lost', 'lost', 'lost');
  await expect(phone.prepare({ pin, deviceName: 'Máy', owner: 'Bình', session: { account: { id: 'account-1' } } })).rejects.toMatchObject({ kind: 'offline' });
  expect(openState(phone).pulledAt).toBeNull();
  await at.passes(20 * minutes);
  expect(openState(phone).pulledAt).not.toBeNull();
});
