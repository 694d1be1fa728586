/** Check and apply, for the screen and the command line alike: one reads, the other also writes. */
import type { Ctx } from '../../../platform/context.ts';
import { isForeignKeyViolation, problemOf } from '../../../platform/db/errors.ts';
import { refreshStatistics } from '../../../platform/db/statistics.ts';
import { record } from '../../../platform/events.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { sql } from 'kysely';
import { lockSubject, rows } from '../../../platform/db/database.ts';
import { deriveClosure, findFaultsOf, lockStructure, settleUnits, type UnitFault } from '../../units/server/index.ts';
import { checkWorkbook } from '../check/check.ts';
import { complain, type CheckContext } from '../check/context.ts';
import type { Checked } from '../imports.contract.ts';
import { fileFinding } from '../read/findings.ts';
import type { ImportSource } from '../read/source.ts';
import type { Fix } from '../read/tables.ts';
import { readWorkbook } from '../read/workbook.ts';
import { importRefusals } from './import.refusals.ts';
import { checkLives, checkNumbers, checkReach, checkSeats, isRunWithinReach, warnOfChanges } from './import.access.ts';
import { separator, type DraftRow } from './import.draft.ts';
import { findNamedUnits } from './import.names.ts';
import { loadKnownRefs, planImport, type ImportPlan } from './import.plan.ts';
import { applyPlan, changedSince, findSource, hasManyChanges, insertRun, insertSource, isOperator, saveCounts, undoRun, unitsTouchedBy } from './import.store.ts';
import { planDocuments, type ToldDocument } from './import.documents.ts';
import { importAnswers } from './import.answers.store.ts';
import { importClauses } from './import.clauses.store.ts';
import { writeTasks } from './import.tasks.ts';
import { writeReviews } from './import.reviews.ts';
import { writePetitions } from './import.petitions.store.ts';
import { writeShortcomings } from './import.shortcomings.store.ts';
import { writeRatings } from './import.ratings.ts';
import { writeOversight } from './import.oversight.ts';
import { writeVisits } from './import.visits.ts';
import { writeDocuments } from './import.documents.store.ts';
import { markRun } from './import.marks.ts';
import { checkKnownMeetings } from './import.meeting.access.ts';
import { checkPast } from './import.meetings.check.ts';
import { writeMeetings } from './import.meetings.store.ts';
import { checkRecordingReach } from './import.recording.access.ts';
import { writeRules } from './import.rules.ts';
import { touchedBy } from './import.touched.ts';
import { findRun } from './import.reads.ts';

export interface ImportRequest {
  /** Under which name the refs are remembered. */
  readonly source: string;
  readonly from: ImportSource;
  readonly fileName: string;
  readonly fixes?: readonly Fix[];
  /** None at the command line. */
  readonly mostRows?: number;
  readonly sample?: boolean;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly phase: 'reading' | 'checking' | 'writing' | 'done';
  readonly part: string | null;
  readonly rows: number;
}

/** Where a table grows by so many rows and by so great a part, the planner's picture of it no longer fits. */
const [manyRows, greatPart] = [1000, 0.2];

export interface Applied {
  readonly runId: Id<'importRun'>;
  readonly tables: Checked['tables'];
}

/** Everything that applying would say and do. What only the database can refuse is found by trying, and taken back. */
export async function checkImport(ctx: Ctx, request: ImportRequest): Promise<Checked> {
  const { context, plan, documents } = await prepare(ctx, request);
  const tried = context.log.count('error') === 0 ? await tryOut(ctx, { plan, documents, context, request }) : undefined;
  return summary({ context, plan, others: tried?.others });
}

/** @throws Problem imports.hasErrors with the number of errors; the transaction of the act takes everything back. */
export async function applyImport(ctx: Ctx, request: ImportRequest): Promise<Applied> {
  // Before anything is read: two applies of one source at once must not both plan from what stood before either.
  await lockSubject(ctx.db, `import ${request.source}`);
  const { context, plan, documents } = await prepare(ctx, request, (sheets) => lockWhatItTells(ctx, sheets));
  requireNoErrors(context);
  const { runId, others } = await writeAndVerify(ctx, { plan, documents, context, request });
  requireNoErrors(context);
  const { tables } = summary({ context, plan, others });
  await saveCounts(ctx, runId, tables);
  for (const unitId of placesInLog(plan)) record(ctx, { type: 'import.applied', subjectId: runId, ...(unitId && { unitId }), data: { source: request.source, tables } });
  request.onProgress?.({ phase: 'done', part: null, rows: 0 });
  return { runId, tables };
}

