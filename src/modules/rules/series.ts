/**
 * What is set for a scope (the country, or a Party organisation and all below it) from a day on: values of rules here, scoring
 * frames in meetings. In one series one entry holds on a day. Pure: answers the series as it then is, or a refusal in the
 * words of whatever is set.
 */
import { addDays, overlaps, type Day, type Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';

export interface Entry {
  readonly id: string;
  readonly period: Period;
}

/** All that was or is in force in one scope, by day. */
export interface Series<E extends Entry> {
  /** Null: the whole country. */
  readonly scopeUnitId: Id<'unit'> | null;
  readonly entries: readonly E[];
}

/** The codes of the problems. */
export interface SeriesProblems {
  readonly endsBeforeStart: string;
  readonly nationalStays: string;
  readonly setAlready: string;
  readonly endedAlready: string;
}

/** From its first day on the entry takes the place of whatever held; what begins later must have been taken back before. */
export function setInSeries<E extends Entry, S extends Series<E>>(series: S, { entry, problems }: { entry: E; problems: SeriesProblems }): S | Refusal {
  const { from, to } = entry.period;
  if (to !== null && to < from) return refuse(problems.endsBeforeStart, 'invalid', { from });
  // As with ending it: without the country's, whatever asks would find none.
  if (to !== null && series.scopeUnitId === null) return refuse(problems.nationalStays, 'conflict');
  const later = series.entries.find(({ period }) => period.from >= from && overlaps(period, entry.period));
  if (later) return refuse(problems.setAlready, 'conflict', { from: later.period.from });
  const before = series.entries.map((other) => (overlaps(other.period, entry.period) ? { ...other, period: { from: other.period.from, to: addDays(from, -1) } } : other));
  return inOrder<E, S>({ ...series, entries: [...before, entry] });
}

interface Ending<E extends Entry> {
  readonly id: E['id'];
  readonly lastDay: Day;
  readonly problems: SeriesProblems;
}

/** After its last day what is set in the scope above holds again. */
export function endInSeries<E extends Entry, S extends Series<E>>(series: S, { id, lastDay, problems }: Ending<E>): S | Refusal {
  const entry = series.entries.find((one) => one.id === id);
  if (!entry) return refuse('platform.notFound', 'not_found');
  if (series.scopeUnitId === null) return refuse(problems.nationalStays, 'conflict');
  if (lastDay < entry.period.from) return refuse(problems.endsBeforeStart, 'invalid', { from: entry.period.from });
  if (entry.period.to !== null && entry.period.to <= lastDay) return refuse(problems.endedAlready, 'conflict', { on: entry.period.to });
  return { ...series, entries: series.entries.map((one) => (one.id === id ? { ...one, period: { from: one.period.from, to: lastDay } } : one)) };
}

export function inOrder<E extends Entry, S extends Series<E>>(series: S): S {
  return { ...series, entries: series.entries.toSorted((one, other) => (one.period.from < other.period.from ? -1 : 1)) };
}
