/** Partitions are made ahead by whoever serves requests, without any right to make tables. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, testKeys, type World } from '../../../test/world/world.ts';
import { meetingContract } from '../../modules/meetings/meeting.contract.ts';
import { record as recordMeeting } from '../../modules/meetings/server/meeting.commands.ts';
import { day } from '../day.ts';
import { firstRow, rows } from '../db/database.ts';
import { createPartitions, partitionFaults, refreshPartitionedStatistics } from '../db/partitions.ts';
import { flushEvents, record, verifyChains } from '../events.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function happen(moment: string): Promise<void> {
  const ctx = contextFor(world, undefined, new Date(moment));
  record(ctx, { type: 'trial.happened' });
  await world.db.transaction().execute((tx) => flushEvents({ ...ctx, db: tx }));
}

async function partitionOf(seq: number): Promise<string | undefined> {
  return (await firstRow(world.owner.db, sql<{ part: string }>`select tableoid::regclass::text as part from events where home_id = 0 and seq = ${seq}`))?.part;
}

test('a row of a year without a partition is caught in the net, and moved when the year gets one', async () => {
  await happen('2028-05-05T00:00:00Z');
  expect(await partitionOf(1)).toBe('events_rest');
  expect(await partitionFaults(world.owner.db, day('2027-06-01'))).toEqual(['attendances_2028', 'events_2028', 'events_rest']);
  expect(await createPartitions(world.db, day('2026-06-01'))).toEqual(['events_2028']);
  expect(await partitionOf(1)).toBe('events_2028');
  expect(await partitionFaults(world.owner.db, day('2027-06-01'))).toEqual(['attendances_2028']);
  expect(await verifyChains(world.db, testKeys)).toEqual([]);
});

test('the year that begins and the next are made once', async () => {
  expect(await createPartitions(world.db, day('2030-01-01'))).toEqual(['attendances_2030', 'attendances_2031', 'events_2030', 'events_2031']);
  expect(await createPartitions(world.db, day('2030-12-31'))).toEqual([]);
});

test('many may ask at the same moment', async () => {
  const made = await Promise.all(Array.from({ length: 4 }, () => createPartitions(world.db, day('2040-01-01')).catch((error: { code?: string }) => error.code)));
  expect(made.filter(Array.isArray).flat()).toEqual(['attendances_2040', 'attendances_2041', 'events_2040', 'events_2041']);
});

test('the application adds to a partition through its table only, and changes nothing in it', async () => {
  await happen('2028-06-05T00:00:00Z');
  for (const statement of [sql`insert into events_2028 select * from events`, sql`update events_2028 set type = 'x'`, sql`delete from events_2028`, sql`drop table events_2028`, sql`update events set type = 'x' where at > '2028-01-01'`]) {
    await expect(statement.execute(world.db)).rejects.toMatchObject({ code: '42501' });
  }
});

test('a number given twice in a home, also with another moment and at the edge of what is read at once, is seen by the verification', async () => {
  const rollback = new Error('rolled back');
  const attempt = world.owner.db.transaction().execute(async (tx) => {
    await happenOften(tx, 998);
    expect(await verifyChains(tx, testKeys)).toEqual([]);
    await sql`insert into events select home_id, seq, at + interval '1 year', type, actor_id, subject_id, unit_id, person_id, data, request_id, hash from events where home_id = 0 and seq = 1000`.execute(tx);
    expect(await verifyChains(tx, testKeys)).toEqual([{ home: 0, seq: 1000 }]);
    throw rollback;
  });
  await expect(attempt).rejects.toBe(rollback);
});

async function happenOften(tx: World['db'], times: number): Promise<void> {
  const ctx = contextFor({ db: tx }, undefined, new Date('2028-07-01T00:00:00Z'));
  for (let count = 0; count < times; count += 1) record(ctx, { type: 'trial.happened' });
  await flushEvents(ctx);
}

test('statistics of the table above the partitions are gathered when they are asked for', async () => {
  await refreshPartitionedStatistics(world.db);
  const found = await firstRow(world.owner.db, sql<{ rows: number }>`select reltuples as rows from pg_class where oid = 'events'::regclass`);
  expect(found?.rows).toBe(2);
});

test('nobody but the application may ask for partitions or their statistics', async () => {
  const found = await rows(world.owner.db, sql<{ name: string; others: boolean; path: boolean }>`
    select proname as name, has_function_privilege('public', oid, 'execute') as others, 'search_path=pg_catalog, pg_temp' = any(proconfig) as path
    from pg_proc where proname in ('create_partitions', 'refresh_partitioned_statistics') order by 1`);
  expect(found).toEqual([{ name: 'create_partitions', others: false, path: true }, { name: 'refresh_partitioned_statistics', others: false, path: true }]);
});

test('a roll of long ago gets the partition of its year, and stays bound to its meeting', async () => {
  const build = buildIn(world);
  const cell = await build.unit({ kind: 'cell' });
  const person = await build.person();
  await build.member(person, cell);
  await build.derive();
  const office = contextFor(world, actorWith([{ role: 'office_officer', unitId: cell }]));
  await act(office, (ctx) => recordMeeting(ctx, meetingContract.record.input.parse({ unitId: cell, kind: 'regular', on: '2017-05-03' })));
  expect(await createPartitions(world.db, day('2026-06-01'))).toEqual(['attendances_2017']);
  const found = await rows(world.owner.db, sql<{ part: string }>`select tableoid::regclass::text as part from attendances where person_id = ${person}`);
  expect(found).toEqual([{ part: 'attendances_2017' }]);
  await expect(sql`delete from meetings where unit_id = ${cell}`.execute(world.owner.db)).rejects.toMatchObject({ code: '23503' });
});
