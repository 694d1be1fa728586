/** Composition root of the server: configuration, database, keys, procedures, web app; and the orderly end. */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { findActor } from './access/server/index.ts';
import type { Config } from './platform/config.ts';
import { openKeys } from './platform/crypto/key.check.ts';
import { holdDatabase } from './platform/database.access.ts';
import { applicationRole, openDatabase, type Database } from './platform/db/database.ts';
import { migrate } from './platform/db/migrate.ts';
import { flushEvents } from './platform/events.ts';
import { addApiDocs } from './platform/http/api.docs.ts';
import { buildKernel, sessionCookie } from './platform/http/kernel.ts';
import { describeApi } from './platform/http/openapi.ts';
import { addOperation } from './platform/http/operation.ts';
import { protect } from './platform/http/protection.ts';
import { addWebFiles } from './platform/http/web.files.ts';
import { logRequests } from './platform/log.ts';
import { openMetrics } from './platform/metrics.ts';
import { announceServer } from './platform/presence.ts';
import { version } from './platform/version.ts';
import { allRefusals, allRoutes } from './routes.ts';

export const webFolder = join(import.meta.dirname, '../dist/web');

export interface RunningServer {
  readonly address: string;
  /** Login of the owner of the tables, for what is done once at start. */
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

const finishWithin = 10_000;

export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const held = await holdDatabase(config, { log: (line) => log.info(line), onExit: (problem) => endWithoutDatabase(log, problem.message) });
  const closing: (() => Promise<unknown>)[] = [() => held.release()];
  try {
    const applied = await migrate({ url: held.url });
    log.info({ applied }, 'database ready');
    const database = openDatabase({ url: held.url, role: applicationRole, connections: config.databaseConnections });
    closing.unshift(() => database.close());
    const app = await buildApp({ config, database, log });
    closing.unshift(() => finish(app));
    const leave = await announceServer(held.url);
    closing.splice(1, 0, leave);
    const address = await app.listen({ host: config.host, port: config.port });
    return { address, databaseUrl: held.url, stop: () => inTurn(closing) };
  } catch (error) {
    await inTurn(closing);
    throw error;
  }
}

export async function buildApp({ config, database, log }: { config: Config; database: Database; log: Logger }): Promise<FastifyInstance> {
  const metrics = openMetrics(database);
  const app = await buildKernel({
    db: database.db,
    keys: await openKeys(database.db, config.keysFile),
    log,
    routes: allRoutes,
    refusals: allRefusals,
    findActor,
    flushEvents,
    observe: metrics.observe,
    secureCookies: config.secureCookies,
    trustProxy: config.trustProxy,
    prepare: (fastify) => {
      protect(fastify, { isSecure: config.secureCookies });
      logRequests(fastify, log);
    },
    ...(config.publicOrigin === undefined ? {} : { origin: config.publicOrigin }),
  });
  addOperation(app, { db: database.db, metrics, metricsFrom: config.metricsFrom, origin: config.publicOrigin });
  await addApiDocs(app, describeApi(allRoutes.map((route) => route.procedure), { version, cookie: sessionCookie }));
  await addWebFiles(app, webFolder);
  return app;
}

/** No new requests; those under way may finish. */
async function finish(app: FastifyInstance): Promise<void> {
  const timer = Promise.withResolvers<void>();
  const timeout = setTimeout(() => {
    app.server.closeAllConnections();
    timer.resolve();
  }, finishWithin);
  await Promise.race([app.close(), timer.promise]);
  clearTimeout(timeout);
}

/** A step that fails leaves the later ones to be done, or the database would go on without us. */
async function inTurn(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

function endWithoutDatabase(log: Logger, reason: string): void {
  log.fatal(reason);
  process.exit(3);
}
