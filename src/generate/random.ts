/**
 * The only source of chance in generated data: a small seeded generator (sfc32). Each province has streams of its own,
 * named by seed, purpose and province, so that provinces can be made in any order with the same outcome.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(name: string) {
    this.#a = hashOf(name, 0x9e3779b9);
    this.#b = hashOf(name, 0x243f6a88);
    this.#c = hashOf(name, 0xb7e15162);
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** A number in [0, 1). */
  next(): number {
    const t = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return at(from, Math.floor(this.next() * from.length));
  }

  /** Sizes as they are in life: most near the median, a few many times larger; never outside the bounds. */
  size({ median, spread, least, most }: { median: number; spread: number; least: number; most: number }): number {
    const value = Math.round(median * Math.exp(spread * this.#normal()));
    return Math.min(most, Math.max(least, value));
  }

  #normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}

/** Draws by weight; the weights need not add up to anything. */
export function chooser<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const last = at(entries, entries.length - 1)[0];
  return (random) => {
    let rest = random.next() * total;
    for (const [value, weight] of entries) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return last;
  };
}

/** An element that must exist: a wrong index is a fault of the generator, not a missing value. */
export function at<T>(from: readonly T[], index: number): T {
  const value = from[index];
  if (value === undefined) throw new Error(`no element ${index} of ${from.length}`);
  return value;
}

export function hashOf(text: string, start = 2166136261): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
