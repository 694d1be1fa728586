/**
 * Yearly partitions of the tables that grow for ever, made ahead by the owner of the tables through a function of the
 * database: the role that serves requests has no DDL. Until a year has its partition, its rows fall into a net
 * (`<table>_rest`), from which they are moved when it gets one.
 */
import { sql } from 'kysely';
import type { Day } from '../day.ts';
import { firstRow, rows, type Db } from './database.ts';

/** For this year and the next, and for whatever fell into a net. Answers the names of the partitions made. */
export async function createPartitions(db: Db, today: Day): Promise<string[]> {
  const row = await firstRow(db, sql<{ made: string[] }>`select create_partitions(${today}::date) as made`);
  return row?.made ?? [];
}

/** What PostgreSQL does by itself for every table but these. */
export async function refreshPartitionedStatistics(db: Db): Promise<void> {
  await sql`select refresh_partitioned_statistics()`.execute(db);
}

/** Partitions of this year or the next that are missing, and nets that hold rows. Asked as the owner of the tables. */
export async function partitionFaults(db: Db, today: Day): Promise<string[]> {
  const year = Number(today.slice(0, 4));
  const tables = await listPartitioned(db);
  const missing = tables.flatMap(({ name, partitions }) => [`${name}_${year}`, `${name}_${year + 1}`].filter((part) => !partitions.includes(part)));
  const caught: string[] = [];
  for (const { name } of tables) {
    const net = `${name}_rest`;
    const row = await firstRow(db, sql<{ caught: boolean }>`select exists (select from ${sql.table(net)}) as caught`);
    if (row?.caught) caught.push(net);
  }
  return [...missing, ...caught];
}

interface Partitioned {
  readonly name: string;
  readonly partitions: readonly string[];
}

function listPartitioned(db: Db): Promise<Partitioned[]> {
  return rows(db, sql<Partitioned>`
    select c.relname as name, array(select i.inhrelid::regclass::text from pg_inherits i where i.inhparent = c.oid) as partitions
    from pg_partitioned_table p join pg_class c on c.oid = p.partrelid where c.relnamespace = 'public'::regnamespace order by c.relname`);
}
