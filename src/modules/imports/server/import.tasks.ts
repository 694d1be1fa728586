/**
 * Tasks of a workbook into the database and out of it again, by the rules of the acts on screen. They come after the documents of
 * the same workbook, from which they may come. Of a changed task the run keeps the whole as it stood.
 */
import { sql } from 'kysely';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/problem.ts';
import { readSymbol } from '../../documents/document.symbol.ts';
import { readableDocuments } from '../../documents/server/index.ts';
import { deleteTasks, insertTasks, lockTask, saveTask } from '../../tasks/server/index.ts';
import type { Origin } from '../../tasks/task.origins.ts';
import { given, settle, type Task } from '../../tasks/task.ts';
import { complain, rowsOf, type CheckContext } from '../check/context.ts';
import { keyOfTask } from '../check/tasks.check.ts';
import type { TaskRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';
import type { ImportPlan } from './import.plan.ts';
import { keepRefs, knowAgain, lastVersions, noteChanges, type Change } from './import.versions.ts';

const table = 'tasks';

interface TasksToWrite {
  readonly find: ImportPlan['find'];
  readonly context: CheckContext;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
}

interface Told {
  readonly id: Id<'task'>;
  readonly unitId: Id<'unit'>;
  /** By which the source knows it. */
  readonly ref: string;
  readonly isKnown: boolean;
  readonly row: TaskRow;
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writeTasks(ctx: Ctx, writing: TasksToWrite): Promise<Checked['tables'][number]> {
  const { context, runId, sourceId } = writing;
  const told = toldTasks(writing);
  const last = await lastVersions(ctx, { sourceId, table }, told.filter(({ isKnown }) => isKnown).map(({ id }) => id));
  const changes: Change[] = [];
  let same = 0;
  for (const one of told) {
    const before = one.isKnown ? await lockTask(ctx, one.id) : undefined;
    if (before && (last.get(one.id) ?? before.version) < before.version) complain(context, { sheet: 'tasks', row: one.row.row, severity: 'warning', column: null, code: 'row.changed_since' });
    const after = await taskAfter(ctx, one, { ...writing, before });
    if (!after) continue;
    if (before && canonicalJson(before) === canonicalJson(after)) same += 1;
    else changes.push({ before: before ?? null, after: await kept(ctx, after, before) });
  }
  await noteChanges(ctx, { runId, table }, changes);
  const fresh = new Set(changes.filter(({ before }) => before === null).map(({ after }) => after.id));
  await keepRefs(ctx, { sourceId, table }, told.filter(({ id }) => fresh.has(id)));
  return { table, added: fresh.size, changed: changes.length - fresh.size, removed: 0, same };
}

async function kept(ctx: Ctx, after: Task, before: Task | undefined): Promise<Task> {
  if (before) return { ...after, version: await saveTask(ctx, after) };
  await insertTasks(ctx, [after]);
  return after;
}

function toldTasks({ find, context }: TasksToWrite): Told[] {
  return rowsOf(context, 'tasks').flatMap((row) => {
    const unitId = find('units', row.unit) as Id<'unit'> | undefined;
    if (!unitId) return [];
    const ref = `${unitId}|${keyOfTask(row)}`;
    const known = find('tasks', ref) as Id<'task'> | undefined;
    return [{ id: known ?? newId<'task'>(homeOf(unitId)), unitId, ref, isKnown: known !== undefined, row }];
  });
}

/** What the file does not speak of stays as it is recorded. */
async function taskAfter(ctx: Ctx, { id, unitId, row }: Told, { find, context, before }: TasksToWrite & { readonly before: Task | undefined }): Promise<Task | undefined> {
  const { columns } = context.sheets.tasks!;
  const spoken = <K extends keyof Task>(column: string, key: K, told: Task[K]): Task[K] => (columns.has(column) || !before ? told : before[key]);
  const askedBy = spoken('asked_by', 'askedBy', (row.asked_by === null ? unitId : (find('units', row.asked_by) as Id<'unit'> | undefined)) ?? unitId);
  const origin = before && !columns.has('document') ? before.origin : await originOf(ctx, row, askedBy);
  if (!origin) return void complain(context, { sheet: 'tasks', row: row.row, column: 'document', code: 'task.document_unknown', value: row.document ?? '' });
  if (row.given_on > ctx.today) return void complain(context, { sheet: 'tasks', row: row.row, column: 'given_on', code: 'task.given_ahead', value: row.given_on });
  const base = before ?? given({ id, unitId, askedBy, title: row.title, ownerId: null, dueOn: null, origin, givenOn: row.given_on });
  const task: Task = {
    ...base, askedBy, title: row.title, origin, dueOn: spoken('due_on', 'dueOn', row.due_on), ownerId: spoken('owner', 'ownerId', row.owner === null ? null : ((find('people', row.owner) as Id<'person'> | undefined) ?? null)),
    detail: spoken('detail', 'detail', row.detail), progress: spoken('progress', 'progress', row.progress ?? 0),
  };
  if (before && !columns.has('state')) return task;
  const open: Task = { ...task, outcome: { state: 'open' } };
  if (row.state === null || row.state === 'open') return open;
  const settled = settle(open, { state: row.state, on: row.settled_on!, note: row.note, today: ctx.today }); // the day is there: checked with the sheet
  if (!isRefusal(settled)) return settled;
  return void complain(context, { sheet: 'tasks', row: row.row, column: 'settled_on', code: 'task.settled_ahead', value: row.settled_on! });
}

/** The latest of that symbol in the register of the unit that asked, issued no later than the task was given. */
async function originOf(ctx: Ctx, { document, given_on: on }: TaskRow, askedBy: Id<'unit'>): Promise<Origin | undefined> {
  if (document === null) return { kind: 'unit', id: askedBy };
  const symbol = readSymbol(document);
  if (!symbol) return undefined;
  const found = await firstRow(ctx.db, sql<{ id: Id<'document'> }>`select d.id from documents d where d.unit_id = ${askedBy} and d.type = ${symbol.type} and d.number = ${symbol.number} and d.issuer_code = ${symbol.issuerCode} and d.void is null
    and d.issued_on <= ${on}::date and ${readableDocuments(ctx)} order by d.issued_on desc, d.id limit 1`);
  return found && { kind: 'document', id: found.id };
}

/** How many tasks of the run are no longer what it left. */
export async function tasksChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*)::int as count from import_changes c left join tasks t on t.home_id = home_of((c.after ->> 'id')::uuid) and t.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = ${table} and t.version is distinct from (c.after ->> 'version')::int`);
  return row?.count ?? 0;
}

/** Before the documents of the run, from which they come. What was done about one since keeps it, by the keys of the database. */
export async function takeTasksBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const changes = await rows(ctx.db, sql<{ id: Id<'task'>; before: Task | null }>`select (after ->> 'id')::uuid as id, before from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
  const restored = [];
  for (const { id, before } of changes) {
    if (!before) continue;
    const now = (await lockTask(ctx, id))!;
    restored.push({ id, version: await saveTask(ctx, { ...before, version: now.version }), was: before.version });
  }
  await knowAgain(ctx, { runId, table }, restored);
  await deleteTasks(ctx, changes.filter(({ before }) => before === null));
}
