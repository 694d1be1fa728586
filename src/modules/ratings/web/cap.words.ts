/** A cap in words: "20% của số được xếp hoàn thành tốt trong nhóm, làm tròn xuống". Pure. */
import type { Writing } from '../../../ui/language.tsx';
import type { Cap } from '../rating.cap.ts';
import { frameTexts as texts } from './rating.frame.messages.ts';

export const baseNames = { good: texts.baseGood, goodAndAbove: texts.baseGoodAndAbove, rated: texts.baseRated } as const;
export const roundingNames = { down: texts.roundDown, nearest: texts.roundNearest, up: texts.roundUp } as const;

export function capWords({ rate, base, rounding }: Cap, { t, percent }: Pick<Writing, 't' | 'percent'>): string {
  return t(texts.cap, { rate: percent(rate * 100), base: t(baseNames[base]), rounding: t(roundingNames[rounding]) });
}
