/** A figure as a tile writes it: the share or the number, its base in words, the difference to the other day. Pure. */
import type { SeveralAnswer, Value } from '../figures.contract.ts';

export type TileItem = SeveralAnswer['items'][number];

/** Shares go up and down by their percentage, numbers by their count; a gap where there was no base. */
export function trendOf({ figure, series }: Pick<TileItem, 'figure' | 'series'>): (number | null)[] {
  return series.map((point) => (figure.isShare ? point.share : point.count));
}

export type Change = { readonly kind: 'count' | 'points'; readonly value: number };

/** In the one decimal that is shown, so that the words always fit the two values printed. */
export function changeOf({ value, compared }: { value: Value; compared: Value }): Change | undefined {
  if (value.base === null) return { kind: 'count', value: value.count - compared.count };
  if (value.share === null || compared.share === null) return undefined;
  return { kind: 'points', value: Math.round((value.share - compared.share) * 10) / 10 };
}

/** A unit that is related to nothing of the kind has no such figure; a zero there would mislead. */
export function isComputable({ notes }: Pick<TileItem, 'notes'>): boolean {
  return !notes.some(({ kind }) => kind === 'noCounterpart');
}
