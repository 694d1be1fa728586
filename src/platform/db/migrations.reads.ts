/** Which migrations the database still lacks. */
import { sql } from 'kysely';
import { rows, type Db } from './database.ts';
import { listMigrations } from './migrate.ts';

export async function missingMigrations(db: Db): Promise<string[]> {
  const applied = await appliedMigrations(db);
  return (await listMigrations()).map(({ name }) => name).filter((name) => !applied.has(name));
}

/** The application's role may not read the list of migrations; the login behind it may. */
async function appliedMigrations(db: Db): Promise<Set<string>> {
  const found = await db.transaction().execute(async (tx) => {
    await sql`set local role none`.execute(tx);
    const [table] = await rows(tx, sql<{ exists: boolean }>`select to_regclass('public.schema_migrations') is not null as exists`);
    return table?.exists ? rows(tx, sql<{ name: string }>`select name from schema_migrations`) : [];
  });
  return new Set(found.map(({ name }) => name));
}