export async function undoImport(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const run = await findRun(ctx, runId);
  if (!run) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  if (run.state === 'undone') throw new Problem({ code: 'imports.undoneAlready', kind: 'conflict' });
  if (!run.latest) throw new Problem({ code: 'imports.notLatest', kind: 'conflict' });
  // What was written a moment ago is unknown to the planner, who then looks each row up in the whole of a source.
  if (await hasManyChanges(ctx, { runId, many: manyRows })) await refreshStatistics(ctx.db);
  const touched = await unitsTouchedBy(ctx, runId);
  // Where no unit comes or goes, others may go on with the structure.
  if (touched.length > 0) await lockStructure(ctx);
  if (!(await isRunWithinReach(ctx, runId))) throw new Problem({ code: 'imports.outOfReach', kind: 'forbidden' });
  const count = await changedSince(ctx, runId);
  if (count > 0) throw new Problem({ code: 'imports.changedSince', kind: 'conflict', data: { count } });
  await takeBack(ctx, { run, touched }).catch((error: unknown) => {
    if (isForeignKeyViolation(error) || isUnsound(error)) throw new Problem({ code: 'imports.usedSince', kind: 'conflict' });
    throw error;
  });
  const told = await whereApplied(ctx, runId);
  for (const { unitId, source } of told) record(ctx, { type: 'import.undone', subjectId: runId, ...(unitId && { unitId }), data: { source } });
}

/** The units of before may no longer bear what was done to others meanwhile: somebody moved under them, or placed in a life that they no longer have. */
async function takeBack(ctx: Ctx, { run, touched }: { run: Parameters<typeof undoRun>[1]; touched: readonly Id<'unit'>[] }): Promise<void> {
  await undoRun(ctx, run);
  await settleUnits(ctx, touched);
}

function isUnsound(error: unknown): boolean {
  return error instanceof Problem && error.code.startsWith('unit.');
}

/** Whoever saw the import in the log sees there that it was taken back. */
function whereApplied(ctx: Ctx, runId: Id<'importRun'>): Promise<{ unitId: Id<'unit'> | null; source: string }[]> {
  return rows(ctx.db, sql<{ unitId: Id<'unit'> | null; source: string }>`select distinct e.unit_id as "unitId", s.name as source from import_runs r join import_sources s on s.id = r.source_id
    left join events e on e.home_id in (select id from homes) and e.subject_id = r.id and e.type = 'import.applied' where r.id = ${runId}`);
}

interface Prepared {
  readonly context: CheckContext;
  readonly plan: ImportPlan;
  readonly documents: readonly ToldDocument[];
}

/** People and posts are entered beside any other act; the structure has one writer at a time, and new books are numbered one after the other. */
async function lockWhatItTells(ctx: Ctx, sheets: CheckContext['sheets']): Promise<void> {
  if (sheets.units ?? sheets.unit_relations ?? sheets.lineage) await lockStructure(ctx);
}

async function prepare(ctx: Ctx, request: ImportRequest, beforeKnown?: (sheets: CheckContext['sheets']) => Promise<void>): Promise<Prepared> {
  const report = request.onProgress;
  const content = await readWorkbook(request.from, {
    ...(request.fixes && { fixes: request.fixes }),
    mostRows: request.mostRows,
    ...(report && { onProgress: ({ sheet, rows }) => report({ phase: 'reading', part: sheet, rows }) }),
  });
  if (!content.isWhole) throw new Problem({ code: 'imports.tooManyRows', kind: 'invalid', data: { limit: request.mostRows } });
  await beforeKnown?.(content.sheets);
  report?.({ phase: 'checking', part: null, rows: 0 });
  const source = await findSource(ctx, request.source);
  const refs = await loadKnownRefs(ctx, source?.id);
  const byName = await findNamedUnits(ctx, { sheets: content.sheets, known: refs });
  const known = refs.withUnitNames(byName.ids);
  const isKnown: CheckContext['known'] = (sheet, ref) => known.find(sheet, ref) !== undefined;
  checkWorkbook(content, isKnown, (sheet, name) => (sheet === 'units' ? byName.namesakes.get(name) ?? 0 : 0));
  const context: CheckContext = { sheets: content.sheets, log: content.log, known: isKnown };
  const plan = await planImport(ctx, { sheets: content.sheets, known });
  for (const { ref, row } of plan.nowhere) complain(context, { sheet: 'people', row, column: 'ref', code: 'person.nowhere', value: ref });
  await checkReach(ctx, { plan, context });
  await checkNumbers(ctx, { plan, context });
  await warnOfChanges(ctx, { plan, context, sourceId: source?.id });
  checkPast(context, ctx.today);
  await checkRecordingReach(ctx, { plan, context });
  await checkKnownMeetings(ctx, { plan, context });
  return { plan, context, documents: await planDocuments(ctx, { plan, context }) };
}

