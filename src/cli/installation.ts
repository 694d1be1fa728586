/** What most commands stand on: the configuration, the database (joined or held) and a context that may do everything. */
import { systemContext } from '../access/system.ts';
import type { Ctx } from '../platform/context.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { openKeys } from '../platform/crypto/key.check.ts';
import { withDatabase } from '../platform/database.access.ts';
import { applicationRole, openDatabase, type Db } from '../platform/db/database.ts';
import { missingMigrations } from '../platform/db/migrations.reads.ts';
import { openLog } from '../platform/log.ts';
import { isServerRunning } from '../platform/presence.ts';
import { CliProblem } from './cli.problem.ts';

export interface Installation {
  readonly config: Config;
  /** Login of the owner of the tables. */
  readonly url: string;
  readonly db: Db;
  /** A fresh context for one act or read. */
  context(): Ctx;
}

/** `ready` sees to it that the database has its structure. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>, ready = requireMigrated): Promise<T> {
  const config = await readConfig();
  return withDatabase(config, async (url) => {
    const database = openDatabase({ url, role: applicationRole, connections: 4 });
    try {
      await ready(url);
      const keys = await openKeys(database.db, config.keysFile);
      const log = openLog('silent');
      return await work({ config, url, db: database.db, context: () => systemContext({ db: database.db, keys, log }) });
    } finally {
      await database.close();
    }
  });
}

/** For work that a server must not run beside. */
export async function requireServerStopped(url: string): Promise<void> {
  if (await isServerRunning(url)) throw new CliProblem('problem.serverRuns');
}

/** As the owner: before the first migration the application's role does not exist. */
export async function requireMigrated(url: string): Promise<void> {
  const owner = openDatabase({ url, connections: 1 });
  const missing = await missingMigrations(owner.db).finally(() => owner.close());
  if (missing.length > 0) throw new CliProblem('problem.notMigrated', { count: missing.length });
}
