/** Keeps histograms of figures: beside the vectors, by group, and summed up over the groups of a province. Called by `rows.ts` alone. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { Figure, Sql } from '../../figure.ts';
import { countInto, histogramRows, type Rolling } from './roll.sql.ts';

/** Old rows out, new ones in, and the sums by what that changes; `isConcerned`: which rows `r` are the old ones, where any are. */
export async function writeHistogram(db: Db, figure: Figure, { rolling, isConcerned }: { readonly rolling: Rolling; readonly isConcerned: Sql | undefined }): Promise<void> {
  await countInto(db, 'histogram', { rolling, rows: histogramRows(figure, rolling) });
  const old = sql`from figure_histograms r where r.figure = ${figure.id} and ${isConcerned ?? sql`false`}`;
  await sql`create temporary table histogram_changed on commit drop as select group_id, day, -1 as sign, keys, numbers ${old} union all select group_id, day, 1, keys, numbers from histogram`.execute(db);
  if (isConcerned) await sql`delete ${old}`.execute(db);
  await sql`insert into figure_histograms (figure, group_id, day, keys, numbers) select ${figure.id}, group_id, day, keys, numbers from histogram`.execute(db);
  await addToSums(db, figure);
  await sql`drop table histogram, histogram_changed`.execute(db);
}

async function addToSums(db: Db, { id }: Figure): Promise<void> {
  const changed = sql`histogram_changed c join figure_groups g on g.id = c.group_id`;
  const touched = sql`figure = ${id} and (group_id, day) in (select g.coarse_id, c.day from ${changed})`;
  await sql`
    create temporary table histogram_sums on commit drop as
    select group_id, day, array_agg(key order by key) as keys, array_agg(n order by key) as numbers from (
      select group_id, day, key, sum(n)::int as n from (
        select g.coarse_id as group_id, c.day, k.key, c.sign * k.n as n from ${changed} cross join lateral unnest(c.keys, c.numbers) k (key, n)
        union all select s.group_id, s.day, k.key, k.n from figure_histogram_sums s cross join lateral unnest(s.keys, s.numbers) k (key, n) where ${touched}
      ) one group by 1, 2, 3 having sum(n) <> 0
    ) keyed group by 1, 2`.execute(db);
  await sql`delete from figure_histogram_sums where ${touched}`.execute(db);
  await sql`insert into figure_histogram_sums (figure, group_id, day, keys, numbers) select ${id}, group_id, day, keys, numbers from histogram_sums`.execute(db);
  await sql`drop table histogram_sums`.execute(db);
}
