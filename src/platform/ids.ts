/**
 * Ids are time-ordered UUIDs (version 7, RFC 9562) whose twelve bits after the version carry the home:
 * the book in which the row was first entered. A look-up by bare id therefore knows where to look.
 * Those of one home that one process makes are ordered as they were made, within a millisecond as well
 * (§6.2, method 2): what was entered in an order is listed in it.
 */
import { z } from 'zod';

export type Id<Name extends string = string> = string & { readonly __id: Name };
/** 0 is the country's own book; 1 to 4095 are the books of provinces. Never changes for a row. */
export type Home = number;

export const nationalHome: Home = 0;
export const largestHome: Home = 4095;

export function newId<Name extends string>(home: Home): Id<Name> {
  if (!Number.isInteger(home) || home < 0 || home > largestHome) throw new RangeError(`home out of range: ${home}`);
  const [first, second] = crypto.getRandomValues(new Uint32Array(2)) as unknown as [number, number];
  const now = Date.now();
  latest = now > latest.time ? { time: now, order: first >>> 3 } : { time: latest.time, order: latest.order + 1 };
  const time = hex(latest.time, 12);
  const tail = `${hex(variant + latest.order, 8)}${hex(second, 8)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(home, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}` as Id<Name>;
}

/**
 * The 30 bits after the variant: random below half of them for the first id of a millisecond, counted on for its others and while the clock is
 * set back. Of the process, as its clock and its random numbers are: nobody reads it but the next id.
 */
let latest = { time: 0, order: 0 };
const variant = 0x80000000;

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** One of the ids that belong to another, always the same: for parts that are made together with it, on several machines alike. */
export function derivedId<Name extends string>(of: Id, at: number): Id<Name> {
  const last = (Number.parseInt(of.slice(-4), 16) + at) % 0x10000;
  return `${of.slice(0, -4)}${last.toString(16).padStart(4, '0')}` as Id<Name>;
}

export function homeOf(id: Id): Home {
  return Number.parseInt(id.slice(15, 18), 16);
}

export function idSchema<Name extends string>() {
  return z.guid().transform((text) => text.toLowerCase() as Id<Name>).meta({ format: 'uuid' });
}
