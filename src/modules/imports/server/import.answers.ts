/** Answers of a workbook as they are to stand: to which document they are given, and by which documents of the unit's own. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { exactKey } from '../../../platform/text/fold.ts';
import type { Answer, Reply } from '../../cascades/answer.ts';
import type { Clause } from '../../cascades/clause.ts';
import { readSymbol, symbolOf } from '../../documents/document.symbol.ts';
import { ownDocumentsOf } from '../check/cascades.check.ts';
import { complain, rowsOf, type CheckContext } from '../check/context.ts';
import type { AnswerRow } from '../format/sheets.ts';
import { findDocuments } from './import.cascades.ts';
import { candidatesOf, unitsByName } from './import.documents.ts';
import type { ImportPlan } from './import.plan.ts';

export interface ToldAnswer {
  readonly row: AnswerRow;
  readonly unitId: Id<'unit'>;
  readonly documentId: Id<'document'>;
  readonly documentIds: readonly Id<'document'>[];
}

/** Rows that name what is not there have their finding and are left out. */
export async function toldAnswers(ctx: Ctx, { plan, context }: { readonly plan: Pick<ImportPlan, 'find'>; readonly context: CheckContext }): Promise<ToldAnswer[]> {
  const told = rowsOf(context, 'answers');
  const named = await unitsByName(ctx, told.flatMap(({ document_unit: unit }) => (plan.find('units', unit) ? [] : [unit])));
  const registers = (unit: string): readonly Id[] => named.get(exactKey(unit)) ?? [plan.find('units', unit)].filter((id) => id !== undefined);
  const found = await findDocuments(ctx, told.map((row) => ({ row, units: registers(row.document_unit) })), { sheet: 'answers', context });
  const asked = found.map((one) => ({ ...one, unitId: plan.find('units', one.row.unit) as Id<'unit'>, symbols: ownDocumentsOf(one.row).flatMap((symbol) => readSymbol(symbol) ?? []) }));
  const standing = await candidatesOf(ctx, { units: asked.map(({ unitId }) => unitId), symbols: asked.flatMap(({ symbols }) => symbols) });
  return asked.flatMap(({ row, documentId, unitId, symbols }) => {
    const documentIds = symbols.flatMap((symbol) => {
      const own = (standing.get(symbolOf(symbol)) ?? []).filter((one) => one.unitId === unitId && one.direction === 'issued').toSorted((one, other) => (one.issuedOn > other.issuedOn ? -1 : 1))[0];
      if (!own) complain(context, { sheet: 'answers', row: row.row, column: 'own_document', code: 'answer.own_document_unknown', value: symbolOf(symbol) });
      return own?.id ?? [];
    });
    return documentIds.length < symbols.length ? [] : [{ row, documentId, unitId, documentIds: [...new Set(documentIds)] }];
  });
}

interface Told {
  readonly clause: Pick<Clause, 'measure'>;
  readonly before: Answer | undefined;
  readonly columns: ReadonlySet<string>;
}

/** What the file does not speak of stays as it is recorded; of own clauses, whose targets are told too, it never speaks. */
export async function replyOf(ctx: Ctx, { row, documentIds }: ToldAnswer, { clause, before, columns }: Told): Promise<{ reply: Reply; ownTargets: number[] }> {
  const kept = before?.kind === row.answer ? before : undefined;
  const own = kept ? await clausesAmong(ctx, kept.ownClauseIds, documentIds) : [];
  const reply = {
    kind: row.answer, reason: columns.has('reason') || !kept ? row.reason : kept.reason, answeredOn: row.answered_on, documentIds, ownClauseIds: own.map(({ id }) => id),
    target: columns.has('own_target') || !kept ? row.own_target : kept.target,
    dueOn: columns.has('due_on') || !kept ? row.due_on : kept.dueOn,
  };
  return { reply, ownTargets: own.flatMap(({ measure, target }) => (measure === clause.measure ? (target ?? []) : [])) };
}

type OwnClause = Pick<Clause, 'id' | 'measure' | 'target'>;

async function clausesAmong(ctx: Ctx, ids: readonly Id<'clause'>[], documentIds: readonly Id<'document'>[]): Promise<OwnClause[]> {
  if (ids.length === 0) return [];
  return rows(ctx.db, sql<OwnClause>`select c.id, c.measure, c.target from clauses c where c.home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and c.id = any(${[...ids]}::uuid[]) and c.document_id = any(${[...documentIds]}::uuid[])`);
}
