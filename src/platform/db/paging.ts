/**
 * Paging by key: a cursor is the sort key of the last row seen, opaque to the caller. It only says where to go on;
 * what may be seen is asked again for every page.
 */
import type { z } from 'zod';
import { Problem } from '../problem.ts';

export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

export function encodeCursor(key: readonly (string | number | boolean | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The key in a cursor, with the types that the query expects; undefined on the first page.
 * @throws Problem platform.invalid for a text that is no cursor of this list, so that it never reaches the database.
 */
export function readCursor<T extends z.ZodTuple>(cursor: string | undefined, shape: T): z.output<T> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = shape.safeParse(decoded(cursor));
  if (parsed.success) return parsed.data;
  throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'cursor', message: 'not a cursor of this list' }] } });
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Makes a page of rows read with `limit + 1`. */
export function pageOf<R, T>(found: readonly R[], options: { limit: number; key: (row: R) => readonly (string | number | boolean | null)[]; item: (row: R) => T }): Page<T> {
  const shown = found.slice(0, options.limit);
  const last = found.length > options.limit ? shown.at(-1) : undefined;
  return { items: shown.map(options.item), next: last === undefined ? null : encodeCursor(options.key(last)) };
}
