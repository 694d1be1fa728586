/** The program and the database count an age in the same way: lists and pages show what figures count. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { yearsSince } from '../../../figures/bands.ts';
import { addDays, day, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { ageOn } from '../person.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function agesInDatabase(pairs: readonly (readonly [Day, Day])[]): Promise<number[]> {
  const found = await rows(world.db, sql<{ age: number }>`
    select ${yearsSince(sql`x.birth`)}::int as age from unnest(${pairs.map(([birth]) => birth)}::date[], ${pairs.map(([, on]) => on)}::date[]) with ordinality x (birth, day, n) order by x.n`);
  return found.map(({ age }) => age);
}

test('at the end of February of every kind of year', async () => {
  const births = ['2000-02-28', '2000-02-29', '2000-03-01', '1999-02-28', '1999-03-01'].map(day);
  const days = ['2022-02-27', '2022-02-28', '2022-03-01', '2024-02-28', '2024-02-29', '2024-03-01', '2100-02-28', '2100-03-01'].map(day);
  const pairs = births.flatMap((birth) => days.map((on) => [birth, on] as const));
  expect(pairs.map(([birth, on]) => ageOn({ on: birth, precision: 'day' }, on))).toEqual(await agesInDatabase(pairs));
});

test('on any day', async () => {
  const anyPair = fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 })).map(([born, later]) => [addDays(day('1900-01-01'), born), addDays(day('1900-01-01'), born + later)] as const);
  await fc.assert(fc.asyncProperty(fc.array(anyPair, { minLength: 200, maxLength: 400 }), async (pairs) => {
    expect(pairs.map(([birth, on]) => ageOn({ on: birth, precision: 'day' }, on))).toEqual(await agesInDatabase(pairs));
  }), { numRuns: 10 });
});
