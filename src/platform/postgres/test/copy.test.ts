import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyIn, copyOut, copyRow } from '../copy.ts';
import { openScratch, type Scratch } from './scratch.ts';

let scratch: Scratch;
let client: Client;

beforeAll(async () => {
  scratch = await openScratch();
  client = new Client({ connectionString: await scratch.database('copying') });
  await client.connect();
}, 120_000);

afterAll(async () => {
  await client.end();
  await scratch.close();
}, 120_000);

test('odd values come through unchanged both ways', async () => {
  await client.query('CREATE TABLE odd (n int, text text, at daterange, doc jsonb, raw bytea)');
  const values = ['tab\there', 'line\nbreak', 'cr\r\n', 'back\\slash \\N \\.', '\\.', '', null, 'Đảng ủy xã Tân Phước', '𠊛 chữ Nôm', "quote ' \" ,"];
  const documents = values.map((text) => JSON.stringify({ text }));
  const written = await copyIn(client, 'COPY odd (n, text, at, doc, raw) FROM STDIN',
    lines(values.map((text, n) => [String(n), text, '[2022-08-09,)', documents[n] ?? null, '\\x00ff0a5c'])));
  expect(written).toBe(values.length);
  const { rows } = await client.query<{ text: string | null; at: string; doc: unknown; raw: Buffer }>('SELECT text, at::text, doc, raw FROM odd ORDER BY n');
  expect(rows.map(({ text }) => text)).toEqual(values);
  expect(rows.map(({ doc }) => doc)).toEqual(values.map((text) => ({ text })));
  expect(rows[0]).toMatchObject({ at: '[2022-08-09,)', raw: Buffer.from([0, 255, 10, 92]) });
  await client.query('CREATE TABLE odd_again (LIKE odd)');
  expect(await copyIn(client, 'COPY odd_again FROM STDIN', copyOut(client2(), 'COPY odd TO STDOUT').stream)).toBe(values.length);
  expect(await difference('odd', 'odd_again')).toBe(0);
});

test('100,000 rows go out and in, with rows longer than a block among them', async () => {
  await client.query(`CREATE TABLE many AS SELECT n, repeat('Chi bộ ' || n || E'\\n', CASE WHEN n % 20000 = 0 THEN 20000 ELSE 3 END) AS text
    FROM generate_series(1, 100000) n`);
  const out = copyOut(client2(), 'COPY many TO STDOUT');
  await client.query('CREATE TABLE many_again (LIKE many)');
  expect(await copyIn(client, 'COPY many_again FROM STDIN', out.stream)).toBe(100_000);
  expect(out.rowCount()).toBe(100_000);
  expect(await difference('many', 'many_again')).toBe(0);
});

test('a slow reader holds the server back instead of filling the memory', async () => {
  const { stream } = copyOut(client, "COPY (SELECT repeat('x', 1000) FROM generate_series(1, 60000)) TO STDOUT");
  let bytes = 0;
  let most = 0;
  for await (const block of stream) {
    bytes += (block as Buffer).length;
    most = Math.max(most, stream.readableLength);
    if (bytes < 4_000_000) await sleep(5);
  }
  expect(bytes).toBe(60_000 * 1001);
  expect(most).toBeLessThan(2_000_000);
});

test('a slow writer of the server holds the source back', async () => {
  await client.query('CREATE TABLE held (text text)');
  const other = client2();
  await other.query('BEGIN; LOCK TABLE held');
  let given = 0;
  const work = copyIn(client, 'COPY held FROM STDIN', (async function* () {
    const block = copyRow(['x'.repeat(999)]).repeat(64);
    for (; given < 2000; given++) yield block;
  })());
  await sleep(300);
  expect(given).toBeLessThan(1000);
  await other.query('COMMIT');
  expect(await work).toBe(2000 * 64);
});

test('after a refused row, a failing source, a wrong statement and a reader that leaves, the client goes on', async () => {
  await client.query('CREATE TABLE strict (n int CHECK (n > 0))');
  const endless = async function* (): AsyncGenerator<string> { for (let n = 5; ; n--) yield `${n}\n`; };
  await expect(copyIn(client, 'COPY strict FROM STDIN', endless())).rejects.toMatchObject({ code: '23514' });
  const failing = async function* (): AsyncGenerator<string> { yield '1\n'; throw new Error('the spreadsheet ended early'); };
  await expect(copyIn(client, 'COPY strict FROM STDIN', failing())).rejects.toThrow('the spreadsheet ended early');
  await expect(readAll(copyOut(client, 'COPY nowhere TO STDOUT').stream)).rejects.toMatchObject({ code: '42P01' });
  await expect(readAll(copyOut(client, 'COPY strict FROM STDIN').stream)).rejects.toThrow('COPY TO STDOUT expected');
  expect(() => copyOut(client, 'SELECT 1')).toThrow(TypeError);
  const left = copyOut(client, 'COPY (SELECT generate_series(1, 1000000)) TO STDOUT');
  for await (const block of left.stream) if ((block as Buffer).length > 0) break;
  const { rows } = await client.query('SELECT count(*)::int AS n FROM strict');
  expect(rows).toEqual([{ n: 0 }]);
});

test('blocks may be cut anywhere, within a letter too', async () => {
  await client.query('CREATE TABLE cut (text text)');
  const bytes = Buffer.from(copyRow(['Nguyễn Thị Đượm']).repeat(500));
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.subarray(at * 7, at * 7 + 7));
  expect(await copyIn(client, 'COPY cut FROM STDIN', Readable.from(pieces))).toBe(500);
  const { rows } = await client.query('SELECT DISTINCT text FROM cut');
  expect(rows).toEqual([{ text: 'Nguyễn Thị Đượm' }]);
});

test('random text of every sign round-trips through copyRow', async () => {
  await client.query('CREATE TABLE noise (n int, text text)');
  const texts = Array.from({ length: 300 }, () => randomBytes(60).toString('latin1').replaceAll('\0', '\\') + 'đ\t\n\\t');
  await copyIn(client, 'COPY noise FROM STDIN', lines(texts.map((text, n) => [String(n), text])));
  const { rows } = await client.query<{ text: string }>('SELECT text FROM noise ORDER BY n');
  expect(rows.map(({ text }) => text)).toEqual(texts);
});

function client2(): Client {
  return scratch.second;
}

async function difference(left: string, right: string): Promise<number> {
  const { rowCount } = await client.query(`(TABLE ${left} EXCEPT ALL TABLE ${right}) UNION ALL (TABLE ${right} EXCEPT ALL TABLE ${left})`);
  return rowCount ?? -1;
}

async function* lines(rows: readonly (string | null)[][]): AsyncGenerator<string> {
  for (const row of rows) yield copyRow(row);
}

async function readAll(stream: Readable): Promise<number> {
  let bytes = 0;
  for await (const block of stream) bytes += (block as Buffer).length;
  return bytes;
}
