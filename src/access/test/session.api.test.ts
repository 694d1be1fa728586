import { Secret, TOTP } from 'otpauth';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contextFor, openWorld, type World } from '../../../test/world/world.ts';
import { rows } from '../../platform/db/database.ts';
import { forgetStale } from '../server/index.ts';
import { countFailures, attemptOf } from '../server/session.store.ts';
import { actorOf, giveAccount, giveRole, goodPassword, later, serve, start, type Answer, type Server } from './access.world.ts';

let world: World;
let server: Server;

beforeAll(async () => {
  world = await openWorld();
  server = await serve(world);
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});
beforeEach(() => {
  server.now = start;
});

function signIn(name: string, given: { password?: string; code?: string; address?: string } = {}): Promise<Answer> {
  const body = { name, password: given.password ?? goodPassword, ...(given.code ? { code: given.code } : {}) };
  return server.post('/api/session/sign-in', body, undefined, given.address ?? '10.0.0.1');
}

function codeOf(answer: Answer): string | undefined {
  return answer.body.problem?.code;
}

describe('signing in', () => {
  test('the right password opens a session whose token stands nowhere in the database', async () => {
    const account = await giveAccount(world);
    const answer = await signIn(account.name.toUpperCase());
    expect(answer.status).toBe(200);
    expect(answer.token).toMatch(/^[\w-]{43}$/);
    const session = await server.get('/api/session', { token: answer.token! });
    expect(session.body).toMatchObject({ account: { id: account.id, name: account.name, mustChangePassword: false }, mayVisit: [], today: '2026-11-20' });
    const stored = await rows(world.db, sql<{ found: boolean }>`select encode(token_hash, 'escape') like ${`%${answer.token}%`} as found from sessions`);
    expect(stored.some((row) => row.found)).toBe(false);
  });

  test('an unknown name and a wrong password are answered in the same way', async () => {
    const account = await giveAccount(world);
    const wrong = await signIn(account.name, { password: 'sai rồi đồng chí' });
    const unknown = await signIn('khong-co-ai', { password: 'sai rồi đồng chí' });
    expect([wrong.status, codeOf(wrong)]).toEqual([400, 'access.wrongPassword']);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  test('the sixth attempt after five failures is refused, the right password too, until the window has passed', async () => {
    const account = await giveAccount(world);
    for (let attempt = 0; attempt < 5; attempt++) expect(codeOf(await signIn(account.name, { password: 'sai rồi đồng chí' }))).toBe('access.wrongPassword');
    const sixth = await signIn(account.name);
    expect([sixth.status, codeOf(sixth)]).toEqual([429, 'access.tooMany']);
    server.now = later(start, { minutes: 16 });
    expect((await signIn(account.name)).status).toBe(200);
    expect(await countFailures(contextFor(world, undefined, server.now), attemptOf(contextFor(world, undefined), account.name))).toMatchObject({ byName: 0 });
  });

  test('many guesses at the same moment do not slip through together', async () => {
    const account = await giveAccount(world);
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(account.name, { password: 'sai rồi đồng chí', address: '10.0.0.2' })));
    expect(answers.filter((answer) => codeOf(answer) === 'access.wrongPassword').length).toBeLessThanOrEqual(5);
    expect(answers.every((answer) => answer.status === 400 || answer.status === 429)).toBe(true);
  });

  test('thirty failures from one address stop it for every name, and no other address', async () => {
    for (let attempt = 0; attempt < 30; attempt++) await signIn(`ten-${attempt}`, { password: 'sai rồi đồng chí', address: '10.0.0.3' });
    const account = await giveAccount(world);
    expect(codeOf(await signIn(account.name, { address: '10.0.0.3' }))).toBe('access.tooMany');
    expect((await signIn(account.name, { address: '10.0.0.4' })).status).toBe(200);
  });

  test('a success forgets the failures of the name', async () => {
    const account = await giveAccount(world);
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 4; attempt++) await signIn(account.name, { password: 'sai rồi đồng chí', address: `10.0.1.${round}` });
      expect((await signIn(account.name, { address: '10.0.1.9' })).status).toBe(200);
    }
  });

  test('only the right password tells that an account is disabled', async () => {
    const account = await giveAccount(world);
    await world.db.updateTable('accounts').set({ disabled_at: start }).where('id', '=', account.id).execute();
    expect(codeOf(await signIn(account.name, { password: 'sai rồi đồng chí', address: '10.0.2.1' }))).toBe('access.wrongPassword');
    const answer = await signIn(account.name, { address: '10.0.2.1' });
    expect([answer.status, codeOf(answer), answer.token]).toEqual([403, 'access.disabled', undefined]);
  });

  test('neither names nor addresses can be read from the table of failures, and old rows go', async () => {
    await signIn('ai-do', { password: 'sai rồi đồng chí', address: '10.0.2.7' });
    server.now = later(start, { hours: 1 });
    await signIn('ai-khac', { password: 'sai rồi đồng chí', address: '10.0.2.8' });
    await forgetStale({ db: world.db, now: server.now });
    const left = await rows(world.db, sql<{ key: Buffer; at: Date }>`select key, at from sign_in_failures`);
    expect(left).toHaveLength(2);
    expect(left.every((row) => row.key.length === 32 && !row.key.includes('10.0') && !row.key.includes('ai-'))).toBe(true);
  });

  test('a failed sign-in stays in the log although the act was refused', async () => {
    const account = await giveAccount(world);
    await signIn(account.name, { password: 'sai rồi đồng chí', address: '10.0.2.9' });
    const log = await rows(world.db, sql<{ type: string }>`select type from events where subject_id = ${account.id}`);
    expect(log).toEqual([{ type: 'account.signInFailed' }]);
  });
});

