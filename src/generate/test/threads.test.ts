/** People drawn by threads: the rows are those of the seed however many threads there are, and a failure ends all of them. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sql } from 'kysely';
import { openWorld, testKeys, type World } from '../../../test/world/world.ts';
import type { Day } from '../../platform/day.ts';
import { firstRow } from '../../platform/db/database.ts';
import { dayNumber } from '../day.numbers.ts';
import { drawInThreads, type PieceSink } from '../draw.threads.ts';
import { buildCountry, generate, type Generation } from '../generate.ts';
import type { Country } from '../structure.ts';
import { planTerritory, type ProvincePlan } from '../territory.plan.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const never = new Promise<never>(() => {});
const nothing = { write() {}, breathe: async () => {} };

let country: Country;
beforeAll(async () => {
  const { provinces } = await planTerritory({ size: 'commune', seed: '7', folder: undefined });
  const [first] = provinces;
  const several = [1, 2, 3, 4].map((home): ProvincePlan => ({ ...first!, home, code: `0${home}` }));
  country = await buildCountry(nothing, { seed: '7' }, { provinces: several, lists: undefined });
});

test('one thread and two give the same rows in every table', async () => {
  const [one, two] = [await drawn(1), await drawn(2)];
  expect([...one.keys()].toSorted()).toEqual(['away_spells', 'exemptions', 'memberships', 'people', 'person_keys', 'placements', 'posts', 'tenures']);
  expect(one.get('people')!.length).toBeGreaterThan(4000);
  expect(new Set(one.get('people')!.map((line) => line.split('\t')[0]))).toEqual(new Set(['1', '2', '3', '4']));
  for (const [table, lines] of one) expect(two.get(table), table).toEqual(lines);
});

test('where rows are refused the drawing ends with the refusal', async () => {
  await expect(draw({ failed: never, take: () => Promise.reject(new Error('refused')) }, 2)).rejects.toThrow('refused');
  await expect(draw({ failed: Promise.reject(new Error('gone')), take: () => never }, 2)).rejects.toThrow('gone');
});

test('a fault within a thread ends the drawing with that fault', async () => {
  const sink: PieceSink = { failed: never, take: async () => {} };
  const broken = { ...country, provinces: country.provinces.map((province) => ({ ...province, cells: [] })) };
  await expect(drawInThreads({ sink, threads: 2, start: startWith(broken), onCells() {} })).rejects.toThrow('no element');
});

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('after a failure the database is empty and fenced as before, and the next run succeeds', async () => {
  const before = await fences();
  const generation: Generation = { url: world.url, keys: testKeys, size: 'commune', seed: '7', folder: undefined, until: '2026-06-30' as Day, isReorganised: true, threads: 2 };
  await expect(generate({ ...generation, keys: { ...testKeys, sealing: [] } })).rejects.toThrow();
  const left = await firstRow(world.owner.db, sql<{ units: number; people: number }>`select (select count(*)::int from units) as units, (select count(*)::int from people) as people`);
  expect(left).toEqual({ units: 0, people: 0 });
  expect(await fences()).toBe(before);
  expect((await generate(generation)).rows).toBeGreaterThan(5000);
  expect(await fences()).toBe(before);
});

function startWith(given: Country) {
  return { country: given, seed: '7', keys: testKeys, until: dayNumber('2026-06-30'), isReorganised: true };
}

async function draw(sink: PieceSink, threads: number): Promise<number> {
  let cells = 0;
  await drawInThreads({ sink, threads, start: startWith(country), onCells: (count) => void (cells += count) });
  return cells;
}

/** Lines by table, in one order, without what is sealed: that differs each time. */
async function drawn(threads: number): Promise<Map<string, string[]>> {
  const lines = new Map<string, string[]>();
  const decoder = new TextDecoder();
  const take: PieceSink['take'] = async ({ table, text, rows }) => {
    const own = decoder.decode(text).split('\n').slice(0, -1);
    expect(own).toHaveLength(rows);
    lines.set(table, [...(lines.get(table) ?? []), ...own.map((line) => line.replaceAll(/\\\\x[0-9a-f]{65,}/g, 'sealed'))]);
  };
  expect(await draw({ failed: never, take }, threads)).toBe(country.provinces.reduce((sum, { cells }) => sum + cells.length, 0));
  return new Map([...lines].map(([table, own]) => [table, own.toSorted()]));
}

async function fences(): Promise<string> {
  const found = await firstRow(world.owner.db, sql<{ text: string }>`
    select string_agg(text, E'\n' order by text) as text from (
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as text from pg_constraint where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public') as fences`);
  return found!.text;
}
