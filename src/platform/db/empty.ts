/** Empties the database as the owner of its tables, all but what migrations themselves put there. */
import { sql } from 'kysely';
import { rows, type Db } from './database.ts';

/** Filled by migrations: their first rows stand in every installation. */
const seeded = ['schema_migrations', 'homes', 'holidays'];
/** The same, with more rows for single units. They refer to units, so emptying those empties them too: what holds for the country is put back. */
const seededForAll = ['rules', 'score_frames'];

/** Call within a transaction. */
export async function emptyTables(db: Db): Promise<void> {
  const tables = await rows(db, sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`);
  const emptied = tables.map(({ name }) => name).filter((name) => !seeded.includes(name));
  for (const name of seededForAll) await sql`create temporary table ${sql.id(`kept_${name}`)} on commit drop as select * from ${sql.table(name)} where scope_unit_id is null`.execute(db);
  await sql`truncate ${sql.join(emptied.map((name) => sql.table(name)))} cascade`.execute(db);
  for (const name of seededForAll) await sql`insert into ${sql.table(name)} select * from ${sql.id(`kept_${name}`)}`.execute(db);
  await sql`delete from homes where id <> 0`.execute(db);
}
