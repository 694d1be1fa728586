/** How often each number of a figure comes up, and what lies in the middle: from what is kept of histograms, or live. */
import type { Ctx } from '../../platform/context.ts';
import type { Day } from '../../platform/day.ts';
import { sql } from 'kysely';
import { rows } from '../../platform/db/database.ts';
import type { Note } from '../figures.contract.ts';
import type { UnitId } from '../resolution.ts';
import { ask, type Asked } from './question.ts';
import { rolledParts } from './rollups/rolled.reads.ts';
import { keyParts, withHistogram } from './histogram.sql.ts';
import { notedOf, requireReached, whatIsSeen, type Seen } from './value.reads.ts';

/** Of those that have the number, how many they are and the median; `by`: null of all. */
export interface Median {
  readonly what: string;
  readonly by: string | null;
  readonly count: number;
  readonly median: number;
}

export interface Medians {
  readonly medians: readonly Median[];
  readonly notes: readonly Note[];
}

/** Of a figure that declares a histogram, on a day. @throws Problem platform.notFound where the unit may not be read, platform.forbidden where nothing that is counted may be */
export async function readMedians(ctx: Ctx, { figure, unit, on }: { readonly figure: string; readonly unit: UnitId; readonly on: Day }): Promise<Medians> {
  const { often, notes } = await histogramOn(ctx, await ask(ctx, { figure, unit, points: [{ from: on, to: on }], boundaries: 'day', filters: {} }));
  const numbers = [...often].map(([key, count]) => ({ ...keyParts(key), count }));
  const medians = [...Map.groupBy(numbers, ({ what }) => what)].flatMap(([what, all]) => [
    { what, by: null, ...middleOf(all) },
    ...[...Map.groupBy(all, ({ by }) => by)].map(([by, some]) => ({ what, by, ...middleOf(some) })),
  ]);
  return { medians, notes };
}

export interface Counted {
  /** By key. */
  readonly often: ReadonlyMap<string, number>;
  readonly notes: readonly Note[];
}

export async function histogramOn(ctx: Ctx, asked: Asked): Promise<Counted> {
  const rolled = await rolledParts(ctx, asked, 'histogram');
  return rolled ? { often: new Map([...rolled[0]!].map(([key, { count }]) => [key, count])), notes: asked.notes } : liveHistogramOn(ctx, asked);
}

export async function liveHistogramOn(ctx: Ctx, asked: Asked): Promise<Counted> {
  const found = await rows(ctx.db, sql<{ readonly key: string | null; readonly count: number } & Seen>`${withHistogram(ctx, asked)} select h.key, h.count, seen.* from (${whatIsSeen}) seen left join histogram h on true`);
  requireReached(found[0]);
  return { often: new Map(found.flatMap(({ key, count }) => (key === null ? [] : [[key, count] as const]))), notes: notedOf(asked, found[0]) };
}

interface Often {
  readonly number: number;
  readonly count: number;
}

/** Of an even number the mean of the two in the middle. */
export function middleOf(numbers: readonly Often[]): { readonly count: number; readonly median: number } {
  const sorted = numbers.toSorted((one, other) => one.number - other.number);
  const count = sorted.reduce((sum, one) => sum + one.count, 0);
  return { count, median: (numberAt(sorted, Math.floor((count - 1) / 2)) + numberAt(sorted, Math.floor(count / 2))) / 2 };
}

/** Of as many numbers as they count, the one at a place, from 0 on. */
function numberAt(sorted: readonly Often[], place: number): number {
  let passed = 0;
  for (const { number, count } of sorted) {
    passed += count;
    if (place < passed) return number;
  }
  return 0;
}
