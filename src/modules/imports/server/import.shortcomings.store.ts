/** Shortcomings of a workbook into the database and out of it again. */
import { sql } from 'kysely';
import { mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, Problem, type Refusal } from '../../../platform/problem.ts';
import { insertShortcoming, lockShortcoming, requireProofs, requireRaiserAbove, saveShortcoming } from '../../shortcomings/server/index.ts';
import type { EnteredSide, Proof, Source } from '../../shortcomings/shortcoming.proof.ts';
import { confirm, note, report, setMeasure, type Shortcoming } from '../../shortcomings/shortcoming.ts';
import { rowsOf, type Complaint } from '../check/context.ts';
import { keyOfShortcoming, proofsByShortcoming } from '../check/shortcomings.check.ts';
import type { ShortcomingProofRow, ShortcomingRow } from '../format/sheets.ts';
import type { Checked } from '../imports.contract.ts';
import { putSteppedBack, steppedChangedSince, writeStepped, type SteppedStore, type SteppedWriting } from './import.stepped.ts';

const store: SteppedStore<Shortcoming> = { table: 'shortcomings', lock: lockShortcoming, insert: insertShortcoming, save: saveShortcoming };

interface Told {
  readonly id: Id<'shortcoming'>;
  readonly ref: string;
  readonly isKnown: boolean;
  readonly row: ShortcomingRow;
  readonly unitId: Id<'unit'>;
  readonly raisedById: Id<'unit'>;
  readonly proofs: readonly Proof[];
}

export async function writeShortcomings(ctx: Ctx, writing: SteppedWriting): Promise<Checked['tables'][number]> {
  return writeStepped(ctx, store, { ...writing, told: toldShortcomings(writing), make: async (one) => shortcomingOf(ctx, one), refusalOf: (one) => refusalOf(ctx, one, writing), complaintOf, workedOn: 'shortcoming.worked_on' });
}

function toldShortcomings({ plan, context }: SteppedWriting): Told[] {
  const proofs = proofsByShortcoming(context);
  return rowsOf(context, 'shortcomings').flatMap((row) => {
    const unitId = plan.find('units', row.unit) as Id<'unit'> | undefined;
    const raisedById = row.raised_by === null ? unitId : (plan.find('units', row.raised_by) as Id<'unit'> | undefined);
    if (!unitId || !raisedById) return [];
    const ref = `${unitId}|${row.ref}`;
    const known = plan.find(store.table, ref) as Id<'shortcoming'> | undefined;
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
async function refusalOf(ctx: Ctx, { row, unitId, raisedById, proofs }: Told, { isOperator }: Pick<SteppedWriting, 'isOperator'>): Promise<Refusal | undefined> {
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

export function shortcomingsChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  return steppedChangedSince(ctx, store.table, runId);
}

/** Before the units of the run. */
export async function takeShortcomingsBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const fresh = await putSteppedBack(ctx, store, runId);
  await sql`delete from shortcomings where home_id = any(${[...new Set(fresh.map(homeOf))]}::smallint[]) and id = any(${fresh}::uuid[])`.execute(ctx.db);
}
