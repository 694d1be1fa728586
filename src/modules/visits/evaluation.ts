/**
 * How the superior evaluates a cadre who follows places: facts of the period, what the places say, words and a level that people enter.
 * The system lays the facts beside it and judges nothing. Pure.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';

export const evaluationLevels = ['excellent', 'good', 'fulfilled', 'notFulfilled'] as const;
export type EvaluationLevel = (typeof evaluationLevels)[number];

/** Of a place that the cadre follows, as it told the superior. */
export interface PlaceOpinion {
  readonly unitId: Id<'unit'>;
  readonly text: string;
}

export interface EvaluationFacts {
  readonly places: number;
  readonly placesMet: number;
  readonly visits: number;
  readonly promisesDue: number;
  readonly promisesKept: number;
  readonly petitionsRaised: number;
  readonly petitionsAnswered: number;
  readonly reportsDue: number;
  readonly reportsInTime: number;
}

export interface FormerDecision {
  readonly words: string;
  readonly level: EvaluationLevel | null;
  readonly on: Day | null;
}

export interface Evaluation {
  readonly id: Id<'cadreEvaluation'>;
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'>;
  readonly from: Day;
  readonly to: Day;
  readonly opinions: readonly PlaceOpinion[];
  readonly words: string;
  readonly level: EvaluationLevel | null;
  /** As they stood when it was decided; null until then. */
  readonly facts: EvaluationFacts | null;
  readonly state: 'writing' | 'decided';
  readonly decidedOn: Day | null;
  readonly decidedBy: Id<'account'> | null;
  /** What was decided before it was opened again. */
  readonly former: readonly FormerDecision[];
  readonly version: number;
}

export const mostOpinions = 60;
const mostFormer = 20;

/** Nobody evaluates himself. */
export function ownRefusal({ personId }: Pick<Evaluation, 'personId'>, ownId: Id<'person'> | undefined): Refusal | undefined {
  return personId === ownId ? refuse('visits.ownEvaluation', 'forbidden') : undefined;
}

export function writeEvaluation(evaluation: Evaluation, told: Pick<Evaluation, 'opinions' | 'words' | 'level'>): Evaluation | Refusal {
  return evaluation.state === 'writing' ? { ...evaluation, ...told } : refuse('visits.evaluationDecided', 'conflict');
}

export function decide(evaluation: Evaluation, { on, by, facts }: { readonly on: Day; readonly by: Id<'account'> | null; readonly facts: EvaluationFacts }): Evaluation | Refusal {
  if (evaluation.state !== 'writing') return refuse('visits.evaluationDecided', 'conflict');
  if (evaluation.words.trim() === '' || evaluation.level === null) return refuse('visits.evaluationEmpty', 'invalid');
  return { ...evaluation, state: 'decided', decidedOn: on, decidedBy: by, facts };
}

export function reopenEvaluation(evaluation: Evaluation): Evaluation | Refusal {
  if (evaluation.state !== 'decided') return refuse('visits.evaluationNotDecided', 'conflict');
  const { words, level, decidedOn: on } = evaluation;
  return { ...evaluation, state: 'writing', decidedOn: null, decidedBy: null, facts: null, former: [...evaluation.former, { words, level, on }].slice(-mostFormer) };
}
