/** What operators and their machines ask: alive, ready, numbers. No domain data. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Db } from '../db/database.ts';
import { missingMigrations } from '../db/migrations.reads.ts';
import type { Metrics } from '../metrics.ts';

export interface OperationOptions {
  readonly db: Db;
  readonly metrics: Metrics;
  readonly metricsFrom: 'loopback' | 'anywhere';
  /** The site's address behind a proxy: who asks by it is not on this machine, whatever address the proxy passes on. */
  readonly origin?: string | undefined;
}

const readyWithin = 3000;

export function addOperation(app: FastifyInstance, { db, metrics, metricsFrom, origin }: OperationOptions): void {
  if (origin !== undefined) warnOfSilentProxy(app, new URL(origin).host);
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const faults = await within(readyWithin, notReady(db)).catch(() => ['database']);
    return reply.status(faults.length === 0 ? 200 : 503).header('cache-control', 'no-store').send({ status: faults.length === 0 ? 'ready' : 'not ready', faults });
  });
  app.get('/metrics', async (request, reply) => {
    if (metricsFrom === 'loopback' && !isFromHere(request, origin)) return reply.callNotFound();
    return reply.type(metrics.contentType).send(await metrics.render());
  });
}

async function notReady(db: Db): Promise<string[]> {
  return (await missingMigrations(db)).length === 0 ? [] : ['migrations'];
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('too slow')), milliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function isFromHere({ ip, headers }: FastifyRequest, origin: string | undefined): boolean {
  const isForSite = origin !== undefined && headers.host === new URL(origin).host;
  return isLoopback(ip) && !isForSite;
}

/** Said once: a proxy on this machine that keeps the callers' addresses to itself makes one caller of all of them. */
function warnOfSilentProxy(app: FastifyInstance, siteHost: string): void {
  let isSaid = false;
  app.addHook('onRequest', async ({ ip, headers, log }) => {
    if (isSaid || headers.host !== siteHost || headers['x-forwarded-for'] !== undefined || !isLoopback(ip)) return;
    isSaid = true;
    log.warn('the proxy sends no X-Forwarded-For: all callers share one limit of failed sign-ins');
  });
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
