/**
 * What is laid on few units is looked for there and nowhere else: for the whole country these are some thousand ways up the tree
 * instead of some hundred thousand units that stand below. Of a place with little below it, all is looked at as ever.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { firstRow } from '../../platform/db/database.ts';
import type { Figure, Sql, Subject } from '../figure.ts';
import type { Only } from './facts.sql.ts';
import type { AskedPoint } from './question.ts';

/** From so many units under the asked ones on it is worth it, for so few of them and points. */
const manyBelow = 5000;
const mostLookedUp = 5000;

/** Undefined where all that stands below is looked at. */
export async function onlyFew(ctx: Ctx, { subject }: Figure, points: readonly AskedPoint[]): Promise<Only | undefined> {
  if (!subject.foundAt) return undefined;
  const roots = [...new Set(points.flatMap((point) => point.roots.map(({ id }) => id)))];
  const row = await firstRow(ctx.db, sql<{ isWorth: boolean }>`
    select case when (select count(*) from (select from unit_closure where hierarchy = 'reach' and ancestor_id = any(${roots}::uuid[]) limit ${sql.lit(manyBelow)}) k) < ${sql.lit(manyBelow)} then false
      else (select count(*) from (select distinct f.unit_id from (${subject.foundAt}) f limit ${mostLookedUp + 1}) f) * ${points.length}::int <= ${sql.lit(mostLookedUp)} end as "isWorth"`);
  return row?.isWorth ? lookedUp(subject, roots) : undefined;
}

/** The roots are among them: whether one may be told anything of these is asked of each. */
export function lookedUp({ foundAt, hierarchy }: Pick<Subject, 'foundAt' | 'hierarchy'>, roots: readonly string[]): Only {
  const units = sql`select f.unit_id from (${foundAt}) f union select unnest(${[...roots]}::uuid[])`;
  return { units: hierarchy === 'all' ? unitsAround(units) : sql`with recursive ${heirsOf(units)} select unit_id from h`, areFew: true };
}

/** A unit lies under a root by itself, by its successors, or by the places to which one of these is related. */
export function unitsAround(units: Sql): Sql {
  return sql`
    with recursive ${heirsOf(units)}
    select unit_id from h union select r.other_id from h join unit_relations r on r.unit_id = h.unit_id`;
}

function heirsOf(units: Sql): Sql {
  return sql`h (unit_id) as (${units} union select l.successor_id from h cross join lateral (select l.successor_id from unit_lineage l where l.predecessor_id = h.unit_id offset 0) l)`;
}
