/** The command as an operator uses it: a process, its words, its exit code. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { firstRow } from '../../platform/db/database.ts';
import { announceServer } from '../../platform/presence.ts';
import { administer, databaseUrl } from '../../../test/world/database.setup.ts';
import { openWorld, type World } from '../../../test/world/world.ts';
import { runProgram, type Ended } from './program.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 });

let world: World;
let data: string;

beforeAll(async () => {
  world = await openWorld();
  data = await mkdtemp(join(tmpdir(), 'satcoso-cli-'));
});
afterAll(async () => {
  await world.close();
  await rm(data, { recursive: true, force: true });
});

test('help speaks Vietnamese, and English where it is asked to', async () => {
  expect((await satcoso(['backup', '--help'])).out).toContain('Cách dùng: satcoso backup');
  expect((await satcoso(['--lang', 'en', 'backup', '--help'])).out).toContain('Usage: satcoso backup');
});

test.for([['nonsense'], ['backup'], ['backup', 'a', '--frob'], ['figure', 'members'], ['figure', 'members', '--unit', 'x', '--as-of', '2022-02-30']])('wrong usage ends with 2: %s', async (words) => {
  const { code, err } = await satcoso(words);
  expect([code, err]).toEqual([2, expect.stringMatching(/./)]);
});

test('a database that cannot be reached ends with 3 and one sentence', async () => {
  const { code, err } = await satcoso(['migrate'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect(code).toBe(3);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('ECONNREFUSED');
});

test('migrating what is current changes nothing', async () => {
  expect(await satcoso(['migrate'])).toMatchObject({ code: 0, out: 'cấu trúc đã mới nhất\n' });
});

test('an account made at the console is in the log, in the name of the installation; the doctor finds everything well', async () => {
  const made = await satcoso(['user', 'create', 'lan.tran', '--display-name', 'Trần Thị Lan']);
  expect(made.code, made.err).toBe(0);
  expect((await satcoso(['user', 'grant', 'lan.tran', 'system_administrator'])).code).toBe(0);
  expect((await satcoso(['user', 'list'])).out).toBe('lan.tran\twaiting\tsystem_administrator\tTrần Thị Lan\n');
  const event = await firstRow(world.db, sql<{ actor_id: string }>`select actor_id from events where type = 'account.created'`);
  expect(event?.actor_id).toBe('00000000-0000-0000-0000-000000000000');
  const { code, out } = await satcoso(['doctor']);
  expect([code, out]).toEqual([0, expect.not.stringContaining('LỖI')]);
});

test('a backup restores into another database, where the doctor finds everything well', async () => {
  const file = join(data, 'all.satcoso');
  expect((await satcoso(['backup', file])).code).toBe(0);
  const name = `satcoso_cli_${process.pid}`;
  await administer(inject('databaseServer'), `create database ${name}`);
  const elsewhere = { DATABASE_URL: databaseUrl(inject('databaseServer'), name) };
  try {
    expect(await satcoso(['restore', file], elsewhere)).toMatchObject({ code: 0 });
    expect((await satcoso(['user', 'list'], elsewhere)).out).toContain('lan.tran');
    expect((await satcoso(['doctor'], elsewhere)).code).toBe(0);
    expect((await satcoso(['restore', file], elsewhere)).code).toBe(3);
  } finally {
    await administer(inject('databaseServer'), `drop database ${name} with (force)`);
  }
});

test('keys are not rotated beside a running server, and are once it has stopped', async () => {
  const leave = await announceServer(world.url);
  expect((await satcoso(['keys', 'rotate'])).code).toBe(3);
  await leave();
  expect((await satcoso(['keys', 'rotate'])).code).toBe(0);
});

test('the doctor ends with 1 and says where the log was altered', async () => {
  await sql`update events set data = '{"forged": true}' where home_id = 0 and seq = 1`.execute(world.owner.db);
  const { code, out } = await satcoso(['doctor']);
  expect(code).toBe(1);
  expect(out).toMatch(/LỖI {2}chuỗi nhật ký nguyên vẹn: 1 chỗ\n +0\/1/);
});

function satcoso(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return runProgram(words, { SATCOSO_DATA: data, DATABASE_URL: world.url, ...environment });
}
