/**
 * One portable file of everything in schema public, from one snapshot, the same for the embedded and for any
 * other PostgreSQL. Writers go on meanwhile. The structure is not in it: the migrations make it.
 */
import { Client, type ClientBase } from 'pg';
import {
  agreeOnNotation, columnList, listChainHeads, listMigrations, listSequences, listTables, qualified,
  type BackupTable, type MigrationRow,
} from './backup.catalog.ts';
import { assertSound, readFrames, writeBackupFile, type Frame, type FrameKind } from './backup.file.ts';
import { copyOut } from './copy.ts';
import { PostgresProblem } from './postgres.problem.ts';

/** Something beside the database that a restore needs, such as the file of keys. Not encrypted in the backup. */
export interface BackupExtra {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface CountedTable extends BackupTable {
  readonly rows: number;
}

export interface BackupHeader {
  readonly format: 1;
  readonly createdAt: string;
  readonly appVersion: string;
  readonly migrationsTable: string;
  readonly migrations: readonly MigrationRow[];
  readonly tables: readonly CountedTable[];
  readonly extras: readonly string[];
  /** Heads of the chains of events at that moment, `home/number/hash`; backups of before have none. */
  readonly chainHeads?: readonly string[];
}

/** `done` and `total` count rows. */
export type Progress = (done: number, total: number, table: string) => void;

export interface BackupOptions {
  readonly url: string;
  readonly file: string;
  readonly migrationsTable?: string;
  readonly appVersion?: string;
  readonly extras?: readonly BackupExtra[];
  readonly onProgress?: Progress;
}

export async function backupDatabase(options: BackupOptions): Promise<BackupHeader> {
  return withClient(options.url, async (client) => {
    const tables = await listTables(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await agreeOnNotation(client);
    await keepStructure(client, tables);
    const header = await describe(client, options).catch(asProblem);
    await writeBackupFile(options.file, frames(client, header, options));
    await client.query('COMMIT');
    return header;
  });
}

/** Reads the whole file: checksum, frames, and as many rows as its header announces. */
export async function verifyBackup(file: string): Promise<BackupHeader> {
  await assertSound(file);
  const counted = new Map<string, number>();
  let header: BackupHeader | undefined;
  let table = '';
  for await (const { kind, bytes } of readFrames(file)) {
    if (kind === 'H') header = headerOf(bytes, file);
    if (kind === 'T') table = (JSON.parse(bytes.toString()) as { name: string }).name;
    if (kind === 'D') counted.set(table, (counted.get(table) ?? 0) + lineBreaks(bytes));
  }
  const wrong = header?.tables.find(({ name, rows }) => (counted.get(name) ?? 0) !== rows);
  if (!header || wrong) throw new PostgresProblem('backup_damaged', { file, reason: wrong?.name ?? 'no header' });
  return header;
}

export function headerOf(bytes: Buffer, file: string): BackupHeader {
  const header = JSON.parse(bytes.toString()) as BackupHeader;
  if (header.format !== 1) throw new PostgresProblem('backup_unknown_format', { file });
  return header;
}

export async function withClient<T>(url: string, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // A lost connection rejects the query under way as well; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * As a change of structure would break the copy half-way. Before anything is looked at: a table that was exchanged while we
 * waited for it is seen whole by every snapshot, beside all others as they were when ours was taken.
 */
async function keepStructure(client: ClientBase, tables: readonly { readonly name: string }[]): Promise<void> {
  if (tables.length > 0) await client.query(`LOCK TABLE ${tables.map(({ name }) => qualified(name)).join(', ')} IN ACCESS SHARE MODE`);
}

async function describe(client: ClientBase, options: BackupOptions): Promise<BackupHeader> {
  const migrationsTable = options.migrationsTable ?? 'schema_migrations';
  const migrations = await listMigrations(client, migrationsTable);
  if (!migrations) throw new PostgresProblem('backup_not_migrated', { table: migrationsTable });
  const tables = (await listTables(client)).filter(({ name }) => name !== migrationsTable);
  const counted: CountedTable[] = [];
  for (const table of tables) {
    const { rows: [count] } = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${source(table)}`);
    counted.push({ ...table, rows: Number(count?.rows) });
  }
  return {
    format: 1,
    createdAt: new Date().toISOString(),
    appVersion: options.appVersion ?? '',
    migrationsTable,
    migrations,
    tables: counted,
    extras: (options.extras ?? []).map(({ name }) => name),
    chainHeads: await listChainHeads(client),
  };
}

async function* frames(client: ClientBase, header: BackupHeader, options: BackupOptions): AsyncGenerator<Frame> {
  const total = header.tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  yield json('H', header);
  for (const table of header.tables) {
    options.onProgress?.(done, total, table.name);
    yield* tableFrames(client, table);
    done += table.rows;
  }
  yield json('S', await listSequences(client));
  for (const { name, bytes } of options.extras ?? []) {
    yield { kind: 'X', bytes: Buffer.concat([Buffer.from(`${JSON.stringify(name)}\n`), bytes]) };
  }
  yield json('Z', {});
  options.onProgress?.(done, total, '');
}

async function* tableFrames(client: ClientBase, table: CountedTable): AsyncGenerator<Frame> {
  yield json('T', { name: table.name });
  // COPY cannot read a partitioned table by its name in every version, a query on it can.
  const { stream, rowCount } = copyOut(client, `COPY (SELECT ${columnList(table)} FROM ${source(table)}) TO STDOUT`);
  for await (const bytes of stream) yield { kind: 'D', bytes: bytes as Buffer };
  yield json('E', { rows: rowCount() });
}

/** ONLY, as a table that others inherit from would give their rows too. */
function source(table: BackupTable): string {
  return table.isPartitioned ? qualified(table.name) : `ONLY ${qualified(table.name)}`;
}

function json(kind: FrameKind, value: unknown): Frame {
  return { kind, bytes: Buffer.from(JSON.stringify(value)) };
}

function lineBreaks(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** 42501 with row_security off: a policy would have hidden rows. */
function asProblem(error: unknown): never {
  if ((error as { code?: string }).code === '42501') throw new PostgresProblem('backup_rls');
  throw error;
}
