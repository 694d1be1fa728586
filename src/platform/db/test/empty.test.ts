import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { emptyTables } from '../empty.ts';
import { rows, type Db } from '../database.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await buildIn(world).unit({ kind: 'country', name: 'Việt Nam' });
});
afterAll(() => world.close());

test('an emptied database still has the rules, scoring frames and days off that come with the installation', async () => {
  const before = await counted(world.owner.db);
  expect(before).toMatchObject({ units: expect.toSatisfy(isSome), rules: expect.toSatisfy(isSome), score_frames: expect.toSatisfy(isSome), holidays: expect.toSatisfy(isSome) });
  const after = await world.owner.db.transaction().execute(async (tx) => {
    await emptyTables(tx);
    return counted(tx);
  });
  expect(after).toEqual({ ...before, units: 0 });
});

function isSome(count: unknown): boolean {
  return typeof count === 'number' && count > 0;
}

async function counted(db: Db): Promise<Record<string, number>> {
  const tables = ['units', 'rules', 'score_frames', 'holidays'];
  const found = await Promise.all(tables.map((table) => rows(db, sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`)));
  return Object.fromEntries(tables.map((table, at) => [table, found[at]![0]!.n]));
}
