import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { contextFor, openWorld, type World } from '../../../test/world/world.ts';
import { sql } from 'kysely';
import { rows } from '../../platform/db/database.ts';
import { mayDo, reach } from '../reach.ts';
import { actorOf, giveAccount, giveRole, later, start } from './access.world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('a reach of children ends where a child moves one level down', async () => {
  const build = buildIn(world);
  const top = await build.unit({ kind: 'commune_party' });
  const middle = await build.unit({ kind: 'grassroots_party', parent: top });
  const moved = await build.unit({ kind: 'cell', parent: top });
  await build.move(moved, { hierarchy: 'party', parent: middle, on: '2026-11-20' });
  await build.derive();
  const account = await giveAccount(world);
  await giveRole(world, account, { role: 'cell_secretary', unitId: top, reach: 'children' });
  const before = later(start, { hours: -11 });
  expect(await mayDo(contextFor(world, await actorOf(world, account, before), before), 'person.read', moved)).toBe(true);
  expect(await mayDo(contextFor(world, await actorOf(world, account)), 'person.read', middle)).toBe(true);
  expect(await mayDo(contextFor(world, await actorOf(world, account)), 'person.read', moved)).toBe(false);
});

test('a reach asked row by row holds whatever the rows are called', async () => {
  const build = buildIn(world);
  const mine = await build.unit({ kind: 'commune_party' });
  await build.unit({ kind: 'commune_party' });
  await build.derive();
  const account = await giveAccount(world);
  await giveRole(world, account, { role: 'office_officer', unitId: mine });
  const ctx = contextFor(world, await actorOf(world, account));
  for (const alias of ['k', 'c', 'u', 'm']) {
    const column = sql.ref(`${alias}.id`);
    const found = await rows(world.db, sql<{ id: string }>`select ${column} as id from units ${sql.id(alias)} where ${reach(ctx, 'unit.read').at(`${alias}.id`)}`);
    expect(found.map(({ id }) => id)).toEqual([mine]);
  }
});
