/**
 * Plain SQL migrations, forward only, each in a transaction of its own, under one lock so that two starting
 * processes never run the same one. A file whose text changed after it was applied is refused.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

export const migrationsFolder = join(import.meta.dirname, '../../../db/migrations');

const lockKey = 7_262_001;

export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

export class MigrationProblem extends Error {}

export async function listMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** Applies what is missing, up to and including `upTo` where it is given; answers the names applied. */
export async function migrate(options: { url: string; upTo?: string; folder?: string }): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.url, application_name: 'satcoso-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await requireVersion(client);
    return await applyMissing(client, options);
  } finally {
    await client.end();
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string }>("select current_setting('server_version_num') as number");
  if (Number(rows[0]?.number) < 150_000) throw new MigrationProblem('PostgreSQL 15 or newer is needed; upgrade the server that DATABASE_URL names');
}

async function applyMissing(client: pg.Client, options: { upTo?: string; folder?: string }): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  );
  const known = new Map((await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migrations')).rows.map((row) => [row.name, row.checksum]));
  const applied: string[] = [];
  for (const migration of await listMigrations(options.folder)) {
    if (options.upTo && migration.name > options.upTo) break;
    const checksum = known.get(migration.name);
    if (checksum === undefined) {
      await apply(client, migration);
      applied.push(migration.name);
    } else if (checksum !== migration.checksum) {
      throw new MigrationProblem(`migration ${migration.name} was changed after it had been applied; restore its text and write a new migration`);
    }
  }
  return applied;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.text);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [migration.name, migration.checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationProblem(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
