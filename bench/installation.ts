/**
 * The installation that is measured: its data folder, its database (held by the bench, so that servers can come and
 * go beside it) and its data, generated where there are none. A prepared folder is used again when it is of the size
 * and seed asked for.
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { systemContext } from '../src/access/system.ts';
import { readConfig, type Config } from '../src/platform/config.ts';
import type { Ctx } from '../src/platform/context.ts';
import { openKeys } from '../src/platform/crypto/key.check.ts';
import { holdDatabase } from '../src/platform/database.access.ts';
import { applicationRole, firstRow, openDatabase, type Database, type Db } from '../src/platform/db/database.ts';
import { openLog } from '../src/platform/log.ts';
import type { Options } from './options.ts';

export const sizes = ['commune', 'province', 'country'] as const;
export type Size = (typeof sizes)[number];

export const root = join(import.meta.dirname, '..');
const cli = join(root, 'src/cli.ts');

export interface Installation {
  readonly config: Config;
  /** Login of the owner of the tables. */
  readonly url: string;
  readonly isEmbedded: boolean;
  /** As the owner, for looking at what there is. */
  readonly owner: Db;
  readonly ownerPool: Database['pool'];
  readonly environment: NodeJS.ProcessEnv;
  context(): Ctx;
  /** Options of the server's own connections, for limits taken with the same ones. */
  readonly connectionOptions: string;
  close(): Promise<void>;
}

export async function openInstallation(options: Options, say: (line: string) => void): Promise<Installation> {
  const config = await configFor(options);
  await mkdir(config.data, { recursive: true });
  const held = await holdDatabase(config);
  const environment = { ...process.env, SATCOSO_DATA: config.data, SATCOSO_KEYS: config.keysFile, DATABASE_URL: held.url, LOG_LEVEL: 'warn' };
  try {
    await runCommand(['migrate'], environment);
    await ensureData({ config, url: held.url, environment, options }, say);
    return await open({ config, held, environment });
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** `satcoso …`, with its output on our terminal. */
export async function runCommand(args: readonly string[], environment: NodeJS.ProcessEnv, output: 'shown' | 'kept' = 'shown'): Promise<string> {
  const child = spawn(process.execPath, [cli, ...args], { cwd: root, env: environment, stdio: ['ignore', output === 'kept' ? 'pipe' : 'inherit', 'inherit'] });
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const { promise, resolve: done, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject).once('close', done);
  const status = await promise;
  if (status !== 0) throw new Error(`satcoso ${args.join(' ')} ended with ${status}\n${said}`);
  return said;
}

async function configFor({ data, size, seed }: Options): Promise<Config> {
  const folder = resolve(data ?? join(tmpdir(), 'satcoso-bench', `${size}-${seed}`));
  return readConfig({ ...process.env, SATCOSO_DATA: folder });
}

interface Preparation {
  readonly config: Config;
  readonly url: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly options: Options;
}

/** Left beside the data that the bench made itself. */
interface Mark {
  readonly size: Size;
  readonly seed: number;
}

async function ensureData({ config, url, environment, options }: Preparation, say: (line: string) => void): Promise<void> {
  const { size, seed } = options;
  const mark = await readMark(config);
  if (mark && (mark.size !== size || mark.seed !== seed)) {
    throw new Error(`${config.data} holds ${mark.size} data of seed ${mark.seed}: ask for --size ${mark.size} --seed ${mark.seed}, or give another --data`);
  }
  if (mark || (await hasUnits(url))) return say(`using the data in ${config.databaseUrl === undefined ? config.data : 'the database of DATABASE_URL'}`);
  say(`generating ${size} data`);
  await runCommand(['generate', '--size', size, '--seed', String(seed)], environment);
  await writeFile(markFile(config), JSON.stringify({ size, seed } satisfies Mark));
}

async function readMark(config: Config): Promise<Mark | undefined> {
  const text = await readFile(markFile(config), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Mark);
}

function markFile({ data }: Config): string {
  return join(data, 'bench.json');
}

async function hasUnits(url: string): Promise<boolean> {
  const database = openDatabase({ url, connections: 1 });
  const row = await firstRow(database.db, sql<{ found: boolean }>`select exists (select from units) as found`).finally(() => database.close());
  return row?.found ?? false;
}

async function open({ config, held, environment }: { config: Config; held: { url: string; release(): Promise<void> }; environment: NodeJS.ProcessEnv }): Promise<Installation> {
  const owner = openDatabase({ url: held.url, connections: 4 });
  const application = openDatabase({ url: held.url, role: applicationRole, connections: 3 });
  const keys = await openKeys(application.db, config.keysFile);
  const log = openLog('silent');
  return {
    config,
    url: held.url,
    isEmbedded: config.databaseUrl === undefined,
    owner: owner.db,
    ownerPool: owner.pool,
    environment,
    context: () => systemContext({ db: application.db, keys, log }),
    connectionOptions: application.pool.options.options ?? '',
    close: async () => {
      await Promise.all([owner.close(), application.close()]);
      await held.release();
    },
  };
}
