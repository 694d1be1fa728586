/** A phone emptied here, from afar or by another window, and what a phone of another account keeps. */
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { add, pin, prepared, rest, startPhone } from './phone.world.ts';

const minutes = 60_000;

test('emptied here, nothing is left but its id, until the server has heard of it', async () => {
  const { server, at, line, phone } = await prepared();
  line.isCut = true;
  await phone.act(...add('một'));
  await phone.wipe();
  expect(phone.state()).toEqual({ is: 'off' });
  expect(await leftIn(at.database)).toEqual([0, 0, ['emptied']]);
  expect((await startPhone({ at, line })).state()).toEqual({ is: 'off' });
  expect([server.device.state, at.isPrepared]).toEqual(['active', true]);
  line.isCut = false;
  expect((await startPhone({ at, line })).state()).toEqual({ is: 'off' });
  await rest();
  expect([server.device.state, at.isPrepared]).toEqual(['wiped', false]);
  expect(await leftIn(at.database)).toEqual([0, 0, []]);
});

test('emptied here with signal, the server knows at once', async () => {
  const { server, at, phone } = await prepared();
  await phone.wipe();
  expect([server.device.state, at.isPrepared]).toEqual(['wiped', false]);
  expect(await leftIn(at.database)).toEqual([0, 0, []]);
});

async function leftIn(database: string): Promise<unknown[]> {
  const db = await openDB(database);
  try {
    return [await db.count('records'), await db.count('outbox'), await db.getAllKeys('meta')];
  } finally {
    db.close();
  }
}

test('what was still under way when it was emptied does not come back', async () => {
  const { at, phone } = await prepared();
  const underWay = [phone.act(...add('một')), phone.sync(), phone.act(...add('hai'))];
  await Promise.all([phone.wipe(), ...underWay.map((one) => one.catch(() => undefined))]);
  await at.passes(20 * minutes);
  const db = await openDB(at.database);
  for (const store of ['records', 'outbox', 'meta']) expect(await db.count(store), store).toBe(0);
  db.close();
});

test('emptied from afar at the next contact, whether open or locked, and says so', async () => {
  for (const isLocked of [false, true]) {
    const { server, at, line, phone } = await prepared();
    server.device.state = 'wipe_asked';
    if (isLocked) {
      const next = await startPhone({ at, line });
      await rest();
      expect(next.state()).toEqual({ is: 'off' });
    } else await phone.sync();
    expect(phone.state()).toEqual({ is: 'off' });
    expect(server.device.state).toBe('wiped');
  }
});

test('a lost phone is emptied without a session too, or under another’s', async () => {
  for (const isLocked of [false, true]) for (const isAnothers of [false, true]) {
    const { server, at, line, phone } = await prepared();
    server.device.state = 'wipe_asked';
    if (isAnothers) server.account = 'account-2';
    else server.isSignedIn = false;
    if (isLocked) {
      phone.lock();
      await startPhone({ at, line });
      await rest();
    } else await phone.sync().catch(() => undefined);
    expect([await leftIn(at.database), server.device.state], JSON.stringify({ isLocked, isAnothers })).toEqual([[0, 0, []], 'wiped']);
  }
});

test('one window locks and empties the others', async () => {
  const { at, line, phone } = await prepared();
  const other = await startPhone({ at, line });
  await other.unlock(pin);
  await other.keepSession({ account: { id: 'account-2' } });
  await rest();
  expect(phone.state().is).toBe('locked');
  await phone.wipe();
  await rest();
  expect(other.state()).toEqual({ is: 'off' });
});

test('what another account left unsent is not written over', async () => {
  const { line, phone } = await prepared();
  line.isCut = true;
  await phone.act(...add('một'));
  line.isCut = false;
  const again = phone.prepare({ pin: '246802', deviceName: 'Máy', owner: 'Lê Văn Ba', session: { account: { id: 'account-2' } } });
  await expect(again).rejects.toMatchObject({ code: 'sync.deviceTaken', data: { waiting: 1 } });
});
