/** The acts on evaluations: only at the very unit under whose regulation places are followed, and never on oneself. The log tells neither whose nor where, and what it tells nobody reads: who wrote may give away of whom. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDoAt } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import { decide, ownRefusal, reopenEvaluation, writeEvaluation, type Evaluation } from '../evaluation.ts';
import type { reportContract } from '../report.contract.ts';
import { evaluationFacts } from './evaluation.facts.ts';
import { deleteEvaluation, insertEvaluation, lockEvaluation, saveEvaluation } from './evaluation.store.ts';
import { placeFacts } from './report.facts.ts';

type Input<K extends keyof typeof reportContract> = z.output<(typeof reportContract)[K]['input']>;
interface Of {
  readonly id: Id<'cadreEvaluation'>;
  readonly version: number;
}

export async function openEvaluation(ctx: Ctx, { unitId, personId, from, to }: Input<'openEvaluation'>): Promise<Of> {
  await requireEvaluator(ctx, { unitId, personId });
  if (to < from) throw new Problem({ code: 'visits.periodBackwards', kind: 'invalid' });
  if ((await placeFacts(ctx, { unitId, personId, from, to })).length === 0) throw new Problem({ code: 'visits.notAssigned', kind: 'invalid' });
  const standing = await firstRow(ctx.db, sql`select 1 as one from cadre_evaluations where unit_id = ${unitId} and person_id = ${personId} and from_day = ${from}::date and to_day = ${to}::date`);
  if (standing) throw new Problem({ code: 'visits.evaluationAlready', kind: 'conflict' });
  const id = newId<'cadreEvaluation'>(await homeOfUnit(ctx, unitId));
  return done(ctx, await insertEvaluation(ctx, { id, unitId, personId, from, to, opinions: [], words: '', level: null, facts: null, state: 'writing', decidedOn: null, decidedBy: null, former: [], version: 1 }));
}

export async function writeCadreEvaluation(ctx: Ctx, { id, version, isDecided, ...told }: Input<'writeEvaluation'>): Promise<Of> {
  const before = await takeEvaluation(ctx, { id, version });
  const places = new Set((await placeFacts(ctx, before)).map(({ unitId }) => unitId));
  if (told.opinions.some(({ unitId }) => !places.has(unitId))) throw new Problem({ code: 'visits.notAssigned', kind: 'invalid' });
  const written = orThrow(writeEvaluation(before, told));
  return keep(ctx, isDecided ? decide(written, { on: ctx.today, by: ctx.actor?.accountId ?? null, facts: await evaluationFacts(ctx, before) }) : written);
}

export async function reopenCadreEvaluation(ctx: Ctx, of: Input<'reopenEvaluation'>): Promise<Of> {
  return keep(ctx, reopenEvaluation(await takeEvaluation(ctx, of)));
}

export async function dropEvaluation(ctx: Ctx, of: Input<'dropEvaluation'>): Promise<Record<string, never>> {
  const evaluation = await takeEvaluation(ctx, of);
  if (evaluation.state === 'decided' || evaluation.former.length > 0) throw new Problem({ code: 'visits.evaluationDecided', kind: 'conflict' });
  await deleteEvaluation(ctx, evaluation.id);
  record(ctx, { type: 'evaluation.ofPersonWritten', subjectId: evaluation.id });
  return {};
}

async function takeEvaluation(ctx: Ctx, { id, version }: Of): Promise<Evaluation> {
  const evaluation = await lockEvaluation(ctx, id);
  if (!evaluation || !(await mayDoAt(ctx, 'oversight.evaluate', evaluation))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const own = ownRefusal(evaluation, ctx.actor?.personId);
  if (own) throw new Problem(own);
  if (version !== evaluation.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  return evaluation;
}

async function requireEvaluator(ctx: Ctx, { unitId, personId }: Pick<Evaluation, 'unitId' | 'personId'>): Promise<void> {
  if (!(await mayDoAt(ctx, 'oversight.evaluate', { unitId, personId }))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const own = ownRefusal({ personId }, ctx.actor?.personId);
  if (own) throw new Problem(own);
}

async function keep(ctx: Ctx, after: Evaluation | Refusal): Promise<Of> {
  return done(ctx, await saveEvaluation(ctx, orThrow(after)));
}

function done(ctx: Ctx, { id, version }: Evaluation): Of {
  record(ctx, { type: 'evaluation.ofPersonWritten', subjectId: id });
  return { id, version };
}
