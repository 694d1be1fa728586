/** A list taken along as a file: what it says is text to a spreadsheet, never a formula, and a long list comes whole. */
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { day } from '../day.ts';
import { dayCell, inBatches, tableFile, type Header, type Line } from '../table.file.ts';
import type { Language } from '../messages.ts';
import type { TableFormat } from '../table.formats.ts';

const formulas = ['=1+1', '+84 912 345 678', '-2+3', '@SUM(A1)', '\t=1+1', '\r=1+1', '=HYPERLINK("http://x")'];

async function* linesOf(...lines: Line[]): AsyncIterable<Line> {
  yield* lines;
}

function fileOf(format: TableFormat, ...lines: Line[]) {
  const { name, type, body } = tableFile({ title: 'Danh sách', on: day('2026-11-20'), format, language: 'en', headers: ['Tên', '=Số'], lines: linesOf(...lines) });
  if (Buffer.isBuffer(body)) throw new Error('a table is streamed');
  return { name, type, body };
}

test('in CSV whatever would be run as a formula is marked as text, and numbers stay numbers', async () => {
  const { name, type, body } = fileOf('csv', ...formulas.map((formula): Line => [formula, -5]), ['Nguyễn Văn "An", thôn 3', null]);
  const written = (await buffer(body)).toString();
  expect([name, type]).toEqual(['Danh sách 2026-11-20.csv', 'text/csv; charset=utf-8']);
  expect(written).toBe([
    '\uFEFFTên,\'=Số', "'=1+1,-5", "'+84 912 345 678,-5", "'-2+3,-5", "'@SUM(A1),-5", "'\t=1+1,-5", '"\'\r=1+1",-5', '"\'=HYPERLINK(""http://x"")",-5', '"Nguyễn Văn ""An"", thôn 3",',
  ].join('\r\n'));
});

test('for readers of Vietnamese cells are parted by semicolons and decimals by a comma', async () => {
  const written = (language: Language) => {
    const { body } = tableFile({ title: 'Danh sách', on: day('2026-11-20'), format: 'csv', language, headers: ['Tên', 'Diện tích (km²)', 'Dân số'], lines: linesOf(['Thôn An, xã Hạ; khu 2', 12.5, 1250], ['Gò', -0.5, null]) });
    if (Buffer.isBuffer(body)) throw new Error('a table is streamed');
    return buffer(body);
  };
  expect((await written('vi')).toString()).toBe('\uFEFFTên;Diện tích (km²);Dân số\r\n"Thôn An, xã Hạ; khu 2";12,5;1250\r\nGò;-0,5;');
  expect((await written('en')).toString()).toBe('\uFEFFTên,Diện tích (km²),Dân số\r\n"Thôn An, xã Hạ; khu 2",12.5,1250\r\nGò,-0.5,');
});

test('in Excel every text is a cell of type text and none is a formula', async () => {
  const { name, body } = fileOf('xlsx', ...formulas.map((formula): Line => [formula, 7]));
  const bytes = await buffer(body);
  expect(name).toBe('Danh sách 2026-11-20.xlsx');
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet?.rows.map(([first]) => first)).toEqual(['Tên', ...formulas.map((formula) => expect.stringContaining(formula.trim()) as unknown)]);
  const markup = partOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(markup).toContain('<c ');
  expect(markup).not.toMatch(/<f[ >/]/);
});

test('in Excel a column of days holds dates that sort, written day first; other texts of the column stay, and columns are as wide as their words', async () => {
  const headers: readonly Header[] = ['Tên', { days: 'Từ ngày' }];
  const lines = linesOf(['Chi bộ thôn Thượng, xã Đồng Thịnh', dayCell('2022-08-09')], ['B', '03/1975'], ['C', null], ['D', dayCell('1899-12-31')]);
  const { body } = tableFile({ title: 'Danh sách', on: day('2026-11-20'), format: 'xlsx', language: 'vi', headers, lines });
  if (Buffer.isBuffer(body)) throw new Error('a table is streamed');
  const bytes = await buffer(body);
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet?.rows.map(([, since]) => since)).toEqual(['Từ ngày', new Date('2022-08-09T00:00:00Z'), '03/1975', null, '31/12/1899']);
  const markup = partOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(markup).toMatch(/<col [^>]*width="35/);
  expect(partOf(bytes, 'xl/styles.xml')).toContain('dd/mm/yyyy');
});

test('a list longer than a batch comes whole, each batch from where the last one ended', async () => {
  const all = Array.from({ length: 10_000 }, (_, index) => index);
  const asked: (number | undefined)[] = [];
  const read = async ({ last, limit }: { last: number | undefined; limit: number }) => {
    asked.push(last);
    return all.slice((last ?? -1) + 1).slice(0, limit);
  };
  const batches = await Array.fromAsync(inBatches(read));
  expect(batches.flat()).toEqual(all);
  expect(asked).toEqual([undefined, 3999, 7999]);
});

test.each(['csv', 'xlsx'] as const)('the first bytes of a %s file leave long before the last line was read, and no more lines are read than leave', async (format) => {
  let read = 0;
  const many = 200_000;
  async function* lines(): AsyncIterable<Line> {
    for (; read < many; read += 1) yield [`Nguyễn Văn ${read}`, read];
  }
  const { body } = tableFile({ title: 'Danh sách', on: day('2026-11-20'), format, language: 'vi', headers: ['Tên', 'Số'], lines: lines() });
  if (Buffer.isBuffer(body)) throw new Error('a table is streamed');
  const bytes = body[Symbol.asyncIterator]();
  expect((await bytes.next()).done).toBe(false);
  const readAtFirst = read;
  for (let turn = 0; turn < 100; turn += 1) await setImmediate();
  expect([readAtFirst < many / 4, read < many / 4]).toEqual([true, true]);
  await bytes.return?.();
});

test('a day is written day first, whatever the language', () => {
  expect([dayCell('2022-08-09'), dayCell(null)]).toEqual(['09/08/2022', null]);
});

/** One file of the archive, found through its central directory. */
function partOf(bytes: Buffer, name: string): string {
  const at = bytes.lastIndexOf(name) - 46;
  const packed = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = bytes.subarray(start, start + packed);
  return (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content).toString('utf8');
}
