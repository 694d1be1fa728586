/** The only writer of answers, what they name, and the values that units have come to. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Answer } from '../answer.ts';
import type { AnswerKind } from '../cascade.kinds.ts';
import type { Asked } from './cascade.store.ts';
import { markAsked } from './cascade.marks.ts';
import { markUnits } from './unit.marks.ts';

interface AnswerRow {
  readonly id: Id<'answer'>;
  readonly clause_id: Id<'clause'>;
  readonly kind: AnswerKind;
  readonly reason: string | null;
  readonly target: number | null;
  readonly due_on: Day | null;
  readonly answered_on: Day;
  readonly first_answered_on: Day;
  readonly done_on: Day | null;
  readonly revision: number;
  readonly version: number;
  readonly documents: Id<'document'>[];
  readonly clauses: Id<'clause'>[];
}

/** Of one unit; its row among those asked is locked. */
export async function answersOf(ctx: Ctx, { documentId, unitId }: Asked, clauseIds: readonly Id<'clause'>[]): Promise<Map<Id<'clause'>, Answer>> {
  const named = (kind: string) => sql`coalesce((select array_agg(l.other_id order by l.other_id) from answer_links l where l.home_id = a.home_id and l.answer_id = a.id and l.kind = ${kind}), '{}')`;
  const found = await rows(ctx.db, sql<AnswerRow>`select a.id, a.clause_id, a.kind, a.reason, a.target, a.due_on, a.answered_on, a.first_answered_on, a.done_on, a.revision, a.version, ${named('document')} as documents, ${named('clause')} as clauses
    from answers a where a.home_id = ${homeOf(documentId)} and a.document_id = ${documentId} and a.unit_id = ${unitId} and a.clause_id = any(${[...clauseIds]}::uuid[])`);
  return new Map(found.map((row) => [row.clause_id, {
    id: row.id, documentId, unitId, clauseId: row.clause_id, kind: row.kind, reason: row.reason, target: row.target, dueOn: row.due_on, answeredOn: row.answered_on, firstAnsweredOn: row.first_answered_on, doneOn: row.done_on, revision: row.revision, version: row.version,
    documentIds: row.documents, ownClauseIds: row.clauses,
  }]));
}

export async function saveAnswers(ctx: Ctx, answers: readonly Answer[]): Promise<void> {
  const list = answers.map(({ id, documentId, clauseId, unitId, kind, reason, target, dueOn, answeredOn, firstAnsweredOn, doneOn, revision, version }) => ({
    id, document_id: documentId, clause_id: clauseId, unit_id: unitId, kind, reason, target, due_on: dueOn, answered_on: answeredOn, first_answered_on: firstAnsweredOn, done_on: doneOn, revision, version,
  }));
  await sql`insert into answers (home_id, id, document_id, clause_id, unit_id, kind, reason, target, due_on, answered_on, first_answered_on, done_on, revision, version, recorded_at, recorded_by)
    select home_of(n.document_id), n.id, n.document_id, n.clause_id, n.unit_id, n.kind, n.reason, n.target, n.due_on, n.answered_on, n.first_answered_on, n.done_on, n.revision, n.version, ${ctx.now}, ${ctx.actor?.accountId ?? null}
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) n (id uuid, document_id uuid, clause_id uuid, unit_id uuid, kind text, reason text, target numeric, due_on date, answered_on date, first_answered_on date, done_on date, revision int, version int)
    on conflict (home_id, id) do update set kind = excluded.kind, reason = excluded.reason, target = excluded.target, due_on = excluded.due_on, answered_on = excluded.answered_on, first_answered_on = excluded.first_answered_on, done_on = excluded.done_on,
      revision = excluded.revision, version = excluded.version, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`.execute(ctx.db);
  await writeLinks(ctx, answers);
  await told(ctx, answers);
}

