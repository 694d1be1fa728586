/**
 * Fresh statistics for the planner after much was written at once. PostgreSQL would gather them by itself within
 * minutes, but until then the same read can take a minute instead of 20 ms. Only the owner of the tables may.
 */
import pg from 'pg';

export async function refreshStatistics(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
