/**
 * Load on the server by autocannon, loopback only, and single requests one after the other. Every response is
 * timed; anything but 200 counts as an error.
 * Closed: each user sends the next request as soon as the last is answered. Paced: each user sends one a second.
 */
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { percentiles, randomFrom, type Percentiles } from './measure.ts';
import type { Caller } from './accounts.ts';

export interface Load {
  readonly requests: number;
  readonly errors: number;
  readonly perSecond: number;
  readonly ms?: Percentiles;
}

/** A read to be sent. */
export interface Read {
  readonly path: string;
  readonly caller?: Caller;
}

export interface Asking {
  readonly origin: string;
  readonly reads: readonly Read[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers 200, and quickly only while nothing else is under way. */
  readonly health?: string;
}

export interface Bounds {
  readonly seconds: number;
  readonly repeats: number;
  readonly warmUp: number;
}

type Samples = { times: number[]; errors: number; seconds: number };

/** Repeated so often; all answers of all repeats together. */
export async function closedLoad(asking: Asking, users: number, { seconds, repeats, warmUp }: Bounds): Promise<Load> {
  await fire(asking, { connections: users, duration: warmUp });
  const all: Samples[] = [];
  for (let round = 0; round < repeats; round += 1) all.push(await fire(asking, { connections: users, duration: seconds }));
  return loadOf(all);
}

/** Users come at random moments of the second, others in each repeat. */
export async function pacedLoad(asking: Asking, users: number, { seconds, repeats, warmUp }: Bounds): Promise<Load> {
  await fire(asking, { connections: 1, duration: warmUp });
  const all: Samples[] = [];
  for (let round = 0; round < repeats; round += 1) {
    const random = randomFrom(round + 1);
    const perUser = Array.from({ length: users }, async (_, user) => {
      const offset = random() * 1000;
      await new Promise((resume) => setTimeout(resume, offset));
      return fire(asking, { connections: 1, connectionRate: 1, duration: seconds }, user);
    });
    const found = await Promise.all(perUser);
    all.push({ times: found.flatMap(({ times }) => times), errors: found.reduce((sum, { errors }) => sum + errors, 0), seconds });
  }
  return loadOf(all);
}

async function fire({ origin, reads, headers, health = '/readyz' }: Asking, how: { connections: number; duration: number; connectionRate?: number }, firstRead = 0): Promise<Samples> {
  const times: number[] = [];
  const started = performance.now();
  const requests = reads.map(({ path, caller }) => ({ method: 'GET' as const, path, headers: { ...headers, ...caller?.headers } }));
  let next = firstRead;
  // Each user begins elsewhere in the list, or all would ask the same at the same moment.
  const setupClient = (client: autocannon.Client): void => {
    const first = next;
    next += 1;
    client.setRequests([...requests.slice(first % requests.length), ...requests.slice(0, first % requests.length)]);
  };
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const instance = autocannon({ url: origin, ...how, timeout: 30, setupClient }, (error: unknown, result) =>
    error ? reject(error instanceof Error ? error : new Error(String(error))) : resolve(result));
  instance.on('response', (_client, _status, _bytes, time) => times.push(time));
  const result = await promise;
  const seconds = (performance.now() - started) / 1000;
  await settle(origin, health);
  return { times, errors: result.non2xx + result.errors + result.timeouts, seconds };
}

/** autocannon leaves what is unanswered at its end; the server is still at work on it, and must not be when the next part begins. */
async function settle(origin: string, health: string): Promise<void> {
  let quick = 0;
  for (const end = Date.now() + 60_000; quick < 2 && Date.now() < end; await sleep(10)) {
    const { status, ms } = await ask(origin, health);
    quick = status === 200 && ms < 50 ? quick + 1 : 0;
  }
}

function loadOf(all: readonly Samples[]): Load {
  const times = all.flatMap((each) => each.times);
  const seconds = all.reduce((sum, each) => sum + each.seconds, 0);
  const ms = percentiles(times);
  return { requests: times.length, errors: all.reduce((sum, each) => sum + each.errors, 0), perSecond: times.length / seconds, ...(ms ? { ms } : {}) };
}

export interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true });

/** One request, timed to the last byte. */
export async function ask(origin: string, path: string, options: { caller?: Caller; post?: unknown; headers?: Readonly<Record<string, string>> } = {}): Promise<Answer> {
  const { caller, post, headers } = options;
  const sent = post === undefined ? undefined : JSON.stringify(post);
  const started = performance.now();
  const { promise, resolve } = Promise.withResolvers<Answer>();
  // A server that lets go of the line has not answered: one more error, and the measurement goes on.
  const brokenOff = ({ message }: Error) => resolve({ status: 0, ms: performance.now() - started, body: message });
  const request = httpRequest(`${origin}${path}`, {
    agent,
    method: sent === undefined ? 'GET' : 'POST',
    headers: { ...caller?.headers, ...headers, ...(sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }) },
  }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.once('error', brokenOff);
    response.once('end', () => resolve({ status: response.statusCode ?? 0, ms: performance.now() - started, body: Buffer.concat(parts).toString() }));
  });
  request.once('error', brokenOff);
  request.end(sent);
  return promise;
}

/** The answer as an object; anything but 200 is an error that says what was answered. */
export async function askFor<T>(origin: string, path: string, options: Parameters<typeof ask>[2] = {}): Promise<{ ms: number; body: T }> {
  const { status, ms, body } = await ask(origin, path, options);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body.slice(0, 300)}`);
  return { ms, body: JSON.parse(body) as T };
}
