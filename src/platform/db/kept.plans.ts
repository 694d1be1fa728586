/**
 * For writing thousands of rows at once. The application's connections make a plan for the values asked each time
 * (docs/decisions/0008), and so do the checks of foreign keys, which PostgreSQL runs for each row: planning them takes
 * longer than all the rest of the insert. Their plans do not hang on the values, so here they are kept.
 */
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Only inside a transaction; reads that a plan for the values matters to belong outside. */
export async function withKeptPlans<T>(tx: Db, work: () => Promise<T>): Promise<T> {
  await sql`set local plan_cache_mode = auto`.execute(tx);
  const result = await work();
  await sql`set local plan_cache_mode = force_custom_plan`.execute(tx);
  return result;
}
