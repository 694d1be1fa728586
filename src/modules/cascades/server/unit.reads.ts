/** One unit that is asked: to which steps it has come, and what it answers to each clause. Of one that only took over units that were asked the first of these. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { symbolIn } from '../../documents/document.figures.ts';
import { readableDocuments } from '../../documents/server/index.ts';
import type { cascadeContract } from '../cascade.contract.ts';
import { dueSteps, type AnswerKind, type ClauseState } from '../cascade.kinds.ts';
import { stateIn } from '../cascade.figures.ts';
import { askedTogether, findHeir } from './asked.bodies.ts';
import { getReadable, shownDocument } from './cascade.documents.ts';
import { answersDue, countUntouched, deadlinesOfUnit, stepsOf, type Asked } from './cascade.store.ts';
import { itemOf, linkedColumns, linkOf, readableClauses, type ClauseLinkRow } from './clause.reads.ts';
import { lastDayOf } from './radar.reads.ts';

type Output = z.input<(typeof cascadeContract)['unit']['output']>;
type ClauseAnswer = NonNullable<Output['clauses'][number]['answer']>;
type DocumentId = Id<'document'>;

export async function readUnit(ctx: Ctx, { documentId, unitId: ofUnit, on: asked }: z.output<(typeof cascadeContract)['unit']['input']>): Promise<Output> {
  const document = await getReadable(ctx, documentId);
  if (!(await mayDo(ctx, 'document.read', ofUnit))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const on = asked ?? lastDayOf(document, ctx.today);
  const together = await askedTogether(ctx, { documentId, unitId: ofUnit }, on);
  const unit = together.find(({ id }) => id === ofUnit) ?? together[0];
  if (!unit) throw new Problem({ code: 'cascades.notAsked', kind: 'not_found' });
  const unitId = unit.id;
  const clauses = await readableClauses(ctx, document);
  const answers = await answersIn(ctx, { documentId, unitId }, on);
  const dueOf = await answersDue(ctx, documentId, [unit.askedOn]);
  const silentOf = (id: Id<'clause'>) => ((dueOf(unit.askedOn, id) ?? on) < on ? 'silentLate' : 'silent');
  return {
    document: shownDocument(document), unit: { id: unitId, name: unit.name }, heir: (await findHeir(ctx, unitId, on)) ?? null, askedOn: unit.askedOn, steps: await shownSteps(ctx, { documentId, unitId }),
    beside: together.filter(({ id }) => id !== unitId).map(({ id, name, answered }) => ({ id, name, toAnswer: Math.max(0, clauses.length - answered) })),
    clauses: clauses.map((clause) => {
      const answer = answers.get(clause.id);
      return { ...itemOf(clause), state: answer?.state ?? silentOf(clause.id), answer: answer ? { ...answer.told, isOlder: answer.revision < clause.revision } : null };
    }),
    mayRelease: !document.isVoid && (await mayDo(ctx, 'document.record', document.unitId)) && (await countUntouched(ctx, documentId, unitId)) > 0,
    may: (await mayDo(ctx, 'document.record', unitId)) && !document.isVoid ? ['document.record'] : [],
  };
}

async function shownSteps(ctx: Ctx, asked: Asked): Promise<Output['steps']> {
  const [deadlines, done] = [await deadlinesOfUnit(ctx, asked), await stepsOf(ctx, asked)];
  const shown = await namedDocuments(ctx, done.flatMap(({ by_document_id: id }) => id ?? []));
  return dueSteps.map((step) => {
    const [deadline, row] = [deadlines.find((one) => one.step === step), done.find((one) => one.step === step)];
    return { step, dueOn: deadline?.dueOn ?? null, byRule: deadline?.byRule ?? false, doneOn: row?.done_on ?? null, document: (row?.by_document_id && shown.get(row.by_document_id)) ?? null, meetingId: row?.meeting_id ?? null };
  });
}

interface AnswerRow {
  readonly id: Id<'answer'>;
  readonly clause_id: string;
  readonly state: ClauseState;
  readonly kind: AnswerKind;
  readonly reason: string | null;
  readonly target: number | null;
  readonly due_on: Day | null;
  readonly answered_on: Day;
  readonly done_on: Day | null;
  readonly revision: number;
  readonly version: number;
  readonly documents: DocumentId[];
  readonly value: number | null;
  readonly measured_on: Day | null;
  readonly source: string | null;
}

interface Told {
  readonly state: ClauseState;
  readonly revision: number;
  readonly told: Omit<ClauseAnswer, 'isOlder'>;
}

async function answersIn(ctx: Ctx, { documentId, unitId }: Asked, on: Day): Promise<Map<string, Told>> {
  const found = await rows(ctx.db, sql<AnswerRow>`
    select a.id, a.clause_id, ${stateIn({ due: sql`null::date`, on: sql`${on}::date` })} as state, a.kind, a.reason, a.target, a.due_on, a.answered_on, a.done_on, a.revision, a.version, m.value, m.measured_on, m.source,
      coalesce((select array_agg(l.other_id) from answer_links l where l.home_id = a.home_id and l.answer_id = a.id and l.kind = 'document'), '{}') as documents
    from answers a join clauses c on c.home_id = a.home_id and c.id = a.clause_id
    left join lateral (select v.value, v.measured_on, v.source from clause_values v where v.home_id = a.home_id and v.answer_id = a.id and v.measured_on <= ${on}::date order by v.measured_on desc limit 1) m on true
    where a.home_id = ${homeOf(documentId)} and a.document_id = ${documentId} and a.unit_id = ${unitId} and a.first_answered_on <= ${on}::date`);
  const [documents, clauses, tasks] = [await namedDocuments(ctx, found.flatMap((row) => row.documents)), await ownClauses(ctx, documentId, found), await tasksFor(ctx, found)];
  return new Map(found.map((row) => [row.clause_id, { state: row.state, revision: row.revision, told: {
    kind: row.kind, reason: row.reason, target: row.target, dueOn: row.due_on, answeredOn: row.answered_on, doneOn: row.done_on, version: row.version,
    documents: row.documents.flatMap((id) => documents.get(id) ?? []), clauses: clauses.get(row.id) ?? [], tasks: tasks.get(row.id) ?? [], value: row.value === null ? null : { value: row.value, on: row.measured_on!, source: row.source },
  } }]));
}

async function ownClauses(ctx: Ctx, documentId: DocumentId, answers: readonly AnswerRow[]): Promise<Map<string, ClauseAnswer['clauses']>> {
  const found = await rows(ctx.db, sql<ClauseLinkRow & { answer_id: string; target: number | null; measure: string | null }>`
    select l.answer_id, c.target, c.measure, ${linkedColumns(ctx)} from answer_links l join clauses c on c.home_id = home_of(l.other_id) and c.id = l.other_id join documents d on d.home_id = c.home_id and d.id = c.document_id
    where l.home_id = ${homeOf(documentId)} and l.answer_id = any(${answers.map(({ id }) => id)}::uuid[]) and l.kind = 'clause' and d.void is null and d.secrecy is null and ${readableDocuments(ctx)} order by c.place`);
  return new Map([...Map.groupBy(found, (row) => row.answer_id)].map(([id, list]) => [id, list.map((row) => ({ ...linkOf(row), target: row.target, measure: row.measure }))]));
}

const mostTasks = 20;

async function tasksFor(ctx: Ctx, answers: readonly AnswerRow[]): Promise<Map<string, ClauseAnswer['tasks']>> {
  const found = await rows(ctx.db, sql<{ answer_id: string } & ClauseAnswer['tasks'][number]>`select t.origin_id as answer_id, t.id, t.title, t.due_on as "dueOn", t.settled_on as "settledOn" from tasks t
    where t.origin_kind = 'clause' and t.origin_id = any(${answers.map(({ id }) => id)}::uuid[]) and t.whole_id is null and ${reach(ctx, 'task.read').at('t.unit_id')} order by t.settled_on is not null, t.due_on, t.id`);
  return new Map([...Map.groupBy(found, (row) => row.answer_id)].map(([id, list]) => [id, list.slice(0, mostTasks).map(({ id: taskId, title, dueOn, settledOn }) => ({ id: taskId, title, dueOn, settledOn }))]));
}

async function namedDocuments(ctx: Ctx, ids: readonly DocumentId[]): Promise<Map<string, { id: DocumentId; symbol: string; summary: string }>> {
  if (ids.length === 0) return new Map();
  const found = await rows(ctx.db, sql<{ id: DocumentId; symbol: string; summary: string }>`select d.id, ${symbolIn('d')} as symbol, d.summary from documents d
    where d.home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and d.id = any(${[...ids]}::uuid[]) and d.void is null and ${readableDocuments(ctx)}`);
  return new Map(found.map((row) => [row.id, row]));
}
