/**
 * Fresh statistics for the planner after much was written at once. PostgreSQL would gather them by itself within
 * minutes, but until then the same read can take a minute instead of 20 ms. Works within the transaction that wrote.
 */
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Of the tables that a change set of units writes. */
export async function refreshStructureStatistics(db: Db): Promise<void> {
  await sql`select refresh_structure_statistics()`.execute(db);
}

export async function refreshStatistics(db: Db): Promise<void> {
  await sql`select refresh_statistics()`.execute(db);
}
