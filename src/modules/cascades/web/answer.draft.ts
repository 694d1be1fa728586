/** What is typed of an answer, and what of it is sent. Pure. */
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { furthestOf, isLessThanAsked } from '../answer.ts';
import type { AnswerKind } from '../cascade.kinds.ts';
import { readNumber, writtenNumber, type AskedClause } from './cascade.words.ts';

/** As it is chosen: taken up by a document, carried out without one, or not applicable. */
export type DraftKind = AnswerKind | 'direct';

export interface OwnClause {
  readonly id: string;
  readonly target: number | null;
  readonly measure: string | null;
}

export interface ReplyDraft {
  readonly kind: DraftKind;
  readonly reason: string;
  readonly documents: readonly LookupChoice[];
  /** Clauses of these documents that take the clause up. */
  readonly ownClauses: readonly OwnClause[];
  readonly target: string;
  readonly dueOn: string | undefined;
  readonly answeredOn: string | undefined;
}

/** Of one clause that was answered what was answered stands there; several begin afresh. */
export function draftOf(clauses: readonly AskedClause[], today: string): ReplyDraft {
  const answer = clauses.length === 1 ? clauses[0]!.answer : null;
  return {
    kind: answer && answer.kind === 'takenUp' && answer.documents.length === 0 && answer.reason !== null ? 'direct' : (answer?.kind ?? 'takenUp'), reason: answer?.reason ?? '', documents: (answer?.documents ?? []).map(({ id, symbol }) => ({ id, label: symbol })), ownClauses: (answer?.clauses ?? []).map(({ id, target, measure }) => ({ id, target, measure })),
    target: writtenNumber(answer?.target ?? null), dueOn: answer?.dueOn ?? undefined, answeredOn: answer?.answeredOn ?? today,
  };
}

/** Less than the superior asks for, by the target that is typed or by that of the own clause: then the reason is asked for. Several clauses take no target of one’s own. */
export function asksForLess({ kind, ownClauses, target }: ReplyDraft, clauses: readonly AskedClause[]): boolean {
  if (kind === 'notApplicable') return false;
  const typed = readNumber(target) ?? null;
  const byClause = ({ measure, toward }: AskedClause) => furthestOf(ownClauses.flatMap((own) => (own.measure === measure ? own.target ?? [] : [])), toward) ?? null;
  return clauses.some((clause) => isLessThanAsked(kind === 'direct' || ownClauses.length === 0 ? typed : byClause(clause), clause));
}

export function lacksOf(draft: ReplyDraft, clauses: readonly AskedClause[]) {
  const { kind, reason, documents, target, answeredOn } = draft;
  const needsReason = kind !== 'takenUp' || asksForLess(draft, clauses);
  return { reason: needsReason && reason.trim() === '', documents: kind === 'takenUp' && documents.length === 0, target: kind !== 'notApplicable' && target.trim() !== '' && readNumber(target) === undefined, answeredOn: answeredOn === undefined };
}

export function replyOf(draft: ReplyDraft, clauses: readonly AskedClause[]) {
  const { kind, reason, documents, ownClauses, target, dueOn, answeredOn = '' } = draft;
  if (kind === 'notApplicable') return { kind, reason: reason.trim(), answeredOn };
  const said = kind === 'direct' || asksForLess(draft, clauses) ? { reason: reason.trim() } : {};
  const by = kind === 'direct' ? {} : { documentIds: documents.map(({ id }) => id), ownClauseIds: ownClauses.map(({ id }) => id) };
  return { kind: 'takenUp' as const, ...said, ...by, target: ownClauses.length > 0 && kind === 'takenUp' ? null : (readNumber(target) ?? null), dueOn: dueOn ?? null, answeredOn };
}
