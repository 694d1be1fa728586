/** `db/schema.sql` is what the migrations make, as PostgreSQL 15 of Debian dumps it; `bin/schema` writes it anew. Elsewhere it is not compared. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { databaseUrl } from '../world/database.setup.ts';

const program = '/usr/lib/postgresql/15/bin/pg_dump';
const url = databaseUrl(inject('databaseServer'), inject('emptyTemplate'));

test.skipIf(!existsSync(program) || !(await isFifteen()))('db/schema.sql is what the migrations make', async () => {
  const { stdout } = await promisify(execFile)(program, ['--schema-only', '--no-owner', url], { env: { ...process.env, PGTZ: 'UTC' }, maxBuffer: 32 * 1024 * 1024 });
  await expect(withoutChance(stdout)).toMatchFileSnapshot('../../db/schema.sql');
});

/** Versions of the programs and one-time keys differ between two dumps of the same. */
function withoutChance(dump: string): string {
  const lines = dump.split('\n').filter((line) => !/^(\\(un)?restrict |-- Dumped (from|by) )/.test(line));
  return lines.join('\n').replaceAll(/\n{3,}/g, '\n\n').trimStart();
}

async function isFifteen(): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ number: string }>("select current_setting('server_version_num') as number");
  await client.end();
  return Math.floor(Number(rows[0]?.number) / 10_000) === 15;
}
