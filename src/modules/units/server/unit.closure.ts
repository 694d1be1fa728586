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

/** No organisation is that deep; a cycle is stopped here and then refused. */
const deepest = 32;

/** So many units at a time: the ways up of a whole country are not held in memory at once. */
const chunk = 100_000;
const fewUnits = 2_000;

/**
 * Derives the rows of the units and of all that stood or stand under them, of every unit where none are given; only
 * rows that differ are written. Either end of every edge that changed since the last derivation must be among the units.
 * @returns units that stand under themselves; with them the rows mean nothing, and the act is to be refused.
 */
export async function deriveClosure(db: Db, units?: readonly UnitId[]): Promise<UnitId[]> {
  const circling = new Set<UnitId>();
  const every = units ? undefined : await everyUnit(db);
  for (const hierarchy of closureHierarchies) {
    const ids = every ?? (await affectedBy(db, hierarchy, units!));
    await inChunks(db, ids, async (part) => {
      for (const id of await deriveRows(db, hierarchy, part)) circling.add(id);
    });
  }
  return [...circling];
}

/** With many units the walk needs room for the edges of the country, and would sort all of them again at each step. */
async function inChunks(db: Db, ids: readonly UnitId[], work: (part: readonly UnitId[]) => Promise<void>): Promise<void> {
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

async function deriveRows(db: Db, hierarchy: ClosureHierarchy, ids: readonly UnitId[]): Promise<UnitId[]> {
  // `except` compares by hashing, whatever the planner takes the walk to give. Counting what is gone has it gone before
  // the first row is written: a row may come back with another depth.
  const found = await rows(db, sql<{ id: UnitId }>`
    ${walkUp(hierarchy, ids)},
    should as materialized (select ancestor_id, descendant_id, depth::int, valid from nearest),
    stored as materialized (select ancestor_id, descendant_id, depth::int, valid from unit_closure where hierarchy = ${hierarchy} and descendant_id = any(${ids}::uuid[])),
    stale as materialized (select * from stored except select * from should),
    gone as (
      delete from unit_closure c using stale s
      where c.hierarchy = ${hierarchy} and c.ancestor_id = s.ancestor_id and c.descendant_id = s.descendant_id and c.valid = s.valid and c.depth = s.depth returning 1),
    added as (
      insert into unit_closure (hierarchy, ancestor_id, descendant_id, depth, valid)
      select ${hierarchy}, f.* from (select * from should except select * from stored) f where (select count(*) from gone) >= 0
      order by f.ancestor_id, f.descendant_id)
    select distinct descendant_id as id from up where depth > 0 and ancestor_id = descendant_id`);
  return found.map(({ id }) => id);
}

/** What the closure of a hierarchy should hold of the units and holds wrongly, and who stands under himself. */
export async function closureFaults(db: Db, hierarchy: ClosureHierarchy): Promise<{ differing: UnitId[]; circling: UnitId[] }> {
  const differing = new Set<UnitId>();
  const circling = new Set<UnitId>();
  await inChunks(db, await everyUnit(db), async (ids) => {
    const should = sql`select ancestor_id, descendant_id, depth::int, valid from nearest`;
    const is = sql`select ancestor_id, descendant_id, depth::int, valid from unit_closure where hierarchy = ${hierarchy} and descendant_id = any(${ids}::uuid[])`;
    const found = await rows(db, sql<{ id: UnitId; circles: boolean }>`
      ${walkUp(hierarchy, ids)}
      select distinct descendant_id as id, false as circles from ((${should} except ${is}) union all (${is} except ${should})) d
      union all select distinct descendant_id, true from up where depth > 0 and ancestor_id = descendant_id`);
    for (const { id, circles } of found) (circles ? circling : differing).add(id);
  });
  return { differing: [...differing], circling: [...circling] };
}

/**
 * `up`: every way up from each unit on the days on which it holds; whoever comes back to where he began goes no further.
 * `nearest`: what the closure should hold. In a tree a unit is at one depth under another at a time; in `reach` there may
 * be several ways: on each day the nearest counts. Most go one way only, and are not gathered with any other.
 */
function walkUp(hierarchy: ClosureHierarchy, ids: readonly UnitId[]): RawBuilder<unknown> {
  const isMany = ids.length > fewUnits;
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
function lookedUp(hierarchy: ClosureHierarchy, at: OneEnd): RawBuilder<unknown> {
  return sql`cross join lateral (select * from (${edges(hierarchy, at)}) o offset 0) e`;
}

interface OneEnd {
  readonly end: 'child' | 'parent';
  readonly is: RawBuilder<unknown>;
}

/** Rows (unit_id, parent_id, valid). For many units all edges are joined; for few, those at one end are looked up by index. */
function edges(hierarchy: ClosureHierarchy, at?: OneEnd): RawBuilder<unknown> {
  const only = (child: string, parent: string) => (at ? sql`${sql.ref(at.end === 'child' ? child : parent)} = ${at.is}` : sql`true`);
  if (hierarchy !== 'reach') return sql`select p.unit_id, p.parent_id, p.valid from unit_parents p where p.hierarchy = ${hierarchy} and ${only('p.unit_id', 'p.parent_id')}`;
  return sql`
    select p.unit_id, p.parent_id, ${kept('p', 'unit_id')} as valid from unit_parents p where ${only('p.unit_id', 'p.parent_id')}
    union all
    select l.other_id, l.unit_id, ${kept('l', 'other_id')} from unit_relations l where l.kind = 'leads' and ${only('l.other_id', 'l.unit_id')}
    union all
    select b.unit_id, b.other_id, ${kept('b', 'unit_id')} from unit_relations b where b.kind in ('belongs_to', 'governs') and ${only('b.unit_id', 'b.other_id')}
    union all
    select s.predecessor_id, s.successor_id, daterange(s.effective_on, null) from unit_lineage s where s.share = 'whole' and ${only('s.predecessor_id', 's.successor_id')}`;
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
  return sql`
    select v.unit_id, unnest(range_agg(v.valid)) as valid from unit_versions v
    where ${these} and (v.kind = any(${kindsOf(hierarchy)}::text[])
      or exists (select from unit_parents p where p.hierarchy = ${hierarchy} and p.unit_id = v.unit_id))
    group by v.unit_id`;
}

/**
 * Whose rows may differ: what stood under the units, and under what now hangs by an edge below them. The lowest edge of
 * a new way up begins at one of these, and below it the way is an old one, which the rows still tell.
 */
async function affectedBy(db: Db, hierarchy: ClosureHierarchy, units: readonly UnitId[]): Promise<UnitId[]> {
  const below = units.length > fewUnits ? sql`join (${edges(hierarchy)}) e on e.parent_id = t.id` : lookedUp(hierarchy, { end: 'parent', is: sql.ref('t.id') });
  const found = await rows(db, sql<{ id: UnitId }>`
    with touched as materialized (
      select id from unnest(${[...units]}::uuid[]) t (id)
      union
      select e.unit_id from unnest(${[...units]}::uuid[]) t (id) ${below})
    select id from touched
    union
    select c.descendant_id from unit_closure c where c.hierarchy = ${hierarchy} and c.ancestor_id in (select id from touched)
    order by id`);
  return found.map(({ id }) => id);
}

/** Those that stand no more in any table are cleared as well. */
async function everyUnit(db: Db): Promise<UnitId[]> {
  const found = await rows(db, sql<{ id: UnitId }>`select id from units union select descendant_id from unit_closure where depth = 0 order by id`);
  return found.map(({ id }) => id);
}

function kindsOf(hierarchy: Hierarchy): string[] {
  return unitKinds.filter((kind) => kind.hierarchy === hierarchy).map(({ code }) => code);
}
