/** The sample of the five cases in a database of one's own, loaded once for a run and cloned for each test file. */
import { inject } from 'vitest';
import { systemContext } from '../../src/access/system.ts';
import { loadSample } from '../../src/modules/cases/server/index.ts';
import type { Ctx } from '../../src/platform/context.ts';
import { applicationRole, openDatabase } from '../../src/platform/db/database.ts';
import { administer, databaseUrl } from './database.setup.ts';
import { act, contextFor, openWorld, testKeys, type World } from './world.ts';
import pino from 'pino';
import pg from 'pg';

export const samplePassword = 'thử-nghiệm-2026';

/** A world with the sample in it. The template is made by the first test file that asks, under a lock. */
export async function openCases(): Promise<World> {
  if (inject('isCitus')) return openOwnCases();
  const server = inject('databaseServer');
  const template = `${inject('emptyTemplate')}_cases`;
  const lock = new pg.Client({ connectionString: databaseUrl(server, 'postgres') });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock(hashtext('satcoso cases template'))");
    const { rowCount } = await lock.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(server, template);
  } finally {
    await lock.end();
  }
  return openWorld(template);
}

async function openOwnCases(): Promise<World> {
  const world = await openWorld();
  await act(operatorOf(world), (ctx) => loadSample(ctx, { password: samplePassword }));
  return world;
}

async function makeTemplate(server: string, template: string): Promise<void> {
  const making = `${template}_making`;
  await administer(server, `drop database if exists ${making} with (force)`);
  await administer(server, `create database ${making} template ${inject('emptyTemplate')}`);
  const database = openDatabase({ url: databaseUrl(server, making), role: applicationRole, connections: 2 });
  await act(operatorOf(database), (ctx) => loadSample(ctx, { password: samplePassword }));
  await database.close();
  await administer(server, `alter database ${making} rename to ${template}`);
}

export function operatorOf(database: Pick<World, 'db'>): Ctx {
  const system = systemContext({ db: database.db, keys: testKeys, log: pino({ level: 'silent' }) });
  return { ...contextFor(database, system.actor), actor: system.actor };
}
