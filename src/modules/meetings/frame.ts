/**
 * Scoring frames as dated data: in one scope (the country, or a Party organisation and all below it) one frame holds on a day,
 * and the nearest scope's before the others. Pure: a rule of this file answers the series as it then is, or a refusal.
 */
import { addDays, overlaps, type Day, type Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { Confidence } from '../rules/rule.ts';
import type { Criterion } from './meeting.parts.ts';

export interface ScoreFrame {
  readonly id: Id<'scoreFrame'>;
  readonly period: Period;
  readonly criteria: readonly Criterion[];
  readonly document: string;
  readonly confidence: Confidence;
}

/** All that was or is in force in one scope, by day. */
export interface FrameSeries {
  readonly scopeUnitId: Id<'unit'> | null;
  readonly frames: readonly ScoreFrame[];
}

/** The bounds of the levels (`meeting.score.*`) are points of so many. */
export const wholeFrame = 100;

/** From its first day on the frame takes the place of whatever held; what begins later must have been taken back before. */
export function setFrame(series: FrameSeries, frame: ScoreFrame): FrameSeries | Refusal {
  const refusal = refusalOfCriteria(frame.criteria);
  if (refusal) return refusal;
  const { from, to } = frame.period;
  if (to !== null && to < from) return refuse('meetings.frameEndsBeforeStart', 'invalid', { from });
  if (to !== null && series.scopeUnitId === null) return refuse('meetings.frameNationalStays', 'conflict');
  const later = series.frames.find(({ period }) => period.from >= from && overlaps(period, frame.period));
  if (later) return refuse('meetings.frameSetAlready', 'conflict', { from: later.period.from });
  const before = series.frames.map((other) => (overlaps(other.period, frame.period) ? { ...other, period: { from: other.period.from, to: addDays(from, -1) } } : other));
  return inOrder({ ...series, frames: [...before, frame] });
}

/** After its last day the frame of the scope above holds again. */
export function endFrame(series: FrameSeries, { id, lastDay }: { id: Id<'scoreFrame'>; lastDay: Day }): FrameSeries | Refusal {
  const frame = series.frames.find((one) => one.id === id);
  if (!frame) return refuse('platform.notFound', 'not_found');
  // Without the country's frame cells below nobody's own would have none.
  if (series.scopeUnitId === null) return refuse('meetings.frameNationalStays', 'conflict');
  if (lastDay < frame.period.from) return refuse('meetings.frameEndsBeforeStart', 'invalid', { from: frame.period.from });
  if (frame.period.to !== null && frame.period.to <= lastDay) return refuse('meetings.frameEndedAlready', 'conflict', { on: frame.period.to });
  return { ...series, frames: series.frames.map((one) => (one.id === id ? { ...one, period: { from: one.period.from, to: lastDay } } : one)) };
}

export function totalOf(criteria: readonly Pick<Criterion, 'most'>[]): number {
  return criteria.reduce((sum, { most }) => sum + most, 0);
}

export function inOrder(series: FrameSeries): FrameSeries {
  return { ...series, frames: series.frames.toSorted((one, other) => (one.period.from < other.period.from ? -1 : 1)) };
}

/** Points given are kept by the code of the criterion. */
function refusalOfCriteria(criteria: readonly Criterion[]): Refusal | undefined {
  const codes = criteria.map(({ code }) => code);
  const twice = criteria.find(({ code }, at) => codes.indexOf(code) < at);
  if (twice) return refuse('meetings.criterionTwice', 'invalid', { criterion: twice.vi });
  const total = totalOf(criteria);
  return total === wholeFrame ? undefined : refuse('meetings.frameNotWhole', 'invalid', { total, whole: wholeFrame });
}
