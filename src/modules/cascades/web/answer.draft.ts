/** What is typed of an answer, and what of it is sent. Pure. */
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { isLessThanAsked } from '../answer.ts';
import type { AnswerKind } from '../cascade.kinds.ts';
import { readNumber, writtenNumber, type AskedClause } from './cascade.words.ts';

/** As it is chosen: taken up by a document, carried out without one, or not applicable. */
export type DraftKind = AnswerKind | 'direct';

export interface ReplyDraft {
  readonly kind: DraftKind;
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
    kind: answer && answer.kind === 'takenUp' && answer.documents.length === 0 && answer.reason !== null ? 'direct' : (answer?.kind ?? 'takenUp'), reason: answer?.reason ?? '', documents: (answer?.documents ?? []).map(({ id, symbol }) => ({ id, label: symbol })), ownClauseIds: (answer?.clauses ?? []).map(({ id }) => id),
    target: writtenNumber(answer?.target ?? null), dueOn: answer?.dueOn ?? undefined, answeredOn: answer?.answeredOn ?? today,
  };
}

/** Less than the superior asks for: then the reason is asked for. Several clauses take no target of one’s own. */
export function asksForLess({ kind, ownClauseIds, target }: ReplyDraft, clauses: readonly AskedClause[]): boolean {
  return kind !== 'notApplicable' && (kind === 'direct' || ownClauseIds.length === 0) && clauses.some((clause) => isLessThanAsked(readNumber(target) ?? null, clause));
}

export function lacksOf(draft: ReplyDraft, clauses: readonly AskedClause[]) {
  const { kind, reason, documents, target, answeredOn } = draft;
  const needsReason = kind !== 'takenUp' || asksForLess(draft, clauses);
  return { reason: needsReason && reason.trim() === '', documents: kind === 'takenUp' && documents.length === 0, target: kind !== 'notApplicable' && target.trim() !== '' && readNumber(target) === undefined, answeredOn: answeredOn === undefined };
}

export function replyOf(draft: ReplyDraft, clauses: readonly AskedClause[]) {
  const { kind, reason, documents, ownClauseIds, target, dueOn, answeredOn = '' } = draft;
  if (kind === 'notApplicable') return { kind, reason: reason.trim(), answeredOn };
  const said = kind === 'direct' || asksForLess(draft, clauses) ? { reason: reason.trim() } : {};
  const by = kind === 'direct' ? {} : { documentIds: documents.map(({ id }) => id), ownClauseIds: [...ownClauseIds] };
  return { kind: 'takenUp' as const, ...said, ...by, target: ownClauseIds.length > 0 && kind === 'takenUp' ? null : (readNumber(target) ?? null), dueOn: dueOn ?? null, answeredOn };
}
