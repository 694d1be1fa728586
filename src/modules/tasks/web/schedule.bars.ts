/** Where the bars of a timeline begin and end, in percent of what it spans. Pure. */
import { addDays, day, type Day } from '../../../platform/day.ts';

export interface Spanned {
  readonly origin: { readonly on: Day };
  readonly dueOn: Day | null;
}

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Whole months around what is shown and today, bounded: older tasks begin at the edge. */
const MOST_MONTHS_BACK = 3;
const MOST_MONTHS_AHEAD = 9;

export function spanOf(tasks: readonly Spanned[], today: Day): Span {
  const starts = [today, ...tasks.map(({ origin }) => origin.on)].toSorted();
  const ends = [today, ...tasks.flatMap(({ dueOn }) => dueOn ?? [])].toSorted();
  const from = later(firstOf(starts[0]!), monthsFrom(today, -MOST_MONTHS_BACK));
  const to = earlier(addDays(monthsFrom(ends.at(-1)!, 1), -1), addDays(monthsFrom(today, MOST_MONTHS_AHEAD + 1), -1));
  return { from, to };
}

/** Undefined of a task without a day: it has no end to draw. */
export function barOf({ origin, dueOn }: Spanned, span: Span): { readonly left: number; readonly width: number } | undefined {
  if (dueOn === null) return undefined;
  const left = shareOf(later(origin.on, span.from), span);
  const right = shareOf(addDays(earlier(later(dueOn, span.from), span.to), 1), span);
  return { left, width: Math.max(right - left, 0.75) };
}

export function shareOf(on: Day, { from, to }: Span): number {
  const whole = distance(from, to) + 1;
  return Math.min(100, Math.max(0, (distance(from, on) / whole) * 100));
}

/** The first days of the months within. */
export function monthsOf(span: Span): readonly Day[] {
  const months: Day[] = [];
  for (let first = firstOf(span.from); first <= span.to; first = monthsFrom(first, 1)) months.push(first);
  return months;
}

function distance(one: Day, other: Day): number {
  return Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / 86_400_000);
}

function firstOf(on: Day): Day {
  return day(`${on.slice(0, 7)}-01`);
}

function monthsFrom(on: Day, count: number): Day {
  const [year, month] = on.split('-').map(Number) as [number, number];
  const at = year * 12 + month - 1 + count;
  return day(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`);
}

const later = (one: Day, other: Day) => (one > other ? one : other);
const earlier = (one: Day, other: Day) => (one < other ? one : other);
