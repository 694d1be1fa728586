/**
 * What is laid on few units is looked for there and nowhere else: for the whole country these are some thousand ways up the tree
 * instead of some hundred thousand units that stand below. Of a place with little below it, all is looked at as ever.
 */
import { sql } from 'kysely';
import { subtreeRoots } from '../../access/reach.ts';
import type { Ctx } from '../../platform/context.ts';
import { firstRow } from '../../platform/db/database.ts';
import type { Sql, Subject } from '../figure.ts';
import type { Only } from './facts.sql.ts';
import type { Asked } from './question.ts';

/** From so many units under the asked ones on it is worth it, for so few of them and points. */
const manyBelow = 5000;
const mostLookedUp = 5000;
/** To read through more rows of what lies there would take as long as it saves. */
const mostRows = 200_000;

/**
 * The same question, to be counted live. All that stands below is looked at by who may not read all of it: else the note that a part is
 * told would say at which hidden units something lies.
 */
export async function narrowed(ctx: Ctx, asked: Asked): Promise<Asked> {
  const { figure: { subject }, points } = asked;
  if (!subject.foundAt) return asked;
  const roots = [...new Set(points.flatMap((point) => point.roots.map(({ id }) => id)))];
  const granted = subtreeRoots(ctx, 'figure.read');
  const isHidden = granted ? sql`exists (select from unnest(${roots}::uuid[]) r (id) where not exists (
      select from unit_closure k where k.hierarchy = 'reach' and k.descendant_id = r.id and k.ancestor_id = any(${[...granted]}::uuid[]) and k.valid @> ${ctx.today}::date))` : sql`false`;
  const row = await firstRow(ctx.db, sql<{ isWorth: boolean }>`
    select case when ${isHidden} then false when (select count(*) from (select from unit_closure where hierarchy = 'reach' and ancestor_id = any(${roots}::uuid[]) limit ${sql.lit(manyBelow)}) k) < ${sql.lit(manyBelow)} then false
      else (select count(*) from (select distinct f.unit_id from (select f.unit_id from (${subject.foundAt}) f limit ${mostRows + 1}) f limit ${mostLookedUp + 1}) f) * ${points.length}::int <= ${sql.lit(mostLookedUp)}
        and (select count(*) from (select from (${subject.foundAt}) f limit ${mostRows + 1}) f) <= ${sql.lit(mostRows)} end as "isWorth"`);
  return row?.isWorth ? { ...asked, only: lookedUp(subject, roots) } : asked;
}

/** The roots are among them: whether one may be told anything of these is asked of each. */
export function lookedUp({ foundAt, hierarchy }: Pick<Subject, 'foundAt' | 'hierarchy'>, roots: readonly string[]): Only {
  const units = sql`select f.unit_id from (${foundAt}) f union select unnest(${[...roots]}::uuid[])`;
  return { units: hierarchy === 'all' ? unitsAround(units) : sql`with recursive ${heirsOf(units)} select unit_id, bool_or(is_heir) as is_heir from h group by 1`, areFew: true };
}

/** A unit lies under a root by itself, by its successors, or by the places to which one of these is related. */
export function unitsAround(units: Sql): Sql {
  return sql`
    with recursive ${heirsOf(units)}
    select unit_id, bool_or(is_heir) as is_heir from (
      select unit_id, is_heir from h union all select r.other_id, false from h cross join lateral (select r.other_id from unit_relations r where r.unit_id = h.unit_id offset 0) r) u group by 1`;
}

function heirsOf(units: Sql): Sql {
  return sql`h (unit_id, is_heir) as (select unit_id, false from (${units}) u union select l.successor_id, true from h cross join lateral (select l.successor_id from unit_lineage l where l.predecessor_id = h.unit_id offset 0) l)`;
}
