/** What a person types of a self-rating or an appraisal, and what of it is sent. Pure. */
import { kindOfFact, type FactCode } from '../rating.gates.ts';
import type { Level } from '../rating.kinds.ts';
import type { WholeRating } from './rating.words.ts';

export interface TypedPoints {
  readonly criterion: string;
  readonly points: string | number;
  readonly proof: string;
  readonly fact: string | null;
}

export interface TypedFact {
  readonly code: FactCode;
  readonly count: string | number;
  readonly of: string | number;
  readonly source: string;
}

export interface AssessDraft {
  readonly level: Level | undefined;
  readonly points: readonly TypedPoints[];
  readonly stated: readonly TypedFact[];
  readonly note: string;
}

/** An appraisal begins with what the subject gave itself; its level is chosen anew. */
export function draftOf(rating: WholeRating, as: 'self' | 'appraise'): AssessDraft {
  const own = as === 'self' ? rating.self : rating.appraisal;
  const before = own ?? (as === 'appraise' ? rating.self : null);
  const asked = [...new Set((rating.frame?.gates ?? []).map(({ fact }) => fact))];
  return {
    level: own?.level,
    points: (rating.frame?.criteria ?? []).map(({ code }) => {
      const given = before?.points.find(({ criterion }) => criterion === code);
      const fact = rating.facts.find(({ code: known }) => known === given?.fact)?.code ?? null;
      return { criterion: code, points: given?.points ?? '', proof: given?.proof ?? '', fact };
    }),
    stated: asked.map((code) => {
      const given = before?.stated.find((one) => one.code === code);
      return { code, count: given?.count ?? '', of: given?.of ?? '', source: given?.source ?? '' };
    }),
    note: own?.note ?? '',
  };
}

export type DraftFault = 'level' | 'points' | 'proof' | 'source';

export function faultsOf({ level, points, stated }: AssessDraft): readonly DraftFault[] {
  const faults = { level: level === undefined, points: points.some((one) => one.points === ''), proof: points.some(isUnproved), source: stated.some(isHalf) };
  return (Object.keys(faults) as DraftFault[]).filter((fault) => faults[fault]);
}

export function assessmentToSend({ level, points, stated, note }: AssessDraft & { readonly level: Level }) {
  return {
    level,
    points: points.map(({ criterion, points: given, proof, fact }) => ({ criterion, points: Number(given), fact, proof: proof.trim() || null })),
    stated: stated.filter(isGiven).map(({ code, count, of, source }) => ({ code, count: Number(count), of: kindOfFact(code) === 'share' ? Number(of) : null, source: source.trim() })),
    note: note.trim() || null,
  };
}

function isGiven({ count }: TypedFact): boolean {
  return count !== '';
}

/** Points without where they come from. */
function isUnproved({ points, fact, proof }: TypedPoints): boolean {
  return Number(points) > 0 && fact === null && proof.trim() === '';
}

/** A number without its whole or its source. */
function isHalf(fact: TypedFact): boolean {
  return isGiven(fact) && (fact.source.trim() === '' || (kindOfFact(fact.code) === 'share' && fact.of === ''));
}