function requireNoErrors({ log }: CheckContext): void {
  const errors = log.count('error');
  if (errors > 0) throw new Problem({ code: 'imports.hasErrors', kind: 'conflict', data: { errors } });
}

interface Done {
  readonly context: CheckContext;
  readonly plan: ImportPlan;
  /** Rules, meetings, documents and ratings: known only when units and members are written; nothing where they never were. */
  readonly others: Checked['tables'] | undefined;
}

function summary({ context: { log, sheets }, plan, others }: Done): Checked {
  const errors = log.count('error');
  return {
    findings: [...log.list()],
    errors,
    warnings: log.count('warning'),
    sheets: Object.values(sheets).map(({ name, rowsRead }) => ({ sheet: name, rows: rowsRead })),
    tables: errors > 0 ? [] : [...plan.tables.map(({ target, added, changed, removed, same }) => ({ table: target.name as string, added: added.length, changed: changed.length, removed: removed.length, same })), ...(others ?? [])],
    touched: errors > 0 ? [] : touchedBy({ sheets, log, known: () => false }, plan),
  };
}

/** The database has the last word: the plan is applied in full and taken back again, and with it the lock of the structure. */
async function tryOut(ctx: Ctx, { context, request, ...writing }: Writing): Promise<Written | undefined> {
  await sql`savepoint import_check`.execute(ctx.db);
  try {
    return await writeAndVerify(ctx, { context, request, ...writing });
  } catch (error) {
    const problem = problemOf(error, importRefusals);
    if (!problem) throw error;
    context.log.add(fileFinding('error', 'database.refused', request.fileName, { problem: problem.code }));
    return undefined;
  } finally {
    await sql`rollback to savepoint import_check`.execute(ctx.db);
  }
}

/** Faults of whatever the workbook names are its own, whether it tells the unit itself or only something about it. */
function reportFaults(context: CheckContext, plan: ImportPlan, faults: readonly UnitFault[]): void {
  const told = new Map(plan.drafts.filter(({ table }) => table.startsWith('unit')).flatMap((draft) => unitsOf(draft).map((id) => [id, draft] as const)));
  for (const { rule, unitId } of faults) {
    const draft = told.get(unitId);
    if (draft) complain(context, { sheet: draft.sheet, row: draft.row, column: null, code: `unit.${faultCode[rule]}`, value: draft.key.split(separator, 1)[0]! });
  }
}

function unitsOf({ id, values, table }: DraftRow): string[] {
  const named = unitColumns.map((column) => values[column]);
  return [...(table === 'units' ? [id] : []), ...named.filter((unit) => typeof unit === 'string')];
}

const mostPlacesInLog = 50;

/** Units that stood before and were touched: whoever keeps them sees the import in the log. */
function placesInLog({ knownUnits }: ImportPlan): readonly (Id<'unit'> | undefined)[] {
  const units = [...new Set(knownUnits.values())].slice(0, mostPlacesInLog) as Id<'unit'>[];
  return units.length > 0 ? units : [undefined];
}

const faultCode = { cycle: 'cycle_found', overlap: 'parents_overlap', edgeOutsideLife: 'edge_outside_life', gapInLife: 'gap_in_life', orphan: 'without_parent', closure: 'edge_outside_life' } as const;

interface Writing extends Prepared {
  readonly request: ImportRequest;
}

interface Written {
  readonly runId: Id<'importRun'>;
  readonly others: Checked['tables'];
}

