/** Which number of a figure leads on its own page: how many, or the share where what is counted is no list of things. Pure. */
import type { Writing } from '../../ui/language.tsx';
import type { FigureItem, Value } from '../figures.contract.ts';

interface Asked {
  readonly figure: Pick<FigureItem, 'isShare' | 'isWeighted'>;
  readonly value: Pick<Value, 'count' | 'base'>;
  /** The base in words: "trong 146 lượt người phải dự". */
  readonly words: string;
  readonly writing: Pick<Writing, 'number' | 'share'>;
}

export interface Lead {
  readonly big: string;
  readonly words: string;
  /** Beside the words, where it is not the big number. */
  readonly percent: string | undefined;
}

/** So many attendances say nothing by themselves: the share leads, as on a tile, with the exact ratio in its words. */
export function leadOf({ figure, value: { count, base }, words, writing: { number, share } }: Asked): Lead {
  const percent = base === null ? undefined : share({ count, base }).percent;
  if (percent !== undefined && figure.isShare && figure.isWeighted) return { big: percent, words: `${number(count)} ${words}`, percent: undefined };
  return { big: number(count), words, percent: base === 0 ? undefined : percent };
}
