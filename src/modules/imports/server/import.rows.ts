/**
 * Rows on their way into tables and out of them, thousands in a statement. New rows travel column by column: PostgreSQL
 * reads arrays many times faster than JSON. Which row is meant is always said with its home, where it has one.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { StoredRow } from './import.plan.ts';
import type { Target, TargetTable } from './import.tables.ts';

/** Changes of a run are numbered in the order in which they were made. */
export interface RunLog {
  readonly runId: Id<'importRun'>;
  seq: number;
}

const chunk = 5000;

/** Sealed bytes may be sealed again under a newer key meanwhile; that leaves the version as it was. */
export const sealedColumns = sql`array['phone_sealed', 'email_sealed', 'citizen_no_sealed', 'membership_no_sealed', 'contact_sealed']`;

export async function insertRows(ctx: Ctx, table: TargetTable, list: readonly StoredRow[]): Promise<void> {
  for (const part of chunks(list)) await (await insertOf(ctx, table, part)).execute(ctx.db);
}

/**
 * What is added is noted where it is written and never travels back: who it is and what it says, to tell later whether
 * it was changed. Sealed bytes are not needed for that. Answers how many.
 */
export async function insertNoted(ctx: Ctx, table: TargetTable, list: readonly StoredRow[], { runId, seq }: RunLog): Promise<number> {
  if (list.length === 0) return 0;
  const insert = await insertOf(ctx, table, list);
  await sql`with written as (${insert} returning to_jsonb(t) - ${sealedColumns} as row)
    insert into import_changes (run_id, seq, table_name, after) select ${runId}, ${seq}::int + row_number() over (), ${table}, row from written`.execute(ctx.db);
  return list.length;
}

async function insertOf(ctx: Ctx, table: TargetTable, list: readonly StoredRow[]): Promise<RawBuilder<unknown>> {
  const columns = (await columnsOf(ctx, table)).filter(({ name }) => list.some((row) => row[name] !== undefined));
  const arrays = columns.map(({ name, type }) => sql`${list.map((row) => textOf(row[name]))}::${sql.raw(type)}[]`);
  return sql`insert into ${sql.table(table)} as t (${sql.join(columns.map(({ name }) => sql.id(name)))}) select * from unnest(${sql.join(arrays)})`;
}

interface Column {
  readonly name: string;
  readonly type: string;
}

function columnsOf(ctx: Ctx, table: TargetTable): Promise<Column[]> {
  return rows(ctx.db, sql<Column>`select attname::text as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`);
}

/** Ranges, days and bytes are in their text forms already. */
function textOf(value: StoredRow[string] | undefined): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
}

export async function updateRows(ctx: Ctx, target: Target, list: readonly StoredRow[]): Promise<void> {
  for (const part of chunks(list)) {
    const columns = Object.keys(part[0]!).filter((column) => !target.identity.includes(column) && column !== 'home_id' && column !== 'version');
    // A version never goes back, also when what stood before is put back: an old open form must not pass for a new one.
    const next = 'version' in part[0]! ? [sql`version = t.version + 1`] : [];
    const settings = sql.join([...columns.map((column) => sql`${sql.id(column)} = n.${sql.id(column)}`), ...next]);
    await sql`update ${sql.table(target.name)} t set ${settings}
      from jsonb_populate_recordset(null::${sql.table(target.name)}, ${JSON.stringify(part)}::jsonb) n where ${sql.join(keyOf(target).map((column) => sql`t.${sql.id(column)} = n.${sql.id(column)}`), sql` and `)}`.execute(ctx.db);
  }
}

export async function deleteRows(ctx: Ctx, target: Target, list: readonly StoredRow[]): Promise<void> {
  for (const part of chunks(list)) {
    const named = part.map((row) => Object.fromEntries(keyOf(target).map((column) => [column, row[column]])));
    await sql`delete from ${sql.table(target.name)} t using jsonb_array_elements(${JSON.stringify(named)}::jsonb) n (row) where ${isRowOf(target, sql`n.row`)}`.execute(ctx.db);
  }
}

/** The row `t` is the one that the JSON tells. */
export function isRowOf(target: Target, row: RawBuilder<unknown>): RawBuilder<boolean> {
  const isSame = (column: string) => sql`t.${sql.id(column)} = (${row} ->> ${sql.lit(column)})::${sql.raw(typeOf(target, column))}`;
  return sql<boolean>`${sql.join(keyOf(target).map(isSame), sql` and `)}`;
}

function keyOf({ identity, isOfHome }: Target): readonly string[] {
  return isOfHome ? ['home_id', ...identity] : identity;
}

function typeOf({ name }: Target, column: string): 'smallint' | 'text' | 'uuid' {
  if (column === 'home_id' || name === 'homes') return 'smallint';
  return column === 'kind' ? 'text' : 'uuid';
}

export function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / chunk) }, (_, index) => list.slice(index * chunk, (index + 1) * chunk));
}
