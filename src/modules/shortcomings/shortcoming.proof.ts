/**
 * What proves that a shortcoming was remedied: a figure of the system, asked for the time before and after and never typed in, or,
 * where there is no such figure, a number with the record in which it stands. Pure.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { SourceKind } from './shortcoming.kinds.ts';

/** The record that something comes from: a meeting or document of the system, or a paper told in words. */
export interface Source {
  readonly kind: SourceKind;
  readonly id: Id | null;
  readonly words: string;
}

/** A state is asked on the last day alone. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export interface FigureProof {
  readonly kind: 'figure';
  readonly figure: string;
  readonly unitId: Id<'unit'>;
  /** What is to be reached; of a share in percent. */
  readonly target: number | null;
  readonly before: Span | null;
  readonly after: Span | null;
}

export interface EnteredSide {
  readonly value: number;
  /** Of which time it speaks, as the record says: "Năm 2013". */
  readonly when: string;
  readonly source: Source;
}

export interface EnteredProof {
  readonly kind: 'entered';
  /** What is measured: "Hộ nghèo giảm". */
  readonly title: string;
  /** In what: "điểm", "%", "cán bộ". */
  readonly measuredIn: string;
  readonly target: number | null;
  readonly before: EnteredSide | null;
  readonly after: EnteredSide | null;
}

export type Proof = FigureProof | EnteredProof;

export const mostProofs = 10;

/** A figure has both sides; a number at least the later one: what was not there before has none. */
export function isProven(proof: Proof): boolean {
  return proof.after !== null && (proof.kind === 'entered' || proof.before !== null);
}

export function proofRefusal(proofs: readonly Proof[]): Refusal | undefined {
  if (proofs.length > mostProofs) return refuse('shortcomings.tooManyProofs', 'invalid', { most: mostProofs });
  const sides = proofs.flatMap((proof) => (proof.kind === 'figure' ? [proof.before, proof.after] : [])).filter((side) => side !== null);
  if (sides.some(({ from, to }) => to < from)) return refuse('shortcomings.proofBackwards', 'invalid');
  const isMixed = proofs.some((proof) => proof.kind === 'figure' && proof.before && proof.after && proof.after.to <= proof.before.to);
  return isMixed ? refuse('shortcomings.proofOrder', 'invalid') : undefined;
}

/** Undefined where nothing is to be reached, or nothing is known yet. Less is better of some: whether it is enough a person says. */
export function gained(before: number | null, after: number | null): number | undefined {
  return before === null || after === null ? undefined : Math.round((after - before) * 100) / 100;
}
