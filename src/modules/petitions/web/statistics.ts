/** Which figures the table of petitions puts beside each other, and how their parts become its rows. Pure. */
import type { Text } from '../../../platform/contract.ts';
import type { BreakdownAnswer } from '../../../figures/figures.contract.ts';
import { petitionsWeb as texts } from './petitions.web.messages.ts';

export const ways = ['topic', 'place', 'body'] as const;
export type Way = (typeof ways)[number];

export interface Measure {
  readonly id: string;
  readonly title: Text;
  readonly figure: string;
  readonly isFlow: boolean;
  readonly filter: readonly string[];
  /** Of a share all that it is out of. */
  readonly isBase: boolean;
}

/** All of them have as many, so that they are asked for alike. */
export type Measures = readonly [Measure, Measure, Measure, Measure];

const flow = { isFlow: true, filter: [], isBase: false } as const;
const state = { isFlow: false, filter: [], isBase: false } as const;

/** What was raised in the time is told by where it was raised. */
const ofPlaces: Measures = [
  { ...flow, id: 'raised', title: texts.raised, figure: 'petitions.raised' },
  { ...flow, id: 'answered', title: texts.answeredOfThese, figure: 'petitions.raised', filter: ['confirmed', 'settled', 'planned', 'impossible'].map((code) => `standing:${code}`) },
  { ...state, id: 'waiting', title: texts.waiting, figure: 'petitions.open', filter: ['standing:late', 'standing:waiting'] },
  { ...state, id: 'late', title: texts.lateOnly, figure: 'petitions.late' },
];

/** What a body did and has left is told by the body. */
const ofBodies: Measures = [
  { ...flow, id: 'answered', title: texts.answeredFirst, figure: 'petitions.answered', isBase: true },
  { ...flow, id: 'settled', title: texts.settledOfThese, figure: 'petitions.answered' },
  { ...state, id: 'waiting', title: texts.waiting, figure: 'petitions.atBody' },
  { ...state, id: 'late', title: texts.lateOnly, figure: 'petitions.atBody', filter: ['lateness:late', 'lateness:veryLate'] },
];

export const measuresOf: Readonly<Record<Way, Measures>> = { topic: ofPlaces, place: ofPlaces, body: ofBodies };

type Parts = Pick<BreakdownAnswer, 'items' | 'total'>;

export interface StatisticsRow {
  readonly code: string;
  /** Null of the whole. */
  readonly label: Text | null;
  readonly unitId: string | null;
  readonly counts: readonly number[];
}

/** The whole first, then each part that has anything; what lies under no part, or in none that is known, comes last. */
export function statisticsRows(answers: readonly Parts[], measures: readonly Measure[]): readonly StatisticsRow[] {
  const counted = ({ count, base }: { readonly count: number; readonly base: number | null }, at: number) => (measures[at]?.isBase ? (base ?? count) : count);
  const found = new Map(answers.flatMap(({ items }) => items.map((item) => [item.code, item] as const)));
  const rows = [...found.values()].map(({ code, label, unit }) => ({
    code, label, unitId: unit?.id ?? null, counts: answers.map(({ items }, at) => { const item = items.find((one) => one.code === code); return item ? counted(item, at) : 0; }),
  }));
  const told = rows.filter(({ counts }) => counts.some((count) => count > 0)).toSorted((one, other) => Number(isRest(one.code)) - Number(isRest(other.code)));
  const whole = { code: '', label: null, unitId: null, counts: answers.map(({ total }, at) => counted(total, at)) };
  return told.length === 0 ? [] : [whole, ...told];
}

/** Of the asked unit itself, under none below. */
export const DIRECT = 'direct';

function isRest(code: string): boolean {
  return code === 'unknown' || code === DIRECT;
}
