/**
 * Clauses of a document: what it aims at (objective), by what number it is measured (indicator), what it gives to do (task).
 * Once units are asked a clause is changed by a new version alone, dated and with a reason: any of them may act on what it read. Pure.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { ClauseKind, Toward } from './cascade.kinds.ts';

/** What a person writes down of a clause, and corrects. */
export interface Wording {
  readonly kind: ClauseKind;
  /** As the document numbers it: "II.3", "a". */
  readonly label: string;
  readonly wording: string;
  /** Of an indicator alone, with its unit of measure. */
  readonly target: number | null;
  readonly measure: string | null;
  readonly toward: Toward | null;
  readonly dueOn: Day | null;
  readonly forWhom: string | null;
}

export interface Clause extends Wording {
  readonly id: Id<'clause'>;
  readonly documentId: Id<'document'>;
  /** In whose register the document stands. */
  readonly unitId: Id<'unit'>;
  readonly place: number;
  /** Since when it stands beside those that were passed down before it; null of these. */
  readonly addedOn: Day | null;
  /** From 1; one more each time it was changed while units were asked. */
  readonly revision: number;
  readonly revisedOn: Day | null;
  readonly version: number;
}

export const mostClauses = 200;

type Of = Pick<Clause, 'id' | 'documentId' | 'unitId' | 'place' | 'addedOn'>;

export function writeClause(of: Of, wording: Wording): Clause | Refusal {
  return refusalOf(wording) ?? { ...of, ...wording, revision: 1, revisedOn: null, version: 1 };
}

export function changeClause(clause: Clause, { wording, isAsked, reason, on }: { readonly wording: Wording; readonly isAsked: boolean; readonly reason: string | null; readonly on: Day }): Clause | Refusal {
  const refusal = refusalOf(wording);
  if (refusal) return refusal;
  if (!isAsked || hasSameWording(clause, wording)) return { ...clause, ...wording };
  return reason === null ? refuse('cascades.reasonMissing', 'invalid') : { ...clause, ...wording, revision: clause.revision + 1, revisedOn: on };
}

/** The clauses in the order of the ids: all of them, each once. */
export function orderClauses(clauses: readonly Clause[], ids: readonly Id<'clause'>[]): { readonly clauses: readonly Clause[] } | Refusal {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const ordered = ids.flatMap((id) => byId.get(id) ?? []);
  if (new Set(ids).size !== clauses.length || ordered.length !== clauses.length) return refuse('cascades.orderStale', 'conflict');
  return { clauses: ordered.map((clause, place) => ({ ...clause, place: place + 1 })) };
}

export function wordingOf({ kind, label, wording, target, measure, toward, dueOn, forWhom }: Wording): Wording {
  return { kind, label, wording, target, measure, toward, dueOn, forWhom };
}

export function hasSameWording(clause: Wording | undefined, wording: Wording): boolean {
  return clause !== undefined && JSON.stringify(wordingOf(clause)) === JSON.stringify(wordingOf(wording));
}

function refusalOf({ kind, target, measure, toward }: Wording): Refusal | undefined {
  const isMeasured = target !== null && measure !== null && toward !== null;
  if (kind === 'indicator') return isMeasured ? undefined : refuse('cascades.targetMissing', 'invalid');
  return target === null && measure === null && toward === null ? undefined : refuse('cascades.targetOfOther', 'invalid');
}
