// The only source of chance in the sample: a small seeded generator (mulberry32). Each place has its own
// stream, seeded by its name, so that changing one place leaves the people of the others as they are.

export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Picks by weight; the weights need not add up to anything. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  shuffled<T>(from: readonly T[]): T[];
};

export function createRandom(name: string): Random {
  const next = mulberry32(seedOf(name));
  function int(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1));
  }
  function pick<T>(from: readonly T[]): T {
    return at(from, int(0, from.length - 1));
  }
  function weighted<T>(from: readonly (readonly [T, number])[]): T {
    let rest = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of from) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return at(from, from.length - 1)[0];
  }
  function shuffled<T>(from: readonly T[]): T[] {
    const keyed = from.map((value) => ({ value, key: next() }));
    return keyed.sort((a, b) => a.key - b.key).map((entry) => entry.value);
  }
  return { next, int, chance: (probability) => next() < probability, pick, weighted, shuffled };
}

/** An element that must exist: a wrong index is a fault of the generator, not a missing value. */
export function at<T>(from: readonly T[], index: number): T {
  const value = from[index];
  if (value === undefined) throw new Error(`No element ${index} of ${from.length}`);
  return value;
}

function seedOf(name: string): number {
  let hash = 2166136261;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
