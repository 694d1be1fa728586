/**
 * The databases that requests use: the server itself or a pooler before it, and a copy that takes reads where there is
 * one. Whatever the way, requests must not arrive as the owner of the tables.
 */
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { ConfigProblem, type Config } from '../config.ts';
import { configMessages } from '../config.messages.ts';
import { applicationRole, firstRow, openDatabase, type Database, type Db } from './database.ts';
import { isFollowing, openReplica, type Replica } from './replica.ts';

export interface RequestDatabase {
  readonly database: Database;
  readonly replica: Replica | undefined;
  close(): Promise<void>;
}

type Ways = Pick<Config, 'databaseConnections' | 'databasePoolUrl' | 'databaseStatements' | 'databaseReplicaUrl' | 'databaseReplicaLag'>;

/** `url`: the server itself, as the owner. @throws ConfigProblem for a pooler whose login has the owner's rights. */
export async function openRequestDatabase({ url, config, log }: { url: string; config: Ways; log: Logger }): Promise<RequestDatabase> {
  const database = openDatabase({ url: config.databasePoolUrl ?? url, ...manner(config) });
  const opened = [database];
  const close = async () => void (await Promise.all(opened.map((each) => each.close())));
  try {
    await requireServant(database.db);
    if (config.databaseReplicaUrl === undefined) return { database, replica: undefined, close };
    const copy = openDatabase({ url: config.databaseReplicaUrl, ...manner(config) });
    opened.push(copy);
    const follows = await isFollowing(copy).catch(() => false);
    if (!follows) log.warn('the address in DATABASE_REPLICA_URL does not answer as a copy of the database: reads stay on the primary');
    return { database, replica: openReplica({ primary: database.db, replica: copy.db, mostLag: config.databaseReplicaLag * 1000 }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function manner({ databaseConnections, databasePoolUrl, databaseStatements }: Ways) {
  const way = databasePoolUrl === undefined ? { role: applicationRole } : { isPooled: true };
  return { ...way, connections: databaseConnections, statements: databaseStatements };
}

async function requireServant(db: Db): Promise<void> {
  const row = await firstRow(db, sql<{ login: string; fits: boolean }>`
    select current_user::text as login, pg_has_role(current_user, ${applicationRole}, 'usage')
      and not exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(current_user, relowner, 'usage')) as fits`);
  if (row?.fits !== true) throw new ConfigProblem(configMessages.loginOwns, { login: row?.login ?? '?', role: applicationRole });
}
