/**
 * Answers of a workbook into the database and out of it again, by the rules of the acts on screen. What was answered on screen
 * is never written over. Own documents come to carry the superior's out, and the run keeps them as they stood.
 */
import { sql } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, Problem, type Refusal } from '../../../platform/problem.ts';
import { changeAnswer, giveAnswer, settleAnswer, type Answer } from '../../cascades/answer.ts';
import type { Clause } from '../../cascades/clause.ts';
import { answersOf, clausesOf, deleteAnswers, haveTasks, haveValues, holdClauses, linkUpwards, lockAsked, saveAnswers, unlinkUpwards, type LinkedUpwards } from '../../cascades/server/index.ts';
import { noteReceipt } from '../../documents/server/index.ts';
import { complain, type CheckContext, type Complaint } from '../check/context.ts';
import type { Checked } from '../imports.contract.ts';
import { replyOf, toldAnswers, type ToldAnswer } from './import.answers.ts';
import type { ImportPlan } from './import.plan.ts';
import { knowAgain, lastVersions, noteChanges, noteFurther, type Change } from './import.versions.ts';

const table = 'answers';

interface Writing {
  readonly plan: Pick<ImportPlan, 'find'>;
  readonly context: CheckContext;
  readonly runId: Id<'importRun'>;
  readonly sourceId: Id<'importSource'>;
}

interface Done {
  readonly changes: (Change & { readonly before: Answer | null; readonly after: Answer })[];
  readonly linked: LinkedUpwards[];
  same: number;
}

/** Answers what was done. What is wrong is told in the context; the transaction then takes everything back. */
export async function importAnswers(ctx: Ctx, writing: Writing): Promise<Checked['tables'][number]> {
  const { runId } = writing;
  const told = await toldAnswers(ctx, writing);
  const clauses = new Map<Id<'document'>, readonly Clause[]>();
  for (const { documentId } of told) if (!clauses.has(documentId)) clauses.set(documentId, await holdClauses(ctx, documentId, (await clausesOf(ctx, documentId)).map(({ id }) => id)));
  const done: Done = { changes: [], linked: [], same: 0 };
  for (const ofUnit of Map.groupBy(told, ({ documentId, unitId }) => `${documentId} ${unitId}`).values()) {
    await writeOfUnit(ctx, { ...writing, told: ofUnit, clauses: clauses.get(ofUnit[0]!.documentId)!, done });
    await setImmediate(); // others are served between two units
  }
  await noteChanges(ctx, { runId, table }, done.changes);
  await noteFurther(ctx, { runId, table: 'documents' }, done.linked);
  const added = done.changes.filter(({ before }) => before === null).length;
  return { table, added, changed: done.changes.length - added, removed: 0, same: done.same };
}

interface OfUnit extends Writing {
  /** All of one unit to one document. */
  readonly told: readonly ToldAnswer[];
  readonly clauses: readonly Clause[];
  readonly done: Done;
}

async function writeOfUnit(ctx: Ctx, { context, sourceId, told, clauses, done }: OfUnit): Promise<void> {
  const { documentId, unitId } = told[0]!;
  const askedOn = await lockAsked(ctx, { documentId, unitId });
  const there = await answersOf(ctx, { documentId, unitId }, clauses.map(({ id }) => id));
  const last = await lastVersions(ctx, { sourceId, table }, [...there.values()].map(({ id }) => id));
  const changes: Done['changes'] = [];
  const own = new Set<Id<'document'>>();
  for (const one of told) {
    const report = (complaint: Omit<Complaint, 'sheet' | 'row'>) => complain(context, { sheet: table, row: one.row.row, ...complaint });
    const [clause, another] = clauses.filter(({ label }) => label === one.row.clause);
    if (askedOn === undefined) report({ column: 'document', code: 'answer.not_asked', value: one.row.document });
    else if (!clause || another) report({ column: 'clause', code: clause ? 'answer.clause_several' : 'answer.clause_unknown', value: one.row.clause });
    else {
      const before = there.get(clause.id);
      const after = await answerTo(ctx, one, { clause, before, askedOn, columns: context.sheets.answers!.columns });
      if (isRefusal(after)) report(complaintOf(after, one));
      else {
        for (const id of after.documentIds) own.add(id);
        if (before && factsOf(before) === factsOf(after)) done.same += 1;
        else if (before && !last.has(before.id)) report({ column: 'clause', code: 'answer.there_already', value: one.row.clause });
        else {
          if (before && last.get(before.id)! < before.version) report({ severity: 'warning', column: null, code: 'row.changed_since' });
          changes.push({ before: before ?? null, after });
        }
      }
    }
  }
  await saveAnswers(ctx, changes.map(({ after }) => after));
  done.changes.push(...changes);
  const [first] = changes.map(({ after }) => after.answeredOn).toSorted();
  if (first) await noteReceipt(ctx, { id: documentId, unitId, on: first });
  await linkOwn(ctx, { documentId, own: [...own], done, report: (symbol) => complain(context, { sheet: table, row: told[0]!.row.row, column: 'own_document', code: 'answer.links_full', value: symbol }) });
  done.linked.push(...(await unlinkUpwards(ctx, { documentId, own: changes.flatMap(({ before }) => before?.documentIds ?? []) })));
}

