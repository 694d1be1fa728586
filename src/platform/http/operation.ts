/** What operators and their machines ask: alive, ready, numbers. No domain data. */
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/database.ts';
import { missingMigrations } from '../db/migrations.reads.ts';
import type { Metrics } from '../metrics.ts';

export interface OperationOptions {
  readonly db: Db;
  readonly metrics: Metrics;
  readonly metricsFrom: 'loopback' | 'anywhere';
}

const readyWithin = 3000;

export function addOperation(app: FastifyInstance, { db, metrics, metricsFrom }: OperationOptions): void {
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const faults = await within(readyWithin, notReady(db)).catch(() => ['database']);
    return reply.status(faults.length === 0 ? 200 : 503).header('cache-control', 'no-store').send({ status: faults.length === 0 ? 'ready' : 'not ready', faults });
  });
  app.get('/metrics', async (request, reply) => {
    if (metricsFrom === 'loopback' && !isLoopback(request.ip)) return reply.callNotFound();
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

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
