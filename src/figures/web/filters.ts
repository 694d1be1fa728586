/** Filters of the address (`type:school`) read against the dimensions of a figure. Pure. */
import type { FigureItem } from '../figures.contract.ts';

export type Dimension = FigureItem['dimensions'][number];

export interface ChosenFilter {
  readonly dimension: Dimension;
  readonly buckets: Dimension['buckets'];
}

/** In the order of the dimensions. What a figure does not know is left to the server to refuse in words. */
export function chosenFilters(texts: readonly string[], dimensions: readonly Dimension[]): readonly ChosenFilter[] {
  return dimensions.flatMap((dimension) => {
    const buckets = dimension.buckets.filter(({ code }) => texts.includes(`${dimension.id}:${code}`));
    return buckets.length > 0 ? [{ dimension, buckets }] : [];
  });
}
