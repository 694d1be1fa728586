/** The acts on change sets but undoing (`reorganisation.undo.ts`): draft, put and remove items, dry run, apply. */
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/database.ts';
import { withKeptPlans } from '../../../platform/db/kept.plans.ts';
import { leaveLogUncompressed } from '../../../platform/db/log.compression.ts';
import { refreshStructureStatistics } from '../../../platform/db/statistics.ts';
import { record } from '../../../platform/events.ts';
import { Problem } from '../../../platform/problem.ts';
import { lockStructure, settleUnits } from '../../units/server/index.ts';
import type { UnitId } from '../../units/unit.ts';
import type { reorganisationContract, ReorganisationResult } from '../reorganisation.contract.ts';
import type { ReorganisationFinding } from '../reorganisation.findings.ts';
import { unitsNamed, type ReorganisationDraft, type ReorganisationId } from '../reorganisation.ts';
import { handovers, type AppliedReform } from './handover.ts';
import { markHandedOver } from './handover.marks.ts';
import { itemsFrom } from './item.refs.ts';
import { lockDraft, requireServable, requireSystem } from './reorganisation.lock.ts';
import { moveOutcome, planReorganisation, type FindingList, type Progress, type Planned } from './reorganisation.plan.ts';
import * as store from './reorganisation.store.ts';
import { tryOut, type TrialOptions } from './structure.try.ts';
import { keepWritten, writeStructure, type Touched } from './structure.write.ts';

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
  await lockDraft(ctx, id);
  await requireServable(ctx, id);
  return checkDraft(ctx, id);
}

/** Everything that applying would say and do: what only the database can refuse is found by trying, and taken back. */
export async function checkDraft(ctx: Ctx, id: ReorganisationId, { onProgress, copiesFrom }: ReorganisationOptions & TrialOptions = {}): Promise<ReorganisationResult> {
  const reorganisation = await lockDraft(ctx, id);
  await lockStructure(ctx);
  const planned = await planReorganisation(ctx, { reorganisation, verb: 'reorganisation.draft', onProgress });
  onProgress?.({ phase: 'checking', done: 0, total: 0 });
  if (planned.findings.count('error') === 0) await tryOut(ctx, planned, { copiesFrom });
  await store.insertOutcomes(ctx, { id, list: 'place', first: planned.structure.movesWithin.length + 1 }, planned.structure.moves.map(moveOutcome));
  const counts = await tell(ctx, id, planned.findings);
  await store.markChecked(ctx, id, counts);
  onProgress?.({ phase: 'done', done: 1, total: 1 });
  return resultOf(id, counts, planned.findings);
}

export async function apply(ctx: Ctx, { id }: Input<'apply'>): Promise<ReorganisationResult> {
  await lockDraft(ctx, id, 'reorganisation.apply');
  await requireServable(ctx, id);
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

/** So many moves are written at any cost to the log. */
const largeFrom = 20_000;

/** From here on the planner's picture of the tables no longer fits. */
const statisticsFrom = 1000;

async function carryOut(ctx: Ctx, id: ReorganisationId, { onProgress }: ReorganisationOptions): Promise<CarriedOut> {
  const reorganisation = await lockDraft(ctx, id, 'reorganisation.apply');
  await lockStructure(ctx);
  const { reform, findings, touched } = await planAndWrite(ctx, { reorganisation, onProgress });
  await markHandedOver(ctx, reform);
  if (touched.reshaped.length + touched.moved.length > statisticsFrom) await refreshStructureStatistics(ctx.db);
  onProgress?.({ phase: 'settling', done: 0, total: touched.reshaped.length + touched.moved.length });
  await settleUnits(ctx, touched.reshaped, touched.moved);
  const counts = await tell(ctx, id, findings);
  await store.markApplied(ctx, id, counts);
  record(ctx, { type: 'reorganisation.applied', subjectId: id, ...(reorganisation.unitId && { unitId: reorganisation.unitId }), data: { title: reorganisation.title, on: reorganisation.effectiveOn, decision: reform.decision, counts } });
  onProgress?.({ phase: 'done', done: 1, total: 1 });
  return { ...resultOf(id, counts, findings), findings: findings.kept };
}

interface PlannedAndWritten {
  readonly reform: AppliedReform;
  readonly findings: FindingList;
  readonly touched: Touched;
}

/** Of the plan no more is kept than what is told: while the closure is derived there is no room for both. */
async function planAndWrite(ctx: Ctx, { reorganisation, onProgress }: { reorganisation: store.Reorganisation } & ReorganisationOptions): Promise<PlannedAndWritten> {
  const planned = await planReorganisation(ctx, { reorganisation, verb: 'reorganisation.apply', onProgress });
  const { reform: { id, on, decision }, findings, structure } = planned;
  requireNoErrors(findings);
  onProgress?.({ phase: 'writing', done: 0, total: 0 });
  if (structure.moves.length > largeFrom) await leaveLogUncompressed(ctx.db);
  const { reshaped, moved } = await withKeptPlans(ctx.db, () => write(ctx, planned));
  return { reform: { id, on, decision }, findings, touched: { reshaped, moved } };
}

async function write(ctx: Ctx, planned: Planned): Promise<Touched> {
  const touched = await writeStructure(ctx, planned);
  await keepWritten(ctx, planned, touched);
  for (const handover of handovers) await handover.carryOut(ctx, planned.reform);
  return touched;
}

/** Findings go beside the other lists; numbers of all of them. */
async function tell(ctx: Ctx, id: ReorganisationId, findings: FindingList): Promise<Record<string, number>> {
  await store.insertOutcomes(ctx, { id, list: 'finding' }, findings.kept.map(store.findingOutcome));
  return { ...(await store.countOutcomes(ctx, id)), errors: findings.count('error'), warnings: findings.count('warning') };
}

function resultOf(id: ReorganisationId, counts: Record<string, number>, findings: FindingList): ReorganisationResult {
  return { id, counts, errors: findings.count('error'), warnings: findings.count('warning') };
}

const mostTold = 20;

function requireNoErrors(findings: FindingList): void {
  const errors = findings.count('error');
  if (errors === 0) return;
  const first = findings.kept.filter(({ severity }) => severity === 'error').slice(0, mostTold);
  throw new Problem({ code: 'reorganisations.hasErrors', kind: 'conflict', data: { errors, findings: first } });
}
