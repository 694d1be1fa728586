/**
 * Who runs PostgreSQL. It refuses to run as root, so for root we choose an unprivileged user with a
 * passwd entry (initdb and the server look it up) and check that this user can reach the data.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { PostgresProblem } from './postgres.problem.ts';

export interface ServiceUser {
  readonly name: string;
  /** Present only when we are root and must step down. */
  readonly stepDown?: { readonly uid: number; readonly gid: number };
}

export function serviceUser(clusterDir: string): ServiceUser {
  if (process.getuid?.() !== 0) return ourselves();
  const owner = existsSync(clusterDir) ? statSync(clusterDir).uid : 0;
  const candidates = owner === 0 ? ['postgres', 'nobody'] : [String(owner)];
  for (const candidate of candidates) {
    const user = lookUp(candidate);
    if (user) return user;
  }
  if (owner !== 0) throw new PostgresProblem('no_passwd_entry', { uid: owner });
  throw new PostgresProblem('no_service_user');
}

/** Root only: the service user must be able to walk down to the directory. */
export function assertReachable(dir: string, user: ServiceUser): void {
  if (!user.stepDown || canEnter(dir, user)) return;
  const blocked = pathDownTo(dir).find((step) => !canEnter(step, user)) ?? dir;
  throw new PostgresProblem('data_dir_unreachable', { user: user.name, blocked });
}

function ourselves(): ServiceUser {
  try {
    return { name: userInfo().username };
  } catch {
    throw new PostgresProblem('no_passwd_entry', { uid: process.getuid?.() ?? -1 });
  }
}

function lookUp(candidate: string): ServiceUser | undefined {
  const [uid, gid, name] = ['-u', '-g', '-un'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, candidate], { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  });
  if (!uid || !gid || !name || uid === '0') return undefined;
  return { name, stepDown: { uid: Number(uid), gid: Number(gid) } };
}

function canEnter(dir: string, user: ServiceUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { ...user.stepDown, cwd: '/' }).status === 0;
}

function pathDownTo(dir: string): string[] {
  const parent = dirname(dir);
  return parent === dir ? [dir] : [...pathDownTo(parent), dir];
}
