/**
 * What a cadre owes each unit that he follows, by the regulation and his tier, and how much of it falls into a period: by the days of
 * it on which he followed the unit. Pure.
 */
import { intersection, type Day, type Period } from '../../platform/day.ts';
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

/** Whole times: what has begun and is not yet half due is not owed. */
export function owedIn(duties: Duties, { followed, within }: { readonly followed: Period; readonly within: { readonly from: Day; readonly to: Day } }): Owed {
  const days = daysOf(intersection(followed, within));
  const owed = (times: number | null, inDays: number) => (times === null ? null : Math.round((times * days) / inDays));
  return {
    visits: owed(duties.visitsPerQuarter, daysOfYear / quartersOfYear),
    cellMeetings: owed(duties.cellMeetingsPerYear, daysOfYear),
    committeeMeetings: owed(duties.committeeMeetingsPerYear, daysOfYear),
    reports: duties.reportEveryMonths === null ? null : Math.floor(days / ((daysOfYear / monthsOfYear) * duties.reportEveryMonths) + oneDayShort),
  };
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
