/**
 * The ways up: pieces of SQL that walk from units to all that they stood or stand under, over the edges of one hierarchy,
 * and the memory and plans that such a walk needs. Knows nothing of the rows kept.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { hierarchies, unitKinds, type Hierarchy } from '../unit.kinds.ts';
import type { UnitId } from '../unit.ts';

export type ClosureHierarchy = Hierarchy | 'reach' | 'succession';

export const closureHierarchies: readonly ClosureHierarchy[] = [...hierarchies.map(({ code }) => code), 'reach', 'succession'];

/** No organisation is that deep; a cycle is stopped here and then refused. */
const deepest = 32;

/** So many units at a time: the ways up of a whole country are not held in memory at once. */
const chunk = 100_000;
export const fewUnits = 2_000;

/** With many units the walk needs room for the edges of the country, and would sort all of them again at each step. */
export async function inChunks(db: Db, ids: readonly UnitId[], work: (part: readonly UnitId[]) => Promise<void>): Promise<void> {
  const isMany = ids.length > fewUnits && db.isTransaction;
  // Of rows just derived the planner knows nothing, takes them for one, and compares each with each (minutes for 15,000).
  const hasToHash = ids.length > 50 && db.isTransaction;
  if (hasToHash) await sql`set local enable_nestloop = off`.execute(db);
  if (isMany) {
    await sql`set local work_mem = '192MB'`.execute(db);
    await sql`set local enable_mergejoin = off`.execute(db);
  }
  for (let at = 0; at < ids.length; at += chunk) await work(ids.slice(at, at + chunk));
  if (isMany) {
    await sql`set local enable_mergejoin = on`.execute(db);
    await sql`set local work_mem = default`.execute(db);
  }
  if (hasToHash) await sql`set local enable_nestloop = on`.execute(db);
}

/**
 * `up`: every way up from each unit on the days on which it holds; whoever comes back to where he began goes no further.
 * `nearest`: what the closure should hold. In a tree a unit is at one depth under another at a time; in `reach` there may
 * be several ways: on each day the nearest counts. Most go one way only, and are not gathered with any other.
 */
export function walkUp(hierarchy: ClosureHierarchy, ids: readonly UnitId[], { isMany = ids.length > fewUnits }: { readonly isMany?: boolean } = {}): RawBuilder<unknown> {
  return sql`
    with recursive ${isMany ? sql`edges as materialized (${edges(hierarchy)}),` : sql``}
    up (ancestor_id, descendant_id, depth, valid) as (
      select l.unit_id, l.unit_id, 0, l.valid from (${lives(hierarchy, ids)}) l
      union
      select e.parent_id, up.descendant_id, up.depth + 1, up.valid * e.valid
      from up ${isMany ? sql`join edges e on e.unit_id = up.ancestor_id` : lookedUp(hierarchy, { end: 'child', is: sql.ref('up.ancestor_id') })}
      where e.valid && up.valid and up.depth < ${deepest} and (up.depth = 0 or up.ancestor_id <> up.descendant_id)
    ),
    ways as materialized (select *, count(*) over (partition by ancestor_id, descendant_id) as number from up),
    nearest (ancestor_id, descendant_id, depth, valid) as (
      select ancestor_id, descendant_id, depth, valid from ways where number = 1
      union all
      select ancestor_id, descendant_id, depth, unnest(valid - coalesce(range_agg(valid) over nearer, '{}'))
      from (select ancestor_id, descendant_id, depth, range_agg(valid) as valid from ways where number > 1 group by ancestor_id, descendant_id, depth) far
      window nearer as (partition by ancestor_id, descendant_id order by depth rows between unbounded preceding and 1 preceding)
    )`;
}

/** The planner takes a few units for many and would read all edges: `offset 0` holds it to looking them up. */
export function lookedUp(hierarchy: ClosureHierarchy, at: OneEnd): RawBuilder<unknown> {
  return sql`cross join lateral (select * from (${edges(hierarchy, at)}) o offset 0) e`;
}

interface OneEnd {
  readonly end: 'child' | 'parent';
  readonly is: RawBuilder<unknown>;
}

/** Rows (unit_id, parent_id, valid). For many units all edges are joined; for few, those at one end are looked up by index. */
export function edges(hierarchy: ClosureHierarchy, at?: OneEnd): RawBuilder<unknown> {
  const only = (child: string, parent: string) => (at ? sql`${sql.ref(at.end === 'child' ? child : parent)} = ${at.is}` : sql`true`);
  const succession = sql`select s.predecessor_id as unit_id, s.successor_id as parent_id, daterange(s.effective_on, null) as valid from unit_lineage s where s.share = 'whole' and ${only('s.predecessor_id', 's.successor_id')}`;
  if (hierarchy === 'succession') return succession;
  if (hierarchy !== 'reach') return sql`select p.unit_id, p.parent_id, p.valid from unit_parents p where p.hierarchy = ${hierarchy} and ${only('p.unit_id', 'p.parent_id')}`;
  return sql`
    select p.unit_id, p.parent_id, ${kept('p', 'unit_id')} as valid from unit_parents p where ${only('p.unit_id', 'p.parent_id')}
    union all
    select l.other_id, l.unit_id, ${kept('l', 'other_id')} from unit_relations l where l.kind = 'leads' and ${only('l.other_id', 'l.unit_id')}
    union all
    select b.unit_id, b.other_id, ${kept('b', 'unit_id')} from unit_relations b where b.kind in ('belongs_to', 'governs') and ${only('b.unit_id', 'b.other_id')}
    union all ${succession}`;
}

/** What held on the last day of a unit holds for ever. */
function kept(edge: string, child: string): RawBuilder<unknown> {
  const valid = sql.ref(`${edge}.valid`);
  return sql`case when upper_inf(${valid}) or exists (select from unit_versions v where v.unit_id = ${sql.ref(`${edge}.${child}`)} and (upper_inf(v.valid) or upper(v.valid) > upper(${valid})))
    then ${valid} else daterange(lower(${valid}), null) end`;
}

/** Rows (unit_id, valid): when a unit has a place in the hierarchy. */
function lives(hierarchy: ClosureHierarchy, ids: readonly UnitId[]): RawBuilder<unknown> {
  const these = sql`v.unit_id = any(${ids}::uuid[])`;
  if (hierarchy === 'reach') return sql`select v.unit_id, daterange(lower(range_merge(range_agg(v.valid))), null) as valid from unit_versions v where ${these} group by v.unit_id`;
  if (hierarchy === 'succession') return sql`select l.predecessor_id as unit_id, daterange(min(l.effective_on), null) as valid from unit_lineage l where l.predecessor_id = any(${ids}::uuid[]) and l.share = 'whole' group by 1`;
  return sql`
    select v.unit_id, unnest(range_agg(v.valid)) as valid from unit_versions v
    where ${these} and (v.kind = any(${kindsOf(hierarchy)}::text[])
      or exists (select from unit_parents p where p.hierarchy = ${hierarchy} and p.unit_id = v.unit_id))
    group by v.unit_id`;
}

function kindsOf(hierarchy: Hierarchy): string[] {
  return unitKinds.filter((kind) => kind.hierarchy === hierarchy).map(({ code }) => code);
}
