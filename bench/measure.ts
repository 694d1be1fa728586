/** The arithmetic of the bench: percentiles, ratios and what a budget says. Pure, tested in `test/`. */

/** One printed line: what was asked, how it went, what the limit did in the same run, what the budget says. */
export interface Line {
  readonly workload: string;
  readonly what: string;
  /** By whom and how: "50 users, each once a second". */
  readonly by: string;
  readonly requests: number;
  readonly errors: number;
  readonly perSecond?: number;
  /** Of what `perSecond` counts; requests where absent. */
  readonly unit?: string;
  readonly ms?: Percentiles;
  /** Rows answered by one request (or written by one act). */
  readonly rows?: number;
  /** Rows that the database looked at for one request. */
  readonly touched?: number;
  readonly limit?: Limit;
  readonly budget?: Verdict;
  readonly note?: string;
}

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

export interface Limit {
  readonly what: string;
  readonly perSecond: number;
  /** Ours divided by the limit: 1 is as fast as the limit. */
  readonly ratio: number;
}

export interface Verdict {
  readonly text: string;
  readonly met: boolean;
}

/** Nearest rank: the smallest sample that at least `share` of all samples do not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export function percentiles(samples: readonly number[]): Percentiles | undefined {
  if (samples.length === 0) return undefined;
  const sorted = Float64Array.from(samples).sort() as unknown as readonly number[]; // numeric order, and indexed alike
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99), most: percentile(sorted, 1) };
}

export function limitOf(what: string, { ours, limit }: { ours: number; limit: number }): Limit {
  return { what, perSecond: limit, ratio: limit > 0 ? ours / limit : Number.NaN };
}

/** A budget is judged by the 95th percentile, and missed where anything failed. */
export function within(most: number, text: string, line: { ms?: Percentiles | undefined; errors: number }): Verdict {
  return { text, met: line.errors === 0 && line.ms !== undefined && line.ms.p95 < most };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A repeatable stream of numbers in [0, 1) (mulberry32), so that two runs ask the same questions. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
