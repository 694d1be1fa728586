/**
 * What a unit answers to a clause: taken up by documents of its own, or carried out without one, and how; for an indicator perhaps
 * with a target of its own, with the reason where it asks for less; or not applicable, with the reason. Pure.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { AnswerKind, ClauseKind, Toward } from './cascade.kinds.ts';

/** What a person writes down. */
export interface Reply {
  readonly kind: AnswerKind;
  /** Why not; of what is taken up how it is carried out without a document, or why the own target asks for less. */
  readonly reason: string | null;
  readonly documentIds: readonly Id<'document'>[];
  /** Clauses of these documents that carry the clause out. */
  readonly ownClauseIds: readonly Id<'clause'>[];
  readonly target: number | null;
  readonly dueOn: Day | null;
  readonly answeredOn: Day;
}

export interface Answer extends Reply {
  readonly id: Id<'answer'>;
  readonly documentId: Id<'document'>;
  readonly clauseId: Id<'clause'>;
  readonly unitId: Id<'unit'>;
  /** Up to then the unit was silent, however the answer was changed since. */
  readonly firstAnsweredOn: Day;
  readonly doneOn: Day | null;
  /** Of the clause, when it was answered last. */
  readonly revision: number;
  readonly version: number;
}

interface Answered {
  readonly kind: ClauseKind;
  readonly target: number | null;
  readonly toward: Toward | null;
  readonly revision: number;
}

type Of = Pick<Answer, 'id' | 'documentId' | 'clauseId' | 'unitId'>;

export interface Asking {
  readonly askedOn: Day;
  readonly today: Day;
  /** Of the unit's own clauses that carry the clause out, those with the same measure. */
  readonly ownTargets?: readonly number[];
}

export function giveAnswer(of: Of, reply: Reply, { clause, ...asking }: Asking & { readonly clause: Answered }): Answer | Refusal {
  return refusalOf(reply, clause, asking) ?? { ...of, ...reply, firstAnsweredOn: reply.answeredOn, doneOn: null, revision: clause.revision, version: 1 };
}

/** A new answer to a clause: what was said to be done stays so where it is still taken up. */
export function changeAnswer(answer: Answer, reply: Reply, { clause, ...asking }: Asking & { readonly clause: Answered }): Answer | Refusal {
  return refusalOf(reply, clause, asking) ?? { ...answer, ...reply, firstAnsweredOn: reply.answeredOn < answer.firstAnsweredOn ? reply.answeredOn : answer.firstAnsweredOn, doneOn: reply.kind === 'takenUp' ? answer.doneOn : null, revision: clause.revision };
}

export function settleAnswer(answer: Answer, doneOn: Day | null, today: Day): Answer | Refusal {
  if (answer.kind !== 'takenUp') return refuse('cascades.notTakenUp', 'conflict');
  if (doneOn !== null && (doneOn < answer.answeredOn || doneOn > today)) return refuse('cascades.doneOutside', 'invalid', { from: answer.answeredOn, to: today });
  return { ...answer, doneOn };
}

function refusalOf(reply: Reply, clause: Answered, { askedOn, today, ownTargets = [] }: Asking): Refusal | undefined {
  const { kind, reason, documentIds, ownClauseIds, target, dueOn, answeredOn } = reply;
  if (answeredOn < askedOn || answeredOn > today) return refuse('cascades.answeredOutside', 'invalid', { from: askedOn, to: today });
  if (kind === 'notApplicable') {
    if (reason === null) return refuse('cascades.reasonMissing', 'invalid');
    return documentIds.length + ownClauseIds.length > 0 || target !== null || dueOn !== null ? refuse('cascades.notApplicableTakesNothing', 'invalid') : undefined;
  }
  if (target !== null && clause.kind !== 'indicator') return refuse('cascades.targetOfOther', 'invalid');
  const asksForLess = isLessThanAsked(target ?? furthestOf(ownTargets, clause.toward) ?? null, clause);
  if (reason !== null) return documentIds.length > 0 && !asksForLess ? refuse('cascades.reasonOfTakenUp', 'invalid') : undefined;
  if (documentIds.length === 0) return refuse('cascades.ownDocumentMissing', 'invalid');
  return asksForLess ? refuse('cascades.targetTooEasy', 'invalid', { target: clause.target }) : undefined;
}

/** Of several targets of a unit the one that is hardest to reach. */
export function furthestOf(targets: readonly number[], toward: Toward | null): number | undefined {
  return targets.toSorted((one, other) => (toward === 'atMost' ? one - other : other - one))[0];
}

/** A target of one's own that is easier to reach than the superior's. */
export function isLessThanAsked(own: number | null, { target, toward }: Pick<Answered, 'target' | 'toward'>): boolean {
  return own !== null && target !== null && (toward === 'atMost' ? own > target : own < target);
}
