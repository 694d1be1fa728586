/**
 * One process of ours per data directory. The lock is SQLite's exclusive file lock: the kernel drops it
 * when the holder dies in any way, so it is never stale and needs no guess about re-used process ids.
 * The holder's id is written beside it only for the sentence a second starter reads.
 */
import { chownSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresProblem } from './postgres.problem.ts';

export interface DirectoryLock {
  release(): void;
}

const SQLITE_BUSY = 5;
/** A holder that was just killed frees the lock within milliseconds. */
const ATTEMPTS = 6;

export async function lockDirectory(dataDir: string): Promise<DirectoryLock> {
  for (let attempt = 1; ; attempt++) {
    const lock = tryLock(dataDir);
    if (lock) return lock;
    if (attempt === ATTEMPTS) throw new PostgresProblem('already_served', { pid: holder(dataDir), dataDir });
    await sleep(100);
  }
}

function tryLock(dataDir: string): DirectoryLock | undefined {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(join(dataDir, 'lock.sqlite'), { timeout: 0 });
    file.exec('BEGIN EXCLUSIVE');
    writeFileSync(join(dataDir, 'holder.pid'), `${process.pid}\n`);
    if (process.getuid?.() === 0) giveToOwner(dataDir);
  } catch (error) {
    file?.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw new PostgresProblem('data_dir_not_writable', { dataDir, reason: (error as Error).message });
  }
  const held = file;
  return { release: () => { if (held.isOpen) held.close(); } };
}

/** A data directory first used by root can later be used by its owner without root. */
function giveToOwner(dataDir: string): void {
  const { uid, gid } = statSync(dataDir);
  for (const name of ['lock.sqlite', 'holder.pid']) chownSync(join(dataDir, name), uid, gid);
}

function holder(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, 'holder.pid'), 'utf8').trim();
  } catch {
    return '?';
  }
}
