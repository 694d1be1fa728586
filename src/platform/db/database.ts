/**
 * The way to PostgreSQL: one pool, Kysely on top, statements with parameters prepared under a name.
 * Modules declare their tables by augmenting `Tables`; no domain word stands here.
 */
import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql, type RawBuilder, type Transaction } from 'kysely';
import pg from 'pg';

// Each module adds its tables: declare module '…/platform/db/database.ts' { interface Tables { … } }
// oxlint-disable-next-line typescript/no-empty-interface -- an interface is the only thing modules can augment
export interface Tables {}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * The role that serves requests: owns no table, has no DDL, may only append to `events`. The login behind it is the
 * owner, so it guards against mistakes in a query, not against SQL of somebody's own choosing (SECURITY.md).
 */
export const applicationRole = 'satcoso_app';

const mostNamedStatements = 500;

export interface DatabaseOptions {
  readonly url: string;
  readonly role?: string;
  readonly connections?: number;
  /** Behind a pooler such as PgBouncer the login brings role and settings itself: a pooler takes none at the start. */
  readonly isPooled?: boolean;
  /** `plain` where consecutive transactions may meet different connections of the server, which know no names. */
  readonly statements?: 'named' | 'plain';
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    types: { getTypeParser: parserOf },
    application_name: 'satcoso',
    ...(options.isPooled ? {} : { options: startOptions(options.role) }),
  });
  pool.on('error', () => {}); // an idle connection lost: the next query opens another and reports
  pool.on('connect', (client) => client.on('error', () => {})); // lost between two statements of an act: the next one reports
  if (options.statements !== 'plain') pool.on('connect', nameStatements);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** Rows of a hand-written read. `T` states the columns that the query selects. */
export async function rows<T>(db: Db, query: RawBuilder<T>): Promise<T[]> {
  return (await query.execute(db)).rows;
}

export async function firstRow<T>(db: Db, query: RawBuilder<T>): Promise<T | undefined> {
  return (await rows(db, query))[0];
}

/** Runs inside the transaction that is under way, or in one of its own. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Tx) : db.transaction().execute(work);
}

/** Serialises work on one subject within the transaction. */
export async function lockSubject(db: Db, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(db);
}

/**
 * Compiling the plan of a recursive query takes longer than running it; a plan made for any day and any unit is tens of
 * times slower than one made for the values asked (docs/decisions/0008).
 */
function startOptions(role: string | undefined): string {
  return ['-c jit=off', '-c plan_cache_mode=force_custom_plan', ...(role ? [`-c role=${role}`] : [])].join(' ');
}

// Days stay text and bigints that fit become numbers: rows are plain values before they reach a module.
function parserOf(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.DATE) return (text: string) => text;
  if (oid === pg.types.builtins.INT8) return Number;
  if (oid === pg.types.builtins.NUMERIC) return Number;
  return pg.types.getTypeParser(oid, format);
}

// Kysely sends text and values; PostgreSQL plans a named statement once for each connection.
function nameStatements(client: pg.PoolClient): void {
  const names = new Map<string, string>();
  const plain = client.query.bind(client) as (...args: unknown[]) => unknown;
  const named = (text: unknown, values: unknown, ...rest: unknown[]) => {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return plain(text, values, ...rest);
    const name = nameOf(names, text);
    return name ? plain({ name, text, values }, ...rest) : plain(text, values, ...rest);
  };
  client.query = named as typeof client.query;
}

function nameOf(names: Map<string, string>, text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostNamedStatements) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
