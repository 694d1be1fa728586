/** Composition root of the server: configuration, database, keys, procedures, web app; and the orderly end. */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { findActor } from './access/server/index.ts';
import { allJobs } from './jobs.ts';
import { noticeNumbers, openOutside } from './modules/notices/server/index.ts';
import type { Config } from './platform/config.ts';
import { openKeys } from './platform/crypto/key.check.ts';
import { holdDatabase } from './platform/database.access.ts';
import type { Database } from './platform/db/database.ts';
import { migrate } from './platform/db/migrate.ts';
import type { Replica } from './platform/db/replica.ts';
import { openRequestDatabase } from './platform/db/request.database.ts';
import { flushEvents } from './platform/events.ts';
import { addApiDocs } from './platform/http/api.docs.ts';
import { buildKernel, sessionCookie } from './platform/http/kernel.ts';
import { describeApi } from './platform/http/openapi.ts';
import { addOperation } from './platform/http/operation.ts';
import { protect } from './platform/http/protection.ts';
import { addWebFiles } from './platform/http/web.files.ts';
import { startJobs } from './platform/jobs/loop.ts';
import { logRequests } from './platform/log.ts';
import { openMetrics, type Share } from './platform/metrics.ts';
import { announceServer } from './platform/presence.ts';
import { version } from './platform/version.ts';
import { allConflicts } from './records.ts';
import { allRefusals, allRoutes } from './routes.ts';
import { commandLogWith } from './sync/server/index.ts';
import { countProcesses, sharedPort, startProcesses } from './server.processes.ts';

export const webFolder = join(import.meta.dirname, '../dist/web');

export interface RunningServer {
  readonly address: string;
  /** Login of the owner of the tables, for what is done once at start. */
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

const finishWithin = 10_000;

export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const held = await holdDatabase(config, { log: (line) => log.info(line), onExit: (problem) => endWithout(log, problem.message) });
  const closing: (() => Promise<unknown>)[] = [() => held.release()];
  try {
    const applied = await migrate({ url: held.url });
    log.info({ applied }, 'database ready');
    closing.unshift(await announceServer(held.url));
    const serving = await serveBySome({ config, url: held.url, log });
    closing.unshift(() => serving.stop());
    log.info({ address: serving.address, processes: countProcesses(config) }, 'serving');
    return { address: serving.address, databaseUrl: held.url, stop: () => inTurn(closing) };
  } catch (error) {
    await inTurn(closing);
    throw error;
  }
}

/** In this process, where one is enough. */
async function serveBySome({ config, url, log }: { config: Config; url: string; log: Logger }): Promise<Serving> {
  const count = countProcesses(config);
  if (count === 1) return serve({ config, url, log });
  await prepareKeys({ config, url, log });
  return startProcesses({ config, url, log, count, onGivenUp: (reason) => endWithout(log, reason) });
}

/** The key file is made here: two that begin at the same moment would each make one. */
async function prepareKeys({ config, url, log }: { config: Config; url: string; log: Logger }): Promise<void> {
  const { database, close } = await openRequestDatabase({ url, config: { ...config, databaseReplicaUrl: undefined }, log });
  await openKeys(database.db, config.keysFile).finally(close);
}

export interface Serving {
  readonly address: string;
  stop(): Promise<void>;
}

/** What one process does: its own connections, the procedures, the jobs whose turn it takes, the port. */
export async function serve({ config, url, log, share }: { config: Config; url: string; log: Logger; share?: Share }): Promise<Serving> {
  const { database, replica, close } = await openRequestDatabase({ url, config, log });
  const closing: (() => Promise<unknown>)[] = [close];
  try {
    const app = await buildApp({ config, database, log, replica, share });
    const finishing = [() => finish(app)];
    closing.unshift(() => Promise.all(finishing.map((end) => end())));
    const address = await app.listen({ host: config.host, port: config.port, ...(share ? sharedPort : {}) });
    const keys = await openKeys(database.db, config.keysFile);
    finishing.push(startJobs({ db: database.db, log, jobs: allJobs({ keys, outside: openOutside(config, keys) }) }));
    return { address, stop: () => inTurn(closing) };
  } catch (error) {
    await inTurn(closing);
    throw error;
  }
}

export interface AppOptions {
  readonly config: Config;
  readonly database: Database;
  readonly log: Logger;
  readonly replica?: Replica | undefined;
  /** Where several processes serve. */
  readonly share?: Share | undefined;
}

export async function buildApp({ config, database, log, replica, share }: AppOptions): Promise<FastifyInstance> {
  const metrics = openMetrics(database, { share, numbers: noticeNumbers });
  const keys = await openKeys(database.db, config.keysFile);
  const { sendMail, sendPush } = openOutside(config, keys);
  const app = await buildKernel({
    db: database.db,
    keys,
    sends: { mail: sendMail !== undefined, push: sendPush !== undefined },
    log,
    routes: allRoutes,
    refusals: allRefusals,
    findActor,
    flushEvents,
    commands: commandLogWith(allConflicts),
    observe: metrics.observe,
    secureCookies: config.secureCookies,
    trustProxy: config.trustProxy,
    prepare: (fastify) => {
      protect(fastify, { isSecure: config.secureCookies });
      logRequests(fastify, log);
    },
    ...(config.publicOrigin === undefined ? {} : { origin: config.publicOrigin }),
    ...(replica ? { replica } : {}),
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

function endWithout(log: Logger, reason: string): void {
  log.fatal(reason);
  process.exit(3);
}
