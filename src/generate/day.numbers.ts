/**
 * Days as whole numbers (days since 1970-01-01) while rows are drawn: millions of them are compared and added up.
 * They leave the generator as the text that the rest of the project knows.
 */
import type { Day } from '../platform/day.ts';

export type DayNumber = number & { readonly __brand: 'DayNumber' };

const millisOfDay = 86_400_000;
/** Texts of the days from 1860 to 2134, made when first asked for. */
const offset = 40_000;
const texts: (Day | undefined)[] = Array.from({ length: 100_000 });
const years: (DayNumber | undefined)[] = Array.from({ length: 100_000 });

export function dayNumber(text: string): DayNumber {
  return (Date.parse(`${text}T00:00:00Z`) / millisOfDay) as DayNumber;
}

export function dayText(day: DayNumber): Day {
  const known = texts[day + offset];
  if (known !== undefined) return known;
  const text = new Date(day * millisOfDay).toISOString().slice(0, 10) as Day;
  texts[day + offset] = text;
  return text;
}

export function later(day: DayNumber, count: number): DayNumber {
  return (day + count) as DayNumber;
}

/** The same day a year on; 29 February becomes 28 February. */
export function yearLater(day: DayNumber): DayNumber {
  const known = years[day + offset];
  if (known !== undefined) return known;
  const text = dayText(day);
  const found = dayNumber(`${Number(text.slice(0, 4)) + 1}${text.endsWith('02-29') ? '-02-28' : text.slice(4)}`);
  years[day + offset] = found;
  return found;
}

export function yearOf(day: DayNumber): number {
  return Number(dayText(day).slice(0, 4));
}

/** A `daterange` up to, but without, `end`; open where there is none. */
export function range(from: DayNumber, end?: DayNumber): string {
  return end === undefined ? `[${dayText(from)},)` : `[${dayText(from)},${dayText(end)})`;
}
