/** One holder of the embedded database, and commands that join it. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdDatabase, withDatabase } from '../database.access.ts';

let data: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'satcoso-hold-'));
  await chmod(folder, 0o711);
  data = join(folder, 'data');
});
afterAll(() => rm(join(data, '..'), { recursive: true, force: true }));

test('a command joins the database that a server holds, and the server waits for it before it stops it', async () => {
  const place = { data, databaseUrl: undefined };
  const held = await holdDatabase(place);
  const finished: string[] = [];
  const began = Promise.withResolvers<void>();
  const command = withDatabase(place, async (url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    began.resolve();
    await client.query('select pg_sleep(1.5)');
    finished.push('command');
    await client.end();
  });
  await began.promise;
  await held.release();
  finished.push('server');
  await command;
  expect(finished).toEqual(['command', 'server']);
});

test('without a server a command starts the database for itself and stops it again', async () => {
  const place = { data, databaseUrl: undefined };
  const address = await withDatabase(place, async (url) => url);
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => {});
  await expect(client.connect()).rejects.toThrow();
});

test('an external database is neither started nor stopped', async () => {
  const databaseUrl = 'postgres://elsewhere/x';
  expect(await withDatabase({ data, databaseUrl }, async (url) => url)).toBe(databaseUrl);
});
