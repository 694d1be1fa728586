import { crc32, deflateRawSync } from 'node:zlib';
import type { WriteOptions } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readZipDirectory } from '../../../platform/files/zip.directory.ts';
import { readWorkbook } from '../read/workbook.ts';

const relations = [['unit', 'relation', 'other', 'from'], ['a', 'leads', 'b', new Date(Date.UTC(2022, 7, 9))]];

async function codesOf(name: string, bytes: Uint8Array): Promise<string[]> {
  return (await readWorkbook({ files: [{ name, bytes }] })).findings.map(({ code }) => code);
}

function workbook(options: Partial<WriteOptions> = {}): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'unit_relations', rows: relations }], ...options });
}

describe('dates of workbooks', () => {
  test.each(['1900', '1904'] as const)('date cells and serials of the %s system are the same day', async (dateSystem) => {
    const serial = dateSystem === '1900' ? 44782 : 43320;
    const rows = [...relations, ['a', 'leads', 'b', serial]];
    const { sheets, findings } = await readWorkbook({ files: [{ name: 'x.xlsx', bytes: await workbook({ sheets: [{ name: 'Quan hệ đơn vị', rows }], dateSystem }) }] });
    expect(findings).toEqual([]);
    expect(sheets.unit_relations?.rows.map(({ row, from }) => [row, from])).toEqual([[2, '2022-08-09'], [3, '2022-08-09']]);
  });
});

test('a time is a time, whether the cell holds a part of a day, an instant or text', async () => {
  const rows = [['ref', 'unit', 'kind', 'on', 'starts', 'ends'], ['m', 'cb', 'regular', new Date(Date.UTC(2026, 2, 3)), 0.8125, new Date(Date.UTC(1899, 11, 30, 21, 10))], ['n', 'cb', 'regular', '4/3/2026', '7h15', null]];
  const { sheets, findings } = await readWorkbook({ files: [{ name: 'x.xlsx', bytes: await workbook({ sheets: [{ name: 'Buổi sinh hoạt', rows }] }) }] });
  expect(findings).toEqual([]);
  expect(sheets.meetings?.rows.map(({ on, starts, ends }) => [on, starts, ends])).toEqual([['2026-03-03', '19:30', '21:10'], ['2026-03-04', '07:15', null]]);
});

describe('files that are refused', () => {
  test('a workbook with macros, whatever its name', async () => {
    const bytes = await workbook({ vbaProject: Uint8Array.of(1, 2, 3) });
    expect(await codesOf('x.xlsx', bytes)).toEqual(['file.macros']);
    expect(await codesOf('x.xlsm', await workbook())).toEqual(['file.macros']);
  });

  test('a workbook with a password', async () => {
    expect(await codesOf('x.xlsx', await workbook({ encryption: { password: 'bí mật', spinCount: 10 } }))).toEqual(['file.encrypted']);
  });

  test('the old binary format, also under the new name', async () => {
    const old = new Uint8Array(1024);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await codesOf('x.xls', old)).toEqual(['file.legacy_xls']);
    expect(await codesOf('x.xlsx', old)).toEqual(['file.legacy_xls']);
  });

  test('what isn’t a spreadsheet, is empty, or is cut off', async () => {
    const bytes = await workbook();
    expect(await codesOf('x.pdf', bytes)).toEqual(['file.type']);
    expect(await codesOf('x.xlsx', new Uint8Array())).toEqual(['file.empty']);
    expect(await codesOf('x.csv', new Uint8Array())).toEqual(['file.empty']);
    expect(await codesOf('x.xlsx', bytes.subarray(0, bytes.length - 40))).toEqual(['file.damaged']);
    expect(await codesOf('x.xlsx', zipOf([{ name: 'a.txt', content: Buffer.from('a') }]))).toEqual(['file.damaged']);
  });

  test('a sheet whose content was tampered with', async () => {
    const bytes = Buffer.from(await workbook());
    const at = bytes.indexOf('sheet1.xml') + 20;
    bytes.fill(0xff, at, at + 60);
    expect(await codesOf('x.xlsx', bytes)).toEqual(['file.damaged']);
  });

  test('two workbooks, or a workbook beside CSV files', async () => {
    const bytes = await workbook();
    const both = await readWorkbook({ files: [{ name: 'a.xlsx', bytes }, { name: 'b.xlsx', bytes }] });
    expect(both.findings.map(({ code, sheet }) => [code, sheet])).toEqual([['file.several_workbooks', 'b.xlsx']]);
  });

  test('a path that isn’t there', async () => {
    expect((await readWorkbook({ path: '/khong/co/gi' })).findings.map(({ code }) => code)).toEqual(['file.unreadable']);
  });

  test('a workbook without any sheet of the format', async () => {
    expect(await codesOf('x.xlsx', await workbook({ sheets: [{ name: 'Bảng 1', rows: [['a']] }] }))).toEqual(['sheet.unknown', 'source.nothing']);
  });
});

