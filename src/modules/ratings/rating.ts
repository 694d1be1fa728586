/**
 * The rating of one organisation or person for one year: what it says of itself, what is proposed after appraisal, what the competent
 * body decided. People enter each of them; nothing follows by itself. Once decided it changes by a correction with its reason alone.
 * Pure: each rule answers the rating as it then is, or a refusal.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import { boundOf, hasPoints, type Frame } from './rating.frame.ts';
import { kindOfFact, type FactCode, type Measure } from './rating.gates.ts';
import { refusalOfLevel, type Measures } from './rating.judge.ts';
import type { About, Exclusion, Level, SubjectKind } from './rating.kinds.ts';

/** Points of one criterion and where they come from: something known of the subject, or what a person writes. */
export interface Points {
  readonly criterion: string;
  readonly points: number;
  readonly fact: string | null;
  readonly proof: string | null;
}

/** What the system cannot know, or knows otherwise, said by a person who names the source. */
export interface StatedFact extends Measure {
  readonly code: FactCode;
  readonly source: string;
}

/** What the system found, as it was on the day of the assessment. */
export interface FoundFact extends Measure {
  readonly code: string;
}

export interface Assessment {
  readonly level: Level;
  readonly points: readonly Points[];
  readonly stated: readonly StatedFact[];
  readonly found: readonly FoundFact[];
  readonly note: string | null;
  readonly on: Day;
  readonly by: string | null;
}

export interface Decision {
  readonly level: Level;
  readonly points: number | null;
  readonly document: string;
  readonly on: Day;
  /** Why it was entered although a gate failed. */
  readonly reason: string | null;
  readonly found: readonly FoundFact[];
  readonly by: string | null;
}

export interface Exempting {
  readonly why: Exclusion;
  readonly reason: string | null;
  readonly on: Day;
}

export interface Rating {
  readonly id: Id<'rating'>;
  /** Null: of a year before the system was used, taken from a paper. */
  readonly seasonId: Id<'ratingSeason'> | null;
  readonly unitId: Id<'unit'>;
  /** The committee of its season; of one from a paper the body directly above then. Asked of every correction. */
  readonly decidedById: Id<'unit'>;
  readonly personId: Id<'person'> | null;
  readonly about: About;
  readonly kind: SubjectKind;
  readonly year: number;
  readonly group: string | null;
  readonly exclusion: Exempting | null;
  readonly self: Assessment | null;
  readonly appraisal: Assessment | null;
  readonly decision: Decision | null;
  readonly version: number;
}

export type RatingState = 'excluded' | 'waitingSelf' | 'waitingAppraisal' | 'waitingDecision' | 'decided';

export function stateOfRating({ exclusion, self, appraisal, decision }: Pick<Rating, 'exclusion' | 'self' | 'appraisal' | 'decision'>): RatingState {
  if (exclusion) return 'excluded';
  if (decision) return 'decided';
  if (appraisal) return 'waitingDecision';
  return self ? 'waitingAppraisal' : 'waitingSelf';
}

/** Nobody appraises or decides upon himself. */
export function refusalOfOwn({ personId }: Pick<Rating, 'personId'>, actorPersonId: Id<'person'> | undefined): Refusal | undefined {
  return personId !== null && personId === actorPersonId ? refuse('ratings.ownRating', 'forbidden') : undefined;
}

export function rateSelf(rating: Rating, assessment: Assessment, frame: Frame): Rating | Refusal {
  if (rating.appraisal) return refuse('ratings.appraisedAlready', 'conflict');
  return refusalOfOpen(rating) ?? refusalOfAssessment(assessment, frame) ?? { ...rating, self: assessment };
}

/** Also without a self-rating: whoever did not hand one in is appraised all the same. */
export function appraise(rating: Rating, assessment: Assessment, frame: Frame): Rating | Refusal {
  return refusalOfOpen(rating) ?? refusalOfAssessment(assessment, frame) ?? { ...rating, appraisal: assessment };
}

export function decide(rating: Rating, decision: Decision, frame: Frame): Rating | Refusal {
  return refusalOfOpen(rating) ?? refusalOfTotal(rating, decision) ?? settle(rating, decision, frame);
}

