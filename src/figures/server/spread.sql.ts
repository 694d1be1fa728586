/** Spreads as SQL: what a subject has of one, and how often it comes up in `facts`. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Spread, Sql } from '../figure.ts';
import { withFacts, type Only } from './facts.sql.ts';
import type { Asked } from './question.ts';
import type { PartRow } from './rollups/segments.reads.ts';

/** An array of texts, each: what it is, the number, by what it is divided; null where there is no number. */
export function keysOf({ by, of }: Spread): Sql {
  return sql`array[${sql.join(Object.entries(of).map(([what, number]) => sql`${sql.lit(`${what}:`)} || (${number}) || ':' || ${by}`))}]::text[]`;
}

export function keyParts(key: string): { readonly what: string; readonly number: number; readonly by: string } {
  const [what = '', number, ...by] = key.split(':');
  return { what, number: Number(number), by: by.join(':') };
}

/** Rows of parts, of each point and key. */
export function liveSpread(ctx: Ctx, asked: Asked, only?: Only): RawBuilder<PartRow> {
  const keys = { as: 'spread_keys', of: keysOf(asked.figure.spread!) };
  return sql<PartRow>`
    ${withFacts(ctx, asked, { extra: [keys], ...(only ? { only } : {}) })}
    select f.point, k.key, count(*)::int as count, count(*)::int as base from facts f cross join lateral unnest(f.spread_keys) k (key) where f.in_count and k.key is not null group by 1, 2`;
}
