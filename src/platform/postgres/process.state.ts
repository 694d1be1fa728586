/** What is known about a process id that somebody else wrote down: dead, zombie, or alive with its command line. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type ProcessState =
  | { readonly kind: 'dead' }
  | { readonly kind: 'zombie' }
  | { readonly kind: 'alive'; readonly command: readonly string[] };

export function processState(pid: number): ProcessState {
  if (!exists(pid)) return { kind: 'dead' };
  if (process.platform === 'win32') return { kind: 'alive', command: [] };
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function fromProc(pid: number): ProcessState {
  try {
    // The name in parentheses may itself hold parentheses; the state follows the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    if (/^[ZX]$/.test(stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3))) return { kind: 'zombie' };
    return { kind: 'alive', command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') };
  } catch {
    return exists(pid) ? { kind: 'alive', command: [] } : { kind: 'dead' };
  }
}

function fromPs(pid: number): ProcessState {
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' });
  if (status !== 0) return { kind: 'dead' };
  const [stat = '', ...command] = stdout.trim().split(/\s+/);
  return stat.startsWith('Z') ? { kind: 'zombie' } : { kind: 'alive', command };
}
