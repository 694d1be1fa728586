/**
 * How many of a group may be rated at the highest level: a rate of a base, rounded, unless a decision lets the group have more.
 * Which base the rate is of differs between the papers, so all three are data. Pure.
 */
import type { Day } from '../../platform/day.ts';
import type { Level } from './rating.kinds.ts';

/** Those rated good; those rated good or better; all that were rated. */
export const capBases = ['good', 'goodAndAbove', 'rated'] as const;
export type CapBase = (typeof capBases)[number];

export const roundings = ['down', 'nearest', 'up'] as const;
export type Rounding = (typeof roundings)[number];

export interface Cap {
  readonly rate: number;
  readonly base: CapBase;
  readonly rounding: Rounding;
}

/** By which a group may have more, or less: a decision with its paper. */
export interface CapOverride {
  readonly rate: number;
  readonly document: string;
  readonly on: Day;
  readonly reason: string;
}

/** How many of each level a group has. */
export type LevelCounts = Readonly<Record<Level, number>>;

export const noCounts: LevelCounts = { exemplary: 0, excellent: 0, good: 0, fulfilled: 0, notFulfilled: 0 };

export interface CapUse {
  readonly rate: number;
  readonly base: number;
  readonly most: number;
  readonly used: number;
  /** Below nothing where more were rated than may be. */
  readonly left: number;
}

export function useOf(cap: Cap, { counts, override }: { readonly counts: LevelCounts; readonly override: CapOverride | null }): CapUse {
  const rate = override?.rate ?? cap.rate;
  const base = baseOf(cap.base, counts);
  const most = rounded(rate * base, cap.rounding);
  return { rate, base, most, used: highest(counts), left: most - highest(counts) };
}

export function isOver({ left }: CapUse): boolean {
  return left < 0;
}

function highest({ exemplary, excellent }: LevelCounts): number {
  return exemplary + excellent;
}

function baseOf(base: CapBase, counts: LevelCounts): number {
  if (base === 'good') return counts.good;
  const above = highest(counts) + counts.good;
  return base === 'goodAndAbove' ? above : above + counts.fulfilled + counts.notFulfilled;
}

/** A product of two decimals is a hair off what it says: 0.07 × 100. */
function rounded(value: number, rounding: Rounding): number {
  const near = Math.round(value * 1e6) / 1e6;
  if (rounding === 'down') return Math.floor(near);
  return rounding === 'up' ? Math.ceil(near) : Math.round(near);
}
