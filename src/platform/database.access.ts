/**
 * Which PostgreSQL an installation uses: the one that DATABASE_URL names, or the embedded one under the data folder.
 * The embedded one has one holder; whoever comes second (a command beside the server) joins it through the address
 * that the holder left. A holder that is done waits for those who joined before it stops the database.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from './config.ts';
import { memorySettings, usualMemory } from './postgres/memory.ts';
import { PostgresProblem } from './postgres/postgres.problem.ts';
import type { RunningPostgres } from './postgres/running.ts';
import type { Settings } from './postgres/settings.ts';
import { startPostgres } from './postgres/supervisor.ts';

export interface ReachableDatabase {
  /** Login of the owner of the tables. */
  readonly url: string;
  release(): Promise<void>;
}

type Place = Pick<Config, 'data' | 'databaseUrl'> & Partial<Pick<Config, 'databaseMemory' | 'databaseConnections' | 'processes'>>;

interface HoldOptions {
  readonly log?: (line: string) => void;
  readonly onExit?: (problem: PostgresProblem) => void;
}

/** How long a joiner waits for a holder that is only just starting or stopping. */
const joinPatience = 20_000;

/** For the server, which keeps the database for as long as it runs. */
export async function holdDatabase(place: Place, options: HoldOptions = {}): Promise<ReachableDatabase> {
  if (place.databaseUrl !== undefined) return { url: place.databaseUrl, release: async () => {} };
  await mkdir(place.data, { recursive: true });
  const postgres = await startPostgres({ dataDir: join(place.data, 'postgres'), settings: settingsFor(place), ...options });
  await leaveAddress(place, postgres.url);
  return { url: postgres.url, release: () => letGo(place, postgres, options.log) };
}

function settingsFor({ databaseMemory, databaseConnections = 10, processes = 1 }: Place): Settings {
  const count = processes === 'cores' ? availableParallelism() : processes;
  return memorySettings({ megabytes: databaseMemory ?? usualMemory(), connections: count * databaseConnections });
}

/** For a command: joins the database of a running server, or holds it for the duration of the work. */
export async function withDatabase<T>(place: Place, work: (url: string) => Promise<T>): Promise<T> {
  const database = await joinOrHold(place);
  try {
    return await work(database.url);
  } finally {
    await database.release();
  }
}

async function joinOrHold(place: Place): Promise<ReachableDatabase> {
  for (const end = Date.now() + joinPatience; ; await sleep(200)) {
    const held = await holdDatabase(place).catch((error: unknown) => {
      if (error instanceof PostgresProblem && error.code === 'already_served' && Date.now() < end) return undefined;
      throw error;
    });
    if (held) return held;
    const url = await readAddress(place);
    if (url !== undefined && (await answers(url))) return { url, release: async () => {} };
  }
}

async function letGo(place: Place, postgres: RunningPostgres, log?: (line: string) => void): Promise<void> {
  await rm(addressFile(place), { force: true });
  await waitForOthers(postgres.url, log);
  await postgres.stop();
}

/** Commands that joined us may be in the middle of an import or a backup. */
async function waitForOthers(url: string, log?: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    for (let told = false; (await countOthers(client)) > 0; await sleep(250)) {
      if (!told) log?.('waiting for another command that uses the database');
      told = true;
    }
  } finally {
    await client.end().catch(() => {});
  }
}

async function countOthers(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and datname = current_database()");
  return rows[0]?.count ?? 0;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  return client.connect().then(() => true, () => false).finally(() => client.end().catch(() => {}));
}

/** The address holds the database's password: for the owner's eyes only, and complete whenever it is there. */
async function leaveAddress(place: Place, url: string): Promise<void> {
  const part = `${addressFile(place)}.part`;
  await rm(part, { force: true });
  await writeFile(part, url, { mode: 0o600 });
  await rename(part, addressFile(place));
}

async function readAddress(place: Place): Promise<string | undefined> {
  return readFile(addressFile(place), 'utf8').catch(() => undefined);
}

function addressFile({ data }: Place): string {
  return join(data, 'database.address');
}
