import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../platform/csv.ts';
import { parseCsv } from '../read/csv.ts';
import { decode, detectEncoding } from '../read/encoding.ts';
import type { GridRow } from '../read/grid.ts';
import { readWorkbook } from '../read/workbook.ts';

async function* pieces(text: string, size = text.length || 1): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function parse(text: string, size?: number): Promise<{ rows: GridRow[]; openQuote: number | undefined }> {
  const rows: GridRow[] = [];
  let openQuote: number | undefined;
  for await (const row of parseCsv(pieces(text, size), (at) => (openQuote = at))) rows.push(row);
  return { rows, openQuote };
}

async function cellsOf(text: string): Promise<unknown[]> {
  return (await parse(text)).rows.map(({ cells }) => cells);
}

describe('CSV', () => {
  test('separator is found by the header; quoted ones don’t count', async () => {
    expect(await cellsOf('a;b\n1;2')).toEqual([['a', 'b'], ['1', '2']]);
    expect(await cellsOf('a\tb\r\n1\t2\r\n')).toEqual([['a', 'b'], ['1', '2']]);
    expect(await cellsOf('"a;b;c",d\n1,2')).toEqual([['a;b;c', 'd'], ['1', '2']]);
    expect(await cellsOf('sep=|\r\na|b\r\n1|2')).toEqual([['a', 'b'], ['1', '2']]);
  });

  test.each(['vi', 'en'] as const)('what is written for readers of %s is read back as it was', async (language) => {
    const [head, row] = await cellsOf(csvText([['Tên; khác', 'Diện tích (km²)', 'Ghi chú'], ['Thôn An, khu 2', 12.5, 'a;b,c']], language).slice(1)) as string[][];
    expect([head, row?.[0], row?.[2]]).toEqual([['Tên; khác', 'Diện tích (km²)', 'Ghi chú'], 'Thôn An, khu 2', 'a;b,c']);
    expect(Number(row?.[1]?.replace(',', '.'))).toBe(12.5);
  });

  test('rows keep the numbers that the spreadsheet shows, empty rows counted, line breaks in a cell not', async () => {
    const { rows } = await parse('a,b\n\n"hai\ndòng",2\n\n3,4\n');
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([[1, 'a'], [2, ''], [3, 'hai\ndòng'], [4, ''], [5, '3']]);
  });

  test('an unclosed quotation mark is told with the row where it began', async () => {
    expect((await parse('a,b\n1,2\n3,"bốn\n5,6\n')).openQuote).toBe(3);
    expect((await parse('a,b\n1,2\n')).openQuote).toBeUndefined();
  });

  test('a file without end gives its rows as they come', async () => {
    let pulled = 0;
    async function* endless() {
      for (;;) yield `${(pulled += 1)},b\n`;
    }
    const rows: GridRow[] = [];
    for await (const row of parseCsv(endless(), () => undefined)) {
      rows.push(row);
      if (rows.length === 1000) break;
    }
    expect(pulled).toBeLessThanOrEqual(1001);
  });

  test('any table is read back however the text is cut into chunks', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ệ', '"', ',', ';', '\n', '\r', ' ') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
      const text = rows.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      const { rows: read, openQuote } = await parse(`x,y\r\n${text}\r\n`, size);
      expect(openQuote).toBeUndefined();
      expect(read.slice(1).map(({ cells }) => cells)).toEqual(rows);
    }));
  });
});

describe('encodings', () => {
  const text = 'ref,full_name\r\np1,Nguyễn Thị Hoà\r\np2,Đỗ Ườn\r\n';
  const cases: [string, Uint8Array][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-8, decomposed', Buffer.from(text.normalize('NFD'))],
    ['UTF-16, as Excel’s “Unicode text”', iconv.encode(`\uFEFF${text}`, 'utf-16le')],
    ['UTF-16, big-endian', iconv.encode(`\uFEFF${text}`, 'utf-16be')],
    ['UTF-16 without a mark', iconv.encode(text, 'utf-16le')],
    ['Windows-1258', iconv.encode(tonesApart(text), 'windows-1258')],
  ];

  test.each(cases)('%s gives the same names', async (_name, bytes) => {
    const { sheets } = await readWorkbook({ files: [{ name: 'people.csv', bytes }] });
    expect(sheets.people?.rows.map((person) => person.full_name)).toEqual(['Nguyễn Thị Hoà', 'Đỗ Ườn']);
  });

  test('reading as Windows-1258 is told', async () => {
    const { findings } = await readWorkbook({ files: [{ name: 'people.csv', bytes: iconv.encode(tonesApart(text), 'windows-1258') }] });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['file.encoding_assumed', 'warning']]);
  });

  test('letters cut in two by the end of a chunk are put together', async () => {
    const bytes = Buffer.from(`\uFEFF${text}`);
    async function* byteByByte() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    expect(await detectEncoding(byteByByte())).toBe('utf-8');
    let read = '';
    for await (const piece of decode(byteByByte(), 'utf-8')) read += piece;
    expect(read).toBe(text);
  });
});

/** Windows-1258 has ê, ô, ơ … as letters and tones as combining marks. */
function tonesApart(text: string): string {
  return text.normalize('NFD').replace(/(\p{L})([\u0300-\u036f]+)/gu, (_whole, letter: string, marks: string) => {
    const [shape, tones] = [marks.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, ''), marks.replace(/[^\u0300\u0301\u0303\u0309\u0323]/g, '')];
    return (letter + shape).normalize('NFC') + tones;
  });
}
