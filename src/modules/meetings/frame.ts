/** Scoring frames as dated data, set as rules are: in one scope one frame holds on a day, and the nearest scope's before the others. Pure. */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { Confidence } from '../rules/rule.ts';
import { endInSeries, setInSeries, type Entry, type Series } from '../rules/series.ts';
import type { Criterion } from './meeting.parts.ts';

export interface ScoreFrame extends Entry {
  readonly id: Id<'scoreFrame'>;
  readonly criteria: readonly Criterion[];
  readonly document: string;
  readonly confidence: Confidence;
}

export type FrameSeries = Series<ScoreFrame>;

/** The bounds of the levels (`meeting.score.*`) are points of so many. */
export const wholeFrame = 100;

const problems = {
  endsBeforeStart: 'meetings.frameEndsBeforeStart', nationalStays: 'meetings.frameNationalStays', setAlready: 'meetings.frameSetAlready', endedAlready: 'meetings.frameEndedAlready',
};

export function setFrame(series: FrameSeries, entry: ScoreFrame): FrameSeries | Refusal {
  return refusalOfCriteria(entry.criteria) ?? setInSeries(series, { entry, problems });
}

export function endFrame(series: FrameSeries, ended: { id: Id<'scoreFrame'>; lastDay: Day }): FrameSeries | Refusal {
  return endInSeries(series, { ...ended, problems });
}

export function totalOf(criteria: readonly Pick<Criterion, 'most'>[]): number {
  return criteria.reduce((sum, { most }) => sum + most, 0);
}

/** Points given are kept by the code of the criterion. */
function refusalOfCriteria(criteria: readonly Criterion[]): Refusal | undefined {
  const codes = criteria.map(({ code }) => code);
  const twice = criteria.find(({ code }, at) => codes.indexOf(code) < at);
  if (twice) return refuse('meetings.criterionTwice', 'invalid', { criterion: twice.vi });
  const total = totalOf(criteria);
  return total === wholeFrame ? undefined : refuse('meetings.frameNotWhole', 'invalid', { total, whole: wholeFrame });
}
