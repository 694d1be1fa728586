/** The real server as a child process on loopback, as `satcoso serve` starts it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import packaged from '../package.json' with { type: 'json' };
import { root } from './installation.ts';

export interface Server {
  readonly pid: number;
  readonly origin: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Arguments of Node itself, before the program. */
  readonly node?: readonly string[];
  /** The address that must answer 200 before the server counts as started. */
  readonly until?: string;
  readonly cwd?: string;
}

const patience = 60_000;
/** Of Node itself, as `npm start` and bin/satcoso give them. */
export const nodeOptions = packaged.scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** However the bench ends, nothing that it started goes on. */
export function leaveNothingRunning(): void {
  process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}

const running = new Set<ChildProcess>();

export async function startServer(options: StartOptions): Promise<Server> {
  return startProgram([...nodeOptions, ...(options.node ?? []), join(root, 'src/cli.ts'), 'serve'], options);
}

/** Any program of Node's that listens on PORT. */
export async function startProgram(args: readonly string[], { environment, until = '/healthz', cwd = root }: StartOptions): Promise<Server> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, args, { cwd, env: { ...environment, HOST: '127.0.0.1', PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
  running.add(child);
  child.once('close', () => running.delete(child));
  await answers(`${origin}${until}`, child).catch(async (error: unknown) => {
    await stop(child);
    throw error;
  });
  return { pid: child.pid ?? 0, origin, stop: () => stop(child) };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(5)) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it answered`);
    const status = await fetch(url).then(async (response) => {
      await response.arrayBuffer();
      return response.status;
    }, () => 0);
    if (status === 200) return;
  }
  throw new Error(`${url} did not answer within ${patience / 1000} s`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('close', () => resolve());
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await promise;
  clearTimeout(hard);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  const { promise, resolve } = Promise.withResolvers<number>();
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    resolve(typeof address === 'object' && address !== null ? address.port : 0);
  });
  const port = await promise;
  const closed = Promise.withResolvers<void>();
  probe.close(() => closed.resolve());
  await closed.promise;
  return port;
}
