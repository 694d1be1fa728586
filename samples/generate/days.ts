// Days as `YYYY-MM-DD` text: they sort and compare as text, which the whole generator relies on.

import type { Random } from './random.ts';

/** First day of the sample: whatever existed earlier is entered from this day on. */
export const START = '2010-01-01';
/** Districts end with this day; the two-level organisation begins on the next. */
export const LAST_OLD_DAY = '2025-06-30';
export const REFORM = '2025-07-01';
/** No generated act lies after this day. */
export const HORIZON = '2026-06-30';

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

export function addYears(day: string, years: number): string {
  return addMonths(day, years * 12);
}

export function dayBefore(day: string): string {
  return addDays(day, -1);
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

export function ageOn(birth: string, day: string): number {
  return yearOf(day) - yearOf(birth) - (day.slice(5) < birth.slice(5) ? 1 : 0);
}

export function dayInYear(random: Random, year: number): string {
  return addDays(`${year}-01-01`, random.int(0, 364));
}

/** A day from `from` to `to`, both included; `from` itself where the span is empty. */
export function dayBetween(random: Random, from: string, to: string): string {
  const span = Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
  return addDays(from, random.int(0, Math.max(0, span)));
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

export function later(a: string, b: string): string {
  return a > b ? a : b;
}
