/** The acts on change sets: draft, put and remove items, dry run, apply, undo. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { holdsSystemWide, mayDo, take } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import { forgetRollups } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, rows } from '../../../platform/db/database.ts';
import { problemOf } from '../../../platform/db/errors.ts';
import { refreshStatistics } from '../../../platform/db/statistics.ts';
import { record } from '../../../platform/events.ts';
import { Problem } from '../../../platform/problem.ts';
import { deriveClosure, findFaultsOf, lockStructure, settleUnits, unitRefusals } from '../../units/server/index.ts';
import type { UnitId } from '../../units/unit.ts';
import type { reorganisationContract, ReorganisationResult } from '../reorganisation.contract.ts';
import type { ReorganisationFinding } from '../reorganisation.findings.ts';
import { unitsNamed, type ReorganisationDraft, type ReorganisationId } from '../reorganisation.ts';
import { handovers, type AppliedReform } from './handover.ts';
import { itemsFrom } from './item.refs.ts';
import { decisionText, moveOutcome, planReorganisation, type FindingList, type Planned, type Progress } from './reorganisation.plan.ts';
import * as store from './reorganisation.store.ts';
import { structureObstacles, unwriteStructure, writeStructure, type Touched } from './structure.write.ts';

type Input<K extends keyof typeof reorganisationContract> = z.output<(typeof reorganisationContract)[K]['input']>;

export interface ReorganisationOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Applied {
  readonly id: ReorganisationId;
  readonly counts: Record<string, number>;
  readonly findings: readonly ReorganisationFinding[];
}

/** Drafts and applies in one go, for programs of the project. */
export async function applyReorganisation(ctx: Ctx, draft: ReorganisationDraft, options: ReorganisationOptions = {}): Promise<Applied> {
  return inTransaction(ctx.db, async (tx) => {
    const inside = { ...ctx, db: tx };
    const id = await draftReorganisation(inside, draft);
    return applyDraft(inside, id, options);
  });
}

export async function draftReorganisation(ctx: Ctx, draft: ReorganisationDraft): Promise<ReorganisationId> {
  if (draft.unitId === null) requireSystem(ctx);
  else await take(ctx, 'reorganisation.draft', draft.unitId);
  const id = await store.insertReorganisation(ctx, draft);
  await store.insertItems(ctx, id, draft.items.map((item) => ({ ref: null, item })));
  record(ctx, { type: 'reorganisation.drafted', subjectId: id, ...(draft.unitId && { unitId: draft.unitId }), data: { title: draft.title, on: draft.effectiveOn } });
  return id;
}

export async function create(ctx: Ctx, input: Input<'create'>): Promise<{ id: ReorganisationId }> {
  return { id: await draftReorganisation(ctx, { ...input, items: [] }) };
}

export async function putItems(ctx: Ctx, { id, items }: Input<'putItems'>): Promise<{ items: { seq: number; ref: string | null; unitId: UnitId | null }[] }> {
  await lockDraft(ctx, id);
  const added = await itemsFrom(ctx, { id, items });
  const first = await store.insertItems(ctx, id, added);
  return { items: added.map(({ ref, item }, at) => ({ seq: first + at, ref, unitId: item.kind === 'found' ? item.unitId : null })) };
}

/** A unit that other items name is not taken away from under them. */
export async function removeItems(ctx: Ctx, { id, seqs }: Input<'removeItems'>): Promise<{ removed: number }> {
  await lockDraft(ctx, id);
  const leaving = new Set(seqs);
  const items = await store.readItems(ctx, id);
  const away = new Set(items.flatMap(({ seq, item }) => (leaving.has(seq) && item.kind === 'found' ? [item.unitId as string] : [])));
  const left = items.find(({ seq, item }) => !leaving.has(seq) && unitsNamed(item).some((unitId) => away.has(unitId)));
  if (left) throw new Problem({ code: 'reorganisations.refUsed', kind: 'conflict', data: { item: left.seq } });
  return { removed: await store.deleteItems(ctx, id, seqs) };
}

export async function dryRun(ctx: Ctx, { id }: Input<'dryRun'>): Promise<ReorganisationResult> {
  return checkDraft(ctx, id);
}

/** Everything that applying would say and do: what only the database can refuse is found by trying, and taken back. */
export async function checkDraft(ctx: Ctx, id: ReorganisationId, { onProgress }: ReorganisationOptions = {}): Promise<ReorganisationResult> {
  const reorganisation = await lockDraft(ctx, id);
  await lockStructure(ctx);
  const planned = await planReorganisation(ctx, { reorganisation, verb: 'reorganisation.draft', onProgress });
  onProgress?.({ phase: 'checking', done: 0, total: 0 });
  if (planned.findings.count('error') === 0) await tryOut(ctx, planned);
  await store.insertOutcomes(ctx, { id, list: 'place', first: planned.structure.movesWithin.length + 1 }, planned.structure.moves.map(moveOutcome));
  const counts = await tell(ctx, id, planned.findings);
  await store.markChecked(ctx, id, counts);
  onProgress?.({ phase: 'done', done: 1, total: 1 });
  return resultOf(id, counts, planned.findings);
}

