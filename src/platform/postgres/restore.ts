/**
 * Loads a backup into a database, in one transaction: everything or nothing. The target's structure must stand
 * exactly where the backup's stood; one that is behind (an empty database) is brought there by the caller's
 * `migrateTo`, and moved on by the caller afterwards. Order: checksum, structure, emptiness, only then writing.
 */
import { isDeepStrictEqual } from 'node:util';
import { escapeIdentifier, type ClientBase } from 'pg';
import {
  agreeOnNotation, columnList, listMigrations, listTables, qualified, type BackupSequence, type MigrationRow,
} from './backup.catalog.ts';
import { assertSound, readFrames, type Frame } from './backup.file.ts';
import { headerOf, withClient, type BackupExtra, type BackupHeader, type CountedTable, type Progress } from './backup.ts';
import { copyIn } from './copy.ts';
import { PostgresProblem } from './postgres.problem.ts';

export interface RestoreOptions {
  readonly url: string;
  readonly file: string;
  /** Replace what the target holds. */
  readonly force?: boolean;
  /** Tables that migrations themselves fill: their rows don't make a database “not empty”. */
  readonly seeded?: readonly string[];
  /** Runs migrations up to and including `name`; throws when it does not know it. */
  readonly migrateTo: (name: string) => Promise<void>;
  readonly onProgress?: Progress;
}

export interface Restored {
  readonly header: BackupHeader;
  readonly extras: readonly BackupExtra[];
}

export async function restoreDatabase(options: RestoreOptions): Promise<Restored> {
  await assertSound(options.file);
  const header = await readHeader(options.file);
  return withClient(options.url, async (client) => {
    if (!options.force) await assertEmpty(client, header, options.seeded ?? []);
    await meetStructure(client, header, options.migrateTo);
    const extras = await load(client, header, options).catch(async (error: unknown) => {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    });
    await client.query('ANALYZE');
    return { header, extras };
  });
}

async function readHeader(file: string): Promise<BackupHeader> {
  for await (const { kind, bytes } of readFrames(file)) {
    if (kind === 'H') return headerOf(bytes, file);
    break;
  }
  throw new PostgresProblem('backup_damaged', { file, reason: 'no header' });
}

async function assertEmpty(client: ClientBase, header: BackupHeader, seeded: readonly string[]): Promise<void> {
  for (const { name } of await listTables(client)) {
    if (name === header.migrationsTable || seeded.includes(name)) continue;
    const { rowCount } = await client.query(`SELECT FROM ${qualified(name)} LIMIT 1`);
    if (rowCount) throw new PostgresProblem('restore_not_empty', { table: name });
  }
}

async function meetStructure(client: ClientBase, header: BackupHeader, migrateTo: (name: string) => Promise<void>): Promise<void> {
  const last = header.migrations.at(-1)?.name ?? '';
  const before = identities(await listMigrations(client, header.migrationsTable));
  const wanted = identities(header.migrations);
  const isBehind = before.length < wanted.length && isDeepStrictEqual(before, wanted.slice(0, before.length));
  if (isBehind) {
    await migrateTo(last).catch((error: unknown) => {
      throw new PostgresProblem('restore_unknown_migration', { backup: last, reason: (error as Error).message });
    });
  }
  const after = identities(await listMigrations(client, header.migrationsTable));
  if (!isDeepStrictEqual(after, wanted)) {
    throw new PostgresProblem('restore_target_ahead', { backup: last, target: after.at(-1)?.name ?? '–' });
  }
}

/** When and by whom a migration was applied differs between machines; its name and content may not. */
function identities(migrations: readonly MigrationRow[] | undefined): { name: string; checksum: unknown }[] {
  return (migrations ?? []).map(({ name, ['checksum']: checksum }) => ({ name, checksum: checksum ?? null }));
}

async function load(client: ClientBase, header: BackupHeader, options: RestoreOptions): Promise<BackupExtra[]> {
  await client.query('BEGIN');
  await agreeOnNotation(client);
  await assertSameTables(client, header);
  const unmute = await mute(client, header.tables);
  if (header.tables.length > 0) await client.query(`TRUNCATE ${header.tables.map(({ name }) => qualified(name)).join(', ')}`);
  const extras = await readInto(client, header, options);
  await unmute();
  await refreshViews(client);
  await client.query('COMMIT');
  return extras;
}

