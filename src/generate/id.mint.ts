/**
 * Ids of generated rows: shaped like those of `newId` (version 7 with the home in twelve bits), but made from a fixed
 * moment and a counter, so that the same seed gives the same ids. Each maker has a mark of its own in the tail: two
 * makers never give the same id, even for the same home.
 */
import type { Home, Id } from '../platform/ids.ts';
import { hashOf } from './random.ts';

/** Each stage of making has moments of its own, so that ids of two stages stay apart. */
const firstMoments = { units: Date.UTC(2021, 0, 1), people: Date.UTC(2022, 0, 1), reorganised: Date.UTC(2025, 5, 1), successors: Date.UTC(2025, 6, 1), meetings: Date.UTC(2023, 0, 1) };

export class IdMint {
  #next: number;
  /** The first eight of the twelve digits of the time, which change seldom. */
  #early = '';
  readonly #tail: string;

  constructor(given: { seed: string; stage: keyof typeof firstMoments; maker: number }) {
    this.#next = firstMoments[given.stage];
    const mark = hashOf(`${given.seed}/${given.stage}`).toString(16).padStart(8, '0');
    this.#tail = `8${given.maker.toString(16).padStart(3, '0')}-${mark}${hashOf(mark, given.maker + 1).toString(16).padStart(8, '0').slice(0, 4)}`;
  }

  id<Name extends string>(home: Home): Id<Name> {
    const late = this.#next % 65_536;
    if (late === 0 || this.#early === '') this.#early = Math.floor(this.#next / 65_536).toString(16).padStart(8, '0');
    this.#next += 1;
    return `${this.#early}-${digits(late, 4)}-7${digits(home, 3)}-${this.#tail}` as Id<Name>;
  }
}

function digits(value: number, count: 3 | 4): string {
  const text = value.toString(16);
  return text.length === count ? text : text.padStart(count, '0');
}