export async function apply(ctx: Ctx, { id }: Input<'apply'>): Promise<ReorganisationResult> {
  const { counts, errors, warnings } = await carryOut(ctx, id, {});
  return { id, counts, errors, warnings };
}

export async function applyDraft(ctx: Ctx, id: ReorganisationId, options: ReorganisationOptions = {}): Promise<Applied> {
  const { counts, findings } = await carryOut(ctx, id, options);
  return { id, counts, findings };
}

interface CarriedOut extends ReorganisationResult {
  readonly findings: readonly ReorganisationFinding[];
}

/** From here on the planner's picture of the tables no longer fits. */
const manyUnits = 1000;

async function carryOut(ctx: Ctx, id: ReorganisationId, { onProgress }: ReorganisationOptions): Promise<CarriedOut> {
  const reorganisation = await lockDraft(ctx, id, 'reorganisation.apply');
  await lockStructure(ctx);
  const planned = await planReorganisation(ctx, { reorganisation, verb: 'reorganisation.apply', onProgress });
  requireNoErrors(planned.findings);
  await lockEnded(ctx, planned);
  onProgress?.({ phase: 'writing', done: 0, total: 0 });
  const touched = await writeStructure(ctx, planned);
  for (const handover of handovers) await handover.carryOut(ctx, planned.reform);
  // People and holders were written in bulk: until all is counted anew, figures are computed live.
  await forgetRollups(ctx.db);
  if (touched.reshaped.length + touched.moved.length > manyUnits) await refreshStatistics(ctx.db);
  await settle(ctx, touched, onProgress);
  const counts = await tell(ctx, id, planned.findings);
  await store.markApplied(ctx, id, counts);
  record(ctx, { type: 'reorganisation.applied', subjectId: id, ...(reorganisation.unitId && { unitId: reorganisation.unitId }), data: { title: reorganisation.title, on: reorganisation.effectiveOn, decision: planned.reform.decision, counts } });
  onProgress?.({ phase: 'done', done: 1, total: 1 });
  return { ...resultOf(id, counts, planned.findings), findings: planned.findings.kept };
}

export async function undo(ctx: Ctx, { id }: Input<'undo'>): Promise<{ id: ReorganisationId }> {
  await undoReorganisation(ctx, id);
  return { id };
}

/** Puts every row back as it was, or says what came after. */
export async function undoReorganisation(ctx: Ctx, id: ReorganisationId, { onProgress }: ReorganisationOptions = {}): Promise<void> {
  const reorganisation = await lockTaken(ctx, id, 'reorganisation.apply');
  if (reorganisation.state !== 'applied') throw new Problem({ code: 'reorganisations.notApplied', kind: 'conflict' });
  await lockStructure(ctx);
  const reform: AppliedReform = { id, on: reorganisation.effectiveOn, decision: decisionText(reorganisation) };
  await requireAllWithinReach(ctx, id);
  onProgress?.({ phase: 'checking', done: 0, total: 0 });
  await requireNothingInTheWay(ctx, reform);
  onProgress?.({ phase: 'writing', done: 0, total: 0 });
  await forgetRollups(ctx.db);
  for (const handover of handovers.toReversed()) await handover.undo(ctx, reform);
  const touched = await unwriteStructure(ctx, reform);
  await settle(ctx, touched, onProgress);
  await store.markUndone(ctx, id);
  record(ctx, { type: 'reorganisation.undone', subjectId: id, ...(reorganisation.unitId && { unitId: reorganisation.unitId }), data: { title: reorganisation.title } });
  onProgress?.({ phase: 'done', done: 1, total: 1 });
}

async function settle(ctx: Ctx, { reshaped, moved }: Touched, onProgress: ReorganisationOptions['onProgress']): Promise<void> {
  onProgress?.({ phase: 'settling', done: 0, total: reshaped.length + moved.length });
  await settleUnits(ctx, reshaped, moved);
}

/** What stands in the way of undoing; an empty list lets it go on. */
export async function obstaclesTo(ctx: Ctx, reform: AppliedReform): Promise<ReorganisationFinding[]> {
  const found = await structureObstacles(ctx, reform);
  for (const handover of handovers) found.push(...(await handover.obstacles(ctx, reform)));
  return found;
}

const mostTold = 20;

