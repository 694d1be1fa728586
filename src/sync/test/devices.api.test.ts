/** Devices over HTTP: enrolled and listed for their owner alone, opened again with the password, emptied at the next contact. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goodPassword } from '../../access/test/access.world.ts';
import { firstRow, rows } from '../../platform/db/database.ts';
import { mostDevices } from '../device.ts';
import { resealDevices } from '../server/index.ts';
import { unsealBytes } from '../../platform/crypto/seal.ts';
import { sessionCookie } from '../../platform/http/kernel.ts';
import { newId } from '../../platform/ids.ts';
import { testKeys } from '../../../test/world/keys.ts';
import { enrolPhone, openSyncWorld, type SyncWorld, type TestPhone } from './sync.world.ts';
import type { GivenAccount } from '../../access/test/access.world.ts';

let given: SyncWorld;
let owner: GivenAccount;
let other: GivenAccount;

beforeAll(async () => {
  given = await openSyncWorld();
  owner = await given.account();
  other = await given.account();
});
afterAll(() => given.close());

const path = (phone: TestPhone, act: string) => `/api/sync/devices/${phone.deviceId}/${act}`;
const devicesOf = async (account: GivenAccount) => (await given.get('/api/sync/devices', account)).body['items'] as { id: string; state: string; name: string; seenAt: string }[];
const stateOf = async (phone: TestPhone, account = owner) => (await devicesOf(account)).find(({ id }) => id === phone.deviceId)?.state;
const events = async (phone: TestPhone) => (await rows(given.world.owner.db, sql<{ type: string }>`select type from events where subject_id = ${phone.deviceId} order by seq`)).map(({ type }) => type);

describe('a device', () => {
  test('is listed for its owner alone, by its name', async () => {
    const phone = await enrolPhone(given, owner, '  Điện thoại của bí thư ');
    expect((await devicesOf(owner)).find(({ id }) => id === phone.deviceId)).toMatchObject({ name: 'Điện thoại của bí thư', state: 'active' });
    expect((await devicesOf(other)).map(({ id }) => id)).not.toContain(phone.deviceId);
  });

  test('of another account is not there, whatever is asked of it', async () => {
    const phone = await enrolPhone(given, owner);
    const unknown = { status: 404, body: { code: 'sync.deviceUnknown', kind: 'not_found', data: {} } };
    expect(await given.post('/api/sync/pull', { deviceId: phone.deviceId, held: {} }, other)).toEqual(unknown);
    expect(await given.post(path(phone, 'forget'), {}, other)).toEqual(unknown);
    expect(await given.post(path(phone, 'wiped'), {}, other)).toEqual(unknown);
    expect(await given.post(path(phone, 'recover'), { password: goodPassword }, other)).toEqual(unknown);
    expect(await stateOf(phone)).toBe('active');
  });

  test('has secrets that the database does not show', async () => {
    const phone = await enrolPhone(given, owner);
    const row = (await firstRow(given.world.owner.db, sql<{ file_secret_sealed: Buffer; recovery_sealed: Buffer }>`select file_secret_sealed, recovery_sealed from devices where id = ${phone.deviceId}`))!;
    for (const [secret, sealed] of [[phone.secret, row.file_secret_sealed], [phone.recovery, row.recovery_sealed]] as const) {
      expect(Buffer.from(secret, 'base64')).toHaveLength(32);
      expect(sealed.includes(Buffer.from(secret, 'base64'))).toBe(false);
    }
    expect(phone.secret).not.toBe(phone.recovery);
  });

  test('is enrolled by nobody who neither records nor answers for tasks, and with a password that somebody else knows', async () => {
    const member = await given.account({ role: 'system_administrator' });
    expect(await given.post('/api/sync/devices/enrol', { name: 'Máy' }, member)).toMatchObject({ status: 403 });
    const waiting = await given.account();
    const phone = await enrolPhone(given, waiting);
    await given.world.db.updateTable('accounts').set({ must_change_password: true }).where('id', '=', waiting.id).execute();
    expect(await given.post('/api/sync/devices/enrol', { name: 'Máy' }, waiting)).toMatchObject({ status: 403 });
    expect(await phone.ask()).toMatchObject({ status: 403, body: { code: 'platform.forbidden' } });
    expect(await given.post(path(phone, 'recover'), { password: goodPassword }, waiting)).toMatchObject({ status: 403 });
  });

  test('is seen when it pulls, once a minute', async () => {
    const phone = await enrolPhone(given, owner);
    const seen = async () => (await devicesOf(owner)).find(({ id }) => id === phone.deviceId)!.seenAt;
    const first = await seen();
    await phone.pull();
    expect(await seen()).toBe(first);
    given.pass({ minutes: 2 });
    await phone.pull();
    expect(Date.parse(await seen()) - Date.parse(first)).toBe(120_000);
  });
});

test('an account has so many devices and no more, also where all are enrolled at once; one that is to be emptied leaves its place', async () => {
  const many = await given.account();
  const replies = await Promise.all(Array.from({ length: mostDevices + 3 }, (_, at) => given.post('/api/sync/devices/enrol', { name: `Máy ${at}` }, many)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(mostDevices);
  expect(replies.find(({ status }) => status !== 200)).toMatchObject({ status: 409, body: { code: 'sync.tooManyDevices', data: { most: mostDevices } } });
  await given.post(`/api/sync/devices/${(await devicesOf(many))[0]!.id}/forget`, {}, many);
  expect(await given.post('/api/sync/devices/enrol', { name: 'Máy mới' }, many)).toMatchObject({ status: 200 });
});

describe('a device that is forgotten', () => {
  test('is told to empty itself and nothing else, until it says that it has', async () => {
    const phone = await enrolPhone(given, owner);
    await phone.pull();
    expect(await given.post(path(phone, 'forget'), {}, owner)).toMatchObject({ status: 200 });
    expect(await stateOf(phone)).toBe('wipe_asked');
    expect((await phone.ask({})).body).toEqual({ changed: [], gone: [], more: false, parts: { done: 0, of: 0, at: null, left: 0 }, wipe: true, units: { count: 0, most: 100 } });
    expect(await given.post(path(phone, 'wiped'), {}, owner)).toMatchObject({ status: 200 });
    expect(await stateOf(phone)).toBe('wiped');
    expect((await phone.ask({})).body).toMatchObject({ changed: [], wipe: true });
    expect(await events(phone)).toEqual(['device.enrolled', 'device.forgotten', 'device.wiped']);
  });

  test('keeps no secret, and asking twice is as asking once', async () => {
    const phone = await enrolPhone(given, owner);
    for (const act of ['forget', 'forget', 'wiped', 'wiped', 'forget']) expect(await given.post(path(phone, act), {}, owner)).toEqual({ status: 200, body: {} });
    expect(await firstRow(given.world.owner.db, sql`select file_secret_sealed, recovery_sealed from devices where id = ${phone.deviceId}`)).toEqual({ file_secret_sealed: null, recovery_sealed: null });
    expect(await given.post(path(phone, 'recover'), { password: goodPassword }, owner)).toMatchObject({ status: 404, body: { code: 'sync.deviceUnknown' } });
    expect(await events(phone)).toEqual(['device.enrolled', 'device.forgotten', 'device.wiped']);
  });

  test('is told so even where its owner may record nowhere any more', async () => {
    const leaving = await given.account();
    const phone = await enrolPhone(given, leaving);
    await given.post(path(phone, 'forget'), {}, leaving);
    await given.world.db.updateTable('assignments').set({ revoked_at: new Date() }).where('account_id', '=', leaving.id).execute();
    expect((await phone.ask({})).body).toMatchObject({ wipe: true });
    expect(await given.post(path(phone, 'wiped'), {}, leaving)).toMatchObject({ status: 200 });
  });
});

describe('a device that comes without a session', () => {
  const standing = async ({ deviceId }: Pick<TestPhone, 'deviceId'>) => (await given.get(`/api/sync/devices/${deviceId}/standing`)).body;
  const wiped = async (phone: TestPhone) => (await given.post(path(phone, 'wiped'), {})).status;

  test('learns whether it is to be emptied and nothing else, and says that it was', async () => {
    const phone = await enrolPhone(given, owner);
    expect(await standing(phone)).toEqual({ wipe: false });
    expect(await wiped(phone)).toBe(401);
    await given.post(path(phone, 'forget'), {}, owner);
    expect(await standing(phone)).toEqual({ wipe: true });
    expect([await wiped(phone), await wiped(phone)]).toEqual([200, 200]);
    expect(await stateOf(phone)).toBe('wiped');
    expect(await standing(phone)).toEqual({ wipe: true });
    expect(await events(phone)).toEqual(['device.enrolled', 'device.forgotten', 'device.wiped']);
  });

  test('is not to be emptied where nobody knows it', async () => {
    expect(await standing({ deviceId: newId(0) })).toEqual({ wipe: false });
  });

  test('is to be emptied where its account was disabled, or all its rights were taken back or ended long ago', async () => {
    const asked = async (change: (id: string) => Promise<unknown>) => {
      const account = await given.account();
      const phone = await enrolPhone(given, account);
      await change(account.id);
      return (await standing(phone))['wipe'];
    };
    const { db } = given.world;
    const ends = (day: string) => (id: string) => sql`update assignments set valid = daterange('2020-01-01', ${day}) where account_id = ${id}`.execute(db);
    expect(await asked((id) => db.updateTable('accounts').set({ disabled_at: new Date() }).where('id', '=', id).execute())).toBe(true);
    expect(await asked((id) => db.updateTable('assignments').set({ revoked_at: new Date() }).where('account_id', '=', id).execute())).toBe(true);
    expect(await asked(ends('2026-09-01'))).toBe(true);
    expect(await asked(ends('2026-11-15'))).toBe(false);
    expect(await asked((id) => db.updateTable('accounts').set({ must_change_password: true }).where('id', '=', id).execute())).toBe(false);
  });
});

test('what a phone sends for its account is not taken under another’s session', async () => {
  const phone = await enrolPhone(given, owner);
  const pull = async (as: GivenAccount, meant: string) => (await given.app.inject({ method: 'POST', url: '/api/sync/pull', payload: { deviceId: phone.deviceId, held: {} }, cookies: { [sessionCookie]: as.token }, headers: { 'x-account-id': meant } })).statusCode;
  expect(await pull(owner, owner.id)).toBe(200);
  expect(await pull(owner, other.id)).toBe(401);
});

describe('a forgotten PIN', () => {
  test('is overcome with the password of the owner, as often as needed, and never with the session alone', async () => {
    const phone = await enrolPhone(given, owner);
    expect(await given.post(path(phone, 'recover'), { password: 'sai mật khẩu rồi' }, owner)).toMatchObject({ status: 400, body: { code: 'access.wrongCurrent' } });
    for (let time = 0; time < 2; time += 1) expect(await given.post(path(phone, 'recover'), { password: goodPassword }, owner)).toEqual({ status: 200, body: { recovery: phone.recovery } });
    expect(await events(phone)).toEqual(['device.enrolled', 'device.recovered', 'device.recovered']);
  });

  test('gives a thief of the session no more guesses than the sign-in page', async () => {
    const guessed = await given.account();
    const phone = await enrolPhone(given, guessed);
    const answers = [];
    for (let guess = 0; guess < 7; guess += 1) answers.push((await given.post(path(phone, 'recover'), { password: `mật khẩu ${guess}` }, guessed)).body['code']);
    expect(answers.slice(-2)).toEqual(['access.tooMany', 'access.tooMany']);
    expect(await given.post(path(phone, 'recover'), { password: goodPassword }, guessed)).toMatchObject({ status: 429 });
  });
});

test('a new key seals the secrets anew, and they stay what they were', async () => {
  const phone = await enrolPhone(given, owner);
  const keys = { ...testKeys, sealing: [...testKeys.sealing, { id: 77, key: randomBytes(32) }] };
  expect(await resealDevices({ db: given.world.db, keys })).toBeGreaterThan(1);
  expect(await resealDevices({ db: given.world.db, keys })).toBe(0);
  const row = (await firstRow(given.world.owner.db, sql<{ sealed: Buffer }>`select recovery_sealed as sealed from devices where id = ${phone.deviceId}`))!;
  expect(row.sealed[0]).toBe(77);
  expect(unsealBytes(keys, { field: 'devices.recovery_sealed', id: phone.deviceId }, row.sealed).toString('base64')).toBe(phone.recovery);
});
