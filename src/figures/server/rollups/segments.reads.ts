/** Counts the units of some groups live, under the asked roots: what a live count of everything would say of just these. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Dimension, Sql } from '../../figure.ts';
import type { Counted } from '../../words.ts';
import { dimensionExtra, tally, withFacts, type Only } from '../facts.sql.ts';
import { unitsAround } from '../few.units.ts';
import type { Asked } from '../question.ts';
import { withHistogram } from '../histogram.sql.ts';
import type { Division } from './rolled.reads.ts';

export interface LiveGroup {
  readonly point: number;
  readonly group: string;
  /** A range. */
  readonly days: string;
}

export interface PartRow extends Counted {
  readonly point: number;
  readonly key: string;
}

const mostUnits = 20_000;
/** Units and points: beyond that all under the root is read instead. */
const mostLookedUp = 5000;

/** Undefined where these are so many units that the whole may as well be counted live. */
export async function countSegments(ctx: Ctx, { asked, division, groups }: { asked: Asked; division: Division; groups: readonly LiveGroup[] }): Promise<PartRow[] | undefined> {
  const size = await firstRow(ctx.db, sql<{ units: number }>`select count(distinct unit_id) as units from figure_places where group_id = any(${[...new Set(groups.map(({ group }) => group))]}::uuid[])`);
  if (!size || size.units > mostUnits) return undefined;
  // Of a series mostly one month is marked: the other points are told by what is kept.
  const points = [...new Set(groups.map(({ point }) => point))];
  const some = { ...asked, points: points.map((point) => asked.points[point]!) };
  const segments = segmentsOf(some, groups.map((group) => ({ ...group, point: points.indexOf(group.point) })));
  const parts = await rows(ctx.db, counting(ctx, some, { division, only: { segments, units: unitsAround(sql`select unit_id from segments`), areFew: size.units * points.length <= mostLookedUp } }));
  return parts.map((part) => ({ ...part, point: points[part.point]! }));
}

function counting(ctx: Ctx, asked: Asked, { division, only }: { division: Division; only: Only }) {
  if (division === 'child') return byChild(ctx, asked, only);
  if (division === 'whole') return sql<PartRow>`${withFacts(ctx, asked, { only })} select point, '' as key, ${countsOf(asked)} from facts group by 1`;
  if (division === 'histogram') return sql<PartRow>`${withHistogram(ctx, asked, only)} select point, key, count, count as base from histogram`;
  return byDimension(ctx, { asked, only, dimension: division });
}

function countsOf({ figure }: Asked) {
  const { count, base } = tally(figure);
  return sql`${count} as count, ${base} as base`;
}

/** Children without anything to count are told too. */
function byChild(ctx: Ctx, asked: Asked, only: Only) {
  return sql<PartRow>`${withFacts(ctx, asked, { byChild: true, only })}
    select point, coalesce(child_id::text, '') as key, ${countsOf(asked)}
    from (
      select point, child_id, in_count, in_base ${asked.figure.weights ? sql`, count_weight, base_weight` : sql``} from facts
      union all select distinct point, child_id, false, false ${asked.figure.weights ? sql`, 0, 0` : sql``} from scope
    ) f group by 1, 2`;
}

function byDimension(ctx: Ctx, { asked, only, dimension }: { asked: Asked; only: Only; dimension: Dimension }) {
  const facts = withFacts(ctx, asked, { only, extra: dimensionExtra(dimension) });
  if (dimension.kind === 'partition') return sql<PartRow>`${facts} select point, ${sql.ref(`d_${dimension.id}`)} as key, ${countsOf(asked)} from facts group by 1, 2`;
  const marks = dimension.buckets.map(({ code }) => sql`(${sql.lit(code)}, ${sql.ref(`o_${dimension.id}_${code}`)})`);
  return sql<PartRow>`${facts} select point, m.code as key, ${countsOf(asked)} from facts cross join lateral (values ${sql.join(marks)}) m (code, holds) where m.holds group by 1, 2`;
}

/** Of ranges that overlap the planner expects next to none, and would join what is found each with each: `coalesce` hides them. */
function segmentsOf({ figure }: Asked, groups: readonly LiveGroup[]): Sql {
  const isThere = figure.kind === 'state' ? sql`p.valid @> a.day` : sql`p.valid && daterange(a.from_day - 1, a.day, '[]')`;
  return sql`
    select l.point, p.unit_id, p.valid * l.days::daterange as valid
    from unnest(${groups.map(({ point }) => point)}::int[], ${groups.map(({ group }) => group)}::uuid[], ${groups.map(({ days }) => days)}::text[]) l (point, group_id, days)
    join (select distinct point, from_day, day from asked) a on a.point = l.point
    join figure_places p on p.group_id = l.group_id and coalesce(p.valid && l.days::daterange and ${isThere}, false)`;
}
