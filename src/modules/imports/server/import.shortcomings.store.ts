/**
 * Shortcomings of a workbook into the database and out of it again, by the rules of the acts on screen, each on its own day. One
 * that was worked on on screen since is never written over.
 */
import { sql } from 'kysely';
import { mayDo } from '../../../access/reach.ts';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, Problem, type Refusal } from '../../../platform/problem.ts';
import { insertShortcoming, lockShortcoming, requireProofs, requireRaiserAbove, saveShortcoming } from '../../shortcomings/server/index.ts';
import type { EnteredSide, Proof, Source } from '../../shortcomings/shortcoming.proof.ts';
import { confirm, note, report, setMeasure, type Shortcoming } from '../../shortcomings/shortcoming.ts';
import { complain, rowsOf, type CheckContext, type Complaint } from '../check/context.ts';
import { keyOfShortcoming, proofsByShortcoming } from '../check/shortcomings.check.ts';
import type { ShortcomingProofRow, ShortcomingRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';
import type { ImportPlan } from './import.plan.ts';
import { keepRefs, knowAgain, lastVersions, noteChanges, type Change } from './import.versions.ts';

const table = 'shortcomings';

interface Writing {
  readonly plan: Pick<ImportPlan, 'find'>;
  readonly context: CheckContext;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
  /** Of the whole installation: may confirm for every body. */
  readonly isOperator: boolean;
}

interface Told {
  readonly id: Id<'shortcoming'>;
  readonly ref: string;
  readonly isKnown: boolean;
  readonly row: ShortcomingRow;
  readonly unitId: Id<'unit'>;
  readonly raisedById: Id<'unit'>;
  readonly proofs: readonly Proof[];
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function writeShortcomings(ctx: Ctx, writing: Writing): Promise<Checked['tables'][number]> {
  const { context, runId, sourceId, isOperator } = writing;
  const told = toldShortcomings(writing);
  const last = await lastVersions(ctx, { sourceId, table }, told.filter(({ isKnown }) => isKnown).map(({ id }) => id));
  const changes: Change[] = [];
  let same = 0;
  for (const one of told) {
    const change = await writeOne(ctx, one, { context, last, isOperator });
    if (change === 'same') same += 1;
    else if (change) changes.push(change);
  }
  await noteChanges(ctx, { runId, table }, changes);
  const fresh = new Set(changes.filter(({ before }) => before === null).map(({ after }) => after.id));
  await keepRefs(ctx, { sourceId, table }, told.filter(({ id }) => fresh.has(id)));
  return { table, added: fresh.size, changed: changes.length - fresh.size, removed: 0, same };
}

function toldShortcomings({ plan, context }: Writing): Told[] {
  const proofs = proofsByShortcoming(context);
  return rowsOf(context, 'shortcomings').flatMap((row) => {
    const unitId = plan.find('units', row.unit) as Id<'unit'> | undefined;
    const raisedById = row.raised_by === null ? unitId : (plan.find('units', row.raised_by) as Id<'unit'> | undefined);
    if (!unitId || !raisedById) return [];
    const ref = `${unitId}|${row.ref}`;
    const known = plan.find(table, ref) as Id<'shortcoming'> | undefined;
    const own = proofs.get(keyOfShortcoming(row.unit, row.ref)) ?? [];
    return [{ id: known ?? newId<'shortcoming'>(homeOf(unitId)), ref, isKnown: known !== undefined, row, unitId, raisedById, proofs: own.map((proof) => proofOf(proof, unitId)) }];
  });
}

function proofOf(row: ShortcomingProofRow, unitId: Id<'unit'>): Proof {
  const { figure, target, before_from: from, before_to: to, after_from: afterFrom, after_to: afterTo } = row;
  if (figure !== null) return { kind: 'figure', figure, unitId, target, before: from && to ? { from, to } : null, after: afterFrom && afterTo ? { from: afterFrom, to: afterTo } : null };
  return {
    kind: 'entered', title: row.title ?? '', measuredIn: row.measured_in ?? '', target,
    before: sideOf(row.before, row.before_when, row.before_source), after: sideOf(row.after, row.after_when, row.after_source),
  };
}

function sideOf(value: number | null, when: string | null, paper: string | null): EnteredSide | null {
  return value === null || when === null || paper === null ? null : { value, when, source: paperOf(paper) };
}

function paperOf(words: string): Source {
  return { kind: 'paper', id: null, words };
}

async function writeOne(ctx: Ctx, told: Told, { context, last, isOperator }: Pick<Writing, 'context' | 'isOperator'> & { readonly last: ReadonlyMap<string, number> }): Promise<Change | 'same' | undefined> {
  const before = told.isKnown ? await lockShortcoming(ctx, told.id) : undefined;
  const after = shortcomingOf(ctx, told);
  const refused = isRefusal(after) ? after : await refusalOf(ctx, told, { isOperator });
  if (isRefusal(after) || refused) return void complain(context, { sheet: table, row: told.row.row, ...complaintOf(refused!) });
  if (before && isSame(before, after)) return 'same';
  if (before && (last.get(told.id) ?? 0) < before.version) return void complain(context, { sheet: table, row: told.row.row, column: null, code: 'shortcoming.worked_on' });
  return { before: before ?? null, after: before ? await saveShortcoming(ctx, { ...after, version: before.version }) : await insertShortcoming(ctx, after) };
}

/** Each step on its own day, as it would have been recorded then. */
function shortcomingOf(ctx: Ctx, { id, row, unitId, raisedById, proofs }: Told): Shortcoming | Refusal {
  const by = ctx.actor?.accountId ?? null;
  const latest = [row.found_on, row.reported_on, row.confirmed_on].filter((on) => on !== null).toSorted().at(-1)!;
  if (latest > ctx.today) return { code: 'shortcomings.inFuture', kind: 'invalid' };
  const finding = { foundIn: row.found_in, foundOn: row.found_on, source: row.source === null ? null : paperOf(row.source), topic: row.topic, what: row.what, earlierId: null };
  const noted = note({ id, unitId, personId: null, raisedById, cause: row.cause ?? '', finding }, { on: row.found_on, by });
  if (isRefusal(noted) || row.measure === null) return noted;
  const measured = setMeasure(noted, { cause: noted.cause, measure: row.measure, ownerId: null, dueOn: row.due_on, proofs }, { on: row.found_on, by });
  if (isRefusal(measured) || row.reported_on === null) return measured;
  const reported = report(measured, { result: row.result ?? '', proofs }, { on: row.reported_on, by });
  if (isRefusal(reported) || row.confirmed_on === null) return reported;
  return confirm(reported, { on: row.confirmed_on, by });
}

/** What the acts on screen would ask of the importer. The operator of the installation may do all of it. */
async function refusalOf(ctx: Ctx, { row, unitId, raisedById, proofs }: Told, { isOperator }: Pick<Writing, 'isOperator'>): Promise<Refusal | undefined> {
  try {
    await requireRaiserAbove(ctx, { unitId, raisedById, on: row.found_on });
    await requireProofs(ctx, proofs, []);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  const mayConfirm = row.confirmed_on === null || isOperator || (await mayDo(ctx, 'shortcoming.record', raisedById));
  return mayConfirm ? undefined : { code: 'platform.forbidden', kind: 'forbidden' };
}

function complaintOf({ code }: Refusal): Omit<Complaint, 'sheet' | 'row'> {
  if (code === 'shortcomings.inFuture') return { column: null, code: 'shortcoming.in_future' };
  if (code === 'shortcomings.raiserNotAbove') return { column: 'raised_by', code: 'shortcoming.raiser_not_above' };
  if (code === 'shortcomings.figureUnknown') return { column: null, code: 'shortcoming.figure_unknown' };
  if (code === 'platform.forbidden') return { column: 'confirmed_on', code: 'shortcoming.may_not_confirm' };
  return { column: null, code: 'database.refused', data: { problem: code } };
}

/** Who wrote it down is not what it says. */
function isSame(one: Shortcoming, other: Shortcoming): boolean {
  const facts = ({ version: _version, steps, ...rest }: Shortcoming) => canonicalJson({ ...rest, steps: steps.map(({ by: _by, ...step }) => step) });
  return facts(one) === facts(other);
}

/** How many shortcomings of the run are no longer what it left. */
export async function shortcomingsChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from import_changes c left join shortcomings d on d.home_id = home_of((c.after ->> 'id')::uuid) and d.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = ${table} and d.version is distinct from (c.after ->> 'version')::int`);
  return row?.count ?? 0;
}

/** Before the units of the run. A version never goes back, also when what stood before is put back. */
export async function takeShortcomingsBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const changes = await rows(ctx.db, sql<{ id: Id<'shortcoming'>; before: Shortcoming | null }>`select (after ->> 'id')::uuid as id, before from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
  const restored = [];
  for (const { id, before } of changes) {
    if (!before) continue;
    const now = (await lockShortcoming(ctx, id))!;
    const { version } = await saveShortcoming(ctx, { ...before, version: now.version });
    restored.push({ id, version, was: before.version });
  }
  await knowAgain(ctx, { runId, table }, restored);
  const fresh = changes.filter(({ before }) => before === null).map(({ id }) => id);
  await sql`delete from shortcomings where home_id = any(${[...new Set(fresh.map(homeOf))]}::smallint[]) and id = any(${fresh}::uuid[])`.execute(ctx.db);
}
