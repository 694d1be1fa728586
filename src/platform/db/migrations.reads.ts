/** Which migrations the database still lacks. */
import { sql } from 'kysely';
import { rows, type Db } from './database.ts';
import { listMigrations } from './migrate.ts';

export async function missingMigrations(db: Db): Promise<string[]> {
  const applied = await appliedMigrations(db);
  return (await listMigrations()).map(({ name }) => name).filter((name) => !applied.has(name));
}

/** Before the first migration there is no list; before the one that lets the application read it, it knows of none. */
async function appliedMigrations(db: Db): Promise<Set<string>> {
  const [list] = await rows(db, sql<{ readable: boolean }>`select coalesce(has_table_privilege(to_regclass('public.schema_migrations'), 'select'), false) as readable`);
  const found = list?.readable ? await rows(db, sql<{ name: string }>`select name from schema_migrations`) : [];
  return new Set(found.map(({ name }) => name));
}
