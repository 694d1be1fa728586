/**
 * Spawns the server so that it cannot outlive us. Two independent lines: (1) a watcher shell holds the
 * reading end of a pipe whose other end only we hold; when we die, however we die, it reads the end of file
 * and stops the server, first fast, after 15 s at once; (2) on Linux the kernel signals the server itself
 * (`setpriv --pdeathsig`; set after the change of user, which would clear it). Its own session keeps
 * Ctrl-C for us alone.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';
import { isMainThread } from 'node:worker_threads';
import { plainEnvironment } from './cluster.ts';
import type { ServiceUser } from './service.user.ts';

export interface Server {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The last it said before its log file took over. */
  readonly said: () => string;
  readonly exited: Promise<string>;
}

/**
 * `$$` is this shell and, after exec, the server. The watcher is forked twice so that it is no child of the
 * server, which would wonder about its exit. A line on the pipe means: the server is gone, just leave.
 */
const SCRIPT = `
( (
  trap '' HUP INT TERM QUIT
  read -r _ <&3 && exit
  kill -INT $$
  for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do sleep 1; kill -0 $$ || exit; done
  kill -QUIT $$
) >/dev/null 2>&1 & )
exec 3<&-
exec "$@"
`;

export function spawnServer(command: readonly string[], user: ServiceUser): Server {
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...deathSignal(user), ...command], {
    ...user.stepDown,
    cwd: '/',
    env: plainEnvironment(),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-4000); });
  const lifeline = child.stdio[3] as Writable;
  lifeline.on('error', () => undefined);
  const exited = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => {
      lifeline.end('over\n');
      child.stderr?.destroy();
      done(signal ?? `status ${code}`);
    });
  });
  return { child, pid: child.pid ?? -1, said: () => said, exited };
}

/** Only from the main thread: the kernel means the thread that forked, and a worker thread may end before us. */
function deathSignal(user: ServiceUser): string[] {
  if (process.platform !== 'linux' || !isMainThread) return [];
  const prefix = ['setpriv', '--pdeathsig', 'INT', '--'];
  const trial = spawnSync('setpriv', [...prefix.slice(1), 'true'], { ...user.stepDown, cwd: '/', stdio: 'ignore' });
  return trial.status === 0 ? prefix : [];
}
