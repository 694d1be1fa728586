/**
 * Calendar days. A day is `YYYY-MM-DD` text of the Gregorian calendar as Vietnam counts it; no clock time, no zone.
 * A period runs from its first day to its last day, both included; no last day means that it still holds.
 */
import { z } from 'zod';

export type Day = string & { readonly __brand: 'Day' };

export interface Period {
  readonly from: Day;
  readonly to: Day | null;
}

const zone = 'Asia/Ho_Chi_Minh';

export const daySchema = z
  .string()
  .refine(isDay, { error: 'a day is written YYYY-MM-DD and exists in the calendar' })
  .transform((text) => text as Day)
  .meta({ format: 'date', example: '2022-08-09' });

export const periodSchema = z.object({ from: daySchema, to: daySchema.nullable() });

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day written so, or a thrown error: for literals and trusted values. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

export function addDays(start: Day, count: number): Day {
  const date = new Date(`${start}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10) as Day;
}

/** The same day of the month so many years away; 29 February becomes 28 February where there is none. */
export function addYears(start: Day, count: number): Day {
  const [year, month, date] = start.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year + count, month, 0)).getUTCDate();
  const text = [String(year + count).padStart(4, '0'), String(month).padStart(2, '0'), String(Math.min(date, last)).padStart(2, '0')];
  return text.join('-') as Day;
}

/** Made once: making it takes an old phone a hundred times as long as writing with it. */
const writer = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });

export function dayIn(instant: Date): Day {
  return writer.format(instant) as Day;
}

export function holdsOn(period: Period, on: Day): boolean {
  return period.from <= on && (period.to === null || on <= period.to);
}

export function overlaps(one: Period, other: Period): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

export function intersection(one: Period, other: Period): Period | undefined {
  if (!overlaps(one, other)) return undefined;
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to === null ? other.to : other.to === null || one.to < other.to ? one.to : other.to;
  return { from, to };
}
