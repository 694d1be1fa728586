/**
 * What an earlier server left behind. Called only while we hold the directory's lock, so whatever is found
 * belongs to a dead process of ours: a server of ours still running is stopped, one shutting down is waited
 * for, and a lock file that names a zombie or a foreign process is taken away. Where the named process is
 * simply gone PostgreSQL itself clears the file. (Its second lock, the shared memory segment found through
 * the directory's inode, stays in force in every case.)
 */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresProblem } from './postgres.problem.ts';
import { processState } from './process.state.ts';

export interface Remains {
  readonly cluster: string;
  readonly socketDir: string;
  /** Milliseconds for a fast stop, and again for an immediate one. */
  readonly patience: number;
}

export async function clearRemains(remains: Remains): Promise<void> {
  const pid = serverPid(remains.cluster);
  if (pid !== undefined) await clearServer(pid, remains);
  for (const name of readdirSync(remains.socketDir)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(remains.socketDir, name), { force: true });
  }
}

/** First line of postmaster.pid. */
export function serverPid(cluster: string): number | undefined {
  const pid = Number(lockFileLines(cluster)[0]);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}

/** The eighth line says `ready` once connections are taken. */
export function isReady(cluster: string, pid: number): boolean {
  const lines = lockFileLines(cluster);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function lockFileLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

async function clearServer(pid: number, remains: Remains): Promise<void> {
  if (processState(pid).kind === 'zombie') await until(() => processState(pid).kind !== 'zombie', 2000);
  if (isOurServer(pid, remains.cluster)) await stopServer(pid, remains);
  else if (processState(pid).kind !== 'dead') rmSync(join(remains.cluster, 'postmaster.pid'), { force: true });
}

async function stopServer(pid: number, { cluster, patience }: Remains): Promise<void> {
  const isGone = (): boolean => !isOurServer(pid, cluster);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    send(pid, signal);
    if (await until(isGone, patience)) return;
  }
  throw new PostgresProblem('old_server_stays', { pid, dataDir: cluster });
}

function isOurServer(pid: number, cluster: string): boolean {
  const state = processState(pid);
  if (state.kind !== 'alive') return false;
  const [name = '', ...args] = state.command;
  return basename(name) === 'postgres' && args.includes(cluster);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in the meantime, which is what we want.
  }
}

async function until(isSo: () => boolean, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (isSo()) return true;
    await sleep(25);
  }
  return isSo();
}