describe('a session', () => {
  test('nobody signed in is answered with 401', async () => {
    for (const path of ['/api/session', '/api/session/list']) expect((await server.get(path)).status).toBe(401);
    expect((await server.get('/api/session', { token: 'made-up' })).status).toBe(401);
  });

  test('ends after twelve hours unused and after thirty days in use', async () => {
    const idle = await giveAccount(world);
    expect(await actorOf(world, idle, later(start, { hours: 11 }))).toBeDefined();
    expect(await actorOf(world, idle, later(start, { hours: 22 }))).toBeDefined();
    expect(await actorOf(world, idle, later(start, { hours: 35 }))).toBeUndefined();
    const used = await giveAccount(world);
    for (let hours = 10; hours < 30 * 24; hours += 10) expect(await actorOf(world, used, later(start, { hours }))).toBeDefined();
    expect(await actorOf(world, used, later(start, { days: 30 }))).toBeUndefined();
  });

  test('notes that it was seen at most once a minute', async () => {
    const account = await giveAccount(world);
    const seen = async () => (await world.db.selectFrom('sessions').select('seen_at').where('account_id', '=', account.id).executeTakeFirstOrThrow()).seen_at;
    await actorOf(world, account, new Date(start.getTime() + 59_000));
    expect(await seen()).toEqual(start);
    await actorOf(world, account, later(start, { minutes: 1 }));
    expect(await seen()).toEqual(later(start, { minutes: 1 }));
  });

  test('signing out ends it at once, and clears the cookie', async () => {
    const account = await giveAccount(world);
    const out = await server.post('/api/session/sign-out', {}, account);
    expect([out.status, out.token]).toEqual([200, '']);
    expect((await server.get('/api/session', account)).status).toBe(401);
  });

  test('another of one’s own can be ended, nobody else’s', async () => {
    const account = await giveAccount(world);
    const other = await giveAccount(world);
    const second = (await signIn(account.name, { address: '10.0.3.1' })).token!;
    const list = await server.get('/api/session/list', { token: second });
    const items = list.body['items'] as unknown as { id: string; current: boolean }[];
    expect(items.map((item) => item.current).toSorted()).toEqual([false, true]);
    const first = items.find((item) => !item.current)!.id;
    expect((await server.post(`/api/session/list/${first}/revoke`, {}, other)).status).toBe(404);
    expect((await server.post(`/api/session/list/${first}/revoke`, {}, { token: second })).status).toBe(200);
    expect((await server.get('/api/session', account)).status).toBe(401);
    expect((await server.get('/api/session', { token: second })).status).toBe(200);
  });

  test('a new password ends the other sessions and keeps this one', async () => {
    const account = await giveAccount(world);
    const second = { token: (await signIn(account.name, { address: '10.0.3.2' })).token! };
    const change = (current: string, next: string) => server.post('/api/session/password', { current, next }, second);
    expect(codeOf(await change('sai rồi đồng chí', 'mưa chiều qua núi'))).toBe('access.wrongCurrent');
    expect(codeOf(await change(goodPassword, goodPassword))).toBe('access.passwordSame');
    expect(codeOf(await change(goodPassword, '1234567890'))).toBe('access.passwordCommon');
    expect((await change(goodPassword, 'mưa chiều qua núi')).status).toBe(200);
    expect((await server.get('/api/session', account)).status).toBe(401);
    expect((await server.get('/api/session', second)).status).toBe(200);
    expect((await signIn(account.name, { password: 'mưa chiều qua núi', address: '10.0.3.2' })).status).toBe(200);
  });

  test('opens nothing while a password given by somebody else waits to be changed', async () => {
    const account = await giveAccount(world);
    await giveRole(world, account, { role: 'system_administrator' });
    await world.db.updateTable('accounts').set({ must_change_password: true }).where('id', '=', account.id).execute();
    expect((await server.get('/api/accounts', account)).status).toBe(403);
    await server.post('/api/session/password', { current: goodPassword, next: 'mưa chiều qua núi' }, account);
    expect((await server.get('/api/accounts', account)).status).toBe(200);
  });
});

