/**
 * The application's connections make a plan for the values asked each time (docs/decisions/0008). Where planning takes
 * longer than all the rest, and no value can make another plan the better one, it is kept.
 */
import { sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * For writing thousands of rows at once: the checks of foreign keys, which PostgreSQL runs for each row, would be planned
 * for each row. Only inside a transaction; reads that a plan for the values matters to belong outside.
 */
export async function withKeptPlans<T>(tx: Db, work: () => Promise<T>): Promise<T> {
  await sql`set local plan_cache_mode = auto`.execute(tx);
  const result = await work();
  await sql`set local plan_cache_mode = force_custom_plan`.execute(tx);
  return result;
}
