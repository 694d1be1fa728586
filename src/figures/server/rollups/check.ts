/** A sample of questions answered both ways: from the roll-ups and live. They must agree in everything. */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { figures } from '../../declared.ts';
import type { Figure } from '../../figure.ts';
import type { UnitId } from '../../resolution.ts';
import { liveByChild, liveByDimension, partsByChild, partsByDimension } from '../breakdown.reads.ts';
import { ask, type Asked, type Boundaries } from '../question.ts';
import { histogramOn, liveHistogramOn } from '../histogram.reads.ts';
import { countLive, countPoints } from '../value.reads.ts';
import { anchorHierarchies, anchorKindsOf, topKinds } from './anchors.ts';
import { rolledParts, type Division } from './rolled.reads.ts';

export interface Disagreement {
  readonly figure: string;
  readonly unit: UnitId;
  readonly on: Day;
  readonly boundaries: Boundaries;
  readonly by: string;
}

export interface Checked {
  readonly asked: number;
  /** How many of the questions were answered from the roll-ups; the others are live both ways. */
  readonly rolled: number;
  readonly disagreements: readonly Disagreement[];
}

interface Question extends Disagreement {
  readonly from: Day;
}

/** Questions about anchors at kept days, chosen by chance; `seed` chooses the same again in the same books. */
export async function checkRollups(ctx: Ctx, { sample, seed, onProgress }: { sample: number; seed: string; onProgress?: (done: number) => void }): Promise<Checked> {
  const questions = await chooseQuestions(ctx, { sample, seed });
  const disagreements: Disagreement[] = [];
  let rolled = 0;
  for (const [index, question] of questions.entries()) {
    const { from, ...told } = question;
    // Both ways in one snapshot: an act between them is no disagreement.
    await ctx.db.transaction().setIsolationLevel('repeatable read').execute(async (db) => {
      const within = { ...ctx, db };
      const asked = await ask(within, { figure: told.figure, unit: told.unit, boundaries: told.boundaries, filters: {}, points: [{ from: kindOf(told) === 'flow' ? from : told.on, to: told.on }] });
      if (await rolledParts(within, asked, divisionOf(asked, told.by))) rolled += 1;
      if (!(await sameBothWays(within, asked, told.by))) disagreements.push(told);
    });
    onProgress?.(index + 1);
  }
  return { asked: questions.length, rolled, disagreements };
}

function kindOf({ figure }: Disagreement): Figure['kind'] {
  return figures.find(({ id }) => id === figure)!.kind;
}

export async function sameBothWays(ctx: Ctx, asked: Asked, by: string): Promise<boolean> {
  const division = divisionOf(asked, by);
  if (division === 'whole') return isDeepStrictEqual(await countPoints(ctx, asked), await countLive(ctx, asked));
  if (division === 'histogram') return isDeepStrictEqual(await histogramOn(ctx, asked), await liveHistogramOn(ctx, asked));
  if (division === 'child') return isDeepStrictEqual(await partsByChild(ctx, asked), await liveByChild(ctx, asked));
  return isDeepStrictEqual(await partsByDimension(ctx, asked, division), await liveByDimension(ctx, asked, division));
}

export function divisionsOf({ dimensions, histogram }: Figure): string[] {
  return ['whole', 'child', ...(histogram ? ['histogram'] : []), ...dimensions.map(({ id }) => id)];
}

export function divisionOf({ figure }: Asked, by: string): Division {
  return by === 'whole' || by === 'child' || by === 'histogram' ? by : figure.dimensions.find(({ id }) => id === by)!;
}

async function chooseQuestions(ctx: Ctx, { sample, seed }: { sample: number; seed: string }): Promise<Question[]> {
  const divisions = figures.filter(({ subject }) => !subject.keepsNoRollup).flatMap((figure) => divisionsOf(figure).map((by) => [figure.id, by] as const));
  const kinds = anchorHierarchies.flatMap(anchorKindsOf);
  // Units of the upper kinds are few and asked for most: they come up as often as all communes together. Only the country
  // itself, which takes as long to count live as a hundred provinces, is one question in a hundred.
  return rows(ctx.db, sql<Question>`
    with anchors as (select v.unit_id, v.kind, row_number() over (partition by v.kind order by md5(${seed} || v.unit_id)) as nth, count(*) over (partition by v.kind) as of_kind from unit_versions v where v.kind = any(${kinds}::text[])),
    kinds as (select kind, of_kind, is_top, row_number() over (partition by is_top order by kind) as nth, count(*) over (partition by is_top) as kinds
      from (select distinct kind, of_kind, kind = any(${[...topKinds]}::text[]) as is_top from anchors) k),
    days as (select day, row_number() over (order by day) as nth, count(*) over () as days from figure_days where day <= ${ctx.today}::date),
    divisions as (select *, row_number() over () as nth, count(*) over () as divisions from unnest(${divisions.map(([id]) => id)}::text[], ${divisions.map(([, by]) => by)}::text[]) d (figure, by)),
    draws as (select n, ('x' || substr(md5(${seed} || n), 1, 7))::bit(28)::int as one, ('x' || substr(md5(${seed} || n), 8, 7))::bit(28)::int as two, ('x' || substr(md5(${seed} || n), 15, 7))::bit(28)::int as three,
      ('x' || substr(md5(${seed} || n), 22, 7))::bit(28)::int as four from generate_series(1, ${sample}::int) n)
    select d.figure, a.unit_id as unit, t.day::text as on, (date_trunc('month', t.day) - make_interval(months => three % 12))::date::text as "from",
      case when three % 2 = 0 then 'day' else 'today' end as boundaries, d.by
    from draws
    join divisions d on d.nth = 1 + one % d.divisions
    join kinds k on k.is_top = (n % 100 = 0 and exists (select from kinds where is_top)) and k.nth = 1 + two % k.kinds
    join anchors a on a.kind = k.kind and a.nth = 1 + four % k.of_kind
    join days t on t.nth = 1 + (three / 2) % t.days
    order by n`);
}
