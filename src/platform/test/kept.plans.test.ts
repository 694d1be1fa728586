import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/world/world.ts';
import { firstRow, type Db } from '../db/database.ts';
import { withKeptPlans } from '../db/kept.plans.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const modeOf = async (db: Db) => (await firstRow(db, sql<{ mode: string }>`select current_setting('plan_cache_mode') as mode`))?.mode;

test('plans are kept while rows are written by the thousand, and made for the values asked again after it', async () => {
  const modes: (string | undefined)[] = [await modeOf(world.db)];
  await world.db.transaction().execute(async (tx) => {
    await withKeptPlans(tx, async () => void modes.push(await modeOf(tx)));
    modes.push(await modeOf(tx));
  });
  modes.push(await modeOf(world.db));
  expect(modes).toEqual(['force_custom_plan', 'auto', 'force_custom_plan', 'force_custom_plan']);
});
