/** What answers of reads without signal have in common: filters as a screen writes them, pages, the shape of a command. Pure. */
import type { z } from 'zod';
import { Problem } from '../../platform/problem.ts';

/** One value or several under the same key; undefined where nothing is asked for. */
export function severalOf<One extends string>(given: One | readonly One[] | undefined): readonly One[] | undefined {
  return given === undefined ? undefined : ([given].flat() as One[]); // flat takes a list apart and leaves one value alone
}

interface Paging {
  readonly cursor?: string | undefined;
  readonly limit?: unknown;
}

const begins = 'phone:';
const usualPage = 50;

/** A page of all there is. Undefined after a page that the server gave: where it goes on is not known here. */
export function pageOfAll<Item>(items: readonly Item[], { cursor, limit }: Paging): { readonly items: readonly Item[]; readonly next: string | null } | undefined {
  if (cursor !== undefined && !cursor.startsWith(begins)) return undefined;
  const from = cursor === undefined ? 0 : Number(cursor.slice(begins.length));
  const to = from + Number(limit ?? usualPage);
  return { items: items.slice(from, to), next: to < items.length ? `${begins}${to}` : null };
}

/** As the server takes it: what was left out is filled in. @throws Problem the server's, of a field that is wrong */
export function shaped(schema: z.ZodType | undefined, input: unknown): unknown {
  if (!schema) return input;
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  throw new Problem({ code: 'platform.invalid', kind: 'invalid', data: { fields } });
}