/** Only what the workbook touches is looked at: the rest of the structure was sound before. */
async function writeAndVerify(ctx: Ctx, { plan, documents, context, request }: Writing): Promise<Written> {
  const touched = touchedUnits(plan);
  if (touched.length > 0) await lockStructure(ctx);
  const known = await findSource(ctx, request.source);
  const sourceId = known?.id ?? (await insertSource(ctx, { name: request.source, sample: request.sample ?? false }));
  const runId = await insertRun(ctx, { sourceId, fileName: request.fileName, counts: [] });
  await applyPlan(ctx, plan, { runId, sourceId, onProgress: (table) => request.onProgress?.({ phase: 'writing', part: table, rows: 0 }) });
  // First of all that follows: the database may have looked at the tables when nothing of this was visible, and would go through them row by row.
  if (await outgrowsStatistics(ctx, plan)) await refreshStatistics(ctx.db);
  await markRun(ctx, runId);
  if (touched.length > 0) {
    const circling = (await deriveClosure(ctx.db, touched)).map((unitId): UnitFault => ({ rule: 'cycle', unitId }));
    reportFaults(context, plan, [...circling, ...(await findFaultsOf(ctx.db, touched))]);
  }
  await checkSeats(ctx, { plan, context });
  await checkLives(ctx, { plan, context });
  const { sheets } = context;
  const writing = { find: plan.find, context, runId, sourceId };
  const others: Checked['tables'] = [];
  // What is wrong with units would be told once more for each of their rules. Meetings are judged by the rules of the same file.
  if (sheets.rules !== undefined && context.log.count('error') === 0) others.push(await writeRules(ctx, { ...writing, fileName: request.fileName, isKnown: (unit) => plan.knownUnits.has(unit) }));
  const onProgress = (part: string) => (written: number) => request.onProgress?.({ phase: 'writing', part, rows: written });
  if (sheets.meetings !== undefined && context.log.count('error') === 0) others.push(await writeMeetings(ctx, { ...writing, sheets, onProgress: onProgress('meetings') }));
  if (sheets.documents !== undefined && context.log.count('error') === 0) others.push(await writeDocuments(ctx, { ...writing, told: documents, onProgress: onProgress('documents') }));
  // A clause belongs to a document that may have just been written, an answer to a clause.
  if (sheets.clauses !== undefined && context.log.count('error') === 0) others.push(await importClauses(ctx, { plan, context, runId, sourceId }));
  if (sheets.answers !== undefined && context.log.count('error') === 0) others.push(await importAnswers(ctx, { plan, context, runId, sourceId }));
  if (sheets.shortcomings !== undefined && context.log.count('error') === 0) others.push(await writeShortcomings(ctx, { plan, context, runId, sourceId, isOperator: isOperator(ctx) }));
  if (sheets.reviews !== undefined && context.log.count('error') === 0) others.push(await writeReviews(ctx, { ...writing, isOperator: isOperator(ctx) }));
  if (sheets.tasks !== undefined && context.log.count('error') === 0) others.push(await writeTasks(ctx, writing));
  if (sheets.ratings !== undefined && context.log.count('error') === 0) others.push(await writeRatings(ctx, { ...writing, isOperator: isOperator(ctx), onProgress: onProgress('ratings') }));
  if ((sheets.oversight ?? sheets.oversight_regulations) !== undefined && context.log.count('error') === 0) others.push(...(await writeOversight(ctx, writing)));
  // Whom a visit was for follows from who followed the place by then.
  if ((sheets.visits ?? sheets.reports) !== undefined && context.log.count('error') === 0) others.push(...(await writeVisits(ctx, writing)));
  if (sheets.petitions !== undefined && context.log.count('error') === 0) others.push(await writePetitions(ctx, { ...writing, plan, isOperator: isOperator(ctx) }));
  return { runId, others };
}

/** Both ends of all that is written about units. */
function touchedUnits(plan: ImportPlan): Id<'unit'>[] {
  const touched = new Set<unknown>();
  for (const { target, added, changed, removed } of plan.tables) {
    if (!target.name.startsWith('unit')) continue;
    const sides = [...added.map(rowOf), ...changed.flatMap(({ draft, before }) => [rowOf(draft), before]), ...removed.map(({ before }) => before)];
    for (const row of sides) for (const column of target.name === 'units' ? ['id'] : unitColumns) touched.add(row[column]);
  }
  return [...touched].filter((id) => typeof id === 'string') as Id<'unit'>[];
}

const unitColumns = ['unit_id', 'parent_id', 'other_id', 'predecessor_id', 'successor_id'];

function rowOf({ id, values }: DraftRow): Readonly<Record<string, unknown>> {
  return { id, ...values };
}

async function outgrowsStatistics(ctx: Ctx, { tables }: ImportPlan): Promise<boolean> {
  const grown = tables.filter(({ added }) => added.length > manyRows);
  if (grown.length === 0) return false;
  // Known to the planner: none before a table was looked at for the first time.
  const known = await rows(ctx.db, sql<{ name: string; count: number }>`select relname::text as name, reltuples::float8 as count from pg_class
    where oid = any(${grown.map(({ target }) => target.name)}::text[]::regclass[])`);
  const counts = new Map(known.map(({ name, count }) => [name, count]));
  return grown.some(({ target, added }) => added.length > greatPart * (counts.get(target.name) ?? 0));
}
