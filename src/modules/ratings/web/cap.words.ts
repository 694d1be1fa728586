/** A cap in words: "20% của số được xếp hoàn thành tốt trong nhóm, làm tròn xuống"; what it comes to: "tối đa 3 đơn vị (20% của 17 đơn vị hoàn thành tốt)". */
import { useText, type Writing } from '../../../ui/language.tsx';
import type { Cap, CapUse } from '../rating.cap.ts';
import type { About } from '../rating.kinds.ts';
import { frameTexts as texts } from './rating.frame.messages.ts';
import { ratingsWeb } from './ratings.web.messages.ts';

export const baseNames = { good: texts.baseGood, goodAndAbove: texts.baseGoodAndAbove, rated: texts.baseRated } as const;
export const roundingNames = { down: texts.roundDown, nearest: texts.roundNearest, up: texts.roundUp } as const;

export function capWords({ rate, base, rounding }: Cap, { t, percent }: Pick<Writing, 't' | 'percent'>): string {
  return t(texts.cap, { rate: percent(rate * 100), base: t(baseNames[base]), rounding: t(roundingNames[rounding]) });
}

const most = { good: ratingsWeb.mostOfGood, goodAndAbove: ratingsWeb.mostOfGoodAndAbove, rated: ratingsWeb.mostOfRated } as const;

export function useCapWords(about: About): (use: Pick<CapUse, 'most' | 'rate' | 'base'> & { readonly of: Cap['base'] }) => string {
  const { t, number, percent } = useText();
  const who = t(about === 'units' ? ratingsWeb.countedUnits : ratingsWeb.countedPeople);
  return (use) => t(most[use.of], { most: number(use.most), rate: percent(use.rate * 100), base: number(use.base), who });
}
