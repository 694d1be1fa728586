/**
 * The only writer of imported rows: applies a plan, keeps what each row was before and after, and puts a run back.
 * Everything happens in the transaction of the act. How rows get into tables: `import.rows.ts`.
 */
import './import.tables.ts';
import { sql } from 'kysely';
import { reachesEverything } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { nonceStock, seal } from '../../../platform/crypto/seal.ts';
import { canonicalJson } from '../../../platform/canonical.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { withKeptPlans } from '../../../platform/db/kept.plans.ts';
import { nationalHome, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { markRun } from './import.marks.ts';
import { answersChangedSince, takeAnswersBack } from './import.answers.store.ts';
import { clausesChangedSince, takeClausesBack } from './import.clauses.store.ts';
import { takeTasksBack, tasksChangedSince } from './import.tasks.ts';
import { petitionsChangedSince, takePetitionsBack } from './import.petitions.store.ts';
import { shortcomingsChangedSince, takeShortcomingsBack } from './import.shortcomings.store.ts';
import { reviewsChangedSince, takeReviewsBack } from './import.reviews.ts';
import { documentsChangedSince, takeDocumentsBack } from './import.documents.store.ts';
import { oversightChangedSince, takeOversightBack } from './import.oversight.ts';
import { takeVisitsBack, visitsChangedSince } from './import.visits.ts';
import { ratingsChangedSince, takeRatingsBack } from './import.ratings.ts';
import { meetingsChangedSince, requireNobodyInMeetings, takeMeetingsBack } from './import.meetings.undo.ts';
import { rulesChangedSince, takeRulesBack } from './import.rules.ts';
import type { DraftRow } from './import.draft.ts';
import { chunks, deleteRows, insertNoted, insertRows, isRowOf, sealedColumns, updateRows, type RunLog } from './import.rows.ts';
import { identityOf, mergedValue, sealedPlace, type ImportPlan, type StoredRow, type TablePlan } from './import.plan.ts';
import { targets, type Target, type TargetTable } from './import.tables.ts';

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
  return reachesEverything(ctx, 'import.run');
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

/** What was done is known when it is done. */
export async function saveCounts(ctx: Ctx, runId: Id<'importRun'>, counts: object): Promise<void> {
  await ctx.db.updateTable('import_runs').set({ counts: JSON.stringify(counts) }).where('id', '=', runId).execute();
}

export interface Applying {
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  readonly onProgress?: ((table: TargetTable) => void) | undefined;
}

/** Takes out what goes or is rewritten, deepest table first; then writes, topmost first. */
export async function applyPlan(asked: Ctx, plan: ImportPlan, { runId, sourceId, onProgress }: Applying): Promise<void> {
  const ctx = { ...asked, keys: { ...asked.keys, nonce: nonceStock() } };
  for (const table of plan.tables) await requireUnchanged(ctx, table);
  const log: RunLog = { runId, seq: 0 };
  log.seq += await insertNoted(ctx, 'homes', plan.homes, log);
  await withKeptPlans(ctx.db, async () => {
    for (const table of plan.tables.toReversed()) await takeOut(ctx, table);
    for (const table of plan.tables) {
      await writeTable(ctx, table, log);
      onProgress?.(table.target.name);
    }
    await keepRefs(ctx, sourceId, plan);
  });
}

/** Somebody may have recorded something since the plan was made: nothing of it is written over unseen. */
async function requireUnchanged(ctx: Ctx, { target, changed, removed }: TablePlan): Promise<void> {
  for (const part of chunks([...changed, ...removed].map(({ before }) => before))) {
    const found = await rows(ctx.db, sql<{ row: StoredRow }>`select to_jsonb(t) as row from ${sql.table(target.name)} t
      join jsonb_array_elements(${JSON.stringify(part)}::jsonb) n (row) on ${isRowOf(target, sql`n.row`)} for update of t`);
    const now = new Map(found.map(({ row }) => [identityOf(target, row), canonicalJson(row)]));
    if (part.some((before) => now.get(identityOf(target, before)) !== canonicalJson(before))) throw new Problem({ code: 'imports.changedMeanwhile', kind: 'conflict' });
  }
}

async function takeOut(ctx: Ctx, { target, changed, removed }: TablePlan): Promise<void> {
  const rewritten = target.rewrite === 'replace' ? changed.map(({ before }) => before) : [];
  await deleteRows(ctx, target, [...removed.map(({ before }) => before), ...rewritten]);
}

async function writeTable(ctx: Ctx, plan: TablePlan, log: RunLog): Promise<void> {
  const { target, added, changed, removed } = plan;
  const table = target.name;
  for (const part of chunks(added)) log.seq += await insertNoted(ctx, table, part.map((draft) => newRow(ctx, draft)), log);
  const before = new Map(changed.map((change) => [identityOf(target, change.before), change.before]));
  const rewritten = changed.map(({ draft, before: old }) => changedRow(ctx, draft, old));
  if (target.rewrite === 'update') await updateRows(ctx, target, rewritten);
  if (target.rewrite === 'replace') await insertRows(ctx, table, rewritten);
  await insertChanges(ctx, log, [
    ...rewritten.map((after): Change => ({ table, before: before.get(identityOf(target, after)) ?? null, after })),
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

async function insertChanges(ctx: Ctx, log: RunLog, changes: readonly Change[]): Promise<void> {
  for (const part of chunks(changes)) {
    const list = part.map(({ table, before, after }) => ({ run_id: log.runId, seq: (log.seq += 1), table_name: table, before, after }));
    await sql`insert into import_changes select * from jsonb_populate_recordset(null::import_changes, ${JSON.stringify(list)}::jsonb)`.execute(ctx.db);
  }
}

/** Numbers are found through their people: nothing asks for them by a ref. */
async function keepRefs(ctx: Ctx, sourceId: Id, plan: ImportPlan): Promise<void> {
  for (const { target: { name }, added, removed } of plan.tables) {
    for (const part of chunks(removed)) await sql`delete from import_refs where source_id = ${sourceId} and sheet = ${name} and ref = any(${part.map(({ key }) => key)}::text[])`.execute(ctx.db);
    if (name === 'person_keys') continue;
    for (const part of chunks(added.filter(({ key }) => !key.startsWith('id:')))) {
      await sql`insert into import_refs (source_id, sheet, ref, entity_id) select ${sourceId}, ${name}, n.ref, n.id from unnest(${part.map(({ key }) => key)}::text[], ${part.map(({ id }) => id)}::uuid[]) n (ref, id)
        on conflict (source_id, sheet, ref) do update set entity_id = excluded.entity_id`.execute(ctx.db);
    }
  }
}

/** How many rows of the run are no longer what it left. */
export async function changedSince(ctx: Ctx, runId: Id): Promise<number> {
  let count = (await meetingsChangedSince(ctx, runId)) + (await rulesChangedSince(ctx, runId)) + (await documentsChangedSince(ctx, runId)) + (await clausesChangedSince(ctx, runId)) + (await answersChangedSince(ctx, runId)) + (await shortcomingsChangedSince(ctx, runId)) + (await petitionsChangedSince(ctx, runId)) + (await reviewsChangedSince(ctx, runId)) + (await tasksChangedSince(ctx, runId)) + (await ratingsChangedSince(ctx, runId)) + (await oversightChangedSince(ctx, runId)) + (await visitsChangedSince(ctx, runId));
  for (const target of await targetsOf(ctx, runId)) {
    const row = await firstRow(ctx.db, sql<{ count: number }>`
      select count(*) as count from import_changes c left join ${sql.table(target.name)} t on ${isRowOf(target, sql`c.after`)}
      where c.run_id = ${runId} and c.table_name = ${target.name} and c.after is not null
        and (to_jsonb(t) - ${sealedColumns}) is distinct from (c.after - ${sealedColumns})`);
    count += row?.count ?? 0;
  }
  return count;
}

/** The tables that the run wrote, in the order in which rows refer to each other. */
async function targetsOf(ctx: Ctx, runId: Id): Promise<Target[]> {
  const found = await rows(ctx.db, sql<{ name: string }>`select distinct table_name as name from import_changes where run_id = ${runId}`);
  return targets.filter(({ name }) => found.some((written) => written.name === name));
}

export async function hasManyChanges(ctx: Ctx, { runId, many }: { runId: Id; many: number }): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from (select from import_changes where run_id = ${runId} limit ${many + 1}) c`);
  return (row?.count ?? 0) > many;
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
  await takeMeetingsBack(ctx, run.id);
  await takePetitionsBack(ctx, run.id);
  await takeShortcomingsBack(ctx, run.id);
  await takeReviewsBack(ctx, run.id);
  await takeTasksBack(ctx, run.id);
  await takeAnswersBack(ctx, run.id);
  await takeClausesBack(ctx, run.id);
  await takeDocumentsBack(ctx, run.id);
  await takeRatingsBack(ctx, run.id);
  await takeVisitsBack(ctx, run.id);
  await takeOversightBack(ctx, run.id);
  await takeRulesBack(ctx, run);
  await requireNobodyInMeetings(ctx, run.id);
  await withKeptPlans(ctx.db, () => putBack(ctx, run.id));
  await sql`delete from import_refs r using import_changes c where r.source_id = ${run.sourceId} and c.run_id = ${run.id} and c.before is null and r.entity_id = (c.after ->> 'id')::uuid and c.table_name <> 'homes'`.execute(ctx.db);
  await restoreRefs(ctx, run);
  await markRun(ctx, run.id);
  await ctx.db.updateTable('import_runs').set({ state: 'undone', undone_at: ctx.now, undone_by: ctx.actor?.accountId ?? null }).where('id', '=', run.id).execute();
}

async function putBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const written = await targetsOf(ctx, runId);
  for (const target of written.toReversed()) {
    await sql`delete from ${sql.table(target.name)} t using import_changes c where c.run_id = ${runId} and c.table_name = ${target.name} and c.after is not null
      and (c.before is null or ${target.rewrite === 'replace'}) and ${isRowOf(target, sql`c.after`)}`.execute(ctx.db);
  }
  for (const target of written) {
    const list = await replacedBy(ctx, runId, target.name);
    if (target.rewrite === 'update') await updateRows(ctx, target, list.flatMap(({ before, after }) => (after ? [before] : [])));
    await insertRows(ctx, target.name, list.flatMap(({ before, after }) => (after === null || target.rewrite === 'replace' ? [before] : [])));
  }
}

/** Rows that the run had taken out are known again by the key that they had: keys follow from what the row says. */
async function restoreRefs(ctx: Ctx, run: { id: Id; sourceId: Id }): Promise<void> {
  await sql`insert into import_refs (source_id, sheet, ref, entity_id)
    select ${run.sourceId}, c.table_name, c.before ->> 'import_key', (c.before ->> 'id')::uuid from import_changes c
    where c.run_id = ${run.id} and c.after is null and c.before ->> 'import_key' is not null on conflict do nothing`.execute(ctx.db);
}

/** What the run changed or took out; what it added needs no reading. */
async function replacedBy(ctx: Ctx, runId: Id, table: TargetTable): Promise<{ before: StoredRow; after: StoredRow | null }[]> {
  return rows(ctx.db, sql<{ before: StoredRow; after: StoredRow | null }>`select before, after from import_changes where run_id = ${runId} and table_name = ${table} and before is not null order by seq`);
}
