/** The database and what the code says of it: constraints have their words, tables have their place in a distribution. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows } from '../../src/platform/db/database.ts';
import { openWorld, type World } from '../world/world.ts';
import { findProblemTexts, findRefusals } from './sources.ts';
import { bugIfHit } from './constraints.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('every constraint that a user can run into has a refusal; every other is listed with the reason why nobody can', async () => {
  const found = await rows(world.owner.db, sql<{ name: string }>`
    select conname as name from pg_constraint where contype in ('u', 'x', 'c', 'f') and connamespace = 'public'::regnamespace and conparentid = 0
    union
    select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indisunique and c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by 1`);
  const refusals = await findRefusals();
  expect(found.map((row) => row.name).filter((name) => !(name in refusals) && !(name in bugIfHit))).toEqual([]);
});

test('no refusal and no exception stands for a constraint that is not there', async () => {
  const found = new Set((await rows(world.owner.db, sql<{ name: string }>`
    select conname as name from pg_constraint where connamespace = 'public'::regnamespace
    union select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace`)).map((row) => row.name));
  const refusals = await findRefusals();
  expect([...Object.keys(refusals), ...Object.keys(bugIfHit)].filter((name) => !found.has(name))).toEqual([]);
  expect(Object.keys(bugIfHit).filter((name) => name in refusals)).toEqual([]);
});

test('every refusal of a constraint has a sentence in both languages', async () => {
  const texts = await findProblemTexts();
  const codes = Object.values(await findRefusals()).map((refusal) => refusal.code);
  expect(codes.filter((code) => !texts[code]?.vi || !texts[code].en)).toEqual([]);
});

test('every table stands in db/distribution.json, and nothing else does', async () => {
  const tables = await rows(world.owner.db, sql<{ name: string }>`select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition order by 1`);
  expect(Object.keys(await readDistribution()).toSorted()).toEqual(tables.map((table) => table.name).toSorted());
});

test('every distributed table has its home first in its primary key and in each constraint that compares rows', async () => {
  const distribution = await readDistribution();
  const distributed = Object.keys(distribution).filter((table) => distribution[table] === 'distributed');
  const keys = await rows(world.owner.db, sql<{ table: string; name: string; first: string }>`
    select t.relname as table, k.conname as name, a.attname as first from pg_constraint k join pg_class t on t.oid = k.conrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
    where k.contype in ('p', 'u', 'x') and t.relname = any(${distributed}::text[])`);
  expect(keys.filter((key) => key.first !== 'home_id')).toEqual([]);
  expect(distributed.filter((table) => !keys.some((key) => key.table === table && key.name === `${table}_pkey`))).toEqual([]);
});

test('a foreign key between distributed tables carries the home, and nothing else points at a distributed table', async () => {
  const distribution = await readDistribution();
  const links = await rows(world.owner.db, sql<{ name: string; from: string; to: string; first: string }>`
    select k.conname as name, t.relname as from, r.relname as to, a.attname as first from pg_constraint k
    join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace`);
  const wrong = links.filter((link) => distribution[link.to] === 'distributed' && (distribution[link.from] !== 'distributed' || link.first !== 'home_id'));
  expect(wrong).toEqual([]);
});

async function readDistribution(): Promise<Record<string, string>> {
  const text = await readFile(join(import.meta.dirname, '../../db/distribution.json'), 'utf8');
  return JSON.parse(text) as Record<string, string>;
}
