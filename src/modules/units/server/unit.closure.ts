/**
 * The closure: who stood under whom, from a day to a day, derived from parents (and, for `reach`, from what a
 * committee leads and what a unit succeeded). Truth stays in the edges; these rows can be thrown away and rebuilt.
 *
 * `reach` answers "may see" only. It joins all hierarchies; a board or people's committee stands under the unit it
 * belongs to or governs; a territory stands under the committee that leads it; a predecessor taken over whole stands
 * under its successor. A unit that stands no more stays for ever under those it stood under last, so that its books
 * stay readable by whoever took over above it.
 */
import { sql, type RawBuilder } from 'kysely';
import { rows, type Db } from '../../../platform/db/database.ts';
import { hierarchies, unitKinds, type Hierarchy } from '../unit.kinds.ts';
import type { UnitId } from '../unit.ts';

export type ClosureHierarchy = Hierarchy | 'reach';

export const closureHierarchies: readonly ClosureHierarchy[] = [...hierarchies.map(({ code }) => code), 'reach'];

/** No organisation is that deep; a cycle is stopped here and then refused by the invariants. */
const deepest = 32;

/** Derives the rows of the units and of all that ever stood under them; of every unit where none are given. */
export async function deriveClosure(db: Db, units?: readonly UnitId[]): Promise<void> {
  for (const hierarchy of closureHierarchies) {
    // Found once, before anything is deleted: who stood under a unit until now is known from these very rows.
    const ids = units && (await affectedBy(db, hierarchy, units));
    const affected = ids && sql`select unnest(${ids}::uuid[])`;
    await sql`delete from unit_closure where hierarchy = ${hierarchy} ${affected ? sql`and descendant_id in (${affected})` : sql``}`.execute(db);
    await sql`insert into unit_closure (hierarchy, ancestor_id, descendant_id, depth, valid) ${closureRows(hierarchy, affected)}`.execute(db);
  }
}

/** What the closure of a hierarchy should hold: for deriving it and for checking it. */
export function closureRows(hierarchy: ClosureHierarchy, affected?: RawBuilder<unknown>): RawBuilder<unknown> {
  // In a tree a unit is at one depth under another at a time; in `reach` there may be several ways: on each day the nearest counts.
  return sql`
    with recursive edges as materialized (${edges(hierarchy)}),
    up (ancestor_id, descendant_id, depth, valid) as (
      select l.unit_id, l.unit_id, 0, l.valid from (${lives(hierarchy)}) l
      ${affected ? sql`where l.unit_id in (${affected})` : sql``}
      union all
      select e.parent_id, up.descendant_id, up.depth + 1, up.valid * e.valid
      from up join edges e on e.unit_id = up.ancestor_id and e.valid && up.valid
      where up.depth < ${deepest}
    )
    select ${hierarchy}::text, ancestor_id, descendant_id, depth, unnest(valid - coalesce(range_agg(valid) over nearer, '{}'))
    from (select ancestor_id, descendant_id, depth, range_agg(valid) as valid from up group by ancestor_id, descendant_id, depth) far
    window nearer as (partition by ancestor_id, descendant_id order by depth rows between unbounded preceding and 1 preceding)`;
}

/** Rows (unit_id, parent_id, valid). */
export function edges(hierarchy: ClosureHierarchy): RawBuilder<unknown> {
  if (hierarchy !== 'reach') return sql`select unit_id, parent_id, valid from unit_parents where hierarchy = ${hierarchy}`;
  const life = sql`(select unit_id, upper(range_merge(range_agg(valid))) as ended from unit_versions group by unit_id)`;
  const kept = sql`case when upper(e.valid) = l.ended then daterange(lower(e.valid), null) else e.valid end`;
  return sql`
    select e.unit_id, e.parent_id, ${kept} as valid
    from (
      select unit_id, parent_id, valid from unit_parents
      union all
      select other_id, unit_id, valid from unit_relations where kind = 'leads'
      union all
      select unit_id, other_id, valid from unit_relations where kind in ('belongs_to', 'governs')
    ) e join ${life} l on l.unit_id = e.unit_id
    union all
    select predecessor_id, successor_id, daterange(effective_on, null) from unit_lineage where share = 'whole'`;
}

/** Rows (unit_id, valid): when a unit has a place in the hierarchy. */
function lives(hierarchy: ClosureHierarchy): RawBuilder<unknown> {
  if (hierarchy === 'reach') return sql`select unit_id, daterange(lower(range_merge(range_agg(valid))), null) as valid from unit_versions group by unit_id`;
  return sql`
    select v.unit_id, unnest(range_agg(v.valid)) as valid from unit_versions v
    where v.kind = any(${kindsOf(hierarchy)}::text[])
      or exists (select from unit_parents p where p.hierarchy = ${hierarchy} and p.unit_id = v.unit_id)
    group by v.unit_id`;
}

async function affectedBy(db: Db, hierarchy: ClosureHierarchy, units: readonly UnitId[]): Promise<UnitId[]> {
  const found = await rows(db, sql<{ unit_id: UnitId }>`
    with recursive edges as materialized (${edges(hierarchy)}),
    down (unit_id, depth) as (
      select unnest(${[...units]}::uuid[]), 0
      union
      select e.unit_id, down.depth + 1 from down join edges e on e.parent_id = down.unit_id where down.depth < ${deepest}
    )
    select unit_id from down
    union
    select descendant_id from unit_closure where hierarchy = ${hierarchy} and ancestor_id = any(${[...units]}::uuid[])`);
  return found.map(({ unit_id }) => unit_id);
}

function kindsOf(hierarchy: Hierarchy): string[] {
  return unitKinds.filter((kind) => kind.hierarchy === hierarchy).map(({ code }) => code);
}