describe('zip bombs are refused before anything is unpacked', () => {
  const zeros = Buffer.alloc(20 * 1024 * 1024);

  test('by the ratio', async () => {
    expect(await codesOf('x.xlsx', zipOf([{ name: 'xl/workbook.xml', content: zeros }]))).toEqual(['file.zip_bomb']);
  });

  test('by what all entries together claim', () => {
    const claim = Array.from({ length: 3 }, (_, at) => ({ name: `${at}.xml`, content: Buffer.from('x'), claims: 200 * 1024 * 1024 }));
    expect(readZipDirectory(zipOf(claim))).toBe('file.zip_bomb');
  });

  test('by the number of entries', () => {
    const many = Array.from({ length: 11 }, (_, at) => ({ name: `${at}.xml`, content: Buffer.from('x') }));
    expect(readZipDirectory(zipOf(many), { entries: 10, ratio: 250, unpackedBytes: 1e9 })).toBe('file.zip_bomb');
    expect(readZipDirectory(zipOf(many))).toHaveLength(11);
  });

  test('an entry that claims less than it holds is stopped', async () => {
    expect(await codesOf('x.xlsx', zipOf([{ name: 'xl/workbook.xml', content: zeros, claims: 100 }, { name: 'xl/_rels/workbook.xml.rels', content: Buffer.from('<a/>') }]))).toEqual(['file.damaged']);
  });

  test('entries that lie on one another, hide their size or are encrypted', () => {
    const entry = { name: 'a.xml', content: Buffer.from('abc') };
    expect(readZipDirectory(zipOf([entry, entry]))).toBe('file.damaged');
    expect(readZipDirectory(zipOf([{ ...entry, claims: 0 }]))).toBe('file.damaged');
    expect(readZipDirectory(zipOf([{ ...entry, flags: 1 }]))).toBe('file.encrypted');
  });
});

interface Part {
  readonly name: string;
  readonly content: Buffer;
  readonly claims?: number;
  readonly flags?: number;
}

/** A zip file by hand, since no honest writer makes these. */
function zipOf(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims = content.length, flags = 0 } of parts) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeSizes(local, 6, { flags, crc: crc32(content), packed: packed.length, claims, name: name.length });
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    writeSizes(central, 8, { flags, crc: crc32(content), packed: packed.length, claims, name: name.length });
    central.writeUInt32LE(at, 42);
    files.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}

function writeSizes(header: Buffer, at: number, sizes: { flags: number; crc: number; packed: number; claims: number; name: number }): void {
  header.writeUInt16LE(sizes.flags, at);
  header.writeUInt16LE(8, at + 2);
  header.writeUInt32LE(sizes.crc, at + 8);
  header.writeUInt32LE(sizes.packed, at + 12);
  header.writeUInt32LE(sizes.claims, at + 16);
  header.writeUInt16LE(sizes.name, at + 20);
}
