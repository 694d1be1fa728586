/** Clauses of documents and answers to them: what the sheets alone can tell, by the rules by which both are recorded on screen. */
import { readSymbol, symbolOf } from '../../documents/document.symbol.ts';
import type { AnswerRow, ClauseRow } from '../format/sheets.ts';
import { complain, rowsOf, type CheckContext, type Complaint } from './context.ts';

export const mostOwnDocuments = 10;

export function checkCascades(context: CheckContext): void {
  const clauses = new Map<string, number>();
  for (const clause of rowsOf(context, 'clauses')) {
    const report = reporter(context, 'clauses', clause);
    checkSymbol(clause, report);
    checkTarget(clause, report);
    checkOnce([clause.unit, ...keyOfDocument(clause), clause.label], clause, { first: clauses, report: (other) => report({ column: 'label', code: 'clause.twice', value: clause.label, data: { other } }) });
  }
  const answers = new Map<string, number>();
  const isReasonTold = context.sheets.answers?.columns.has('reason') ?? false;
  for (const answer of rowsOf(context, 'answers')) {
    const report = reporter(context, 'answers', answer);
    checkSymbol(answer, report);
    if (answer.answer === 'takenUp') checkTakenUp(answer, { isReasonTold, report });
    else checkNotApplicable(answer, { isReasonTold, report });
    checkOnce([answer.unit, answer.document_unit, ...keyOfDocument(answer), answer.clause], answer, { first: answers, report: (other) => report({ column: 'clause', code: 'answer.twice', value: answer.clause, data: { other } }) });
  }
}

export function ownDocumentsOf({ own_document: cell }: Pick<AnswerRow, 'own_document'>): string[] {
  return [...new Set((cell ?? '').split(';').map((part) => part.trim()).filter(Boolean))];
}

type Report = (complaint: Omit<Complaint, 'sheet' | 'row'>) => void;

function checkSymbol({ document }: Pick<ClauseRow, 'document'>, report: Report): void {
  if (!readSymbol(document)) report({ column: 'document', code: 'document.symbol_form', value: document });
}

function checkTarget({ kind, target, measure, toward }: ClauseRow, report: Report): void {
  const told = [['target', target], ['measure', measure], ['toward', toward]] as const;
  if (kind === 'indicator') for (const [column, value] of told) if (value === null && column !== 'toward') report({ column, code: 'clause.target_missing' });
  if (kind !== 'indicator') for (const [column, value] of told) if (value !== null) report({ column, code: 'clause.target_of_other', value: String(value) });
}

interface Checking {
  /** Without its column the reason that is recorded stays, if there is one: that is known where it is written. */
  readonly isReasonTold: boolean;
  readonly report: Report;
}

function checkTakenUp(answer: AnswerRow, { isReasonTold, report }: Checking): void {
  const { reason, answered_on: answered, done_on: done } = answer;
  const own = ownDocumentsOf(answer);
  if (own.length === 0 && reason === null && isReasonTold) report({ column: 'own_document', code: 'answer.own_document_missing' });
  if (own.length > mostOwnDocuments) report({ column: 'own_document', code: 'answer.own_documents_many', data: { most: mostOwnDocuments } });
  for (const symbol of own) if (!readSymbol(symbol)) report({ column: 'own_document', code: 'document.symbol_form', value: symbol });
  if (done !== null && done < answered) report({ column: 'done_on', code: 'answer.done_before_answered', value: done, data: { answered } });
}

function checkNotApplicable(answer: AnswerRow, { isReasonTold, report }: Checking): void {
  if (answer.reason === null && isReasonTold) report({ column: 'reason', code: 'answer.reason_missing' });
  for (const column of ['own_document', 'own_target', 'due_on', 'done_on'] as const) if (answer[column] !== null) report({ column, code: 'answer.not_applicable_takes_nothing' });
}

/** However it is written: "5 - nq/đu" is "05-NQ/ĐU". */
function keyOfDocument({ document, issued_on: on }: Pick<ClauseRow, 'document' | 'issued_on'>): (string | null)[] {
  const symbol = readSymbol(document);
  return [symbol ? symbolOf(symbol) : document, on];
}

function checkOnce(parts: readonly (string | null)[], { row }: { readonly row: number }, { first, report }: { readonly first: Map<string, number>; readonly report: (other: number) => void }): void {
  const key = parts.join('\0');
  const other = first.get(key);
  if (other === undefined) first.set(key, row);
  else report(other);
}

function reporter(context: CheckContext, sheet: 'clauses' | 'answers', { row }: { readonly row: number }): Report {
  return (complaint) => complain(context, { sheet, row, ...complaint });
}
