/**
 * Several processes that serve on one port, under a supervisor that serves nothing itself: it holds the embedded database,
 * starts a process anew when one dies, and asks all of them to stop. Nothing is shared between them but the database.
 */
import cluster, { type Worker } from 'node:cluster';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AggregatorRegistry } from 'prom-client';
import type { Config } from './platform/config.ts';
import { isSaid, type ToSupervisor, type ToWorker } from './server.wire.ts';

export interface Processes {
  readonly address: string;
  stop(): Promise<void>;
}

interface ProcessesOptions {
  readonly config: Config;
  readonly url: string;
  readonly log: Logger;
  readonly count: number;
  /** They die faster than they are started: the installation is not well, and going on hides it. */
  readonly onGivenUp: (reason: string) => void;
}

interface Supervisor extends ProcessesOptions {
  readonly numbers: AggregatorRegistry<'text/plain; version=0.0.4; charset=utf-8'>;
  readonly running: Map<string, Worker>;
  /** Moments of unexpected ends within the last minute. */
  deaths: number[];
  isStopping: boolean;
}

const program = join(import.meta.dirname, 'server.worker.ts');
const watchedFor = 60_000;
const mostDeaths = 10;
const restartAfter = 200;
const stopWithin = 20_000;

/**
 * On Linux each process has a socket of its own on the port, and the kernel gives each connection to one of them: a process
 * that is killed takes no connection with it that it has not begun to answer. Elsewhere the supervisor hands connections out.
 */
export const sharedPort = process.platform === 'linux' ? { reusePort: true } : {};

export function countProcesses({ processes }: Pick<Config, 'processes'>): number {
  return processes === 'cores' ? availableParallelism() : processes;
}

/** Begun one after the other: what is wrong with all of them is said once. */
export async function startProcesses(options: ProcessesOptions): Promise<Processes> {
  cluster.setupPrimary({ exec: program, args: [] });
  const config = { ...options.config, port: await takePort(options.config) };
  const supervisor: Supervisor = { ...options, config, numbers: new AggregatorRegistry(), running: new Map(), deaths: [], isStopping: false };
  try {
    let address = '';
    for (let number = 1; number <= options.count; number += 1) address = await start(supervisor, String(number));
    return { address, stop: () => stopAll(supervisor) };
  } catch (error) {
    await stopAll(supervisor);
    throw error;
  }
}

/** Sockets that share a port would also share it with another installation of the same user: the port must be free. */
async function takePort({ host, port }: Config): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer().once('error', reject);
  probe.listen({ host, port, exclusive: true }, () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
  });
  return promise;
}

/** Answers its address once it listens. */
async function start(supervisor: Supervisor, label: string): Promise<string> {
  const { config, url, log } = supervisor;
  const worker = cluster.fork();
  supervisor.running.set(label, worker);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  worker.on('message', (message: unknown) => {
    if (!isSaid(message)) return;
    const said = message as ToSupervisor;
    if (said.kind === 'listening') resolve(said.address);
    if (said.kind === 'failed') reject(Object.assign(new Error(said.message), said.code === undefined ? {} : { code: said.code }));
    if (said.kind === 'ask') void answerNumbers(supervisor, worker, said.ask);
  });
  worker.on('error', (error) => log.warn({ process: label, error: error.name }, 'process not reached'));
  worker.on('exit', (code, signal) => {
    reject(new Error(`process ${label} ended with ${signal ?? code} before it served`));
    supervisor.running.delete(label);
    void promise.then(() => replace(supervisor, label, signal ?? String(code)), () => {});
  });
  tell(worker, { kind: 'serve', config, url, logLevel: log.level, label });
  return promise;
}

async function replace(supervisor: Supervisor, label: string, how: string): Promise<void> {
  if (supervisor.isStopping) return;
  const { log } = supervisor;
  const now = Date.now();
  supervisor.deaths = [...supervisor.deaths.filter((moment) => moment > now - watchedFor), now];
  log.error({ process: label, how }, 'process ended, another is started');
  if (supervisor.deaths.length > mostDeaths) return supervisor.onGivenUp('the processes that serve end again and again');
  await sleep(restartAfter * supervisor.deaths.length);
  if (supervisor.isStopping) return;
  await start(supervisor, label).catch((error: unknown) => {
    supervisor.running.get(label)?.process.kill('SIGKILL');
    log.error({ process: label, error: error instanceof Error ? error.message : 'unknown' }, 'process did not start');
    return replace(supervisor, label, 'start');
  });
}

async function answerNumbers({ numbers, log }: Supervisor, worker: Worker, ask: number): Promise<void> {
  const text = await numbers.clusterMetrics().catch(() => {
    log.warn('a process did not tell its numbers');
    return '';
  });
  tell(worker, { kind: 'numbers', ask, text });
}

async function stopAll(supervisor: Supervisor): Promise<void> {
  supervisor.isStopping = true;
  await Promise.all([...supervisor.running.values()].map(stopOne));
}

async function stopOne(worker: Worker): Promise<void> {
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  if (worker.isDead()) return;
  worker.once('exit', () => resolve());
  tell(worker, { kind: 'stop' });
  const timer = setTimeout(() => worker.process.kill('SIGKILL'), stopWithin);
  await gone;
  clearTimeout(timer);
}

function tell(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message);
}
