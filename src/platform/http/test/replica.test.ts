/** Reads from a copy that follows the database: which ones, and what somebody sees who has just written. */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startReplicaPair, type ReplicaPair } from '../../../../test/world/replica.ts';
import { testKeys } from '../../../../test/world/keys.ts';
import { act, query } from '../../contract.ts';
import { applicationRole, firstRow, openDatabase, type Database } from '../../db/database.ts';
import { openReplica } from '../../db/replica.ts';
import { flushEvents, recordNow } from '../../events.ts';
import { buildKernel } from '../kernel.ts';
import { bind } from '../routes.ts';

const about = { open: 'a test needs nobody', summary: { vi: 'Thử', en: 'Test' } };
const write = act({ name: 'test.write', path: '/api/test/write', ...about, input: z.strictObject({ text: z.string() }), output: z.object({}) });
const read = query({ name: 'test.read', path: '/api/test/read', ...about, input: z.strictObject({}), output: z.object({ text: z.unknown(), copy: z.boolean() }) });
const noted = query({ name: 'test.noted', path: '/api/test/noted', ...about, input: z.strictObject({}), output: z.object({ copy: z.boolean() }) });
const sneaky = query({ name: 'test.sneaky', path: '/api/test/sneaky', ...about, input: z.strictObject({}), output: z.object({ copy: z.boolean() }) });

let pair: ReplicaPair;
let primary: Database;
let copy: Database;
let owner: Database;
let app: FastifyInstance;
let now = 0;

beforeAll(async () => {
  pair = await startReplicaPair();
  primary = openDatabase({ url: pair.primary, role: applicationRole, connections: 4 });
  copy = openDatabase({ url: pair.replica, role: applicationRole, connections: 4 });
  owner = openDatabase({ url: pair.replica, connections: 1 });
  const isCopy = sql<boolean>`pg_is_in_recovery()`;
  app = await buildKernel({
    db: primary.db, keys: testKeys, log: pino({ level: 'silent' }), refusals: {}, findActor: async () => undefined, flushEvents,
    replica: openReplica({ primary: primary.db, replica: copy.db, mostLag: 5000, clock: () => now }),
    routes: [
      bind(write, async (ctx, { text }) => {
        await sql`insert into settings (key, value) values ('test', ${JSON.stringify(text)}) on conflict (key) do update set value = excluded.value`.execute(ctx.db);
        return {};
      }),
      bind(read, async (ctx) => (await firstRow(ctx.db, sql<{ text: unknown; copy: boolean }>`select (select value from settings where key = 'test') as text, ${isCopy} as copy`))!),
      bind(noted, async (ctx) => {
        await recordNow(ctx, { type: 'test.read' });
        return (await firstRow(ctx.db, sql<{ copy: boolean }>`select ${isCopy} as copy`))!;
      }),
      bind(sneaky, async (ctx) => {
        await sql`update settings set value = value`.execute(ctx.db);
        return (await firstRow(ctx.db, sql<{ copy: boolean }>`select ${isCopy} as copy`))!;
      }),
    ],
  });
});
afterAll(async () => {
  await app.close();
  for (const database of [primary, copy, owner]) await database.close();
  await pair.close();
});

test('a read goes to the copy; who has just written reads his own act from the primary until the copy has it', async () => {
  const first = await post('một');
  await expect.poll(() => get(read, first)).toEqual({ text: 'một', copy: true });

  await sql`select pg_wal_replay_pause()`.execute(owner.db);
  await expect.poll(async () => (await firstRow(owner.db, sql<{ state: string }>`select pg_get_wal_replay_pause_state() as state`))?.state).toBe('paused');
  const second = await post('hai');
  expect(await get(read, second)).toEqual({ text: 'hai', copy: false });
  expect(await get(read)).toEqual({ text: 'một', copy: true });

  await sql`select pg_wal_replay_resume()`.execute(owner.db);
  await expect.poll(() => get(read, second)).toEqual({ text: 'hai', copy: true });
});

test('a copy further behind than allowed takes no reads, not even of those who wrote nothing', async () => {
  await sql`select pg_wal_replay_pause()`.execute(owner.db);
  await post('ba');
  now += 6000;
  expect(await get(read)).toEqual({ text: 'ba', copy: false });
  await sql`select pg_wal_replay_resume()`.execute(owner.db);
  await expect.poll(() => get(read)).toEqual({ text: 'ba', copy: true });
});

test('a read that records who looked writes to the primary; one that writes by itself is answered by the primary', async () => {
  const before = await countEvents();
  expect(await get(noted)).toEqual({ copy: true });
  expect(await countEvents()).toBe(before + 1);
  expect(await get(sneaky)).toEqual({ copy: false });
});

test('a position that nobody wrote is as good as none, and one beyond the log leads to the primary', async () => {
  expect(await get(read, 'x; drop')).toMatchObject({ copy: true });
  expect(await get(read, 'FFFFFFFF/FFFFFFFF')).toMatchObject({ copy: false });
});

test('when the copy is gone all reads go on at the primary', async () => {
  await pair.stopReplica();
  expect(await get(read)).toEqual({ text: 'ba', copy: false });
  expect(await get(read, await post('bốn'))).toEqual({ text: 'bốn', copy: false });
});

async function post(text: string): Promise<string> {
  const reply = await app.inject({ method: 'POST', url: write.path, payload: { text } });
  expect(reply.statusCode).toBe(200);
  return reply.cookies.find(({ name }) => name === 'satcoso_seen')!.value;
}

/** Time goes on by a second with each read: the copy is looked at anew. */
async function get(procedure: typeof read | typeof noted | typeof sneaky, seen?: string): Promise<unknown> {
  now += 1000;
  const reply = await app.inject({ method: 'GET', url: procedure.path, ...(seen === undefined ? {} : { cookies: { satcoso_seen: seen } }) });
  expect(reply.statusCode).toBe(200);
  return reply.json();
}

async function countEvents(): Promise<number> {
  const row = await firstRow(primary.db, sql<{ count: number }>`select count(*) as count from events where type = 'test.read'`);
  return row!.count;
}
