/** The limit of an import: the rows that it wrote, kept as COPY text and copied into the same tables again, then rolled back. */
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Installation } from '../installation.ts';
import { rows } from '../../src/platform/db/database.ts';
import { sum } from '../measure.ts';

export interface TableCopy {
  readonly table: string;
  readonly columns: string;
  readonly rows: number;
  readonly text: Buffer;
}

/** Parents before children. */
const tables = [{ table: 'people', person: 'id' }, { table: 'person_keys', person: 'person_id' }, { table: 'memberships', person: 'person_id' }, { table: 'placements', person: 'person_id' }];

export async function rowsOfImport(installation: Installation, source: string): Promise<TableCopy[]> {
  const client = await installation.ownerPool.connect();
  try {
    await client.query('create temporary table bench_people (id uuid primary key)');
    await client.query(`insert into bench_people select r.entity_id from import_refs r join import_sources s on s.id = r.source_id where s.name = $1 and r.sheet = 'people'`, [source]);
    const copies: TableCopy[] = [];
    for (const { table, person } of tables) {
      const columns = await columnsOf(installation, table);
      const parts: Buffer[] = [];
      const collect = new Writable({ write: (part: Buffer, _encoding, done) => { parts.push(part); done(); } });
      await pipeline(client.query(copyTo(`copy (select ${columns} from ${table} where ${person} in (select id from bench_people)) to stdout`)), collect);
      const text = Buffer.concat(parts);
      copies.push({ table, columns, text, rows: text.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0) });
    }
    await client.query('drop table bench_people');
    return copies;
  } finally {
    client.release();
  }
}

/** Rows a second, constraints checked, best of a few. */
export async function copyAgain(installation: Installation, copies: readonly TableCopy[]): Promise<number> {
  const client = await installation.ownerPool.connect();
  try {
    const speeds: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await client.query('begin');
      const started = performance.now();
      for (const { table, columns, text } of copies) await pipeline(Readable.from([text]), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)));
      await client.query('set constraints all immediate');
      speeds.push(sum(copies.map((copy) => copy.rows)) / ((performance.now() - started) / 1000));
      await client.query('rollback');
    }
    return Math.max(...speeds);
  } finally {
    client.release();
  }
}

async function columnsOf({ owner }: Installation, table: string): Promise<string> {
  const found = await rows(owner, sql<{ name: string }>`
    select quote_ident(attname) as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`);
  return found.map(({ name }) => name).join(', ');
}