describe('one-time codes', () => {
  async function turnOn() {
    const account = await giveAccount(world);
    const { secret, uri, qr } = (await server.post('/api/session/codes/start', { password: goodPassword }, account)).body as unknown as Record<'secret' | 'uri' | 'qr', string>;
    const codeAt = (at: Date) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
    return { account, secret, uri, qr, codeAt };
  }

  test('cannot be guessed by giving the password without a code in between', async () => {
    const { account, codeAt } = await turnOn();
    await server.post('/api/session/codes/confirm', { code: codeAt(server.now) }, account);
    server.now = later(start, { minutes: 1 });
    const right = codeAt(server.now);
    const wrong = right === '000000' ? '111111' : '000000';
    const seen: (string | undefined)[] = [];
    for (let guess = 0; guess < 8; guess++) {
      seen.push(codeOf(await signIn(account.name, { code: wrong, address: `10.0.5.${guess}` })));
      await signIn(account.name, { address: '10.0.5.99' });
    }
    expect(seen).toEqual([...Array<string>(5).fill('access.wrongCode'), ...Array<string>(3).fill('access.tooMany')]);
    expect(codeOf(await signIn(account.name, { code: right, address: '10.0.5.98' }))).toBe('access.tooMany');
    // The one who is signed in already proves the password only: the guesses stay counted.
    server.now = later(start, { minutes: 17 });
    for (let guess = 0; guess < 3; guess++) await signIn(account.name, { code: wrong, address: '10.0.5.97' });
    expect((await server.post('/api/session/password', { current: 'sai rồi đồng chí', next: 'mật khẩu khác hẳn 27' }, account)).status).toBe(400);
    expect(await countFailures(contextFor(world, undefined, server.now), attemptOf(contextFor(world, undefined), account.name))).toMatchObject({ byName: 4 });
    expect((await server.post('/api/session/password', { current: goodPassword, next: 'mật khẩu khác hẳn 27' }, account)).status).toBe(200);
    expect(await countFailures(contextFor(world, undefined, server.now), attemptOf(contextFor(world, undefined), account.name))).toMatchObject({ byName: 4 });
    expect((await signIn(account.name, { password: 'mật khẩu khác hẳn 27', code: codeAt(server.now), address: '10.0.5.96' })).status).toBe(200);
    expect(await countFailures(contextFor(world, undefined, server.now), attemptOf(contextFor(world, undefined), account.name))).toMatchObject({ byName: 0 });
  });

  test('asked for take back only the attempt that asked, however many were counted at the same moment', async () => {
    const { account, codeAt } = await turnOn();
    await server.post('/api/session/codes/confirm', { code: codeAt(server.now) }, account);
    for (let failure = 0; failure < 3; failure++) await signIn(account.name, { password: 'sai rồi đồng chí', address: '10.0.6.1' });
    for (let attempt = 0; attempt < 4; attempt++) expect(codeOf(await signIn(account.name, { address: '10.0.6.1' }))).toBe('access.codeNeeded');
    const attempt = attemptOf({ ...contextFor(world, undefined), client: { ...contextFor(world, undefined).client, address: '10.0.6.1' } }, account.name);
    expect(await countFailures(contextFor(world, undefined, server.now), attempt)).toEqual({ byName: 3, byAddress: 3 });
  });

  test('are asked for only after a code confirmed the secret, which is sealed', async () => {
    const { account, secret, uri, qr, codeAt } = await turnOn();
    expect(uri).toContain(`secret=${secret}`);
    expect(qr).toMatch(/^<svg/);
    expect((await signIn(account.name, { address: '10.0.4.1' })).status).toBe(200);
    expect((await server.post('/api/session/codes/confirm', { code: codeAt(server.now) }, account)).status).toBe(200);
    expect(codeOf(await signIn(account.name, { address: '10.0.4.1' }))).toBe('access.codeNeeded');
    const stored = await world.db.selectFrom('accounts').select('totp_sealed').where('id', '=', account.id).executeTakeFirstOrThrow();
    expect(stored.totp_sealed!.includes(secret)).toBe(false);
  });

  test('a code serves once, and none older than the last one used', async () => {
    const { account, codeAt } = await turnOn();
    const first = codeAt(start);
    await server.post('/api/session/codes/confirm', { code: first }, account);
    expect(codeOf(await signIn(account.name, { code: first, address: '10.0.4.2' }))).toBe('access.wrongCode');
    server.now = later(start, { minutes: 2 });
    const second = codeAt(server.now);
    expect((await signIn(account.name, { code: second, address: '10.0.4.2' })).status).toBe(200);
    expect(codeOf(await signIn(account.name, { code: second, address: '10.0.4.2' }))).toBe('access.wrongCode');
    const older = codeAt(new Date(server.now.getTime() - 30_000));
    expect(codeOf(await signIn(account.name, { code: older, address: '10.0.4.2' }))).toBe('access.wrongCode');
  });

  test('guessing codes is limited as guessing passwords is', async () => {
    const { account, codeAt } = await turnOn();
    await server.post('/api/session/codes/confirm', { code: codeAt(start) }, account);
    const wrong = String((Number(codeAt(start)) + 1) % 1_000_000).padStart(6, '0');
    for (let attempt = 0; attempt < 5; attempt++) expect(codeOf(await signIn(account.name, { code: wrong, address: '10.0.4.3' }))).toBe('access.wrongCode');
    expect(codeOf(await signIn(account.name, { code: codeAt(later(start, { minutes: 1 })), address: '10.0.4.3' }))).toBe('access.tooMany');
  });

  test('are turned off with the password only', async () => {
    const { account, codeAt } = await turnOn();
    await server.post('/api/session/codes/confirm', { code: codeAt(start) }, account);
    expect(codeOf(await server.post('/api/session/codes/start', { password: goodPassword }, account))).toBe('access.codesOn');
    expect(codeOf(await server.post('/api/session/codes/stop', { password: 'sai rồi đồng chí' }, account))).toBe('access.wrongCurrent');
    expect((await server.post('/api/session/codes/stop', { password: goodPassword }, account)).status).toBe(200);
    expect((await signIn(account.name, { address: '10.0.4.4' })).status).toBe(200);
  });
});
