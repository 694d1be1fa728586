/**
 * Where each count stands in the vector of a roll-up: the whole first, then the buckets of every dimension in the order
 * of the declaration; of a share each time the count and its base. Positions are counted from 1, as arrays of PostgreSQL.
 * Where only the last of a period counts, all this stands once for each number of months after which it may still be the last.
 */
import { bucketsOf, type Dimension, type Figure } from '../../figure.ts';

export interface Position {
  readonly count: number;
  readonly base: number;
}

/** So long may a period be of which the last one is told: a year, and the month that has begun. */
export const mostMonthsAfter = 12;

/** Numbers of months: those whose next comes later than that are counted; one list where none supersedes another. */
export function monthsAfter({ subject }: Figure): readonly number[] {
  return subject.isLastAlone ? Array.from({ length: mostMonthsAfter + 1 }, (_, months) => months) : [0];
}

/** How many positions there are for one number of months. */
export function lengthOf(figure: Figure): number {
  return (1 + figure.dimensions.reduce((sum, dimension) => sum + bucketsOf(dimension).length, 0)) * (hasBase(figure) ? 2 : 1);
}

export function wholeOf(figure: Figure): Position {
  return positionAt(figure, 0);
}

export function positionOf(figure: Figure, dimension: Dimension, code: string): Position {
  const before = figure.dimensions.slice(0, figure.dimensions.indexOf(dimension)).reduce((sum, other) => sum + bucketsOf(other).length, 0);
  return positionAt(figure, 1 + before + bucketsOf(dimension).findIndex((bucket) => bucket.code === code));
}

function positionAt(figure: Figure, index: number): Position {
  return hasBase(figure) ? { count: 2 * index + 1, base: 2 * index + 2 } : { count: index + 1, base: index + 1 };
}

/** Where everything of the base counts, the count says both. */
export function hasBase(figure: Figure): boolean {
  return figure.base !== undefined || figure.count !== undefined;
}
