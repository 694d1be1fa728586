/** Printed values recorded before the first day of a period had a column of its own. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrate } from '../../platform/db/migrate.ts';
import { administer, databaseUrl } from '../../../test/world/database.setup.ts';

const name = `satcoso_printed_${process.pid}`;
const unit = '00000000-0000-7000-8000-0000000000aa';
let client: pg.Client;

beforeAll(async () => {
  const server = inject('databaseServer');
  await administer(server, `create database ${name}`);
  const url = databaseUrl(server, name);
  await migrate({ url, upTo: '0008_create_refresh_statistics.sql' });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('insert into units (id, home_id, created_at) values ($1, 0, now())', [unit]);
  for (const [source, figure, filters] of [
    ['state', 'members', { sex: ['female'] }],
    ['flow', 'members.ends', { from: ['2022-03-01'], sex: ['female'] }],
    ['flow of a year', 'members.admissions', {}],
  ] as const) {
    await client.query("insert into printed_values (id, figure, unit_id, as_of, filters, count, source, recorded_at) values (gen_random_uuid(), $1, $2, '2022-12-31', $3, 1, $4, now())", [figure, unit, JSON.stringify(filters), source]);
  }
  await migrate({ url });
});
afterAll(async () => {
  await client.end();
  await administer(inject('databaseServer'), `drop database ${name} with (force)`);
});

test('the first day moves out of the filters; a flow without one began with the year', async () => {
  const { rows } = await client.query('select source, from_day::text, filters from printed_values order by source');
  expect(rows).toEqual([
    { source: 'flow', from_day: '2022-03-01', filters: { sex: ['female'] } },
    { source: 'flow of a year', from_day: '2022-01-01', filters: {} },
    { source: 'state', from_day: null, filters: { sex: ['female'] } },
  ]);
});
