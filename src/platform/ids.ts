/**
 * Ids are time-ordered UUIDs (version 7, RFC 9562) whose twelve bits after the version carry the home:
 * the book in which the row was first entered. A look-up by bare id therefore knows where to look.
 */
import { z } from 'zod';

export type Id<Name extends string = string> = string & { readonly __id: Name };
/** 0 is the country's own book; 1 to 4095 are the books of provinces. Never changes for a row. */
export type Home = number;

export const nationalHome: Home = 0;
export const largestHome: Home = 4095;

export function newId<Name extends string>(home: Home): Id<Name> {
  if (!Number.isInteger(home) || home < 0 || home > largestHome) throw new RangeError(`home out of range: ${home}`);
  const time = Date.now().toString(16).padStart(12, '0');
  const random = crypto.getRandomValues(new Uint8Array(8));
  random[0] = (random[0]! & 0x3f) | 0x80;
  const tail = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${home.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}` as Id<Name>;
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
