/** How numbers of a figure are spread, and what lies in their middle: from what is kept of spreads, or live. */
import type { Ctx } from '../../platform/context.ts';
import type { Day } from '../../platform/day.ts';
import { rows } from '../../platform/db/database.ts';
import type { UnitId } from '../resolution.ts';
import { ask, type Asked } from './question.ts';
import { rolledParts } from './rollups/rolled.reads.ts';
import { keyParts, liveSpread } from './spread.sql.ts';

/** Of those that have the number, how many they are and the median; `by`: null of all. */
export interface Median {
  readonly what: string;
  readonly by: string | null;
  readonly count: number;
  readonly median: number;
}

/** Of a state that declares a spread, on a day. @throws Problem platform.notFound where the unit may not be read */
export async function readMedians(ctx: Ctx, { figure, unit, on }: { readonly figure: string; readonly unit: UnitId; readonly on: Day }): Promise<Median[]> {
  const spread = await spreadOn(ctx, await ask(ctx, { figure, unit, points: [{ from: on, to: on }], boundaries: 'day', filters: {} }));
  const numbers = [...spread].map(([key, count]) => ({ ...keyParts(key), count }));
  return [...Map.groupBy(numbers, ({ what }) => what)].flatMap(([what, all]) => [
    { what, by: null, ...middleOf(all) },
    ...[...Map.groupBy(all, ({ by }) => by)].map(([by, some]) => ({ what, by, ...middleOf(some) })),
  ]);
}

/** By key how often it comes up. */
export async function spreadOn(ctx: Ctx, asked: Asked): Promise<ReadonlyMap<string, number>> {
  const rolled = await rolledParts(ctx, asked, 'spread');
  return rolled ? new Map([...rolled[0]!].map(([key, { count }]) => [key, count])) : liveSpreadOn(ctx, asked);
}

export async function liveSpreadOn(ctx: Ctx, asked: Asked): Promise<ReadonlyMap<string, number>> {
  return new Map((await rows(ctx.db, liveSpread(ctx, asked))).map(({ key, count }) => [key, count]));
}

interface Often {
  readonly number: number;
  readonly count: number;
}

/** Of an even number the mean of the two in the middle. */
export function middleOf(numbers: readonly Often[]): { readonly count: number; readonly median: number } {
  const sorted = numbers.toSorted((one, other) => one.number - other.number);
  const count = sorted.reduce((sum, one) => sum + one.count, 0);
  const numberAt = (place: number) => {
    let left = place;
    return sorted.find((one) => (left -= one.count) < 0)?.number ?? 0;
  };
  return { count, median: (numberAt(Math.floor((count - 1) / 2)) + numberAt(Math.floor(count / 2))) / 2 };
}