async function writeLinks(ctx: Ctx, answers: readonly Answer[]): Promise<void> {
  const links = answers.flatMap(({ id, documentIds, ownClauseIds }) => [...documentIds.map((other) => ({ id, kind: 'document', other })), ...ownClauseIds.map((other) => ({ id, kind: 'clause', other }))]);
  await deleteLinks(ctx, answers);
  await sql`insert into answer_links (home_id, answer_id, kind, other_id) select distinct home_of(n.id), n.id, n.kind, n.other
    from unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ kind }) => kind)}::text[], ${links.map(({ other }) => other)}::uuid[]) n (id, kind, other)`.execute(ctx.db);
}

async function deleteLinks(ctx: Ctx, answers: readonly Answer[]): Promise<void> {
  await sql`delete from answer_links where home_id = any(${[...new Set(answers.map(({ id }) => homeOf(id)))]}::smallint[]) and answer_id = any(${answers.map(({ id }) => id)}::uuid[])`.execute(ctx.db);
}

export async function deleteAnswers(ctx: Ctx, answers: readonly Answer[]): Promise<void> {
  await deleteLinks(ctx, answers);
  await sql`delete from answers where home_id = any(${[...new Set(answers.map(({ id }) => homeOf(id)))]}::smallint[]) and id = any(${answers.map(({ id }) => id)}::uuid[])`.execute(ctx.db);
  await told(ctx, answers);
}

/** What stands beside the units, and what the figures keep. */
async function told(ctx: Ctx, answers: readonly Pick<Answer, 'documentId' | 'unitId'>[]): Promise<void> {
  await markUnits(ctx.db, ctx.today, answers);
  await markAsked(ctx.db, answers);
}

export async function haveValues(ctx: Ctx, answers: readonly Answer[]): Promise<boolean> {
  return (await firstRow(ctx.db, sql`select from clause_values where home_id = any(${[...new Set(answers.map(({ id }) => homeOf(id)))]}::smallint[]) and answer_id = any(${answers.map(({ id }) => id)}::uuid[]) limit 1`)) !== undefined;
}

/** A task keeps the answer for which it was given, whatever became of the task. */
export async function haveTasks(ctx: Ctx, answers: readonly Pick<Answer, 'id'>[]): Promise<boolean> {
  return (await firstRow(ctx.db, sql`select from tasks where origin_kind = 'clause' and origin_id = any(${answers.map(({ id }) => id)}::uuid[]) limit 1`)) !== undefined;
}

/** On the answer itself stands since when it is worked on: the radar asks it of hundreds of thousands. */
export async function noteBegun(ctx: Ctx, answer: Pick<Answer, 'id' | 'documentId' | 'unitId'>): Promise<void> {
  const { id } = answer;
  await sql`update answers a set begun_on = least((select min(v.measured_on) from clause_values v where v.home_id = a.home_id and v.answer_id = a.id), (select min(t.given_on) from tasks t where t.origin_kind = 'clause' and t.origin_id = a.id))
    where a.home_id = ${homeOf(id)} and a.id = ${id}`.execute(ctx.db);
  await told(ctx, [answer]);
}

/** Null takes the value of the day back. */
export async function saveValue(ctx: Ctx, answer: Answer, { on, value, source }: { readonly on: Day; readonly value: number | null; readonly source: string | null }): Promise<void> {
  const { id } = answer;
  if (value === null) await sql`delete from clause_values where home_id = ${homeOf(id)} and answer_id = ${id} and measured_on = ${on}`.execute(ctx.db);
  else {
    await sql`insert into clause_values (home_id, answer_id, measured_on, value, source, recorded_at, recorded_by) values (${homeOf(id)}, ${id}, ${on}, ${value}, ${source}, ${ctx.now}, ${ctx.actor?.accountId ?? null})
      on conflict (home_id, answer_id, measured_on) do update set value = excluded.value, source = excluded.source, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`.execute(ctx.db);
  }
  await noteBegun(ctx, answer);
}
