/** The key of a cursor with the types that the query expects, so that a made-up cursor is refused and not the database's error. */
import type { z } from 'zod';
import { Problem } from '../problem.ts';
import { decodeCursor } from './paging.ts';

export function readCursor<T extends z.ZodTuple>(cursor: string | undefined, shape: T): z.output<T> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = shape.safeParse(decodeCursor(cursor, shape.def.items.length));
  if (parsed.success) return parsed.data;
  throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields: [{ field: 'cursor', message: 'not a cursor of this list' }] } });
}
