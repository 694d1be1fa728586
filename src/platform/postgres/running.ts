/** What starting an embedded PostgreSQL takes and gives, whichever way the platform starts it. */
import { Client, escapeIdentifier } from 'pg';
import type { PostgresProblem } from './postgres.problem.ts';
import type { Settings } from './settings.ts';

export interface StartOptions {
  readonly dataDir: string;
  /** Made on the first start. */
  readonly database?: string;
  /** Memory and the like; durability and the log cannot be changed. */
  readonly settings?: Settings;
  /** Milliseconds an earlier server on this directory has to leave. */
  readonly patience?: number;
  readonly log?: (line: string) => void;
  /** The server is gone although nobody called `stop`: the caller says so and exits. */
  readonly onExit?: (problem: PostgresProblem) => void;
}

export interface RunningPostgres {
  readonly url: string;
  readonly socketDir: string;
  /** Only where it listens on loopback (Windows). */
  readonly port?: number;
  readonly pid: number;
  stop(): Promise<void>;
}

export async function createDatabase(url: string): Promise<void> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  const client = new Client({ connectionString: target.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
