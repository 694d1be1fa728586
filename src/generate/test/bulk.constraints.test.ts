/** Putting indexes and constraints back takes the longest at size: whoever waits is told how far it has come. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/world/world.ts';
import { hasTakenOff, putBack, takeOff } from '../bulk.constraints.ts';
import { tableColumns, type LoadedTable } from '../copy.loader.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('each index and constraint that is back is told, and the last one is all of them', async () => {
  await takeOff(world.owner.db, Object.keys(tableColumns) as LoadedTable[]);
  const told: [done: number, total: number][] = [];
  await putBack(world.owner.db, { onProgress: (done, total) => told.push([done, total]) });
  const total = told[0]![1];
  expect(total).toBeGreaterThan(30);
  expect(told).toEqual(Array.from({ length: total }, (_, index) => [index + 1, total]));
  expect(await hasTakenOff(world.owner.db)).toBe(false);
});
