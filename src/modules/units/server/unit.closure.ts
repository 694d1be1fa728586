/**
 * The closure: who stood under whom, from a day to a day, derived from parents (and, for `reach`, from what a
 * committee leads and what a unit succeeded). Truth stays in the edges; these rows can be thrown away and rebuilt.
 *
 * `succession` says who took over whom whole, over several reorganisations: an heir stands above whom it took over, from that
 * day on. `reach` answers "may see" only. It joins all hierarchies; a board or people's committee stands under the unit it
 * belongs to or governs; a territory stands under the committee that leads it; a predecessor taken over whole stands
 * under its successor. A unit that stands no more stays for ever under those it stood under last, so that its books
 * stay readable by whoever took over above it.
 */
import { sql } from 'kysely';
import { firstRow, rows, type Db } from '../../../platform/db/database.ts';
import type { UnitId } from '../unit.ts';
import { rewriteClosure } from './unit.closure.rewrite.ts';
import { readGraph, unitIdAt, type Edges, type UnitGraph } from './unit.graph.ts';
import { openWalker } from './unit.graph.walk.ts';
import { closureHierarchies, edges, fewUnits, inChunks, lookedUp, walkUp, type ClosureHierarchy } from './unit.ways.ts';

export { closureHierarchies };

/**
 * Derives the rows of the units and of all that stood or stand under them, of every unit where none are given; only
 * rows that differ are written. Either end of every edge that changed since the last derivation must be among the units.
 * @returns units that stand under themselves; with them the rows mean nothing, and the act is to be refused.
 */
export async function deriveClosure(db: Db, units?: readonly UnitId[], { rewritesFrom }: { readonly rewritesFrom?: number } = {}): Promise<UnitId[]> {
  const circling = (await concernsMost(db, units, rewritesFrom)) ? await rewriteClosure(db) : undefined;
  return circling ?? deriveInPlace(db, (hierarchy) => (units ? affectedBy(db, hierarchy, units) : everyUnit(db)));
}

const manyUnits = 5_000;
const greatPart = 1 / 4;

/** Then writing the whole table anew takes less time than finding out what differs and changing it. */
async function concernsMost(db: Db, units: readonly UnitId[] | undefined, from: number | undefined): Promise<boolean> {
  if (units !== undefined && units.length < (from ?? manyUnits)) return false;
  const { count } = (await firstRow(db, sql<{ count: number }>`select count(*) as count from units`))!;
  return (units?.length ?? count) >= (from ?? Math.max(manyUnits, count * greatPart));
}

async function deriveInPlace(db: Db, affected: (hierarchy: ClosureHierarchy) => Promise<readonly UnitId[]>): Promise<UnitId[]> {
  const circling = new Set<UnitId>();
  for (const hierarchy of closureHierarchies) {
    await inChunks(db, await affected(hierarchy), async (part) => {
      for (const id of await deriveRows(db, hierarchy, part)) circling.add(id);
    });
  }
  return [...circling];
}

/**
 * Who stands under himself by an edge above one of the units (of those moved: by a parent), found without deriving anything:
 * whoever does so comes back to the upper end of that edge, and upper ends are few.
 */
export async function findCircles(db: Db, { reshaped, moved }: { readonly reshaped: readonly UnitId[]; readonly moved: readonly UnitId[] }, { graphFrom = fewUnits }: { readonly graphFrom?: number } = {}): Promise<UnitId[]> {
  if (reshaped.length + moved.length > graphFrom) return circlesAbove(await readGraph(db), [...reshaped, ...moved]);
  const circling = new Set<UnitId>();
  for (const hierarchy of closureHierarchies) {
    const above = await rows(db, sql<{ id: UnitId }>`
      select e.parent_id as id from (${edges(hierarchy)}) e where e.unit_id = any(${[...reshaped]}::uuid[])
      union select p.parent_id from unit_parents p where p.unit_id = any(${[...moved]}::uuid[]) ${hierarchy === 'reach' ? sql`` : sql`and p.hierarchy = ${hierarchy}`}`);
    await inChunks(db, above.map(({ id }) => id), async (part) => {
      const found = await rows(db, sql<{ id: UnitId }>`${walkUp(hierarchy, part)} select distinct descendant_id as id from up where depth > 0 and ancestor_id = descendant_id`);
      for (const { id } of found) circling.add(id);
    });
  }
  return [...circling];
}

function circlesAbove(graph: UnitGraph, units: readonly UnitId[]): UnitId[] {
  const circling = new Set<number>();
  const below = units.flatMap((id) => graph.numberOf(id) ?? []);
  for (const hierarchy of closureHierarchies) {
    const edges = graph.edgesOf(hierarchy);
    const walker = openWalker({ size: graph.size, edges, lives: graph.livesOf(hierarchy) });
    for (const unit of upperEnds(edges, below)) {
      walker.nearest(unit);
      if (walker.isCircling()) circling.add(unit);
    }
  }
  return [...circling].map((unit) => unitIdAt(graph.ids, unit));
}

function upperEnds({ start, parent }: Edges, units: readonly number[]): Set<number> {
  const ends = new Set<number>();
  for (const unit of units) for (let edge = start[unit]!; edge < start[unit + 1]!; edge += 1) ends.add(parent[edge]!);
  return ends;
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
