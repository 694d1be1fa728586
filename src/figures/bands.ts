/** Bands of years (age, Party age, years in post) as a partition. */
import { sql } from 'kysely';
import type { Text } from '../platform/contract.ts';
import type { Join, Partition, Sql } from './figure.ts';

export interface Band {
  readonly code: string;
  readonly label: Text;
  /** Whole years below this; the last band has none. */
  readonly under?: number;
}

export function bands(of: { id: string; title: Text; since: Sql; with?: readonly Join[]; bands: readonly Band[] }): Partition {
  const years = yearsSince(of.since);
  const whens = of.bands.map(({ code, under }) => (under === undefined ? sql`when ${years} is not null then ${code}::text` : sql`when ${years} < ${under} then ${code}::text`));
  return {
    kind: 'partition',
    id: of.id,
    title: of.title,
    buckets: of.bands.map(({ code, label }) => ({ code, label })),
    of: sql`case ${sql.join(whens, sql` `)} end`,
    ...(of.with ? { with: of.with } : {}),
  };
}

/** Whole years that have passed on the day of the row. */
export function yearsSince(day: Sql): Sql {
  return sql`extract(year from age(x.day::timestamp, (${day})::timestamp))`;
}
