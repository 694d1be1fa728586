/** The application may have statistics refreshed, within its transaction, and gets no other right by it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstRow, rows, type Db } from '../db/database.ts';
import { leaveLogUncompressed } from '../db/log.compression.ts';
import { refreshStatistics } from '../db/statistics.ts';
import { openWorld, type World } from '../../../test/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('the application’s role has statistics refreshed in the transaction that wrote', async () => {
  const known = () => firstRow(world.owner.db, sql<{ rows: number }>`select reltuples as rows from pg_class where oid = 'people'::regclass`);
  await sql`analyze people`.execute(world.owner.db);
  await world.db.transaction().execute(async (tx) => {
    const user = await firstRow(tx, sql<{ name: string }>`select current_user::text as name`);
    expect(user?.name).toBe('satcoso_app');
    await sql`insert into people (home_id, id, full_name, name_key, exact_key, sort_key, generated, version)
      select 0, gen_random_uuid(), 'Thử', 'thu', 'thử', 'thu', true, 1 from generate_series(1, 50)`.execute(tx);
    await refreshStatistics(tx);
  });
  expect((await known())?.rows).toBe(50);
});

test.for(['refresh_statistics', 'refresh_structure_statistics', 'leave_log_uncompressed'])('nobody else may call %s, and it looks names up nowhere but in the catalog', async (name) => {
  const found = await rows(world.owner.db, sql<{ definer: boolean; path: string[]; others: boolean }>`
    select prosecdef as definer, proconfig as path, has_function_privilege('public', oid, 'execute') as others from pg_proc where proname = ${name}`);
  expect(found).toEqual([{ definer: true, path: ['search_path=pg_catalog, pg_temp'], others: false }]);
});

test('the application’s role has the log left uncompressed to the end of the transaction, and no longer', async () => {
  const setting = async (db: Db) => (await firstRow(db, sql<{ compression: string }>`select current_setting('wal_compression') as compression`))?.compression;
  await world.owner.db.connection().execute(async (db) => {
    await sql`set wal_compression = on`.execute(db);
    const before = await setting(db);
    await sql`begin`.execute(db);
    await sql`set local role satcoso_app`.execute(db);
    await leaveLogUncompressed(db);
    expect(await setting(db)).toBe('off');
    await sql`commit`.execute(db);
    expect(await setting(db)).toBe(before);
    await sql`reset wal_compression`.execute(db);
  });
});
