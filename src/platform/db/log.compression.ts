/** What a transaction that changes hundreds of thousands of rows asks of the database's own log. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** To the end of the transaction: the log grows by some gigabytes, and compressing them would take longer than writing the rows. */
export async function leaveLogUncompressed(tx: Db): Promise<void> {
  await sql`select leave_log_uncompressed()`.execute(tx);
}
