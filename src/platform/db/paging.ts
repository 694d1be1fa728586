/**
 * Paging by key: a cursor is the sort key of the last row seen, opaque to the caller. It only says where to go on;
 * what may be seen is asked again for every page.
 */
import { Problem } from '../problem.ts';

export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws Problem platform.invalid when the text is not a cursor with `length` parts. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === length && key.every(isPart)) return key;
  } catch {
    // falls through: the text is not a cursor
  }
  throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'cursor', message: 'not a cursor of this list' }] } });
}

/** Makes a page of rows read with `limit + 1`. */
export function pageOf<R, T>(found: readonly R[], options: { limit: number; key: (row: R) => readonly (string | number | null)[]; item: (row: R) => T }): Page<T> {
  const shown = found.slice(0, options.limit);
  const last = found.length > options.limit ? shown.at(-1) : undefined;
  return { items: shown.map(options.item), next: last === undefined ? null : encodeCursor(options.key(last)) };
}

function isPart(part: unknown): part is string | number | null {
  return part === null || typeof part === 'string' || typeof part === 'number';
}
