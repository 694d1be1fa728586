/**
 * What a cadre owes each unit that he follows, by the regulation and his tier, and how much of it falls into a period: by the days of
 * it on which he followed the unit. What is owed so often a year is owed by the end of the period, counted from the first of January
 * of its last year on: a quarter's share of one meeting a year would be nothing. Pure.
 */
import { day, intersection, type Day, type Period } from '../../platform/day.ts';
import type { Tier } from './oversight.kinds.ts';

/** Null where the regulation asks for none. */
export interface Duties {
  readonly visitsPerQuarter: number | null;
  readonly cellMeetingsPerYear: number | null;
  readonly committeeMeetingsPerYear: number | null;
  readonly reportEveryMonths: number | null;
}

export interface TierDuties extends Duties {
  readonly tier: Tier;
}

export const noDuties: Duties = { visitsPerQuarter: null, cellMeetingsPerYear: null, committeeMeetingsPerYear: null, reportEveryMonths: null };

/** How often in a period; null where nothing of it is owed at all. */
export interface Owed {
  readonly visits: number | null;
  readonly cellMeetings: number | null;
  readonly committeeMeetings: number | null;
  readonly reports: number | null;
}

export function dutiesOf(of: readonly TierDuties[], tier: Tier): Duties {
  return of.find((duties) => duties.tier === tier) ?? noDuties;
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Whole times: what has begun and is not yet half due is not owed. */
export function owedIn(duties: Duties, { followed, within }: { readonly followed: Period; readonly within: Span }): Owed {
  const [days, daysSoFar] = [daysOf(intersection(followed, within)), daysOf(intersection(followed, yearSoFar(within)))];
  const owed = (times: number | null, of: number, inDays: number) => (times === null ? null : Math.round((times * of) / inDays));
  return {
    visits: owed(duties.visitsPerQuarter, days, daysOfYear / quartersOfYear),
    cellMeetings: owed(duties.cellMeetingsPerYear, daysSoFar, daysOfYear),
    committeeMeetings: owed(duties.committeeMeetingsPerYear, daysSoFar, daysOfYear),
    reports: duties.reportEveryMonths === null ? null : Math.floor(days / ((daysOfYear / monthsOfYear) * duties.reportEveryMonths) + oneDayShort),
  };
}

/** In which duties of a year are counted for a period: from the beginning of the year in which it ends, where it does not begin before. */
export function yearSoFar({ from, to }: Span): Span {
  const first = day(`${to.slice(0, 4)}-01-01`);
  return { from: from < first ? from : first, to };
}

const daysOfYear = 365.25;
const quartersOfYear = 4;
const monthsOfYear = 12;
/** A quarter of 90 days is a whole one. */
const oneDayShort = 0.02;

function daysOf(period: Period | undefined): number {
  if (!period?.to) return 0;
  return Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000) + 1;
}
