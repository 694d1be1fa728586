/** Evaluations for who is assigned at the very unit that makes them, and decided ones for the cadre. Nothing here writes. */
import './report.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDoAt, placedAt, takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { homeOf } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { recordLooks } from '../../people/server/index.ts';
import { toldApart } from '../../posts/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { ownRefusal, type Evaluation } from '../evaluation.ts';
import type { reportContract } from '../report.contract.ts';
import { evaluationFacts } from './evaluation.facts.ts';
import { evaluationOf, type EvaluationRow } from './evaluation.store.ts';
import { placeFacts } from './report.facts.ts';

type Input<K extends keyof typeof reportContract> = z.output<(typeof reportContract)[K]['input']>;
type Answer<K extends keyof typeof reportContract> = z.input<(typeof reportContract)[K]['output']>;
type Whole = Answer<'evaluation'>;

type NamedEvaluation = EvaluationRow & { readonly unit_name: string | null; readonly person_name: string | null };

function columns(ctx: Ctx): RawBuilder<unknown> {
  return sql`e.*, ${unitNameAt('e.unit_id', sql`${ctx.today}::date`)} as unit_name, (select p.full_name from people p where p.home_id = home_of(e.person_id) and p.id = e.person_id) as person_name`;
}

export async function listEvaluations(ctx: Ctx, input: Input<'evaluations'>): Promise<Answer<'evaluations'>> {
  const after = readCursor(input.cursor, z.tuple([z.iso.date(), z.guid()]));
  const conditions = [placedAt(ctx, 'oversight.evaluate')('e.unit_id'), ...notOwn(ctx), ...(input.unitId ? [sql`e.unit_id = ${input.unitId}`] : []), ...(after ? [sql`(e.to_day, e.id) < (${after[0]}::date, ${after[1]}::uuid)`] : [])];
  const found = await rows(ctx.db, sql<NamedEvaluation>`select ${columns(ctx)} from cadre_evaluations e where ${sql.join(conditions, sql` and `)} order by e.to_day desc, e.id desc limit ${input.limit + 1}`);
  await recordLooks(ctx, found.slice(0, input.limit).map((row) => evaluationOf(ctx.keys, row).personId));
  const page = pageOf(found, { limit: input.limit, key: (row) => [row.to_day, row.id], item: (row) => itemOf(ctx, row) });
  return { ...page, items: await toldApart(ctx, page.items, ctx.today) };
}

/** What others write of oneself is read once it is decided, among one's own. */
function notOwn(ctx: Ctx): RawBuilder<boolean>[] {
  return ctx.actor?.personId ? [sql<boolean>`e.person_id <> ${ctx.actor.personId}`] : [];
}

export async function readEvaluation(ctx: Ctx, { id }: Input<'evaluation'>): Promise<Whole> {
  const row = await firstRow(ctx.db, sql<NamedEvaluation>`select ${columns(ctx)} from cadre_evaluations e where ${sql.join([sql`e.home_id = ${homeOf(id)}`, sql`e.id = ${id}`, placedAt(ctx, 'oversight.evaluate')('e.unit_id'), ...notOwn(ctx)], sql` and `)}`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const evaluation = evaluationOf(ctx.keys, row);
  await recordLooks(ctx, [evaluation.personId]);
  const may = ownRefusal(evaluation, ctx.actor?.personId) === undefined && (await mayDoAt(ctx, 'oversight.evaluate', evaluation));
  return wholeOf(ctx, { row, evaluation, may: may ? ['write'] : [] });
}

export async function listOwnEvaluations(ctx: Ctx): Promise<Answer<'ownEvaluations'>> {
  takeAnywhere(ctx, 'self.read');
  const me = ctx.actor?.personId;
  if (!me) return { items: [] };
  const found = await rows(ctx.db, sql<NamedEvaluation>`select ${columns(ctx)} from cadre_evaluations e where e.person_id = ${me} and e.state = 'decided' order by e.to_day desc, e.id desc limit 40`);
  const items: Whole[] = [];
  for (const row of found) items.push(await wholeOf(ctx, { row, evaluation: evaluationOf(ctx.keys, row), may: [] }));
  return { items };
}

async function wholeOf(ctx: Ctx, { row, evaluation, may }: { readonly row: NamedEvaluation; readonly evaluation: Evaluation; readonly may: Whole['may'] }): Promise<Whole> {
  const places = (await placeFacts(ctx, evaluation)).map(({ unitId: id, unit: name }) => ({ id, name }));
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  const decider = evaluation.decidedBy && (await firstRow(ctx.db, sql<{ name: string }>`select display_name as name from accounts where id = ${evaluation.decidedBy}`));
  return {
    ...itemOf(ctx, row), facts: evaluation.facts ?? (await evaluationFacts(ctx, evaluation)), opinions: evaluation.opinions.map(({ unitId: id, text }) => ({ unit: { id, name: nameOf.get(id) ?? '' }, text })), words: evaluation.words, places,
    decidedBy: decider ? decider.name : null, former: [...evaluation.former], version: evaluation.version, may,
  };
}

function itemOf(ctx: Ctx, row: NamedEvaluation): Answer<'evaluations'>['items'][number] {
  const { id, unitId, personId, from, to, state, level, decidedOn } = evaluationOf(ctx.keys, row);
  return { id, unit: { id: unitId, name: row.unit_name ?? '' }, person: { id: personId, name: row.person_name ?? '' }, from, to, state, level, decidedOn };
}
