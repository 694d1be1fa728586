/**
 * The only writer of imported rows: applies a plan, keeps what each row was before and after, and puts a run back.
 * Everything happens in the transaction of the act.
 */
import './import.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { seal } from '../../../platform/crypto/seal.ts';
import { canonicalJson } from '../../../platform/canonical.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { nationalHome, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { markRun } from './import.marks.ts';
import type { DraftRow } from './import.draft.ts';
import { identityOf, mergedValue, sealedPlace, type ImportPlan, type StoredRow, type TablePlan } from './import.plan.ts';
import { targets, type Target, type TargetTable } from './import.tables.ts';

const chunk = 5000;
/** Kept with a row that was taken out, so that undo can make the source know it again. No column has this name. */
const importKey = 'import_key';

interface Change {
  readonly table: TargetTable;
  readonly before: StoredRow | null;
  readonly after: StoredRow | null;
}

export async function findSource(ctx: Ctx, name: string): Promise<{ id: Id<'importSource'>; sample: boolean } | undefined> {
  const row = await ctx.db.selectFrom('import_sources').selectAll().where('name', '=', name).where('owner_id', 'is not distinct from', ownerOf(ctx)).executeTakeFirst();
  return row && { id: row.id as Id<'importSource'>, sample: row.sample };
}

export async function insertSource(ctx: Ctx, source: { name: string; sample: boolean }): Promise<Id<'importSource'>> {
  const id = newId<'importSource'>(nationalHome);
  await ctx.db.insertInto('import_sources').values({ id, ...source, owner_id: ownerOf(ctx), created_at: ctx.now }).execute();
  return id;
}

/** Whoever imports speaks for the rows of his own sources only; the command line has sources of its own. */
function ownerOf(ctx: Ctx): Id<'account'> | null {
  return ctx.actor === undefined || isOperator(ctx) ? null : ctx.actor.accountId;
}

export function isOperator(ctx: Ctx): boolean {
  return ctx.actor?.grants.some(({ reach }) => reach === 'everything') ?? false;
}

export interface RunDetails {
  readonly sourceId: Id<'importSource'>;
  readonly fileName: string;
  readonly counts: object;
}

export async function insertRun(ctx: Ctx, run: RunDetails): Promise<Id<'importRun'>> {
  const id = newId<'importRun'>(nationalHome);
  await ctx.db
    .insertInto('import_runs')
    .values({ id, source_id: run.sourceId, file_name: run.fileName, state: 'applied', counts: JSON.stringify(run.counts), started_by: ctx.actor?.accountId ?? null, started_at: ctx.now, finished_at: new Date() })
    .execute();
  return id;
}

export interface Applying {
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  readonly onProgress?: ((table: TargetTable) => void) | undefined;
}

/** Takes out what goes or is rewritten, deepest table first; then writes, topmost first. */
export async function applyPlan(ctx: Ctx, plan: ImportPlan, { runId, sourceId, onProgress }: Applying): Promise<void> {
  for (const table of plan.tables) await requireUnchanged(ctx, table);
  const log: ChangeLog = { runId, seq: 0 };
  await insertRows(ctx, 'homes', plan.homes, log);
  for (const table of plan.tables.toReversed()) await takeOut(ctx, table);
  for (const table of plan.tables) {
    await writeTable(ctx, table, log);
    onProgress?.(table.target.name);
  }
  await keepRefs(ctx, sourceId, plan);
  await markRun(ctx, runId);
}

/** Changes of a run are numbered in the order in which they were made. */
interface ChangeLog {
  readonly runId: Id<'importRun'>;
  seq: number;
}

/** Somebody may have recorded something since the plan was made: nothing of it is written over unseen. */
async function requireUnchanged(ctx: Ctx, { target, changed, removed }: TablePlan): Promise<void> {
  for (const part of chunks([...changed, ...removed].map(({ before }) => before))) {
    const found = await rows(ctx.db, sql<{ row: StoredRow }>`select to_jsonb(t) as row from ${sql.table(target.name)} t
      join jsonb_populate_recordset(null::${sql.table(target.name)}, ${JSON.stringify(part)}::jsonb) n on ${sameRow(target)} for update of t`);
    const now = new Map(found.map(({ row }) => [identityOf(target, row), canonicalJson(row)]));
    if (part.some((before) => now.get(identityOf(target, before)) !== canonicalJson(before))) throw new Problem({ code: 'imports.changedMeanwhile', kind: 'conflict' });
  }
}

async function takeOut(ctx: Ctx, { target, changed, removed }: TablePlan): Promise<void> {
  const rewritten = target.rewrite === 'replace' ? changed.map(({ before }) => before) : [];
  await deleteRows(ctx, target, [...removed.map(({ before }) => before), ...rewritten]);
}

