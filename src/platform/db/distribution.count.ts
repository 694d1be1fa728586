/** How many rows a table has and a sum over their contents that does not depend on where they lie or in which order. */
import type pg from 'pg';

export interface Count {
  readonly rows: number;
  readonly sum: string;
}

export async function countTable(client: pg.ClientBase, table: string): Promise<Count> {
  const { rows: columns } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`, [`public."${table}"`]);
  const { rows } = await client.query<{ rows: string; sum: string }>(
    `select count(*) as rows, coalesce(sum(hashtextextended(jsonb_build_array(${columns.map(steady).join(', ')})::text, 0)::numeric), 0)::text as sum from public."${table}"`);
  return { rows: Number(rows[0]?.rows ?? 0), sum: rows[0]?.sum ?? '0' };
}

/** A value in a form that no setting of a node changes (time zone, style of dates, form of binary). */
function steady({ name, type }: { name: string; type: string }): string {
  const column = `"${name}"`;
  if (type === 'timestamp with time zone') return `extract(epoch from ${column})`;
  if (type === 'date') return `${column} - date '2000-01-01'`;
  if (type === 'daterange') return `isempty(${column}), lower(${column}) - date '2000-01-01', upper(${column}) - date '2000-01-01'`;
  if (type === 'bytea') return `encode(${column}, 'hex')`;
  return column;
}
