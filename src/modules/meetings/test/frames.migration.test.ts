/** Acts on scoring frames that were recorded before they were kept as series of entries. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrate } from '../../../platform/db/migrate.ts';
import { administer, databaseUrl } from '../../../../test/world/database.setup.ts';

const name = `satcoso_frames_${process.pid}`;
const frame = { id: '00000000-0000-7000-8000-0000000000f1', period: { from: '2026-01-01', to: null }, criteria: [{ code: 'process', most: 100, vi: 'Tổ chức', en: 'Process' }], document: 'Hướng dẫn 01-HD/TU', confidence: 'read' };
const ended = { ...frame, period: { from: '2026-01-01', to: '2026-06-30' } };
let client: pg.Client;

beforeAll(async () => {
  const server = inject('databaseServer');
  await administer(server, `create database ${name}`);
  const url = databaseUrl(server, name);
  await migrate({ url, upTo: '0039_settle_conflicts.sql' });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [reason, kind, before, after] of [
    ['first', 'set', { scopeUnitId: null, frames: [] }, { scopeUnitId: null, frames: [frame] }],
    ['second', 'ended', { scopeUnitId: null, frames: [frame] }, { scopeUnitId: null, frames: [ended] }],
    ['as it is now', 'ended', { scopeUnitId: null, entries: [frame] }, { scopeUnitId: null, entries: [ended] }],
  ] as const) {
    await client.query('insert into score_frame_acts (id, kind, reason, before, after, recorded_at) values (gen_random_uuid(), $1, $2, $3, $4, now())', [kind, reason, JSON.stringify(before), JSON.stringify(after)]);
  }
  await migrate({ url });
});
afterAll(async () => {
  await client.end();
  await administer(inject('databaseServer'), `drop database ${name} with (force)`);
});

test('have their frames as entries, so that they can be undone; the rest of them is as it was', async () => {
  const { rows } = await client.query('select reason, before, after from score_frame_acts order by recorded_at');
  const ends = { before: { scopeUnitId: null, entries: [frame] }, after: { scopeUnitId: null, entries: [ended] } };
  expect(rows).toEqual([
    { reason: 'first', before: { scopeUnitId: null, entries: [] }, after: { scopeUnitId: null, entries: [frame] } }, { reason: 'second', ...ends }, { reason: 'as it is now', ...ends },
  ]);
});
