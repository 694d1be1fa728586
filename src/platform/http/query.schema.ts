/** Shapes for values that come as text in a query string. */
import { z } from 'zod';

export function flag() {
  return z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] });
}

export function integer(bounds: { least: number; most: number }) {
  return z.coerce.number().int().min(bounds.least).max(bounds.most);
}

/** One value or several under the same key. */
export function several<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item));
}

export const pageSize = integer({ least: 1, most: 500 }).default(50);
