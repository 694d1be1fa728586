/**
 * `satcoso start`, what `npm start` runs: builds the web app where it is missing or older than its sources, serves,
 * and on the first start either loads the sample to try things out or makes the first administrator.
 */
import type { Command } from 'commander';
import { sql } from 'kysely';
import { roles } from '../access/roles.ts';
import { systemContext } from '../access/system.ts';
import { createFirstAdministrator, listSampleAccounts } from '../access/server/index.ts';
import type { Ctx } from '../platform/context.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { openKeys } from '../platform/crypto/key.check.ts';
import { applicationRole, firstRow, openDatabase } from '../platform/db/database.ts';
import { openLog } from '../platform/log.ts';
import { startServer } from '../server.ts';
import { buildIfOutdated } from './build.ts';
import { inAct } from './perform.ts';
import { loadSample, readSamplePassword } from './sample.load.ts';
import { untilAskedToStop } from './serve.ts';
import type { Terminal } from './terminal.ts';

export const firstAdministrator = 'quantri';

export function addStart(program: Command, terminal: Terminal): void {
  const { t } = terminal;
  program.command('start').option('--empty', t('start.empty')).description(t('start')).action(async (options: { empty?: boolean }) => {
    const config = await readConfig();
    await buildIfOutdated(terminal);
    const log = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
    const server = await startServer(config, log);
    const asked = untilAskedToStop();
    await prepare({ config, url: server.databaseUrl, isEmpty: options.empty === true }, terminal);
    terminal.say(t('start.ready', { address: server.address.replace('127.0.0.1', 'localhost') }));
    await asked;
    await server.stop();
  });
}

async function prepare({ config, url, isEmpty }: { config: Config; url: string; isEmpty: boolean }, terminal: Terminal): Promise<void> {
  const database = openDatabase({ url, role: applicationRole, connections: 3 });
  try {
    const keys = await openKeys(database.db, config.keysFile);
    const context = (): Ctx => systemContext({ db: database.db, keys, log: openLog('silent') });
    if (await isUntouched(context())) {
      await (isEmpty ? begin(context(), terminal) : loadSample({ context, data: config.data }, terminal));
    }
    await tellSample(context(), config.data, terminal);
  } finally {
    await database.close();
  }
}

/** Neither somebody who could sign in nor anything that could be looked at. */
async function isUntouched(ctx: Ctx): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ untouched: boolean }>`select not exists (select from accounts) and not exists (select from units) as untouched`);
  return row?.untouched ?? false;
}

async function begin(ctx: Ctx, { t, say }: Terminal): Promise<void> {
  const { name, password } = await inAct(ctx, (inside) => createFirstAdministrator(inside, { name: firstAdministrator }));
  say(t('start.administrator', { name, password }));
}

async function tellSample(ctx: Ctx, data: string, { t, say, language }: Terminal): Promise<void> {
  const accounts = await listSampleAccounts(ctx);
  const password = await readSamplePassword(data);
  if (accounts.length === 0 || password === undefined) return;
  say(t('start.sample', { password }));
  for (const { name, role } of accounts) say(`  ${name.padEnd(10)} ${roles[role].name[language]}`);
}
