/** What concerns a person goes with the papers of the body where it was kept, and to nobody else. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { actorWith, contextFor, openWorld, type World } from '../../../test/world/world.ts';
import { rows } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { placedAt } from '../reach.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const ended = { to: '2025-06-30' };

async function placed(unitId: Id<'unit'>, asked: readonly Id<'unit'>[]): Promise<string[]> {
  const ctx = contextFor(world, actorWith([{ role: 'office_officer', unitId }]));
  const found = await rows(world.db, sql<{ id: string }>`select u.id from units u where u.id = any(${[...asked]}::uuid[]) and ${placedAt(ctx, 'review.read')('u.id')}`);
  return found.map(({ id }) => id).toSorted();
}

test('the papers of a merged body go to the one that took it over whole, step by step, from that day on', async () => {
  const build = buildIn(world);
  const [first, second] = [await build.unit({ kind: 'commune_party', to: '2019-12-31' }), await build.unit({ kind: 'commune_party', from: '2020-01-01', ...ended })];
  const heir = await build.unit({ kind: 'commune_party', from: '2025-07-01' });
  const next = await build.unit({ kind: 'commune_party', from: '2025-07-01' });
  await build.lineage(first, second, '2020-01-01');
  await build.lineage(second, heir, '2025-07-01');
  await build.lineage(heir, next, '2027-01-01');
  expect(await placed(heir, [first, second, next])).toEqual([first, second].toSorted());
  expect(await placed(next, [first, second, heir])).toEqual([]);
});

test('the papers of a body that was split, or ended with no successor, go to the one directly above it, never to its parts', async () => {
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party' });
  const commune = await build.unit({ kind: 'commune_party', parent: province });
  const [split, gone] = [await build.unit({ kind: 'cell', parent: commune, ...ended }), await build.unit({ kind: 'cell', parent: commune, ...ended })];
  const parts = [await build.unit({ kind: 'cell', parent: commune, from: '2025-07-01' }), await build.unit({ kind: 'cell', parent: commune, from: '2025-07-01' })];
  for (const part of parts) await build.lineage(split, part, '2025-07-01', 'part');
  for (const part of parts) expect(await placed(part, [split, gone])).toEqual([]);
  expect(await placed(commune, [split, gone, ...parts])).toEqual([split, gone].toSorted());
  expect(await placed(province, [split, gone, commune])).toEqual([]);
});

test('the papers of a body that moved are with the one that stood above it last', async () => {
  const build = buildIn(world);
  const [before, last] = [await build.unit({ kind: 'commune_party' }), await build.unit({ kind: 'commune_party' })];
  const cell = await build.unit({ kind: 'cell', ...ended });
  await build.place(cell, 'party', [{ parent: before, to: '2024-12-31' }, { parent: last, from: '2025-01-01', ...ended }]);
  expect([await placed(before, [cell]), await placed(last, [cell])]).toEqual([[], [cell]]);
});
