/** The acts of a unit that is asked: it answers clauses, says what is carried out, records what an indicator has come to. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import { personWithin } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import { noteReceipt } from '../../documents/server/index.ts';
import { createTasks, giveFrom } from '../../tasks/server/index.ts';
import type { Origin } from '../../tasks/task.origins.ts';
import { changeAnswer, giveAnswer, settleAnswer, type Answer } from '../answer.ts';
import type { cascadeContract } from '../cascade.contract.ts';
import type { Clause } from '../clause.ts';
import { linkUpwards, unlinkUpwards, type LinkedUpwards } from './answer.links.ts';
import { answersOf, deleteAnswers, haveTasks, haveValues, noteBegun, saveAnswers, saveValue } from './answer.store.ts';
import { findHeir } from './asked.bodies.ts';
import { lockAskedUnit } from './cascade.commands.ts';
import { requireOwnDocuments, takeForUnit } from './cascade.documents.ts';
import type { Asked } from './cascade.store.ts';
import { holdClauses } from './clause.store.ts';

type Input<K extends keyof typeof cascadeContract> = z.output<(typeof cascadeContract)[K]['input']>;

export async function answerClauses(ctx: Ctx, { documentId, unitId, clauses: chosen, ...reply }: Input<'answer'>): Promise<{ answered: number }> {
  await takeForUnit(ctx, { documentId, unitId });
  const askedOn = await lockAskedUnit(ctx, { documentId, unitId });
  await requireOwnDocuments(ctx, unitId, reply.documentIds);
  const own = await getOwnClauses(ctx, reply);
  const clauses = await getClauses(ctx, documentId, chosen.map(({ id }) => id));
  const isChanged = (clause: Clause) => chosen.some(({ id, clauseVersion }) => id === clause.id && clauseVersion !== clause.version);
  if (clauses.some(isChanged)) throw new Problem({ code: 'cascades.clauseChanged', kind: 'stale' });
  const there = await answersOf(ctx, { documentId, unitId }, clauses.map(({ id }) => id));
  const answered = clauses.map((clause) => {
    const before = there.get(clause.id);
    if (chosen.some(({ id, version }) => id === clause.id && version !== (before?.version ?? 0))) throw new Problem({ code: 'platform.stale', kind: 'stale' });
    const asking = { clause, askedOn, today: ctx.today, ownTargets: own.flatMap(({ measure, target }) => (measure === clause.measure ? target ?? [] : [])) };
    if (!before) return orThrow(giveAnswer({ id: newId<'answer'>(homeOf(documentId)), documentId, unitId, clauseId: clause.id }, reply, asking));
    return { ...orThrow(changeAnswer(before, reply, asking)), version: before.version + 1 };
  });
  await saveAnswers(ctx, answered);
  await noteReceipt(ctx, { id: documentId, unitId, on: reply.answeredOn });
  recordLinked(ctx, unitId, [...(await linkUpwards(ctx, { documentId, own: reply.documentIds })), ...(await unlinkUpwards(ctx, { documentId, own: namedBy([...there.values()]) }))]);
  record(ctx, { type: 'document.clausesAnswered', subjectId: documentId, unitId, data: { clauses: answered.length, kind: reply.kind } });
  return { answered: answered.length };
}

export async function takeAnswersBack(ctx: Ctx, { documentId, unitId, clauseIds }: Input<'takeAnswersBack'>): Promise<Record<string, never>> {
  await takeForUnit(ctx, { documentId, unitId });
  await lockAskedUnit(ctx, { documentId, unitId });
  const answers = [...(await answersOf(ctx, { documentId, unitId }, clauseIds)).values()];
  if (answers.length === 0) return {};
  if (await haveValues(ctx, answers)) throw new Problem({ code: 'cascades.hasValues', kind: 'conflict' });
  if (await haveTasks(ctx, answers)) throw new Problem({ code: 'cascades.hasTasks', kind: 'conflict' });
  await deleteAnswers(ctx, answers);
  recordLinked(ctx, unitId, await unlinkUpwards(ctx, { documentId, own: namedBy(answers) }));
  record(ctx, { type: 'document.answersTakenBack', subjectId: documentId, unitId, data: { clauses: answers.length } });
  return {};
}

export async function settleClause(ctx: Ctx, { documentId, unitId, clauseId, version, doneOn }: Input<'settle'>): Promise<{ version: number }> {
  const answer = await takeAnswer(ctx, { documentId, unitId }, clauseId);
  if (version !== answer.version) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  const after = { ...orThrow(settleAnswer(answer, doneOn, ctx.today)), version: version + 1 };
  await saveAnswers(ctx, [after]);
  record(ctx, { type: 'document.clauseSettled', subjectId: documentId, unitId, data: { clauseId, doneOn } });
  return { version: after.version };
}

export async function measureClause(ctx: Ctx, { documentId, unitId, clauseId, on, value, source }: Input<'measure'>): Promise<Record<string, never>> {
  const answer = await takeAnswer(ctx, { documentId, unitId }, clauseId);
  const [clause] = await getClauses(ctx, documentId, [clauseId]);
  if (clause?.kind !== 'indicator') throw new Problem({ code: 'cascades.notMeasured', kind: 'invalid' });
  if (answer.kind !== 'takenUp') throw new Problem({ code: 'cascades.notTakenUp', kind: 'conflict' });
  if (on > ctx.today) throw new Problem({ code: 'cascades.measuredInFuture', kind: 'invalid', data: { today: ctx.today } });
  await saveValue(ctx, answer, { on, value, source });
  record(ctx, { type: 'document.clauseMeasured', subjectId: documentId, unitId, data: { clauseId, on, value } });
  return {};
}

export async function giveTasks(ctx: Ctx, { documentId, unitId, clauseId, to = [], tasks }: Input<'giveTasks'>): Promise<{ ids: Id<'task'>[] }> {
  const answer = await takeAnswer(ctx, { documentId, unitId }, clauseId);
  const doneBy = (await findHeir(ctx, unitId, ctx.today))?.id ?? unitId;
  await take(ctx, 'task.record', doneBy);
  if (answer.kind !== 'takenUp') throw new Problem({ code: 'cascades.notTakenUp', kind: 'conflict' });
  for (const { ownerId } of tasks) if (ownerId !== null && !(await personWithin(ctx, 'person.read', ownerId))) throw new Problem({ code: 'tasks.ownerUnknown', kind: 'invalid' });
  const ids = await giveOf(ctx, { unitId: doneBy, to, tasks, origin: { kind: 'clause', id: answer.id as Id as Id<'clause'> } });
  await noteBegun(ctx, answer);
  return { ids };
}

type Given = Pick<Input<'giveTasks'>, 'unitId' | 'tasks'> & { readonly to: readonly Id<'unit'>[]; readonly origin: Origin };

/** The unit's own, or shared out below it. */
async function giveOf(ctx: Ctx, { unitId, to, tasks, origin }: Given): Promise<Id<'task'>[]> {
  if (to.length > 0) return (await Array.fromAsync(tasks, (task) => giveFrom(ctx, { ...task, unitId, to: [...to], kinds: [], origin }))).map(({ id }) => id);
  const given = tasks.map((task) => ({ ...task, id: newId<'task'>(homeOf(unitId)) }));
  await createTasks(ctx, { unitId, on: ctx.today, origin, tasks: given });
  return given.map(({ id }) => id);
}

