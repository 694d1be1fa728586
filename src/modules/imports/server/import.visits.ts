/**
 * Visits and reports of cadres of a workbook into the database and out of it again, by the rules of the acts on screen, each on its own
 * day. One that was worked on on screen since is never written over.
 */
import { sql } from 'kysely';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { given as taskGiven, settle } from '../../tasks/task.ts';
import { deleteTasks, insertTasks } from '../../tasks/server/index.ts';
import { handIn, markRead, type Report } from '../../visits/report.ts';
import { deleteReports, deleteVisits, dueDayOf, insertReports, insertVisits, lockReport, lockVisit, saveReport, saveVisit } from '../../visits/server/index.ts';
import { record, type Visit } from '../../visits/visit.ts';
import { complain, rowsOf, type CheckContext } from '../check/context.ts';
import { metIn } from '../check/visits.check.ts';
import type { CadreReportRow, VisitRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';
import type { ImportPlan } from './import.plan.ts';
import { keepRefs, knowAgain, lastVersions, noteChanges, type Change } from './import.versions.ts';

interface VisitsToWrite {
  readonly find: ImportPlan['find'];
  readonly context: CheckContext;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
}

type Table = 'visits' | 'reports';
type Counts = Checked['tables'][number];

interface Told<Row> {
  readonly id: Id;
  readonly ref: string;
  readonly isKnown: boolean;
  readonly row: Row;
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'>;
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writeVisits(ctx: Ctx, writing: VisitsToWrite): Promise<Counts[]> {
  const { context } = writing;
  const written = context.sheets.visits ? [await writeAll(ctx, writing, { table: 'visits', told: toldOf(writing, { table: 'visits', rows: rowsOf(context, 'visits'), keyOf: ({ ref }) => ref }), write: writeVisit })] : [];
  if (!context.sheets.reports || context.log.count('error') > 0) return written;
  return [...written, await writeAll(ctx, writing, { table: 'reports', told: toldOf(writing, { table: 'reports', rows: rowsOf(context, 'reports'), keyOf: ({ person, from }) => `${person}|${from}` }), write: writeReport })];
}

interface Telling<Row> {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

function toldOf<Row extends VisitRow | CadreReportRow>({ find }: VisitsToWrite, { table, rows: given, keyOf }: Telling<Row>): Told<Row>[] {
  return given.flatMap((row) => {
    const [unitId, personId] = [find('units', row.unit) as Id<'unit'> | undefined, find('people', row.person) as Id<'person'> | undefined];
    if (!unitId || !personId) return [];
    const ref = `${unitId}|${keyOf(row)}`;
    const known = find(table, ref);
    return [{ id: known ?? newId(homeOf(unitId)), ref, isKnown: known !== undefined, row, unitId, personId }];
  });
}

interface Part<Row> {
  readonly table: Table;
  readonly told: readonly Told<Row>[];
  readonly write: (ctx: Ctx, told: Told<Row>, last: number | undefined) => Promise<Change | 'same' | 'workedOn' | Refusal>;
}

async function writeAll<Row extends { readonly row: number }>(ctx: Ctx, { context, runId, sourceId }: VisitsToWrite, { table, told, write }: Part<Row>): Promise<Counts> {
  const last = await lastVersions(ctx, { sourceId, table }, told.filter(({ isKnown }) => isKnown).map(({ id }) => id));
  const changes: Change[] = [];
  let same = 0;
  for (const one of told) {
    const change = await write(ctx, one, last.get(one.id));
    const say = (code: 'visit.worked_on' | 'visit.refused', problem = '') => complain(context, { sheet: table, row: one.row.row, column: null, code, data: { problem } });
    if (change === 'same') same += 1;
    else if (change === 'workedOn') say('visit.worked_on');
    else if (isRefusal(change)) say('visit.refused', change.code);
    else changes.push(change);
  }
  await noteChanges(ctx, { runId, table }, changes);
  const fresh = new Set(changes.filter(({ before }) => before === null).map(({ after }) => after.id));
  await keepRefs(ctx, { sourceId, table }, told.filter(({ id }) => fresh.has(id)));
  return { table, added: fresh.size, changed: changes.length - fresh.size, removed: 0, same };
}

async function writeVisit(ctx: Ctx, { id: visitId, isKnown, row, unitId, personId }: Told<VisitRow>, last = 0): Promise<Change | 'same' | 'workedOn' | Refusal> {
  const id = visitId as Id<'visit'>;
  if (row.on > ctx.today) return { code: 'visits.inFuture', kind: 'invalid' };
  const before = isKnown ? (await lockVisit(ctx, id))?.visit : undefined;
  const heard = row.topic !== null && row.heard !== null ? [{ topic: row.topic, text: row.heard }] : [];
  const promises = row.promise !== null && row.promise_due !== null ? [{ id: before?.promises[0]?.id ?? newId<'task'>(homeOf(unitId)), text: row.promise, dueOn: row.promise_due }] : [];
  const after = record({ id, unitId, personId, on: row.on, kind: row.kind, meetingId: null, place: row.spot ?? '', met: metIn(row) ?? [], heard, advice: row.advice ?? '', promises }, { on: row.on, by: null });
  if (isRefusal(after)) return after;
  if (before && canonicalJson({ ...before, version: 0 }) === canonicalJson({ ...after, version: 0 })) return 'same';
  if (before && last < before.version) return 'workedOn';
  const saved = before ? await saveVisit(ctx, { ...after, version: before.version }) : after;
  if (!before) await insertVisits(ctx, [after]);
  await givePromise(ctx, saved, { keptOn: row.promise_kept_on, isNew: before?.promises[0] === undefined });
  return { before: before ?? null, after: saved };
}

/** Kept on the day that the file tells. What stands already is worked on where tasks are. */
async function givePromise(ctx: Ctx, { id, unitId, personId, on, promises: [promise] }: Visit, { keptOn, isNew }: { readonly keptOn: Day | null; readonly isNew: boolean }): Promise<void> {
  if (!promise || !isNew) return;
  const task = taskGiven({ id: promise.id, unitId, askedBy: unitId, title: promise.text, ownerId: personId, dueOn: promise.dueOn, origin: { kind: 'visit', id }, givenOn: on });
  const kept = keptOn === null ? task : settle(task, { state: 'done', on: keptOn, note: null, today: ctx.today });
  await insertTasks(ctx, [isRefusal(kept) ? task : { ...kept, version: 1 }]);
}

async function writeReport(ctx: Ctx, { id: reportId, isKnown, row, unitId, personId }: Told<CadreReportRow>, last = 0): Promise<Change | 'same' | 'workedOn' | Refusal> {
  const id = reportId as Id<'cadreReport'>;
  if (row.handed_on > ctx.today) return { code: 'visits.inFuture', kind: 'invalid' };
  const before = isKnown ? await lockReport(ctx, id) : undefined;
  const texts = { done: row.done ?? '', situation: row.situation ?? '', difficulties: row.difficulties ?? '', proposals: row.proposals ?? '', plan: row.plan ?? '' };
  const written: Report = { id, unitId, personId, from: row.from, to: row.to, dueOn: before?.dueOn ?? (await dueDayOf(ctx, { unitId, to: row.to })), texts, facts: null, state: 'writing', handedOn: null, readOn: null, readBy: null, comment: '', version: 1 };
  const handed = handIn(written, { on: row.handed_on, facts: [] });
  const told = isRefusal(handed) || row.read_on === null ? handed : markRead(handed, { on: row.read_on, by: null, comment: row.comment ?? '' });
  if (isRefusal(told)) return told;
  // What the records of its time say is counted whenever it is read: visits of the time may yet be imported.
  const after = { ...told, facts: null };
  if (before && canonicalJson({ ...before, version: 0 }) === canonicalJson({ ...after, version: 0 })) return 'same';
  if (before && last < before.version) return 'workedOn';
  if (before) return { before, after: await saveReport(ctx, { ...after, version: before.version }) };
  await insertReports(ctx, [after]);
  return { before: null, after };
}

/** How many rows of the run are no longer what it left. */
export async function visitsChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const changed = (table: Table, stored: string) => firstRow(ctx.db, sql<{ count: number }>`select count(*)::int as count from import_changes c left join ${sql.table(stored)} t on t.home_id = home_of((c.after ->> 'id')::uuid) and t.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = ${table} and t.version is distinct from (c.after ->> 'version')::int`);
  return ((await changed('visits', 'visits'))?.count ?? 0) + ((await changed('reports', 'cadre_reports'))?.count ?? 0);
}

/** Before the units and people of the run. Promises that nobody has touched go with their visits. */
export async function takeVisitsBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const visits = await changesOf<Visit>(ctx, runId, 'visits');
  await restore(ctx, { runId, table: 'visits', changes: visits, put: async (before) => saveVisit(ctx, { ...before, version: (await lockVisit(ctx, before.id))!.visit.version }) });
  const fresh = visits.filter(({ before }) => before === null).map(({ id }) => id as Id<'visit'>);
  await deleteTasks(ctx, await rows(ctx.db, sql<{ id: Id<'task'> }>`select id from tasks where home_id = any(${[...new Set(fresh.map(homeOf))]}::smallint[]) and origin_kind = 'visit' and origin_id = any(${fresh}::uuid[]) and version = 1 order by home_id, id for update`));
  await deleteVisits(ctx, fresh);
  const reports = await changesOf<Report>(ctx, runId, 'reports');
  await restore(ctx, { runId, table: 'reports', changes: reports, put: async (before) => saveReport(ctx, { ...before, version: (await lockReport(ctx, before.id))!.version }) });
  await deleteReports(ctx, reports.filter(({ before }) => before === null).map(({ id }) => id as Id<'cadreReport'>));
}

async function changesOf<T>(ctx: Ctx, runId: Id, table: Table): Promise<{ id: Id; before: T | null }[]> {
  return rows(ctx.db, sql<{ id: Id; before: T | null }>`select (after ->> 'id')::uuid as id, before from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
}

interface Restoring<T> {
  readonly runId: Id<'importRun'>;
  readonly table: Table;
  readonly changes: readonly { readonly id: Id; readonly before: T | null }[];
  /** A version never goes back, also when what stood before is put back. */
  readonly put: (before: T) => Promise<{ readonly version: number }>;
}

async function restore<T extends { readonly version: number }>(ctx: Ctx, { runId, table, changes, put }: Restoring<T>): Promise<void> {
  const restored = [];
  for (const { id, before } of changes) if (before) restored.push({ id, version: (await put(before)).version, was: before.version });
  await knowAgain(ctx, { runId, table }, restored);
}
