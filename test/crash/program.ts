/** `satcoso serve` as a process of its own, its family of processes, and requests that each open a connection of their own. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const program = join(import.meta.dirname, '../../src/cli.ts');

export interface Served {
  readonly pid: number;
  readonly lines: string[];
  readonly exited: Promise<number | null>;
  ask(path: string, options?: { cookie?: string; body?: object }): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookie: string | undefined;
}

/** Resolves when all its processes serve. */
export async function serveProgram(environment: NodeJS.ProcessEnv): Promise<Served> {
  const port = await freePort();
  const child = spawn(process.execPath, [program, 'serve'], { env: { PATH: process.env['PATH'], LOG_LEVEL: 'debug', PORT: String(port), ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => lines.push(line));
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  const served: Served = { pid: child.pid!, lines, exited, ask: (path, options) => ask(port, path, options) };
  await until(() => {
    if (child.exitCode !== null) throw new Error(lines.join('\n'));
    return lines.some((line) => line.includes('"msg":"serving"'));
  }, 60_000);
  return served;
}

function ask(port: number, path: string, { cookie, body }: { cookie?: string; body?: object } = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const headers = { ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/json' } : {}) };
  // Without an agent nothing is kept open: each request may meet another process.
  const asked = request({ host: '127.0.0.1', port, path, method: body ? 'POST' : 'GET', headers, agent: false, timeout: 60_000 }, (reply) => {
    let text = '';
    reply.setEncoding('utf8').on('data', (part: string) => { text += part; });
    reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text, cookie: reply.headers['set-cookie']?.map((each) => each.split(';')[0]).join('; ') }));
  });
  asked.on('error', reject).on('timeout', () => asked.destroy(new Error('timeout')));
  asked.end(body ? JSON.stringify(body) : undefined);
  return promise;
}

/** Living processes that descend from it, with what they run. */
export async function descendants(pid: number): Promise<{ pid: number; command: string }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(pids.map((each) => [each, parentOf(each)]));
  const family = new Set([pid]);
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.add(child);
  family.delete(pid);
  return [...family].map((each) => ({ pid: each, command: commandOf(each) })).filter(({ command }) => command !== '');
}

export function lives(pid: number): boolean {
  return commandOf(pid) !== '';
}

/** Empty for a process that is gone, also where nobody has taken note of its end yet. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

export async function until(isSo: () => Promise<boolean> | boolean, milliseconds: number): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await isSo()); await sleep(50)) if (Date.now() > end) throw new Error('waited in vain');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
