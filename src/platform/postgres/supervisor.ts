/**
 * Starts the embedded PostgreSQL on a data directory and stops it again: one holder per directory, remains
 * of earlier servers cleared, never orphaned. See the README beside it for every kind of death.
 */
import { rmdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareBinaries, program } from './binaries.ts';
import { ensureCluster, prepareDataDirectory, socketDirectory, type DataDirectory } from './cluster.ts';
import { startWithControl } from './control.ts';
import { lockDirectory } from './directory.lock.ts';
import { spawnServer, type Server } from './keeper.ts';
import { PostgresProblem } from './postgres.problem.ts';
import { clearRemains, isReady } from './remains.ts';
import { createDatabase, type RunningPostgres, type StartOptions } from './running.ts';
import { settingArguments } from './settings.ts';

/** The port only names the socket file. */
const SOCKET_PORT = 5432;
const FAST_STOP_MS = 20_000;

export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const dir = prepareDataDirectory(options.dataDir);
  const lock = await lockDirectory(dir.dataDir);
  try {
    const binaries = prepareBinaries(dir);
    const password = await ensureCluster(dir, binaries);
    if (process.platform === 'win32') return await startWithControl({ dir, binaries, password, options, lock });
    const socketDir = socketDirectory(dir);
    const command = [program(binaries, 'postgres'), '-D', dir.cluster, ...settingArguments({
      listening: { socketDir, port: SOCKET_PORT }, logDir: dir.logDir, ...(options.settings ? { changed: options.settings } : {}),
    })];
    const server = await launch({ dir, socketDir, command, options });
    const url = databaseUrl({ password, socketDir, database: options.database ?? 'satcoso' });
    const running = supervise({ server, dir, options, release: () => { removeShortDirectory(socketDir, dir); lock.release(); } });
    await createDatabase(url).catch(async (error: unknown) => { await running.stop(); throw error; });
    return { url, socketDir, pid: server.pid, stop: running.stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Launch {
  readonly dir: DataDirectory;
  readonly socketDir: string;
  readonly command: readonly string[];
  readonly options: StartOptions;
}

/** Tries again while backends of a server that was just killed still hold the directory. */
async function launch({ dir, socketDir, command, options }: Launch): Promise<Server> {
  const patience = options.patience ?? 30_000;
  for (const end = Date.now() + patience; ; await sleep(250)) {
    await clearRemains({ cluster: dir.cluster, socketDir, patience });
    const server = spawnServer(command, dir.user);
    if (await comesUp(server, { dir, options })) return server;
    const isBusy = /lock file|shared memory block/.test(server.said());
    if (isBusy && Date.now() < end) continue;
    throw new PostgresProblem('did_not_start', { reason: lastLine(server.said()), logDir: dir.logDir });
  }
}

/** There is no limit of time: recovery after a crash takes as long as it takes, and says so. */
async function comesUp(server: Server, { dir, options }: Pick<Launch, 'dir' | 'options'>): Promise<boolean> {
  let isOver = false;
  void server.exited.then(() => { isOver = true; });
  let nextWord = Date.now() + 5000;
  while (!isOver) {
    if (isReady(dir.cluster, server.pid)) return true;
    if (Date.now() > nextWord) {
      options.log?.('PostgreSQL is still starting (recovering what was committed before the last stop).');
      nextWord += 10_000;
    }
    await sleep(15);
  }
  return false;
}

interface Supervision {
  readonly server: Server;
  readonly dir: DataDirectory;
  readonly options: StartOptions;
  readonly release: () => void;
}

function supervise({ server, dir, options, release }: Supervision): { stop(): Promise<void> } {
  let isWanted = true;
  const over = server.exited.then((how) => {
    release();
    if (isWanted) options.onExit?.(new PostgresProblem('stopped_unexpectedly', { how, logDir: dir.logDir }));
  });
  // Neither the server nor its pipes keep our process from ending; the keeper stops it then.
  unreference(server);
  return {
    stop: async () => {
      isWanted = false;
      server.child.ref();
      await stopServer(server);
      await over;
    },
  };
}

/** Nothing of ours stays outside the data directory after a stop. */
function removeShortDirectory(socketDir: string, { dataDir }: DataDirectory): void {
  if (socketDir.startsWith(dataDir)) return;
  try {
    rmdirSync(socketDir);
  } catch {
    // A server that was killed leaves its socket there; the next start clears it.
  }
}

async function stopServer(server: Server): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    server.child.kill(signal);
    const timer = new AbortController();
    const isOver = await Promise.race([
      server.exited.then(() => true),
      sleep(FAST_STOP_MS, false, { signal: timer.signal }).catch(() => false),
    ]);
    timer.abort();
    if (isOver) return;
  }
}

function unreference({ child }: Server): void {
  child.unref();
  for (const stream of [child.stderr, child.stdio[3]]) {
    if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref();
  }
}

/** `host` as a parameter is understood by pg and by libpq alike. */
function databaseUrl(at: { password: string; socketDir: string; database: string }): string {
  const database = encodeURIComponent(at.database);
  return `postgresql://postgres:${at.password}@localhost:${SOCKET_PORT}/${database}?host=${encodeURIComponent(at.socketDir)}`;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
