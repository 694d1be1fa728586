/** The database and what the code says of it: constraints have their words. */
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
