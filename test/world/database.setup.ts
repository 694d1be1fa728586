/**
 * One real PostgreSQL for the whole run: the embedded one, or the server that TEST_DATABASE_URL or CITUS_URL names. A
 * migrated template is cloned for each test file, so that files run side by side and see nothing of each other. A
 * database with Citus cannot be cloned: there each one is migrated and distributed anew.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { distribute } from '../../src/platform/db/distribute.ts';
import { readRegistry } from '../../src/platform/db/distribution.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { startPostgres } from '../../src/platform/postgres/supervisor.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server, any database. */
    databaseServer: string;
    /** Name of the migrated, otherwise empty template. */
    emptyTemplate: string;
    /** The server is a coordinator of Citus. */
    isCitus: boolean;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = `satcoso_template_${process.pid}`;
  await administer(server.url, `create database ${template}`);
  await migrate({ url: databaseUrl(server.url, template) });
  project.provide('databaseServer', server.url);
  project.provide('emptyTemplate', template);
  project.provide('isCitus', citusUrl() !== undefined);
  return async () => {
    await administer(server.url, `drop database if exists ${template} with (force)`);
    await server.close();
  };
}

/** Few shards: a test asks whether it works, not how fast. */
const shards = 4;

/** A database that is migrated, distributed and otherwise empty. */
export async function buildOnCitus(server: string, name: string): Promise<void> {
  await administer(server, `create database ${name}`);
  const url = databaseUrl(server, name);
  await migrate({ url });
  const { outcome } = await distribute({ url, registry: await readRegistry(), shards });
  if (outcome !== 'done') throw new Error(`the server that CITUS_URL names: ${outcome}`);
}

function citusUrl(): string | undefined {
  return process.env['CITUS_URL'] || undefined;
}

export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function openServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const given = citusUrl() ?? process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, close: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'satcoso-test-'));
  await chmod(folder, 0o711); // as root the database runs as another user
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), settings: { wal_compression: 'off', checkpoint_timeout: '1h', max_wal_size: '8GB' } });
  // What a test writes need not outlive it: nobody waits for the disk. Tests of durability start servers of their own.
  await administer(postgres.url, 'alter role postgres set synchronous_commit = off');
  return {
    url: postgres.url,
    close: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
