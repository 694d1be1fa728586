/**
 * By what somebody is rated, as dated data: levels with their points, conditions ("gates") that points alone do not meet, criteria with
 * their highest points, and the cap on the highest level. Levels and gates are the country's; criteria and cap may be a Party
 * organisation's own (366-QĐ/TW: each body makes its own), as long as the country's under which they were set hold. Pure.
 */
import type { Text } from '../../platform/contract.ts';
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { Confidence } from '../rules/rule.ts';
import { endInSeries, setInSeries, type Entry, type Series } from '../rules/series.ts';
import type { Cap } from './rating.cap.ts';
import type { Gate } from './rating.gates.ts';
import type { Level, SubjectKind } from './rating.kinds.ts';

/** `least`: points from which it can be; null where the regime knows no points. */
export interface LevelBound extends Text {
  readonly code: Level;
  readonly least: number | null;
}

export interface Criterion extends Text {
  readonly code: string;
  readonly most: number;
}

export interface Paper {
  readonly document: string;
  readonly confidence: Confidence;
}

export interface FrameEntry extends Entry {
  readonly id: Id<'ratingFrame'>;
  /** Null in what a Party organisation set for itself: the country's hold. The best first. */
  readonly levels: readonly LevelBound[] | null;
  readonly gates: readonly Gate[] | null;
  readonly criteria: readonly Criterion[];
  readonly cap: Cap | null;
  /** Of the country's: where its criteria and cap stand; the paper of the entry is that of levels and gates. */
  readonly detail: Paper | null;
  readonly document: string;
  readonly confidence: Confidence;
}

export interface FrameSeries extends Series<FrameEntry> {
  readonly subject: SubjectKind;
}

/** What a season is judged by, taken down when it is opened. */
export interface Frame {
  readonly levels: readonly LevelBound[];
  readonly gates: readonly Gate[];
  readonly criteria: readonly Criterion[];
  readonly cap: Cap | null;
  /** Where levels and gates stand, and where criteria and cap do. */
  readonly regime: Paper;
  readonly detail: Paper;
}

/** Bounds of levels are points of so many. */
export const wholeFrame = 100;

const problems = { endsBeforeStart: 'ratings.frameEndsBeforeStart', nationalStays: 'ratings.frameNationalStays', setAlready: 'ratings.frameSetAlready', endedAlready: 'ratings.frameEndedAlready' };

export function setFrame(series: FrameSeries, entry: FrameEntry): FrameSeries | Refusal {
  return refusalOfCriteria(entry.criteria) ?? setInSeries(series, { entry, problems });
}

export function endFrame(series: FrameSeries, ended: { id: Id<'ratingFrame'>; lastDay: Day }): FrameSeries | Refusal {
  return endInSeries(series, { ...ended, problems });
}

/** The country's, with criteria and cap of the nearest that were set since. */
export function frameFrom(national: FrameEntry, own: FrameEntry | undefined): Frame {
  const detail = own && own.period.from >= national.period.from ? own : national;
  return { levels: national.levels ?? [], gates: national.gates ?? [], criteria: detail.criteria, cap: detail.cap, regime: paperOf(national), detail: detail.detail ?? paperOf(detail) };
}

export function hasPoints({ levels }: Pick<Frame, 'levels'>): boolean {
  return levels.some(({ least }) => least !== null);
}

export function boundOf({ levels }: Pick<Frame, 'levels'>, level: Level): LevelBound | undefined {
  return levels.find(({ code }) => code === level);
}

/** Points given are kept by the code of the criterion. */
function refusalOfCriteria(criteria: readonly Criterion[]): Refusal | undefined {
  const codes = criteria.map(({ code }) => code);
  const twice = criteria.find(({ code }, at) => codes.indexOf(code) < at);
  if (twice) return refuse('ratings.criterionTwice', 'invalid', { criterion: twice.vi });
  const total = criteria.reduce((sum, { most }) => sum + most, 0);
  return total === wholeFrame ? undefined : refuse('ratings.frameNotWhole', 'invalid', { total, whole: wholeFrame });
}

function paperOf({ document, confidence }: FrameEntry): Paper {
  return { document, confidence };
}