/** Another total than the appraisal's stands there with its reason. */
function refusalOfTotal({ appraisal }: Rating, { points, reason }: Decision): Refusal | undefined {
  const total = totalOf(appraisal);
  return total === null || total === points || reason !== null ? undefined : refuse('ratings.pointsDiffer', 'conflict', { points, total });
}

/** The old decision stays in the log of the rating. */
export function correctDecision(rating: Rating, decision: Decision, frame: Frame | null): Rating | Refusal {
  if (!rating.decision) return refuse('ratings.notDecided', 'conflict');
  if (frame) return settle(rating, decision, frame);
  return { ...rating, decision };
}

export function takeBack(rating: Rating): Rating | Refusal {
  return rating.decision ? { ...rating, decision: null } : refuse('ratings.notDecided', 'conflict');
}

export function exclude(rating: Rating, exclusion: Exempting): Rating | Refusal {
  if (exclusion.why === 'other' && exclusion.reason === null) return refuse('ratings.exclusionReasonMissing', 'invalid');
  return refusalOfOpen(rating) ?? { ...rating, exclusion };
}

export function include(rating: Rating): Rating | Refusal {
  return rating.exclusion ? { ...rating, exclusion: null } : refuse('ratings.notExcluded', 'conflict');
}

/** Whoever is decided upon stays in the group in which the cap was counted. */
export function regroup(rating: Rating, group: string): Rating | Refusal {
  return refusalOfOpen(rating) ?? { ...rating, group };
}

/** What counts: a superior's word before what the records say, these before what the subject says of itself. */
export function measuresOf({ self, appraisal }: Pick<Rating, 'self' | 'appraisal'>, found: readonly FoundFact[]): Measures {
  const all = [...(self?.stated ?? []), ...found, ...(appraisal?.stated ?? [])];
  return Object.fromEntries(all.map(({ code, count, of }) => [code, { count, of }]));
}

/** Null where nobody gave points. */
export function totalOf(assessment: Pick<Assessment, 'points'> | null | undefined): number | null {
  if (!assessment || assessment.points.length === 0) return null;
  return assessment.points.reduce((sum, { points }) => sum + points, 0);
}

function settle(rating: Rating, decision: Decision, frame: Frame): Rating | Refusal {
  const { level, points, reason, found } = decision;
  return refusalOfLevel(frame, { level, points, reason, measures: measuresOf(rating, found) }) ?? { ...rating, decision };
}

function refusalOfOpen({ exclusion, decision }: Rating): Refusal | undefined {
  if (exclusion) return refuse('ratings.isExcluded', 'conflict');
  return decision ? refuse('ratings.isDecided', 'conflict') : undefined;
}

/** Somebody's own word: the level must be one of the frame and the points its criteria's, each with where it comes from; gates are for the decision. */
function refusalOfAssessment({ level, points, stated, found }: Assessment, frame: Frame): Refusal | undefined {
  if (!boundOf(frame, level)) return refuse('ratings.levelUnknown', 'invalid');
  if (hasPoints(frame) && points.length < frame.criteria.length) return refuse('ratings.criterionMissing', 'invalid');
  for (const { criterion, points: given } of points) {
    const most = frame.criteria.find(({ code }) => code === criterion)?.most;
    if (most === undefined) return refuse('ratings.criterionUnknown', 'invalid');
    if (given > most) return refuse('ratings.pointsTooMany', 'invalid', { most });
  }
  if (new Set(points.map(({ criterion }) => criterion)).size < points.length) return refuse('ratings.criterionUnknown', 'invalid');
  const known = new Set<string>([...found, ...stated].map(({ code }) => code));
  if (points.some((one) => !hasSource(one, known))) return refuse('ratings.proofMissing', 'invalid');
  return stated.some(isImpossible) ? refuse('ratings.factImpossible', 'invalid') : undefined;
}

function hasSource({ points, fact, proof }: Points, known: ReadonlySet<string>): boolean {
  return points === 0 || (fact === null ? proof !== null : known.has(fact));
}

function isImpossible({ code, count, of }: StatedFact): boolean {
  const kind = kindOfFact(code);
  if (kind === 'share') return of === null || count > of;
  return of !== null || (kind === 'flag' && count > 1);
}
