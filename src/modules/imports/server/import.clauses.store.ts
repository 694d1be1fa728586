/**
 * Clauses of a workbook into the database and out of it again, by the rules of the acts on screen. What units are asked is
 * never changed from a file: that takes a reason.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, Problem, type Refusal } from '../../../platform/problem.ts';
import { changeClause, hasSameWording, mostClauses, writeClause, type Clause, type Wording } from '../../cascades/clause.ts';
import { clausesOf, findCascade, findClause, insertClauses, isAnybodyAsked, markClauses, saveClause } from '../../cascades/server/index.ts';
import { lockDocument } from '../../documents/server/index.ts';
import { complain, rowsOf, type CheckContext, type Complaint } from '../check/context.ts';
import type { ClauseRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';
import { findDocuments, type OfDocument } from './import.cascades.ts';
import type { ImportPlan } from './import.plan.ts';
import { keepRefs, knowAgain, lastVersions, noteChanges, type Change } from './import.versions.ts';

const table = 'clauses';

interface Writing {
  readonly plan: Pick<ImportPlan, 'find'>;
  readonly context: CheckContext;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
}

interface Told extends OfDocument<ClauseRow> {
  /** By which the source knows it. */
  readonly ref: string;
  readonly knownId: Id<'clause'> | undefined;
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function importClauses(ctx: Ctx, writing: Writing): Promise<Checked['tables'][number]> {
  const { runId, sourceId } = writing;
  const told = await toldClauses(ctx, writing);
  const last = await lastVersions(ctx, { sourceId, table }, told.flatMap(({ knownId }) => knownId ?? []));
  const done: Done = { written: [], changes: [], same: 0 };
  for (const [documentId, ofDocument] of Map.groupBy(told, (one) => one.documentId)) await writeOfDocument(ctx, { ...writing, documentId, told: ofDocument, last, done });
  await noteChanges(ctx, { runId, table }, [...done.written.map(({ clause }) => ({ before: null, after: clause })), ...done.changes]);
  await keepRefs(ctx, { sourceId, table }, done.written.map(({ ref, clause: { id } }) => ({ ref, id })));
  return { table, added: done.written.length, changed: done.changes.length, removed: 0, same: done.same };
}

async function toldClauses(ctx: Ctx, { plan, context }: Writing): Promise<Told[]> {
  const namings = rowsOf(context, table).map((row) => ({ row, units: [plan.find('units', row.unit)].filter((id) => id !== undefined) }));
  const found = await findDocuments(ctx, namings, { sheet: table, context });
  return found.map(({ row, documentId }) => {
    const ref = `${documentId}|${row.label}`;
    return { row, documentId, ref, knownId: plan.find(table, ref) as Id<'clause'> | undefined };
  });
}

interface Done {
  readonly written: { readonly ref: string; readonly clause: Clause }[];
  readonly changes: Change[];
  same: number;
}

interface OfOne extends Writing {
  readonly documentId: Id<'document'>;
  readonly told: readonly Told[];
  readonly last: ReadonlyMap<string, number>;
  readonly done: Done;
}

