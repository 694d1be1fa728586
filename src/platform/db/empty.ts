/** Empties the database as the owner of its tables, all but what migrations themselves put there. */
import { sql } from 'kysely';
import { rows, type Db } from './database.ts';

/** Filled by migrations: their first rows stand in every installation. */
const seeded = ['schema_migrations', 'homes', 'holidays'];
/** The same, with more rows for single units. They refer to units, so emptying those empties them too: what holds for the country is put back. */
const seededForAll = ['rules', 'score_frames', 'rating_frames'];

/** Call within a transaction. */
export async function emptyTables(db: Db): Promise<void> {
  const tables = await rows(db, sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`);
  const emptied = tables.map(({ name }) => name).filter((name) => !seeded.includes(name));
  const kept = await Promise.all(seededForAll.map(async (name) => ({ name, rows: await readForAll(db, name) })));
  await sql`truncate ${sql.join(emptied.map((name) => sql.table(name)))} cascade`.execute(db);
  for (const { name, rows: again } of kept) await sql`insert into ${sql.table(name)} select * from jsonb_populate_recordset(null::${sql.table(name)}, ${again}::jsonb)`.execute(db);
  await sql`delete from homes where id <> 0`.execute(db);
}

async function readForAll(db: Db, table: string): Promise<string> {
  const [found] = await rows(db, sql<{ all: string }>`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as all from ${sql.table(table)} t where t.scope_unit_id is null`);
  return found!.all;
}
