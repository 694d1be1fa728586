/** Only where CITUS_URL names a coordinator of Citus (docs/scaling.md); skipped elsewhere, never passed. */
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { rows } from '../../src/platform/db/database.ts';
import { previewDistribution } from '../../src/platform/db/distribute.ts';
import { readRegistry, tablesAt } from '../../src/platform/db/distribution.ts';
import { openWorld } from '../world/world.ts';

test.skipIf(!inject('isCitus'))('on Citus (CITUS_URL) every distributed table is spread by the home, beside the others, and nothing is left to do', async () => {
  const world = await openWorld();
  try {
    const registry = await readRegistry();
    const spread = await rows(world.owner.db, sql<{ name: string; by: string; beside: number }>`
      select logicalrelid::regclass::text as name, column_to_column_name(logicalrelid, partkey) as by, colocationid as beside
      from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid where partmethod = 'h' and not c.relispartition`);
    expect(spread.map(({ name }) => name).toSorted()).toEqual(tablesAt(registry, 'distributed').toSorted());
    expect(new Set(spread.map(({ by }) => by))).toEqual(new Set(['home_id']));
    expect(new Set(spread.map(({ beside }) => beside)).size).toBe(1);
    expect(await previewDistribution({ url: world.url, registry, shards: 4 })).toEqual({ hasCitus: true, steps: [] });
  } finally {
    await world.close();
  }
});
