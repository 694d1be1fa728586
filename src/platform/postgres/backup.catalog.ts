/** What a database holds, as far as a backup is concerned: tables with their stored columns, sequences, migrations. */
import { escapeIdentifier, type ClientBase } from 'pg';

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isPartitioned: boolean;
}

export interface BackupSequence {
  readonly name: string;
  readonly value: string;
  readonly isCalled: boolean;
}

/** A row of the migrations table as it stands; `name` orders them. */
export type MigrationRow = Readonly<Record<string, unknown>> & { readonly name: string };

export function qualified(name: string): string {
  return `public.${escapeIdentifier(name)}`;
}

export function columnList(table: BackupTable): string {
  return table.columns.map((column) => escapeIdentifier(column)).join(', ');
}

/** Both sides write and read values in the same notation, and never see fewer rows than there are. */
export async function agreeOnNotation(client: ClientBase): Promise<void> {
  await client.query(`
    SET LOCAL client_encoding = 'UTF8';
    SET LOCAL datestyle = 'ISO, YMD';
    SET LOCAL intervalstyle = 'postgres';
    SET LOCAL extra_float_digits = 1;
    SET LOCAL bytea_output = 'hex';
    SET LOCAL timezone = 'UTC';
    SET LOCAL row_security = off;
    SET LOCAL statement_timeout = 0;
    SET LOCAL idle_in_transaction_session_timeout = 0`);
}

/** Parents of foreign keys first; partitions are reached through their table; nothing that belongs to an extension. */
export async function listTables(client: ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<{ name: string; kind: string; columns: string[] }>(`
    SELECT c.relname AS name, c.relkind AS kind, array(
      SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum) AS columns
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname COLLATE "C"`);
  const tables = rows.map(({ name, kind, columns }) => ({ name, columns, isPartitioned: kind === 'p' }));
  return parentsFirst(tables, await listReferences(client));
}

export async function listSequences(client: ClientBase): Promise<BackupSequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' ORDER BY c.relname COLLATE "C"`);
  const sequences: BackupSequence[] = [];
  for (const { name } of rows) {
    const { rows: [state] } = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${qualified(name)}`);
    if (state) sequences.push({ name, value: state.value, isCalled: state.called });
  }
  return sequences;
}

/** None where the database keeps no log. */
export async function listChainHeads(client: ClientBase): Promise<string[]> {
  const { rows: [found] } = await client.query<{ is_there: boolean }>("SELECT to_regclass('public.event_chains') IS NOT NULL AS is_there");
  if (!found?.is_there) return [];
  const { rows } = await client.query<{ head: string }>(
    "SELECT home_id || '/' || head_seq || '/' || encode(head_hash, 'hex') AS head FROM public.event_chains ORDER BY home_id");
  return rows.map(({ head }) => head);
}

/** Undefined where the table is missing: nothing was ever migrated. */
export async function listMigrations(client: ClientBase, table: string): Promise<MigrationRow[] | undefined> {
  const { rows: [found] } = await client.query<{ is_there: boolean }>(
    'SELECT to_regclass($1) IS NOT NULL AS is_there', [qualified(table)]);
  if (!found?.is_there) return undefined;
  const { rows } = await client.query<{ migration: MigrationRow }>(
    `SELECT to_jsonb(m) AS migration FROM ${qualified(table)} m ORDER BY m.name COLLATE "C"`);
  return rows.map(({ migration }) => migration);
}

interface Reference {
  readonly child: string;
  readonly parent: string;
}

async function listReferences(client: ClientBase): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    SELECT DISTINCT child.relname AS child, parent.relname AS parent
    FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
    WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`);
  return rows;
}

function parentsFirst(tables: readonly BackupTable[], references: readonly Reference[]): BackupTable[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<BackupTable>();
  const visiting = new Set<string>();
  const visit = (table: BackupTable): void => {
    if (ordered.has(table) || visiting.has(table.name)) return;
    visiting.add(table.name);
    for (const { child, parent } of references) {
      const above = byName.get(parent);
      if (child === table.name && above) visit(above);
    }
    ordered.add(table);
  };
  tables.forEach(visit);
  return [...ordered];
}
