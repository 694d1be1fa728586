/** How many rows the database looked at during some work, by its own statistics. Whatever else runs there counts as well. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { firstRow } from '../src/platform/db/database.ts';
import type { Installation } from './installation.ts';

/** A connection reports what it did within a second of becoming idle. */
const untilReported = 1200;

export async function touchedDuring<T>(installation: Installation, work: () => Promise<T>): Promise<{ result: T; touched: number }> {
  const before = await rowsRead(installation);
  const result = await work();
  await sleep(untilReported);
  return { result, touched: (await rowsRead(installation)) - before };
}

async function rowsRead({ owner }: Installation): Promise<number> {
  // Rows that scans of tables returned, and those fetched through indexes.
  const row = await firstRow(owner, sql<{ read: number }>`
    select coalesce(sum(seq_tup_read), 0)::bigint + coalesce(sum(idx_tup_fetch), 0)::bigint as read from pg_stat_user_tables`);
  return row?.read ?? 0;
}
