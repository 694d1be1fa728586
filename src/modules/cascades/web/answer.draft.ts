/** What is typed of an answer, and what of it is sent. Pure. */
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import type { AnswerKind } from '../cascade.kinds.ts';
import { readNumber, writtenNumber, type AskedClause } from './cascade.words.ts';

export interface ReplyDraft {
  readonly kind: AnswerKind;
  readonly reason: string;
  readonly documents: readonly LookupChoice[];
  readonly ownClauseIds: readonly string[];
  readonly target: string;
  readonly dueOn: string | undefined;
  readonly answeredOn: string | undefined;
}

/** Of one clause that was answered what was answered stands there; several begin afresh. */
export function draftOf(clauses: readonly AskedClause[], today: string): ReplyDraft {
  const answer = clauses.length === 1 ? clauses[0]!.answer : null;
  return {
    kind: answer?.kind ?? 'takenUp', reason: answer?.reason ?? '', documents: (answer?.documents ?? []).map(({ id, symbol }) => ({ id, label: symbol })), ownClauseIds: (answer?.clauses ?? []).map(({ id }) => id),
    target: writtenNumber(answer?.target ?? null), dueOn: answer?.dueOn ?? undefined, answeredOn: answer?.answeredOn ?? today,
  };
}

export function lacksOf({ kind, reason, documents, target, answeredOn }: ReplyDraft) {
  const isTakenUp = kind === 'takenUp';
  return { reason: !isTakenUp && reason.trim() === '', documents: isTakenUp && documents.length === 0, target: isTakenUp && target.trim() !== '' && readNumber(target) === undefined, answeredOn: answeredOn === undefined };
}

export function replyOf({ kind, reason, documents, ownClauseIds, target, dueOn, answeredOn = '' }: ReplyDraft) {
  if (kind === 'notApplicable') return { kind, reason: reason.trim(), answeredOn };
  return { kind, documentIds: documents.map(({ id }) => id), ownClauseIds: [...ownClauseIds], target: ownClauseIds.length > 0 ? null : (readNumber(target) ?? null), dueOn: dueOn ?? null, answeredOn };
}
