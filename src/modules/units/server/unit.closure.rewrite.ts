/**
 * Writing the closure whole, for what changes most of it: all ways up are gone in memory, the rows go in the order of the
 * key into a table without indexes, which then takes the place of the old one (`0021_rewrite_closure.sql`). The structure
 * must be locked.
 */
import { setImmediate as othersFirst } from 'node:timers/promises';
import { sql } from 'kysely';
import { copyInto } from '../../../platform/db/copy.ts';
import { firstRow, type Db } from '../../../platform/db/database.ts';
import { holdRollups } from '../../../figures/server/index.ts';
import type { UnitId } from '../unit.ts';
import { ClosureRows } from './unit.closure.rows.ts';
import { readGraph, unitIdAt, type UnitGraph } from './unit.graph.ts';
import { openWalker } from './unit.graph.walk.ts';
import { closureHierarchies, type ClosureHierarchy } from './unit.ways.ts';

/** @returns units that stand under themselves; undefined, and nothing done, where the table cannot be exchanged. */
export async function rewriteClosure(db: Db): Promise<UnitId[] | undefined> {
  if (!db.isTransaction) return undefined;
  // Who refreshes reads the old table for minutes, and whoever came after the exchange waits for him.
  await holdRollups(db);
  const begun = await firstRow(db, sql<{ done: boolean }>`select begin_closure_rewrite() as done`);
  if (!begun?.done) return undefined;
  const circling = new Set<number>();
  const graph = await readGraph(db);
  // In the order of the key, by which the largest index is made without sorting.
  for (const hierarchy of closureHierarchies.toSorted()) await copyRows(db, { hierarchy, graph, circling });
  if (circling.size === 0) await exchange(db);
  return [...circling].map((unit) => unitIdAt(graph.ids, unit));
}

interface Part {
  readonly hierarchy: ClosureHierarchy;
  readonly graph: UnitGraph;
  readonly circling: Set<number>;
}

async function copyRows(db: Db, part: Part): Promise<void> {
  const found = await deriveRows(part);
  await copyInto(db, 'copy unit_closure_next (hierarchy, ancestor_id, descendant_id, depth, valid) from stdin with (format binary, freeze)', found.pieces(part.graph.ids));
}

/** So many units between two looks at what others want of this process. */
const atOnce = 2000;

async function deriveRows({ hierarchy, graph, circling }: Part): Promise<ClosureRows> {
  const found = new ClosureRows(hierarchy, graph.size);
  const walker = openWalker({ size: graph.size, edges: graph.edgesOf(hierarchy), lives: graph.livesOf(hierarchy) });
  for (let unit = 0; unit < graph.size; unit += 1) {
    found.add(unit, walker.nearest(unit));
    if (walker.isCircling()) circling.add(unit);
    if (unit % atOnce === 0) await othersFirst();
  }
  return found;
}

/** Indexes are made with the memory that maintenance may take, of helpers as many as the server allows. */
async function exchange(db: Db): Promise<void> {
  await sql`set local maintenance_work_mem = '512MB'`.execute(db);
  await sql`select end_closure_rewrite()`.execute(db);
  await sql`set local maintenance_work_mem = default`.execute(db);
}
