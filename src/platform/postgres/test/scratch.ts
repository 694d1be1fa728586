/**
 * A server for the tests of copies and backups: an embedded one of their own, or the one that
 * POSTGRES_TEST_URL names (a superuser of any PostgreSQL ≥ 15).
 */
import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { startPostgres } from '../supervisor.ts';
import { temporaryDirectory } from './served.ts';

export interface Scratch {
  readonly path: string;
  /** A client on the database made first. */
  readonly second: Client;
  /** Makes an empty database and answers with its address. */
  database(name: string): Promise<string>;
  close(): Promise<void>;
}

export async function openScratch(): Promise<Scratch> {
  const home = temporaryDirectory();
  chmodSync(home.path, 0o711);
  const external = process.env['POSTGRES_TEST_URL'];
  const running = external ? undefined : await startPostgres({ dataDir: join(home.path, 'data'), settings: { shared_buffers: '64MB' } });
  const base = external ?? running?.url ?? '';
  const made: string[] = [];
  const clients: Client[] = [];
  const mark = randomBytes(4).toString('hex');
  return {
    path: home.path,
    get second() {
      const [first] = clients;
      if (!first) throw new Error('make a database first');
      return first;
    },
    database: async (name) => {
      const database = `${name}_${mark}`;
      await onServer(base, `CREATE DATABASE ${escapeIdentifier(database)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
      made.push(database);
      const url = withDatabase(base, database);
      if (clients.length === 0) {
        const client = new Client({ connectionString: url });
        await client.connect();
        clients.push(client);
      }
      return url;
    },
    close: async () => {
      for (const client of clients) await client.end();
      for (const database of made) await onServer(base, `DROP DATABASE ${escapeIdentifier(database)} WITH (FORCE)`);
      await running?.stop();
      home.remove();
    },
  };
}

export async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const target = new URL(url);
  target.pathname = `/${encodeURIComponent(database)}`;
  return target.href;
}