async function requireNothingInTheWay(ctx: Ctx, reform: AppliedReform): Promise<void> {
  const found = await obstaclesTo(ctx, reform);
  if (found.length > 0) throw new Problem({ code: 'reorganisations.inTheWay', kind: 'conflict', data: { count: found.length, findings: found.slice(0, mostTold) } });
}

async function requireAllWithinReach(ctx: Ctx, id: ReorganisationId): Promise<void> {
  const touched = await rows(ctx.db, sql<{ id: UnitId }>`
    select unit_id as id from reorganisation_units where reorganisation_id = ${id}
    union select unit_id from reorganisation_outcomes where reorganisation_id = ${id} and list in ('place', 'member', 'tenure', 'appointment')`);
  if (ctx.actor?.grants.some((grant) => grant.reach === 'everything')) return;
  let count = 0;
  for (const { id: unitId } of touched) if (!(await mayDo(ctx, 'reorganisation.apply', unitId))) count += 1;
  if (count > 0) throw new Problem({ code: 'reorganisations.outOfReach', kind: 'forbidden', data: { count } });
}

async function lockDraft(ctx: Ctx, id: ReorganisationId, verb: Verb = 'reorganisation.draft'): Promise<store.Reorganisation> {
  const reorganisation = await lockTaken(ctx, id, verb);
  if (reorganisation.state !== 'draft') throw new Problem({ code: 'reorganisations.notDraft', kind: 'conflict' });
  return reorganisation;
}

async function lockTaken(ctx: Ctx, id: ReorganisationId, verb: Verb): Promise<store.Reorganisation> {
  const reorganisation = await store.lockReorganisation(ctx, id);
  ctx.asked.add(verb);
  if (!reorganisation) throw notFound();
  if (reorganisation.unitId === null) requireSystem(ctx);
  else await take(ctx, verb, reorganisation.unitId);
  return reorganisation;
}

/** The installation's own change sets are nobody else's. */
function requireSystem(ctx: Ctx): void {
  if (!holdsSystemWide(ctx, 'reorganisation.apply')) throw notFound();
}

/** Nobody is put into a unit that is just about to end. */
async function lockEnded(ctx: Ctx, { reform: { set } }: Planned): Promise<void> {
  await sql`select from units where id = any(${[...set.endings.keys()].toSorted()}::uuid[]) order by id for update`.execute(ctx.db);
}

async function tryOut(ctx: Ctx, planned: Planned): Promise<void> {
  await sql`savepoint reorganisation_check`.execute(ctx.db);
  try {
    const { reshaped, moved } = await writeStructure(ctx, planned);
    for (const handover of handovers) await handover.carryOut(ctx, planned.reform);
    await reportFaults(ctx, { reshaped, moved }, planned.findings);
  } catch (error) {
    const problem = problemOf(error, unitRefusals);
    if (!problem) throw error;
    planned.findings.report({ severity: 'error', code: 'structure.refused', item: null, data: { problem: problem.code } });
  } finally {
    await sql`rollback to savepoint reorganisation_check`.execute(ctx.db);
  }
}

async function reportFaults(ctx: Ctx, { reshaped, moved }: Touched, { report }: FindingList): Promise<void> {
  const touched = [...reshaped, ...moved];
  const faults = await findFaultsOf(ctx.db, touched);
  for (const { rule, unitId } of faults) report({ severity: 'error', code: `structure.${rule}`, item: null, unitId });
  if (faults.length > 0) return;
  await settleUnits(ctx, reshaped, moved).catch(async (error: unknown) => {
    if (!(error instanceof Problem && error.code === 'unit.cycle')) throw error;
    for (const unitId of await deriveClosure(ctx.db, touched)) report({ severity: 'error', code: 'structure.cycle', item: null, unitId });
  });
}

/** Findings go beside the other lists; numbers of all of them. */
async function tell(ctx: Ctx, id: ReorganisationId, findings: FindingList): Promise<Record<string, number>> {
  await store.insertOutcomes(ctx, { id, list: 'finding' }, findings.kept.map(store.findingOutcome));
  return { ...(await store.countOutcomes(ctx, id)), errors: findings.count('error'), warnings: findings.count('warning') };
}

function resultOf(id: ReorganisationId, counts: Record<string, number>, findings: FindingList): ReorganisationResult {
  return { id, counts, errors: findings.count('error'), warnings: findings.count('warning') };
}

function requireNoErrors(findings: FindingList): void {
  const errors = findings.count('error');
  if (errors === 0) return;
  const first = findings.kept.filter(({ severity }) => severity === 'error').slice(0, mostTold);
  throw new Problem({ code: 'reorganisations.hasErrors', kind: 'conflict', data: { errors, findings: first } });
}

function notFound(): Problem {
  return new Problem({ code: 'platform.notFound', kind: 'not_found' });
}