function namedBy(answers: readonly Answer[]): Id<'document'>[] {
  return [...new Set(answers.flatMap(({ documentIds }) => documentIds))];
}

function recordLinked(ctx: Ctx, unitId: Id<'unit'>, linked: readonly LinkedUpwards[]): void {
  for (const { after: { id, type, direction } } of linked) record(ctx, { type: 'document.corrected', subjectId: id, unitId, data: { documentType: type, direction } });
}

async function takeAnswer(ctx: Ctx, asked: Asked, clauseId: Id<'clause'>): Promise<Answer> {
  await takeForUnit(ctx, asked);
  await lockAskedUnit(ctx, asked);
  const answer = (await answersOf(ctx, asked, [clauseId])).get(clauseId);
  if (!answer) throw new Problem({ code: 'cascades.notAnswered', kind: 'conflict' });
  return answer;
}

/** @throws where one of them is none of this document. */
async function getClauses(ctx: Ctx, documentId: Id<'document'>, ids: readonly Id<'clause'>[]): Promise<Clause[]> {
  const found = await holdClauses(ctx, documentId, ids);
  if (found.length < new Set(ids).size) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return found;
}

/** @throws where one of them is of none of the documents. */
async function getOwnClauses(ctx: Ctx, { documentIds, ownClauseIds }: Pick<Answer, 'documentIds' | 'ownClauseIds'>): Promise<Pick<Clause, 'measure' | 'target'>[]> {
  if (ownClauseIds.length === 0) return [];
  const found = await rows(ctx.db, sql<Pick<Clause, 'measure' | 'target'>>`select c.measure, c.target from clauses c where c.home_id = any(${[...new Set(ownClauseIds.map(homeOf))]}::smallint[]) and c.id = any(${[...ownClauseIds]}::uuid[]) and c.document_id = any(${[...documentIds]}::uuid[])`);
  if (found.length < new Set(ownClauseIds).size) throw new Problem({ code: 'cascades.clauseNotOwn', kind: 'invalid' });
  return found;
}