async function writeOfDocument(ctx: Ctx, { context, documentId, told, last, done }: OfOne): Promise<void> {
  const { unitId } = (await lockDocument(ctx, documentId))!;
  const there = await clausesOf(ctx, documentId);
  const addedOn = (await findCascade(ctx, documentId)) ? ctx.today : null;
  const fresh: { readonly ref: string; readonly clause: Clause }[] = [];
  for (const { row, ref, knownId } of told) {
    const report = (complaint: Omit<Complaint, 'sheet' | 'row'>) => complain(context, { sheet: table, row: row.row, ...complaint });
    const before = there.find(({ id }) => id === knownId);
    const wording = wordingOf(row, { before, columns: context.sheets.clauses!.columns });
    const namesake = there.find(({ id, label }) => id !== before?.id && label === row.label);
    if (hasSameWording(before ?? namesake, wording)) done.same += 1;
    else if (namesake) report({ column: 'label', code: 'clause.label_taken', value: row.label });
    else if (before) {
      if ((last.get(before.id) ?? 0) < before.version) report({ severity: 'warning', column: null, code: 'row.changed_since' });
      const after = changeClause(before, { wording, isAsked: await isAnybodyAsked(ctx, documentId), reason: null, on: ctx.today });
      if (isRefusal(after)) report(complaintOf(after));
      else done.changes.push({ before, after: { ...after, version: await saveClause(ctx, after, { before, reason: null }) } });
    } else if (there.length + fresh.length >= mostClauses) report({ column: null, code: 'clause.too_many', data: { most: mostClauses } });
    else {
      const clause = writeClause({ id: newId<'clause'>(homeOf(documentId)), documentId, unitId, place: (there.at(-1)?.place ?? 0) + fresh.length + 1, addedOn }, wording);
      if (isRefusal(clause)) report(complaintOf(clause));
      else fresh.push({ ref, clause });
    }
  }
  await insertClauses(ctx, fresh.map(({ clause }) => clause));
  done.written.push(...fresh);
}

/** What the file does not speak of stays as it is recorded. */
function wordingOf({ label, kind, wording, target, measure, toward, due_on: due, for_whom: forWhom }: ClauseRow, { before, columns }: { readonly before: Wording | undefined; readonly columns: ReadonlySet<string> }): Wording {
  const kept = <K extends keyof Wording>(column: string, key: K, told: Wording[K]): Wording[K] => (columns.has(column) || !before ? told : before[key]);
  return { label, kind, wording, target, measure, toward: kind === 'indicator' ? (kept('toward', 'toward', toward) ?? 'atLeast') : null, dueOn: kept('due_on', 'dueOn', due), forWhom: kept('for_whom', 'forWhom', forWhom) };
}

function complaintOf({ code }: Refusal): Omit<Complaint, 'sheet' | 'row'> {
  if (code === 'cascades.reasonMissing') return { column: null, code: 'clause.asked' };
  return { column: null, code: 'database.refused', data: { problem: code } };
}

/** How many clauses of the run are no longer what it left. */
export async function clausesChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from import_changes c left join clauses d on d.home_id = home_of((c.after ->> 'id')::uuid) and d.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = ${table} and d.version is distinct from (c.after ->> 'version')::int`);
  return row?.count ?? 0;
}

/** After the answers of the run, before its documents. What units were asked since keeps its wording: the database keeps new clauses by their answers. */
export async function takeClausesBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const changes = await rows(ctx.db, sql<{ id: Id<'clause'>; before: Clause | null }>`select (after ->> 'id')::uuid as id, before from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
  const restored = [];
  for (const { id, before } of changes) {
    if (!before) continue;
    if (await isAnybodyAsked(ctx, before.documentId)) throw new Problem({ code: 'imports.usedSince', kind: 'conflict' });
    restored.push({ id, version: await saveClause(ctx, before, { before: (await findClause(ctx, id))!, reason: null }), was: before.version });
  }
  await knowAgain(ctx, { runId, table }, restored);
  await deleteClauses(ctx, changes.filter(({ before }) => before === null).map(({ id }) => id));
}

async function deleteClauses(ctx: Ctx, ids: readonly Id<'clause'>[]): Promise<void> {
  const named = await rows(ctx.db, sql`select from answer_links where other_id = any(${[...ids]}::uuid[]) limit 1`);
  if (named.length > 0) throw new Problem({ code: 'imports.usedSince', kind: 'conflict' });
  await markClauses(ctx.db, ids);
  const homes = [...new Set(ids.map(homeOf))];
  await sql`delete from clauses where home_id = any(${homes}::smallint[]) and id = any(${[...ids]}::uuid[])`.execute(ctx.db);
}