/** Also for what stands already: the register may have been corrected since. */
async function linkOwn(ctx: Ctx, { documentId, own, done, report }: { readonly documentId: Id<'document'>; readonly own: readonly Id<'document'>[]; readonly done: Done; readonly report: (symbol: string) => void }): Promise<void> {
  try {
    done.linked.push(...(await linkUpwards(ctx, { documentId, own })));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'cascades.linksFull') throw error;
    report(String(error.data?.['symbol'] ?? ''));
  }
}

interface Asking {
  readonly clause: Clause;
  readonly before: Answer | undefined;
  readonly askedOn: Answer['answeredOn'];
  readonly columns: ReadonlySet<string>;
}

async function answerTo(ctx: Ctx, told: ToldAnswer, { clause, before, askedOn, columns }: Asking): Promise<Answer | Refusal> {
  const { documentId, unitId, row } = told;
  const { reply, ownTargets } = await replyOf(ctx, told, { clause, before, columns });
  const asking = { clause, askedOn, today: ctx.today, ownTargets };
  const given = before ? changeAnswer(before, reply, asking) : giveAnswer({ id: newId<'answer'>(homeOf(documentId)), documentId, unitId, clauseId: clause.id }, reply, asking);
  if (isRefusal(given)) return given;
  const numbered = before ? { ...given, version: before.version + 1 } : given;
  return given.kind === 'takenUp' && (columns.has('done_on') || !before) ? settleAnswer(numbered, row.done_on, ctx.today) : numbered;
}

/** What it is told of; to which wording of the clause it was given is not. */
function factsOf({ kind, reason, documentIds, ownClauseIds, target, dueOn, answeredOn, doneOn }: Answer): string {
  return canonicalJson({ kind, reason, target, dueOn, answeredOn, doneOn, documentIds: [...documentIds].toSorted(), ownClauseIds: [...ownClauseIds].toSorted() });
}

function complaintOf({ code, data }: Refusal, { row }: ToldAnswer): Omit<Complaint, 'sheet' | 'row'> {
  const period = { from: String(data?.['from']), to: String(data?.['to']) };
  if (code === 'cascades.answeredOutside') return { column: 'answered_on', code: 'answer.answered_outside', value: row.answered_on, data: period };
  if (code === 'cascades.doneOutside') return { column: 'done_on', code: 'answer.done_outside', value: row.done_on ?? '', data: period };
  if (code === 'cascades.targetOfOther') return { column: 'own_target', code: 'clause.target_of_other', value: String(row.own_target) };
  if (code === 'cascades.targetTooEasy') return { column: 'reason', code: 'answer.target_reason_missing', data: { target: String(data?.['target']) } };
  if (code === 'cascades.ownDocumentMissing') return { column: 'own_document', code: 'answer.own_document_missing' };
  if (code === 'cascades.reasonMissing') return { column: 'reason', code: 'answer.reason_missing' };
  if (code === 'cascades.reasonOfTakenUp') return { column: 'reason', code: 'answer.reason_of_taken_up' };
  return { column: null, code: 'database.refused', data: { problem: code } };
}

/** How many answers of the run are no longer what it left. */
export async function answersChangedSince(ctx: Ctx, runId: Id): Promise<number> {
  const row = await firstRow(ctx.db, sql<{ count: number }>`select count(*) as count from import_changes c left join answers a on a.home_id = home_of((c.after ->> 'id')::uuid) and a.id = (c.after ->> 'id')::uuid
    where c.run_id = ${runId} and c.table_name = ${table} and a.version is distinct from (c.after ->> 'version')::int`);
  return row?.count ?? 0;
}

/** First of all: clauses and documents of the run stand below them. Values and tasks that came since keep an answer. */
export async function takeAnswersBack(ctx: Ctx, runId: Id<'importRun'>): Promise<void> {
  const changes = await rows(ctx.db, sql<{ after: Pick<Answer, 'id' | 'version'>; before: Answer | null }>`select before, after from import_changes where run_id = ${runId} and table_name = ${table} order by seq`);
  const restored = changes.flatMap(({ before, after }) => (before ? [{ ...before, version: after.version + 1, was: before.version }] : []));
  await saveAnswers(ctx, restored);
  await knowAgain(ctx, { runId, table }, restored);
  const fresh = changes.flatMap(({ before, after }) => (before ? [] : [after as Answer]));
  if ((await haveValues(ctx, fresh)) || (await haveTasks(ctx, fresh))) throw new Problem({ code: 'imports.usedSince', kind: 'conflict' });
  await deleteAnswers(ctx, fresh);
}
