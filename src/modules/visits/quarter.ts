/** Quarters, years and the periods of reports. Pure. */
import { addDays, type Day } from '../../platform/day.ts';

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export function quarterOf(on: Day): Span {
  return monthsFrom(on, 3);
}

export function yearOf(on: Day): Span {
  return monthsFrom(on, 12);
}

/** The period of so many months in which the day lies: they are counted from January on, so that they meet the year. */
export function monthsFrom(on: Day, months: number): Span {
  const [year, month] = on.split('-').map(Number) as [number, number];
  const first = Math.floor((month - 1) / months) * months;
  return { from: dayOf(year, first), to: addDays(dayOf(year, Math.min(first + months, 12)), -1) };
}

/** Those that ended before the day and not before `since`, the latest first. */
export function endedBefore(on: Day, { months, since }: { readonly months: number; readonly since: Day }): Span[] {
  const periods: Span[] = [];
  for (let period = monthsFrom(addDays(monthsFrom(on, months).from, -1), months); period.to >= since && periods.length < mostPeriods; period = monthsFrom(addDays(period.from, -1), months)) periods.push(period);
  return periods;
}

const mostPeriods = 60;

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function dayOf(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10) as Day;
}
