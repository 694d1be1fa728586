/** Watches how much memory the server's processes hold, on Linux; elsewhere it says that it cannot. */
import { readdir, readFile } from 'node:fs/promises';

const every = 100;
const kilobytes = 1024;

export interface MemoryWatch {
  /** Highest resident set of one process, in MB, since the last call. */
  lap(): number;
  stop(): void;
}

/** One process and those it started that run the same program: the workers, not the database. */
export function watchMemory(pid: number): MemoryWatch {
  let most = 0;
  let isBusy = false;
  const timer = setInterval(async () => {
    if (isBusy) return;
    isBusy = true;
    most = Math.max(most, await largestResident(pid).catch(() => 0));
    isBusy = false;
  }, every);
  timer.unref();
  const lap = (): number => {
    const found = most;
    most = 0;
    return found;
  };
  return { lap, stop: () => clearInterval(timer) };
}

export const canWatchMemory = process.platform === 'linux';

async function largestResident(pid: number): Promise<number> {
  const processes = [pid, ...(await workersOf(pid))];
  const sizes = await Promise.all(processes.map((each) => residentMegabytes(each).catch(() => 0)));
  return Math.max(...sizes);
}

async function workersOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')));
  const children = lists.join(' ').split(/\s+/).filter(Boolean).map(Number);
  const programs = await Promise.all(children.map((child) => readFile(`/proc/${child}/comm`, 'utf8').catch(() => '')));
  const own = await readFile(`/proc/${pid}/comm`, 'utf8');
  return children.filter((_, at) => programs[at] === own);
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / kilobytes;
}