async function writeTable(ctx: Ctx, plan: TablePlan, log: ChangeLog): Promise<void> {
  const { target, added, changed, removed } = plan;
  const table = target.name;
  for (const part of chunks(added)) await insertRows(ctx, table, part.map((draft) => newRow(ctx, draft)), log);
  const before = new Map(changed.map((change) => [identityOf(target, change.before), change.before]));
  const rewritten = changed.map(({ draft, before: old }) => changedRow(ctx, draft, old));
  if (target.rewrite === 'update') await updateRows(ctx, target, rewritten);
  const written = target.rewrite === 'replace' ? await insertRows(ctx, table, rewritten) : rewritten;
  await insertChanges(ctx, log, [
    ...written.map((after): Change => ({ table, before: before.get(identityOf(target, after)) ?? null, after })),
    ...removed.map(({ key, before: old }): Change => ({ table, before: { ...old, [importKey]: key }, after: null })),
  ]);
}

function newRow(ctx: Ctx, draft: DraftRow): StoredRow {
  return { ...draft.defaults, ...(draft.table === 'person_keys' ? {} : { id: draft.id }), ...draft.values, ...mergedValues(draft, {}), ...sealedValues(ctx, draft) };
}

function changedRow(ctx: Ctx, draft: DraftRow, before: StoredRow): StoredRow {
  const version = typeof before['version'] === 'number' ? { version: before['version'] + 1 } : {};
  return { ...before, ...draft.values, ...mergedValues(draft, before), ...sealedValues(ctx, draft), ...version };
}

function mergedValues(draft: DraftRow, before: StoredRow): StoredRow {
  return Object.fromEntries(Object.keys(draft.merged ?? {}).map((column) => [column, mergedValue(draft, column, before)]));
}

function sealedValues(ctx: Ctx, draft: DraftRow): StoredRow {
  const entries = Object.entries(draft.sealed ?? {});
  return Object.fromEntries(entries.map(([column, text]) => [column, text === null ? null : `\\x${seal(ctx.keys, sealedPlace(draft, column), text).toString('hex')}`]));
}

/** With a log, what was added is noted where it is written and never travels back. */
async function insertRows(ctx: Ctx, table: TargetTable, list: readonly object[], log?: ChangeLog): Promise<StoredRow[]> {
  const written: StoredRow[] = [];
  for (const part of chunks(list)) {
    const insert = sql`insert into ${sql.table(table)} as t select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(part)}::jsonb)`;
    if (log) {
      await sql`with written as (${insert} returning to_jsonb(t) as row)
        insert into import_changes (run_id, seq, table_name, after) select ${log.runId}, ${log.seq}::int + row_number() over (), ${table}, row from written`.execute(ctx.db);
      log.seq += part.length;
    } else {
      for (const { row } of await rows(ctx.db, sql<{ row: StoredRow }>`${insert} returning to_jsonb(t) as row`)) written.push(row);
    }
  }
  return written;
}

async function updateRows(ctx: Ctx, target: Target, list: readonly StoredRow[]): Promise<void> {
  for (const part of chunks(list)) {
    const columns = Object.keys(part[0]!).filter((column) => !target.identity.includes(column) && column !== 'home_id' && column !== 'version');
    // A version never goes back, also when what stood before is put back: an old open form must not pass for a new one.
    const next = 'version' in part[0]! ? [sql`version = t.version + 1`] : [];
    const settings = sql.join([...columns.map((column) => sql`${sql.id(column)} = n.${sql.id(column)}`), ...next]);
    await sql`update ${sql.table(target.name)} t set ${settings}
      from jsonb_populate_recordset(null::${sql.table(target.name)}, ${JSON.stringify(part)}::jsonb) n where ${sameRow(target)}`.execute(ctx.db);
  }
}

async function deleteRows(ctx: Ctx, target: Target, list: readonly StoredRow[]): Promise<void> {
  for (const part of chunks(list)) {
    await sql`delete from ${sql.table(target.name)} t using jsonb_populate_recordset(null::${sql.table(target.name)}, ${JSON.stringify(part)}::jsonb) n where ${sameRow(target)}`.execute(ctx.db);
  }
}

function sameRow(target: Target): RawBuilder<unknown> {
  return sql.join(target.identity.map((column) => sql`t.${sql.id(column)} = n.${sql.id(column)}`), sql` and `);
}

async function insertChanges(ctx: Ctx, log: ChangeLog, changes: readonly Change[]): Promise<void> {
  for (const part of chunks(changes)) {
    const list = part.map(({ table, before, after }) => ({ run_id: log.runId, seq: (log.seq += 1), table_name: table, before, after }));
    await sql`insert into import_changes select * from jsonb_populate_recordset(null::import_changes, ${JSON.stringify(list)}::jsonb)`.execute(ctx.db);
  }
}

