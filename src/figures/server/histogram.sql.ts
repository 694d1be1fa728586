/** Histograms as SQL: what a subject has of one, and how often it comes up in `facts`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Histogram, Sql } from '../figure.ts';
import { withFacts, type Only } from './facts.sql.ts';
import type { Asked } from './question.ts';

/** Keys without what they are divided by, each: what it is, the number; null where there is no number. */
export function numbersOf({ of }: Histogram): Sql {
  return sql`array[${sql.join(Object.entries(of).map(([what, number]) => sql`${sql.lit(`${what}:`)} || (${number}) || ':'`))}]::text[]`;
}

export function keyParts(key: string): { readonly what: string; readonly number: number; readonly by: string } {
  const [what = '', number, ...by] = key.split(':');
  return { what, number: Number(number), by: by.join(':') };
}

/** `with … histogram as (…)`: rows (point, key, count). */
export function withHistogram(ctx: Ctx, asked: Asked, only?: Only): Sql {
  const { histogram } = asked.figure;
  const extra = [{ as: 'histogram_by', of: histogram!.by }, { as: 'histogram_numbers', of: numbersOf(histogram!) }];
  return sql`
    ${withFacts(ctx, asked, { extra, ...(only ? { only } : {}) })},
    histogram as (select f.point, k.number || f.histogram_by as key, count(*)::int as count from facts f cross join lateral unnest(f.histogram_numbers) k (number) where f.in_count and k.number is not null group by 1, 2)`;
}
