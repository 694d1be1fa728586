/** Rows of a breakdown: which are shown, in which order, and how long their bars are. Pure. */
import type { Text } from '../../platform/contract.ts';
import type { Sort } from '../../ui/table.ts';
import type { BreakdownAnswer } from '../figures.contract.ts';

export type Part = BreakdownAnswer['items'][number];

/** Left out: "not known" and "directly" where nothing falls there, and buckets of a share in which nothing of the base lies. */
export function shownParts({ items }: Pick<BreakdownAnswer, 'items'>): readonly Part[] {
  return items.filter(({ code, unit, count, base }) => (unit !== null || base !== 0) && ((code !== 'unknown' && code !== 'direct') || count > 0 || (base ?? 0) > 0));
}

/** Between 0 and 1. A share is measured against the whole, a number against the greatest of its neighbours. */
export function barLength({ count, base }: Pick<Part, 'count' | 'base'>, most: number): number {
  if (base === null) return most === 0 ? 0 : count / most;
  return base === 0 ? 0 : count / base;
}

/**
 * Under a commune most units are single cells; where all ought to be counted, the full bar of 1/1 of one that is only hides
 * those that are not, so it is drawn when asked for.
 */
export function isWholeSingle({ unit, count, base }: Part): boolean {
  return unit !== null && base === 1 && count === 1;
}

/** A unit in which there is nothing to count: a row of 0/0 tells nobody anything. */
export function isWithoutBase({ unit, base }: Part): boolean {
  return unit !== null && base === 0;
}

/** Those without a base come last. */
export function lowestFirst(parts: readonly Part[]): readonly Part[] {
  const share = ({ count, base }: Part) => (base ? count / base : 2);
  return parts.toSorted((one, other) => share(one) - share(other));
}

interface Reading {
  readonly language: string;
  readonly t: (text: Text) => string;
}

export function sortedParts(parts: readonly Part[], sort: Sort | undefined, { t, language }: Reading): readonly Part[] {
  if (!sort) return parts;
  const names = new Intl.Collator(language, { numeric: true });
  const order = (one: Part, other: Part) => {
    if (sort.by === 'ten') return names.compare(t(one.label), t(other.label));
    return measure(one, sort.by) - measure(other, sort.by);
  };
  const sorted = parts.toSorted(order);
  return sort.descending ? sorted.toReversed() : sorted;
}

function measure({ count, base }: Part, by: string): number {
  if (by === 'tong') return base ?? 0;
  if (by === 'tyLe') return base ? count / base : -1;
  return count;
}
