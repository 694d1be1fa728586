/** Undoing a change set as a whole: every row is put back as it was, or it is said what came after. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { reachesEverything } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { withKeptPlans } from '../../../platform/db/kept.plans.ts';
import { leaveLogUncompressed } from '../../../platform/db/log.compression.ts';
import { record } from '../../../platform/events.ts';
import { Problem } from '../../../platform/problem.ts';
import { lockStructure, settleUnits } from '../../units/server/index.ts';
import type { UnitId } from '../../units/unit.ts';
import type { reorganisationContract } from '../reorganisation.contract.ts';
import type { ReorganisationFinding } from '../reorganisation.findings.ts';
import type { ReorganisationId } from '../reorganisation.ts';
import { findingsWithin, unitsBeyond } from './finding.reach.ts';
import { handovers, type AppliedReform } from './handover.ts';
import { markHandedOver } from './handover.marks.ts';
import type { ReorganisationOptions } from './reorganisation.commands.ts';
import { lockTaken, requireServable } from './reorganisation.lock.ts';
import { decisionText } from './reorganisation.plan.ts';
import { markUndone } from './reorganisation.store.ts';
import { structureObstacles, unwriteStructure } from './structure.write.ts';

export async function undo(ctx: Ctx, { id }: z.output<(typeof reorganisationContract)['undo']['input']>): Promise<{ id: ReorganisationId }> {
  await lockTaken(ctx, id, 'reorganisation.apply');
  await requireServable(ctx, id);
  await undoReorganisation(ctx, id);
  return { id };
}

export async function undoReorganisation(ctx: Ctx, id: ReorganisationId, { onProgress }: ReorganisationOptions = {}): Promise<void> {
  const reorganisation = await lockTaken(ctx, id, 'reorganisation.apply');
  if (reorganisation.state !== 'applied') throw new Problem({ code: 'reorganisations.notApplied', kind: 'conflict' });
  await lockStructure(ctx);
  const reform: AppliedReform = { id, on: reorganisation.effectiveOn, decision: decisionText(reorganisation) };
  onProgress?.({ phase: 'checking', done: 0, total: 0 });
  await requireAllWithinReach(ctx, id);
  await lockFounded(ctx, id);
  await requireNothingInTheWay(ctx, reform);
  onProgress?.({ phase: 'writing', done: 0, total: 0 });
  await markHandedOver(ctx, reform);
  if (await touchesMany(ctx, id)) await leaveLogUncompressed(ctx.db);
  const touched = await withKeptPlans(ctx.db, () => putBack(ctx, reform));
  onProgress?.({ phase: 'settling', done: 0, total: touched.reshaped.length + touched.moved.length });
  await settleUnits(ctx, touched.reshaped, touched.moved);
  await markHandedOver(ctx, reform);
  await markUndone(ctx, id);
  record(ctx, { type: 'reorganisation.undone', subjectId: id, ...(reorganisation.unitId && { unitId: reorganisation.unitId }), data: { title: reorganisation.title } });
  onProgress?.({ phase: 'done', done: 1, total: 1 });
}

const largeFrom = 20_000;

async function touchesMany(ctx: Ctx, id: ReorganisationId): Promise<boolean> {
  const many = await rows(ctx.db, sql`select from reorganisation_outcomes where reorganisation_id = ${id} and list = 'place' and new_row_id is not null limit ${largeFrom}`);
  return many.length === largeFrom;
}

async function putBack(ctx: Ctx, reform: AppliedReform): ReturnType<typeof unwriteStructure> {
  for (const handover of handovers.toReversed()) await handover.undo(ctx, reform);
  return unwriteStructure(ctx, reform);
}

/** Whoever undoes must reach all that goes back: what was named, what followed, and where it goes. How much lies beyond is not told. */
async function requireAllWithinReach(ctx: Ctx, id: ReorganisationId): Promise<void> {
  if (reachesEverything(ctx, 'reorganisation.apply')) return;
  const touched = await rows(ctx.db, sql<{ id: UnitId }>`
    select unit_id as id from reorganisation_units where reorganisation_id = ${id}
    union select u.id from reorganisation_outcomes o cross join lateral (values (o.unit_id), (o.from_id), (o.to_id)) u (id)
      where o.reorganisation_id = ${id} and o.list in ('unit', 'place', 'lineage', 'relation', 'member') and u.id is not null
    union select unit_id from reorganisation_outcomes where reorganisation_id = ${id} and list in ('tenure', 'post', 'appointment')`);
  const beyond = await unitsBeyond(ctx, 'reorganisation.apply', touched.map((unit) => unit.id));
  if (beyond.size > 0) throw outOfReach();
}

/** Nothing is put into a unit that is just about to go. */
async function lockFounded(ctx: Ctx, id: ReorganisationId): Promise<void> {
  await sql`select from units where id in (select unit_id from reorganisation_units where reorganisation_id = ${id} and before is null) order by id for update`.execute(ctx.db);
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
  if (found.length === 0) return;
  const told = await findingsWithin(ctx, 'reorganisation.apply', found);
  if (told.length === 0) throw outOfReach();
  throw new Problem({ code: 'reorganisations.inTheWay', kind: 'conflict', data: { count: told.length, findings: told.slice(0, mostTold) } });
}

function outOfReach(): Problem {
  return new Problem({ code: 'reorganisations.outOfReach', kind: 'forbidden' });
}
