import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { contextFor, openWorld, type World } from '../../../test/world/world.ts';
import { mayDo } from '../reach.ts';
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
