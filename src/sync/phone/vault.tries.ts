/**
 * How often a PIN may be tried. Six digits are a million: five tries are free, then each waits longer, and after fifteen what
 * is carried is thrown away. A try is counted before it is made, so that leaving the app in the middle wins nothing. Pure.
 */
export interface Tries {
  /** Wrong ones since the last right one, the one under way included. */
  readonly count: number;
  /** Moment of the last, in milliseconds. */
  readonly at: number;
}

export const noTries: Tries = { count: 0, at: 0 };
export const mostTries = 15;

const minute = 60_000;
/** After the fifth wrong one, the sixth, and so on; the last holds for all that follow. */
const waits = [1, 2, 5, 10, 15, 30, 60].map((minutes) => minutes * minute);
const freeTries = 5;

export function triesLeft({ count }: Tries): number {
  return Math.max(0, mostTries - count);
}

/** The moment from which the next try is taken; null where that is at once. */
export function waitUntil({ count, at }: Tries, now: number): number | null {
  if (count < freeTries) return null;
  const wait = waits[Math.min(count - freeTries, waits.length - 1)]!;
  // A clock that was put back must not lock the owner out for the difference.
  const until = Math.min(at, now) + wait;
  return until > now ? until : null;
}

export function tryBegun({ count }: Tries, now: number): Tries {
  return { count: count + 1, at: now };
}

/** Nothing opens by PIN any more; the owner must sign in. */
export function isSpent({ count }: Tries): boolean {
  return count >= mostTries;
}
