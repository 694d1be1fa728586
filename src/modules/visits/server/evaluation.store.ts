/** The only writer of evaluations. What one says is sealed as a whole. */
import './report.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Keys } from '../../../platform/crypto/keys.ts';
import { resealRows } from '../../../platform/crypto/reseal.ts';
import { seal, unseal, type Place } from '../../../platform/crypto/seal.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Evaluation } from '../evaluation.ts';
import type { CadreEvaluationsTable } from './report.tables.ts';

export type EvaluationRow = Selectable<CadreEvaluationsTable>;
type Content = Pick<Evaluation, 'opinions' | 'words' | 'level' | 'facts' | 'decidedBy' | 'former'>;

export async function lockEvaluation(ctx: Ctx, id: Id<'cadreEvaluation'>): Promise<Evaluation | undefined> {
  const row = await firstRow(ctx.db, sql<EvaluationRow>`select e.* from cadre_evaluations e where e.home_id = ${homeOf(id)} and e.id = ${id} for update`);
  return row && evaluationOf(ctx.keys, row);
}

export async function insertEvaluation(ctx: Ctx, evaluation: Evaluation): Promise<Evaluation> {
  await ctx.db.insertInto('cadre_evaluations').values({ ...rowOf(ctx.keys, evaluation), recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null }).execute();
  return evaluation;
}

export async function saveEvaluation(ctx: Ctx, evaluation: Evaluation): Promise<Evaluation> {
  const saved = { ...evaluation, version: evaluation.version + 1 };
  await ctx.db.updateTable('cadre_evaluations').set(rowOf(ctx.keys, saved)).where('home_id', '=', homeOf(saved.id)).where('id', '=', saved.id).execute();
  return saved;
}

export async function deleteEvaluation(ctx: Ctx, id: Id<'cadreEvaluation'>): Promise<void> {
  await ctx.db.deleteFrom('cadre_evaluations').where('home_id', '=', homeOf(id)).where('id', '=', id).execute();
}

export function sealedPlace(id: string): Place {
  return { field: 'cadre_evaluations.content', id };
}

/** Answers how many rows were sealed again. */
export async function resealEvaluations(ctx: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  return resealRows(ctx, { table: 'cadre_evaluations', placeOf: sealedPlace });
}

export function evaluationOf(keys: Keys, row: EvaluationRow): Evaluation {
  const content = JSON.parse(unseal(keys, sealedPlace(row.id), row.sealed)) as Content; // written by `rowOf` alone
  return {
    ...content, id: row.id as Id<'cadreEvaluation'>, unitId: row.unit_id as Id<'unit'>, personId: row.person_id as Id<'person'>, from: row.from_day as Day, to: row.to_day as Day, state: row.state as Evaluation['state'], decidedOn: row.decided_on as Day | null, version: row.version,
  };
}

function rowOf(keys: Keys, { id, unitId, personId, from, to, state, decidedOn, version, opinions, words, level, facts, decidedBy, former }: Evaluation) {
  const content = JSON.stringify({ opinions, words, level, facts, decidedBy, former } satisfies Content);
  return { home_id: homeOf(id), id, unit_id: unitId, person_id: personId, from_day: from, to_day: to, sealed: seal(keys, sealedPlace(id), content), state, decided_on: decidedOn, version };
}
