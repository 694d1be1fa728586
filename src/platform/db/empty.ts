/** Empties the database as the owner of its tables, all but what migrations themselves put there. */
import { sql } from 'kysely';
import { rows, type Db } from './database.ts';

/** Filled by migrations: their first rows stand in every installation. */
const seeded = ['schema_migrations', 'homes', 'rules', 'holidays'];

export async function emptyTables(db: Db): Promise<void> {
  const tables = await rows(db, sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`);
  const emptied = tables.map(({ name }) => name).filter((name) => !seeded.includes(name));
  await sql`delete from rules where scope_unit_id is not null`.execute(db);
  await sql`truncate ${sql.join(emptied.map((name) => sql.table(name)))} cascade`.execute(db);
  await sql`delete from homes where id <> 0`.execute(db);
}
