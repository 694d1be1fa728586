/** Generated data in a database: sound by every rule that doctor knows, marked, as fenced as before, never over other data. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { administer, databaseUrl } from '../../../test/world/database.setup.ts';
import { contextFor, openWorld, type World } from '../../../test/world/world.ts';
import { runProgram, type Ended } from '../../cli/test/program.ts';
import { rollsOf } from '../../modules/meetings/server/index.ts';
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { firstRow, openDatabase, rows, type Db } from '../../platform/db/database.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let world: World;
let data: string;
let before: string[];
let outcome: Ended;

beforeAll(async () => {
  world = await openWorld();
  data = await mkdtemp(join(tmpdir(), 'satcoso-generate-'));
  before = await fences(world.owner.db);
  outcome = await satcoso(['generate', '--size', 'commune', '--seed', '5', '--until', '2026-06-30']);
});
afterAll(async () => {
  await world.close();
  await rm(data, { recursive: true, force: true });
});

test('a commune is made, reorganised, and sound in every respect', async () => {
  expect(outcome).toMatchObject({ code: 0 });
  const doctor = await satcoso(['--lang', 'en', 'doctor']);
  expect(doctor.out).toMatch(/^ok +the tree of units/m);
  expect(doctor.out).not.toMatch(/^FAULT (the tree|placements|tenures|no more|the chain)/m);
});

test('every index and constraint is there again, word for word', async () => {
  expect(await fences(world.owner.db)).toEqual(before);
});

test('the installation says that its data are made up, and each role can be tried', async () => {
  const marks = await rows(world.owner.db, sql<{ sample: boolean }>`select sample from import_sources union all select sample from accounts`);
  expect(marks).toEqual(Array.from({ length: 6 }, () => ({ sample: true })));
});

test('after the reorganisation the districts are gone and the new committees have their officers', async () => {
  const found = await firstRow(world.owner.db, sql<{ districts: number; holders: number }>`
    select (select count(*)::int from unit_versions where kind = 'district' and valid @> '2025-07-01'::date) as districts,
      (select count(*)::int from tenures t join posts p on p.id = t.post_id join unit_versions v on v.unit_id = p.unit_id and v.kind = 'commune_party' and v.valid @> '2025-07-01'::date
        where t.valid @> '2025-07-01'::date) as holders`);
  expect(found?.districts).toBe(0);
  expect(found?.holders).toBeGreaterThan(3);
});

test('cells met for a year: most each month, some late, not all; who was there is written of the last two months', async () => {
  const found = await firstRow(world.owner.db, sql<{ months: number; meetings: number; cells: number; rolled: string; wrong: number; bookless: number; ahead: number }>`
    select count(distinct date_trunc('month', m.held_on))::int as months, count(*)::int as meetings, count(distinct m.unit_id)::int as cells,
      (select string_agg(distinct to_char(a.held_on, 'YYYY-MM'), ' ') from attendances a) as rolled,
      count(*) filter (where a.roll > 0 and (a.expected, a.came) is distinct from (m.expected, m.present + m.online))::int as wrong,
      (select count(*) from meetings x where not exists (select from meeting_books b where b.home_id = x.home_id and b.meeting_id = x.id))::int as bookless,
      count(*) filter (where m.held_on > '2026-06-30' or m.adopted_on > '2026-06-30')::int as ahead
    from meetings m cross join lateral (select count(*) as roll, count(*) filter (where basis = 'expected') as expected, count(*) filter (where basis = 'expected' and mark in ('present', 'online')) as came
      from attendances a where a.home_id = m.home_id and a.meeting_id = m.id) a`);
  expect(found).toMatchObject({ months: 12, rolled: '2026-05 2026-06', wrong: 0, bookless: 0, ahead: 0 });
  expect(found!.meetings / found!.cells).toBeGreaterThan(9);
  expect(found!.meetings / found!.cells).toBeLessThan(16);
});

test('the roll of a generated meeting is the one that opening it would draw up', async () => {
  const held = await rows(world.owner.db, sql<{ id: Id<'meeting'>; unitId: Id<'unit'>; kind: 'regular'; on: Day }>`select id, unit_id as "unitId", kind, held_on as on from meetings where held_on >= '2026-05-01' order by id limit 120`);
  const rolls = await rollsOf(contextFor(world, undefined), held.map((meeting) => ({ ...meeting, expectsAway: false })));
  expect(held.length).toBe(120);
  for (const [at, { id }] of held.entries()) {
    const written = await rows(world.owner.db, sql`select person_id as "personId", basis, standing from attendances where meeting_id = ${id} order by person_id`);
    expect(written).toEqual(rolls[at]!.map(({ personId, basis, standing }) => ({ personId, basis, standing })).toSorted((a, b) => (a.personId < b.personId ? -1 : 1)));
  }
});

test('where anything stands already nothing is written, and the refusal says what to do', async () => {
  const count = await firstRow(world.owner.db, sql<{ people: number }>`select count(*)::int as people from people`);
  const again = await satcoso(['generate', '--size', 'commune', '--seed', '6']);
  expect(again.code).toBe(3);
  expect(again.err).toContain('không trống');
  expect(await firstRow(world.owner.db, sql<{ people: number }>`select count(*)::int as people from people`)).toEqual(count);
});

test('an empty database gets its structure first, one of an older version is left as it is', async () => {
  const name = `satcoso_generate_${process.pid}`;
  await administer(inject('databaseServer'), `create database ${name}`);
  const url = databaseUrl(inject('databaseServer'), name);
  const owner = openDatabase({ url, connections: 1 });
  const again = await mkdtemp(join(tmpdir(), 'satcoso-generate-'));
  const make = () => satcoso(['generate', '--size', 'commune', '--no-reorganisation', '--months', '1', '--roll-months', '0'], { DATABASE_URL: url, SATCOSO_DATA: again });
  try {
    expect(await make()).toMatchObject({ code: 0 });
    await sql`delete from schema_migrations where name = (select max(name) from schema_migrations)`.execute(owner.db);
    const refused = await make();
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('satcoso migrate')]);
  } finally {
    await owner.close();
    await administer(inject('databaseServer'), `drop database ${name} with (force)`);
    await rm(again, { recursive: true, force: true });
  }
});

test('what a query needs of the large tables can be read from their indexes alone', async () => {
  const unseen = await rows(world.owner.db, sql<{ name: string }>`select relname as name from pg_class where relname in ('people', 'memberships', 'placements') and relallvisible < relpages`);
  expect(unseen).toEqual([]);
});

function satcoso(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return runProgram(words, { DATABASE_URL: world.url, SATCOSO_DATA: data, ...environment });
}

async function fences(db: Db): Promise<string[]> {
  const found = await rows(db, sql<{ text: string }>`
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as text from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public' order by 1`);
  return found.map(({ text }) => text);
}

test('a last day before anything is recorded, or after today, is refused with what is right', async () => {
  for (const until of ['1990-01-01', '2100-01-01']) {
    const refused = await satcoso(['--lang', 'en', 'generate', '--size', 'commune', '--until', until]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('between 2022-01-01 and') });
  }
});