async function keepRefs(ctx: Ctx, sourceId: Id, plan: ImportPlan): Promise<void> {
  const gone = plan.tables.flatMap(({ target, removed }) => removed.map(({ key }) => ({ sheet: target.name, ref: key })));
  const kept = plan.tables.flatMap(({ target, added }) => added.filter(({ key }) => !key.startsWith('id:')).map(({ key, id }) => ({ source_id: sourceId, sheet: target.name, ref: key, entity_id: id })));
  for (const part of chunks(gone)) {
    await sql`delete from import_refs r using jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as n (sheet text, ref text) where r.source_id = ${sourceId} and r.sheet = n.sheet and r.ref = n.ref`.execute(ctx.db);
  }
  for (const part of chunks(kept)) {
    await sql`insert into import_refs select * from jsonb_populate_recordset(null::import_refs, ${JSON.stringify(part)}::jsonb)
      on conflict (source_id, sheet, ref) do update set entity_id = excluded.entity_id`.execute(ctx.db);
  }
}

/** Sealed bytes may have been sealed again under a newer key meanwhile; that leaves the version as it was. */
const sealed = sql`array['phone_sealed', 'email_sealed', 'citizen_no_sealed', 'membership_no_sealed', 'contact_sealed']`;

/** How many rows of the run are no longer what it left. */
export async function changedSince(ctx: Ctx, runId: Id): Promise<number> {
  let count = 0;
  for (const target of targets) {
    const row = await firstRow(ctx.db, sql<{ count: number }>`
      select count(*) as count from import_changes c left join ${sql.table(target.name)} t on ${fromChange(target, 'after')}
      where c.run_id = ${runId} and c.table_name = ${target.name} and c.after is not null
        and (to_jsonb(t) - ${sealed}) is distinct from (c.after - ${sealed})`);
    count += row?.count ?? 0;
  }
  return count;
}

/** Every unit whose place or life the run touched: to be derived again after it is put back. */
export async function unitsTouchedBy(ctx: Ctx, runId: Id<'importRun'>): Promise<Id<'unit'>[]> {
  const found = await rows(ctx.db, sql<{ id: Id<'unit'> }>`
    with side as (select c.table_name, v.row from import_changes c, lateral (values (c.before), (c.after)) v (row) where c.run_id = ${runId} and c.table_name like 'unit%' and v.row is not null)
    select distinct n.id::uuid as id from side, lateral (values (case when table_name = 'units' then row ->> 'id' end), (row ->> 'unit_id'), (row ->> 'parent_id'), (row ->> 'other_id'), (row ->> 'predecessor_id'), (row ->> 'successor_id')) n (id)
    where n.id is not null`);
  return found.map(({ id }) => id);
}

/** Puts back what stood before the run. Rows that something newer refers to are refused by the database. */
export async function undoRun(ctx: Ctx, run: { id: Id<'importRun'>; sourceId: Id<'importSource'> }): Promise<void> {
  const all = new Map<TargetTable, Change[]>();
  for (const target of targets) all.set(target.name, await changesOf(ctx, run.id, target.name));
  for (const target of targets.toReversed()) {
    const out = all.get(target.name)!.filter(({ before, after }) => after !== null && (before === null || target.rewrite === 'replace'));
    await deleteRows(ctx, target, out.map(({ after }) => after!));
  }
  for (const target of targets) {
    const list = all.get(target.name)!;
    if (target.rewrite === 'update') await updateRows(ctx, target, list.flatMap(({ before, after }) => (before && after ? [before] : [])));
    await insertRows(ctx, target.name, list.flatMap(({ before, after }) => (before && (after === null || target.rewrite === 'replace') ? [before] : [])));
  }
  await sql`delete from import_refs r using import_changes c where r.source_id = ${run.sourceId} and c.run_id = ${run.id} and c.before is null and r.entity_id::text = c.after ->> 'id'`.execute(ctx.db);
  await restoreRefs(ctx, run);
  await markRun(ctx, run.id);
  await ctx.db.updateTable('import_runs').set({ state: 'undone', undone_at: ctx.now, undone_by: ctx.actor?.accountId ?? null }).where('id', '=', run.id).execute();
}

/** Rows that the run had taken out are known again by the key that they had: keys follow from what the row says. */
async function restoreRefs(ctx: Ctx, run: { id: Id; sourceId: Id }): Promise<void> {
  await sql`insert into import_refs (source_id, sheet, ref, entity_id)
    select ${run.sourceId}, c.table_name, c.before ->> 'import_key', (c.before ->> 'id')::uuid from import_changes c
    where c.run_id = ${run.id} and c.after is null and c.before ->> 'import_key' is not null on conflict do nothing`.execute(ctx.db);
}

async function changesOf(ctx: Ctx, runId: Id, table: TargetTable): Promise<Change[]> {
  const found = await rows(ctx.db, sql<{ before: StoredRow | null; after: StoredRow | null }>`select before, after from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
  return found.map((row) => ({ table, ...row }));
}

function fromChange(target: Target, side: 'after' | 'before'): RawBuilder<unknown> {
  return sql.join(target.identity.map((column) => sql`t.${sql.id(column)}::text = c.${sql.id(side)} ->> ${column}`), sql` and `);
}

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / chunk) }, (_, index) => list.slice(index * chunk, (index + 1) * chunk));
}