async function assertSameTables(client: ClientBase, header: BackupHeader): Promise<void> {
  const target = new Map((await listTables(client)).map((table) => [table.name, new Set(table.columns)]));
  target.delete(header.migrationsTable);
  for (const { name, columns } of header.tables) {
    if (!isDeepStrictEqual(target.get(name), new Set(columns))) throw new PostgresProblem('restore_other_structure', { table: name });
    target.delete(name);
  }
  const [extra] = target.keys();
  if (extra !== undefined) throw new PostgresProblem('restore_other_structure', { table: extra });
}

/**
 * Triggers must not act again on what they already acted on. A superuser mutes them, foreign keys included, for
 * this transaction; an owner disables the tables' own triggers, and the keys hold through the order of the tables.
 */
async function mute(client: ClientBase, tables: readonly CountedTable[]): Promise<() => Promise<void>> {
  const { rows: [may] } = await client.query<{ mute: boolean }>(
    `SELECT rolsuper AS mute FROM pg_roles WHERE rolname = current_user`);
  if (may?.mute) {
    await client.query('SET LOCAL session_replication_role = replica');
    return async () => { await client.query('SET LOCAL session_replication_role = origin'); };
  }
  await client.query('SET CONSTRAINTS ALL DEFERRED');
  const names = await enabledTriggers(client, tables);
  const alter = async (verb: string): Promise<void> => {
    for (const { table, trigger } of names) await client.query(`ALTER TABLE ${qualified(table)} ${verb} TRIGGER ${escapeIdentifier(trigger)}`);
  };
  await alter('DISABLE');
  return async () => {
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await alter('ENABLE');
  };
}

async function enabledTriggers(client: ClientBase, tables: readonly CountedTable[]): Promise<{ table: string; trigger: string }[]> {
  const { rows } = await client.query<{ table: string; trigger: string }>(`
    SELECT c.relname AS table, t.tgname AS trigger FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1)`,
    [tables.map(({ name }) => name)]);
  return rows;
}

async function readInto(client: ClientBase, header: BackupHeader, options: RestoreOptions): Promise<BackupExtra[]> {
  const tables = new Map(header.tables.map((table) => [table.name, table]));
  const total = header.tables.reduce((sum, { rows }) => sum + rows, 0);
  const extras: BackupExtra[] = [];
  const frames = readFrames(options.file);
  let done = 0;
  try {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      const { kind, bytes } = next.value;
      if (kind === 'T') {
        const table = tables.get((JSON.parse(bytes.toString()) as { name: string }).name);
        if (!table) throw new PostgresProblem('backup_damaged', { file: options.file, reason: 'table' });
        options.onProgress?.(done, total, table.name);
        done += await loadTable(client, { table, frames, file: options.file });
      }
      if (kind === 'S') await setSequences(client, JSON.parse(bytes.toString()) as BackupSequence[]);
      if (kind === 'X') extras.push(extraOf(bytes));
    }
  } finally {
    await frames.return(undefined);
  }
  options.onProgress?.(done, total, '');
  return extras;
}

interface TableLoad {
  readonly table: CountedTable;
  readonly frames: AsyncGenerator<Frame>;
  readonly file: string;
}

async function loadTable(client: ClientBase, { table, frames, file }: TableLoad): Promise<number> {
  const columns = table.columns.length > 0 ? ` (${columnList(table)})` : '';
  const written = await copyIn(client, `COPY ${qualified(table.name)}${columns} FROM STDIN`, rowsOf(frames));
  if (written !== table.rows) throw new PostgresProblem('backup_damaged', { file, reason: table.name });
  return written;
}

/** Pulls from the frames only up to the table's end, and leaves them open for the next table. */
async function* rowsOf(frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  for (let next = await frames.next(); !next.done && next.value.kind === 'D'; next = await frames.next()) yield next.value.bytes;
}

async function setSequences(client: ClientBase, sequences: readonly BackupSequence[]): Promise<void> {
  for (const { name, value, isCalled } of sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [qualified(name), value, isCalled]);
  }
}

async function refreshViews(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'm' ORDER BY oid`);
  for (const { name } of rows) await client.query(`REFRESH MATERIALIZED VIEW ${qualified(name)}`);
}

function extraOf(bytes: Buffer): BackupExtra {
  const end = bytes.indexOf(10);
  return { name: JSON.parse(bytes.toString('utf8', 0, end)) as string, bytes: bytes.subarray(end + 1) };
}
