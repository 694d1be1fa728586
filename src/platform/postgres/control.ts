/**
 * Windows: no sockets with permissions, no /bin/sh, and the server refuses an administrator unless pg_ctl
 * starts it with reduced rights. So pg_ctl starts it on a free loopback port, and a small watching process
 * stops it when its standard input ends, that is when we die.
 */
import { execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { program, type Binaries } from './binaries.ts';
import { plainEnvironment, type DataDirectory } from './cluster.ts';
import type { DirectoryLock } from './directory.lock.ts';
import { PostgresProblem } from './postgres.problem.ts';
import { processState } from './process.state.ts';
import { serverPid } from './remains.ts';
import { settingArguments } from './settings.ts';
import { createDatabase, type RunningPostgres, type StartOptions } from './running.ts';

interface ControlledStart {
  readonly dir: DataDirectory;
  readonly binaries: Binaries;
  readonly password: string;
  readonly options: StartOptions;
  readonly lock: DirectoryLock;
}

const run = promisify(execFile);
const WATCHER = `
const { spawnSync } = require('node:child_process');
const [control, cluster] = process.argv.slice(1);
let said = '';
process.stdin.on('data', (chunk) => { said += chunk; });
process.stdin.on('end', () => {
  if (said === '') spawnSync(control, ['stop', '-D', cluster, '-m', 'fast'], { stdio: 'ignore', windowsHide: true });
});
`;

export async function startWithControl(start: ControlledStart): Promise<RunningPostgres> {
  const { dir, binaries, options } = start;
  const control = program(binaries, 'pg_ctl');
  const stopArguments = ['stop', '-D', dir.cluster, '-m', 'fast', '-t', '30'];
  const runAs = { ...dir.user.stepDown, cwd: dir.dataDir, env: plainEnvironment() };
  // With our lock held, a server still running on this directory is an orphan.
  await run(control, stopArguments, runAs).catch(() => undefined);
  const watcher = spawnWatcher([control, dir.cluster], runAs);
  const port = await freePort();
  await startServer({ control, port, start, runAs });
  const pid = serverPid(dir.cluster) ?? -1;
  const url = `postgresql://postgres:${start.password}@127.0.0.1:${port}/${encodeURIComponent(options.database ?? 'satcoso')}`;
  let isWanted = true;
  const finish = (): void => {
    watcher.dismiss();
    start.lock.release();
  };
  void gone(pid, { ref: false }).then(() => {
    finish();
    if (isWanted) options.onExit?.(new PostgresProblem('stopped_unexpectedly', { how: `pid ${pid}`, logDir: dir.logDir }));
  });
  const stop = async (): Promise<void> => {
    isWanted = false;
    await run(control, stopArguments, runAs).catch(() => undefined);
    await gone(pid, { ref: true });
    finish();
  };
  await createDatabase(url).catch(async (error: unknown) => { await stop(); throw error; });
  return { url, socketDir: '', port, pid, stop };
}

function spawnWatcher(parameters: readonly string[], runAs: object): { dismiss(): void } {
  const watcher = spawn(process.execPath, ['-e', WATCHER, ...parameters], {
    ...runAs, detached: true, stdio: ['pipe', 'ignore', 'ignore'], windowsHide: true,
  });
  watcher.unref();
  watcher.stdin.on('error', () => undefined);
  return { dismiss: () => { if (!watcher.stdin.writableEnded) watcher.stdin.end('over\n'); } };
}

interface ServerStart {
  readonly control: string;
  readonly port: number;
  readonly start: ControlledStart;
  readonly runAs: object;
}

async function startServer({ control, port, start: { dir, options }, runAs }: ServerStart): Promise<void> {
  const settings = settingArguments({
    listening: { socketDir: '', port, loopback: true }, logDir: dir.logDir,
    ...(options.settings ? { changed: options.settings } : {}),
  });
  const server = settings.map((word) => `"${word}"`).join(' ');
  const said = join(dir.logDir, 'start.log');
  try {
    await run(control, ['start', '-D', dir.cluster, '-w', '-t', '600', '-l', said, '-o', server], runAs);
  } catch (error) {
    throw new PostgresProblem('did_not_start', { reason: (error as Error).message, logDir: dir.logDir });
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no free port'))));
    });
  });
}

/** With `ref: false` the waiting does not keep our process from ending. */
async function gone(pid: number, { ref }: { ref: boolean }): Promise<void> {
  while (processState(pid).kind === 'alive') await sleep(ref ? 50 : 250, undefined, { ref });
}
