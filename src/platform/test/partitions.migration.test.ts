/** The log as it stood in one table before it was partitioned by year: nothing is lost, and the chain still holds. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { day } from '../day.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { partitionFaults } from '../db/partitions.ts';
import { chainHeads, flushEvents, record, verifyChains } from '../events.ts';
import { administer, databaseUrl } from '../../../test/world/database.setup.ts';
import { contextFor, testKeys } from '../../../test/world/world.ts';

const name = `satcoso_partitions_${process.pid}`;
// The last is the first moment of 2027 in Vietnam.
const moments = ['2019-07-01T00:00:00Z', '2024-02-29T12:00:00Z', '2026-11-20T03:00:00Z', '2026-12-31T16:59:59.999Z', '2026-12-31T17:00:00Z'];
let database: Database;
let client: pg.Client;
let headsBefore: string[];
let rowsBefore: unknown[];

beforeAll(async () => {
  const url = databaseUrl(inject('databaseServer'), name);
  await administer(inject('databaseServer'), `create database ${name}`);
  await migrate({ url, upTo: '0015~' });
  database = openDatabase({ url, connections: 2 });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const moment of moments) {
    const ctx = contextFor(database, undefined, new Date(moment));
    record(ctx, { type: 'trial.happened', data: { moment } });
    await database.db.transaction().execute((tx) => flushEvents({ ...ctx, db: tx }));
  }
  headsBefore = await chainHeads(database.db);
  rowsBefore = await readRows();
  await migrate({ url });
});
afterAll(async () => {
  await client.end();
  await database.close();
  await administer(inject('databaseServer'), `drop database ${name} with (force)`);
});

test('every event stands as it stood, and the chain is whole', async () => {
  expect(rowsBefore).toHaveLength(moments.length);
  expect(await readRows()).toEqual(rowsBefore);
  expect(await chainHeads(database.db)).toEqual(headsBefore);
  expect(await verifyChains(database.db, testKeys)).toEqual([]);
});

test('each lies in the partition of its year, counted in Vietnam, and none in the net', async () => {
  const { rows } = await client.query<{ part: string }>('select tableoid::regclass::text as part from events order by seq');
  expect(rows.map(({ part }) => part)).toEqual(['events_2019', 'events_2024', 'events_2026', 'events_2026', 'events_2027']);
  expect(await partitionFaults(database.db, day('2026-11-20'))).toEqual([]);
});

async function readRows(): Promise<unknown[]> {
  return (await client.query('select * from events order by home_id, seq')).rows;
}
