/** Undoing takes people and memberships out by the thousand: what may still refer to each must be found by an index. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { rows } from '../../../platform/db/database.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('every row that refers to a person or a membership is found by an index on whom it refers to', async () => {
  const unindexed = await rows(world.owner.db, sql<{ name: string }>`
    select c.conname::text as name from pg_constraint c
    where c.contype = 'f' and c.conparentid = 0 and c.confrelid in ('people'::regclass, 'memberships'::regclass)
      and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
        and (i.indkey[0] = c.conkey[2] or (i.indkey[0] = c.conkey[1] and i.indkey[1] = c.conkey[2])))`);
  expect(unindexed).toEqual([]);
});
