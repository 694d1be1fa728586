/** Bands of years (age, Party age, years in post) as a partition. */
import { sql } from 'kysely';
import type { Text } from '../platform/contract.ts';
import type { Join, Partition, Passing, Sql } from './figure.ts';

export interface Band {
  readonly code: string;
  readonly label: Text;
  /** Whole years below this; the last band has none. */
  readonly under?: number;
}

export function bands(of: { id: string; title: Text; since: Sql; passing: Passing['since']; with?: readonly Join[]; bands: readonly Band[] }): Partition {
  // The years are computed once; where the day is not known neither is the band.
  const starts = of.bands.flatMap(({ under }) => under ?? []);
  const band = sql`(${of.bands.map(({ code }) => code)}::text[])[1 + width_bucket(${yearsSince(of.since)}, ${starts}::int[])]`;
  return {
    kind: 'partition',
    id: of.id,
    title: of.title,
    buckets: of.bands.map(({ code, label }) => ({ code, label })),
    of: band,
    passing: { since: of.passing, years: starts },
    ...(of.with ? { with: of.with } : {}),
  };
}

/** Whole years that have passed on the day of the row. */
export function yearsSince(day: Sql): Sql {
  return sql`extract(year from age(x.day::timestamp, (${day})::timestamp))::int`;
}
