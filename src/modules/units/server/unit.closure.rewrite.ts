/**
 * Writing the closure whole, for what changes most of it: the rows go into a table without indexes, which then takes the
 * place of the old one (`0021_rewrite_closure.sql`). The structure must be locked.
 */
import { sql } from 'kysely';
import { firstRow, rows, type Db } from '../../../platform/db/database.ts';
import type { UnitId } from '../unit.ts';
import { closureHierarchies, inChunks, walkUp, type ClosureHierarchy } from './unit.ways.ts';

/** @returns units that stand under themselves; undefined, and nothing done, where the table cannot be exchanged. */
export async function rewriteClosure(db: Db, every: readonly UnitId[]): Promise<UnitId[] | undefined> {
  if (!db.isTransaction) return undefined;
  const begun = await firstRow(db, sql<{ done: boolean }>`select begin_closure_rewrite() as done`);
  if (!begun?.done) return undefined;
  const circling = new Set<UnitId>();
  for (const hierarchy of closureHierarchies) {
    await inChunks(db, every, async (part) => {
      for (const id of await writeRows(db, hierarchy, part)) circling.add(id);
    });
  }
  if (circling.size === 0) await sql`select end_closure_rewrite()`.execute(db);
  return [...circling];
}

async function writeRows(db: Db, hierarchy: ClosureHierarchy, ids: readonly UnitId[]): Promise<UnitId[]> {
  const found = await rows(db, sql<{ id: UnitId }>`
    ${walkUp(hierarchy, ids)},
    written as (insert into unit_closure_next (hierarchy, ancestor_id, descendant_id, depth, valid) select ${hierarchy}, ancestor_id, descendant_id, depth, valid from nearest)
    select distinct descendant_id as id from up where depth > 0 and ancestor_id = descendant_id`);
  return found.map(({ id }) => id);
}
