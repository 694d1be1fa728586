/**
 * Regulations of oversight and who follows which unit under them, of a workbook into the database and out of it again, by the rules of the acts on screen.
 * No roles come with them: whoever keeps the accounts gives these. What was changed on screen since, and may have brought a role, is left to the screen.
 */
import { sql } from 'kysely';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/problem.ts';
import { assign, end, regulationRefusal, type Assignment, type Regulation } from '../../oversight/oversight.ts';
import {
  assignedUnder, deleteAssignment, deleteRegulation, findRegulation, findRegulationByTitle, insertAssignments, insertRegulation, isCovered, lockAssignment, lockRegulation, markCovered, markFollowed, postsHeld, saveAssignment, saveRegulation,
} from '../../oversight/server/index.ts';
import { complain, rowsOf, type CheckContext } from '../check/context.ts';
import { keyOfRegulation, kindsFollowed, regulationsIn } from '../check/oversight.check.ts';
import type { OversightRegulationRow, OversightRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';
import type { ImportPlan } from './import.plan.ts';
import { keepRefs, knowAgain, lastVersions, noteChanges, type Change, type VersionedTable } from './import.versions.ts';

interface OversightToWrite {
  readonly find: ImportPlan['find'];
  readonly context: CheckContext;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
}

type Counts = Checked['tables'][number];

interface Told {
  readonly id: Id;
  readonly ref: string;
  readonly isKnown: boolean;
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writeOversight(ctx: Ctx, writing: OversightToWrite): Promise<Counts[]> {
  const { context } = writing;
  const written = context.sheets.oversight_regulations ? [await writeAll(ctx, writing, { table: 'oversight_regulations', told: toldRegulations(writing), write: writeRegulation })] : [];
  if (!context.sheets.oversight || context.log.count('error') > 0) return written;
  return [...written, await writeAll(ctx, writing, { table: 'oversight', told: await toldAssignments(ctx, writing), write: writeAssignment })];
}

type Written = Change | 'same' | undefined;

interface Part<T extends Told> {
  readonly table: VersionedTable & ('oversight_regulations' | 'oversight');
  readonly told: readonly T[];
  readonly write: (ctx: Ctx, told: T, at: { readonly context: CheckContext; readonly last: ReadonlyMap<string, number> }) => Promise<Written>;
}

async function writeAll<T extends Told>(ctx: Ctx, { context, runId, sourceId }: OversightToWrite, { table, told, write }: Part<T>): Promise<Counts> {
  const last = await lastVersions(ctx, { sourceId, table }, told.filter(({ isKnown }) => isKnown).map(({ id }) => id));
  const changes: Change[] = [];
  let same = 0;
  for (const one of told) {
    const change = await write(ctx, one, { context, last });
    if (change === 'same') same += 1;
    else if (change) changes.push(change);
  }
  await noteChanges(ctx, { runId, table }, changes);
  const fresh = new Set(changes.filter(({ before }) => before === null).map(({ after }) => after.id));
  await keepRefs(ctx, { sourceId, table }, told.filter(({ id }) => fresh.has(id)));
  return { table, added: fresh.size, changed: changes.length - fresh.size, removed: 0, same };
}

interface ToldRegulation extends Told {
  readonly id: Regulation['id'];
  readonly unitId: Id<'unit'>;
  readonly rows: readonly OversightRegulationRow[];
}

function toldRegulations({ find, context }: OversightToWrite): ToldRegulation[] {
  return [...regulationsIn(context).values()].flatMap((own) => {
    const unitId = find('units', own[0]!.unit) as Id<'unit'> | undefined;
    if (!unitId) return [];
    const ref = keyOfRegulation(unitId, own[0]!.title);
    const known = find('oversight_regulations', ref) as Regulation['id'] | undefined;
    return [{ id: known ?? newId<'oversightRegulation'>(homeOf(unitId)), ref, isKnown: known !== undefined, unitId, rows: own }];
  });
}

async function writeRegulation(ctx: Ctx, { id, isKnown, unitId, rows: own }: ToldRegulation, { context, last }: Parameters<Part<ToldRegulation>['write']>[2]): Promise<Written> {
  const [head] = own;
  const before = isKnown ? await lockRegulation(ctx, id) : undefined;
  const after: Regulation = {
    id, unitId, documentId: before?.documentId ?? null, title: head!.title, kinds: kindsFollowed(head!)!, mostUnits: head!.most_units, period: { from: head!.from, to: head!.to }, version: before?.version ?? 0, // kinds: checked with the sheet
    duties: own.map((row) => ({ tier: row.tier, visitsPerQuarter: row.visits_per_quarter, cellMeetingsPerYear: row.cell_meetings_per_year, committeeMeetingsPerYear: row.committee_meetings_per_year, reportEveryMonths: row.report_every_months })),
  };
  if (before && isSame(before, after)) return 'same';
  if (before && (last.get(id) ?? before.version) < before.version) complain(context, { sheet: 'oversight_regulations', row: head!.row, severity: 'warning', column: null, code: 'row.changed_since' });
  const refusal = regulationRefusal(after, before ? await assignedUnder(ctx, id) : []);
  if (refusal) return void complain(context, { sheet: 'oversight_regulations', row: head!.row, column: 'from', code: 'oversight.refused', data: { problem: refusal.code } });
  const saved = before ? await saveRegulation(ctx, after) : await insertRegulation(ctx, after);
  for (const one of [saved, ...(before ? [before] : [])]) await markCovered(ctx, one);
  return { before: before ?? null, after: saved };
}

interface ToldAssignment extends Told {
  readonly id: Assignment['id'];
  readonly regulation: Regulation;
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'>;
  readonly row: OversightRow;
}

async function toldAssignments(ctx: Ctx, { find, context }: OversightToWrite): Promise<ToldAssignment[]> {
  const regulations = new Map<string, Regulation | undefined>();
  const told: ToldAssignment[] = [];
  for (const row of rowsOf(context, 'oversight')) {
    const [bodyId, unitId, personId] = [find('units', row.unit) as Id<'unit'> | undefined, find('units', row.followed) as Id<'unit'> | undefined, find('people', row.person) as Id<'person'> | undefined];
    if (!bodyId || !unitId || !personId) continue;
    const key = keyOfRegulation(bodyId, row.regulation);
    if (!regulations.has(key)) regulations.set(key, await findRegulationByTitle(ctx, { unitId: bodyId, title: row.regulation }));
    const regulation = regulations.get(key);
    if (!regulation) {
      complain(context, { sheet: 'oversight', row: row.row, column: 'regulation', code: 'oversight.regulation_unknown', value: row.regulation });
      continue;
    }
    const ref = [regulation.id, unitId, personId, row.from].join('|');
    const known = find('oversight', ref) as Assignment['id'] | undefined;
    told.push({ id: known ?? newId<'oversightAssignment'>(homeOf(regulation.id)), ref, isKnown: known !== undefined, regulation, unitId, personId, row });
  }
  return told;
}

async function writeAssignment(ctx: Ctx, told: ToldAssignment, { context, last }: Parameters<Part<ToldAssignment>['write']>[2]): Promise<Written> {
  const { id, isKnown, regulation, unitId, row } = told;
  const say = (column: string | null, code: 'oversight.not_covered' | 'oversight.refused' | 'oversight.overlaps' | 'oversight.worked_on', problem = '') => complain(context, { sheet: 'oversight', row: row.row, column, code, value: column === 'followed' ? row.followed : row.person, data: { problem } });
  const before = isKnown ? await lockAssignment(ctx, id) : undefined;
  if (!(await isCovered(ctx, regulation, { unitId, on: row.from }))) return void say('followed', 'oversight.not_covered');
  const after = await assignmentAfter(ctx, told, before);
  if (isRefusal(after)) return void say('from', 'oversight.refused', after.code);
  if (before && isSame(before, after)) return 'same';
  if (before && (last.get(id) ?? 0) < before.version) return void say(null, 'oversight.worked_on');
  if (await overlapsAnother(ctx, after)) return void say('person', 'oversight.overlaps');
  await markFollowed(ctx, [unitId], row.from);
  if (before) return { before, after: await saveAssignment(ctx, after) };
  await insertAssignments(ctx, [after]);
  return { before: null, after: { ...after, version: 1 } };
}

/** As the acts on screen would have made it, each on its day; what the file does not tell stays. */
async function assignmentAfter(ctx: Ctx, { id, regulation, unitId, personId, row }: ToldAssignment, before: Assignment | undefined) {
  const held = before?.postId ?? (await postsHeld(ctx, { personIds: [personId], unitId: regulation.unitId, on: row.from })).get(personId) ?? null;
  const to = row.end_reason === null ? (row.to ?? regulation.period.to) : regulation.period.to;
  const made = assign(regulation, { id, unitId, personId, tier: row.tier, postId: held, decision: row.decision, period: { from: row.from, to } }, before?.recordedOn ?? ctx.today);
  if (isRefusal(made)) return made;
  const whole: Assignment = before ? { ...made, talkingPoints: before.talkingPoints, grantId: before.grantId, version: before.version } : made;
  return row.end_reason === null ? whole : end(whole, { lastDay: row.to!, reason: row.end_reason, decision: before?.endDecision ?? null, talkingPoints: whole.talkingPoints }); // the day is there: checked with the sheet
}

async function overlapsAnother(ctx: Ctx, { id, regulationId, unitId, personId, period }: Assignment): Promise<boolean> {
  const to = period.to ?? 'infinity';
  return (await firstRow(ctx.db, sql`select from oversight_assignments a where a.home_id = ${homeOf(regulationId)} and a.regulation_id = ${regulationId} and a.unit_id = ${unitId} and a.person_id = ${personId} and a.id <> ${id}
    and lower(a.valid) <= ${to}::date and coalesce(upper(a.valid), 'infinity') > ${period.from}::date`)) !== undefined;
}

function isSame(one: object, other: object): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** How many rows of the run are no longer what it left. */
export async function oversightChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const changed = (table: string, stored: string) => firstRow(ctx.db, sql<{ count: number }>`select count(*)::int as count from import_changes c left join ${sql.table(stored)} t on t.home_id = home_of((c.after ->> 'id')::uuid) and t.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = ${table} and t.version is distinct from (c.after ->> 'version')::int`);
  const [regulations, followed] = [await changed('oversight_regulations', 'oversight_regulations'), await changed('oversight', 'oversight_assignments')];
  return (regulations?.count ?? 0) + (followed?.count ?? 0);
}

/** Before the units and people of the run; who follows what before the regulation under which it was decided. */
export async function takeOversightBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const followed = await changesOf<Assignment>(ctx, runId, 'oversight');
  for (const { id, before } of followed) if (!before) await deleteAssignment(ctx, id as Assignment['id']);
  await restore(ctx, { runId, table: 'oversight', changes: followed, put: async (before) => saveAssignment(ctx, { ...before, version: (await lockAssignment(ctx, before.id))!.version }) });
  const regulations = await changesOf<Regulation>(ctx, runId, 'oversight_regulations');
  for (const { id } of regulations) {
    const now = await findRegulation(ctx, id as Regulation['id']);
    if (now) await markCovered(ctx, now);
  }
  await restore(ctx, { runId, table: 'oversight_regulations', changes: regulations, put: async (before) => saveRegulation(ctx, { ...before, version: (await lockRegulation(ctx, before.id))!.version }) });
  for (const { id, before } of regulations) if (!before) await deleteRegulation(ctx, id as Regulation['id']);
}

async function changesOf<T>(ctx: Ctx, runId: Id, table: string): Promise<{ id: Id; before: T | null }[]> {
  return rows(ctx.db, sql<{ id: Id; before: T | null }>`select (after ->> 'id')::uuid as id, before from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
}

interface Restoring<T> {
  readonly runId: Id<'importRun'>;
  readonly table: VersionedTable;
  readonly changes: readonly { readonly id: Id; readonly before: T | null }[];
  /** A version never goes back, also when what stood before is put back. */
  readonly put: (before: T) => Promise<{ readonly version: number }>;
}

async function restore<T extends { readonly version: number }>(ctx: Ctx, { runId, table, changes, put }: Restoring<T>): Promise<void> {
  const restored = [];
  for (const { id, before } of changes) if (before) restored.push({ id, version: (await put(before)).version, was: before.version });
  await knowAgain(ctx, { runId, table }, restored);
}
