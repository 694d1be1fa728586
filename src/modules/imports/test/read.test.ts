import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../check/check.ts';
import type { Finding } from '../read/findings.ts';
import { findingLog } from '../read/findings.ts';
import type { ReadProgress } from '../read/workbook.ts';
import { readWorkbook } from '../read/workbook.ts';

function csv(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) };
}

async function places(...files: { name: string; bytes: Uint8Array }[]): Promise<unknown[]> {
  return (await readWorkbook({ files })).findings.map(({ code, row, column }) => [code, row, column]);
}

test('no more rows are read than asked for, of all sheets together', async () => {
  const files = [csv('people.csv', 'ref,full_name\np1,An Bình\np2,Ba Cao\n'), csv('posts.csv', 'ref,unit,kind,from\nt1,u,secretary,2020-01-01\nt2,u,secretary,2020-01-01\nt3,u,secretary,2020-01-01\n')];
  const few = await readWorkbook({ files }, { mostRows: 3 });
  expect([few.isWhole, few.sheets.people?.rowsRead, few.sheets.posts?.rowsRead]).toEqual([false, 2, 2]);
  expect((await readWorkbook({ files }, { mostRows: 5 })).isWhole).toBe(true);
});

describe('headers', () => {
  test('are known without diacritics, in any order and with marks of their own', async () => {
    const { sheets, findings } = await readWorkbook({ files: [csv('Con người.csv', 'HO VA TEN (*);  mã  ;Năm sinh\nNguyễn Văn An;p1;1975\n')] });
    expect(findings).toEqual([]);
    expect(sheets.people?.rows).toMatchObject([{ row: 2, ref: 'p1', full_name: 'Nguyễn Văn An', birth: '1975', phone: null }]);
    expect([...(sheets.people?.columns ?? [])]).toEqual(['full_name', 'ref', 'birth']);
  });

  test('with a slip of the pen name the nearest column', async () => {
    const { findings } = await readWorkbook({ files: [csv('people.csv', 'ref,full_name,birht,zzz\np1,An Bình,1975,\n')] });
    expect(findings.map(({ code, column, cell, data }) => [code, column, cell, data?.['near']])).toEqual([['column.unknown_near', 'birht', 'C1', 'Birth'], ['column.unknown', 'zzz', 'D1', undefined]]);
  });

  test('that are missing, too low or incomplete stop the sheet', async () => {
    expect(await places(csv('people.csv', 'p1,An Bình\np2,Ba Cao\n'))).toEqual([['header.missing', 1, null]]);
    expect(await places(csv('people.csv', 'DANH SÁCH\n\nref,full_name\np1,An Bình\n'))).toEqual([['header.not_first', 1, null]]);
    expect(await places(csv('people.csv', 'ref,birth\np1,1975\n'))).toEqual([['column.missing', 1, 'full_name']]);
    expect(await places(csv('people.csv', 'ref,full_name,ref\np1,An Bình,p1\n'))).toEqual([['column.twice', 1, 'ref']]);
  });

  test('with merged cells are refused', async () => {
    const rows = [['Mã', 'Họ và tên', null], ['p1', 'An Bình', null]];
    const bytes = await writeXlsx({ sheets: [{ name: 'people', rows, merges: [{ startRow: 0, startCol: 1, endRow: 0, endCol: 2 }] }] });
    expect(await places({ name: 'x.xlsx', bytes })).toEqual([['header.merged', 1, null]]);
  });

  test('data under no header is told once', async () => {
    expect(await places(csv('people.csv', 'ref,,full_name\np1,lạc,An Bình\np2,lạc,Ba Cao\n'))).toEqual([['column.nameless', 2, null]]);
  });

  test('a sheet that comes twice is refused, an empty one is told', async () => {
    expect(await places(csv('people.csv', 'ref,full_name\np1,An Bình\n'), csv('Con người.csv', 'ref,full_name\n'))).toContainEqual(['sheet.twice', null, null]);
    expect(await places(csv('people.csv', '\n\n'))).toEqual([['sheet.empty', null, null]]);
  });
});

describe('rows', () => {
  test('empty ones are passed over and keep their number', async () => {
    const { sheets } = await readWorkbook({ files: [csv('people.csv', 'ref,full_name\np1,An Bình\n\n ,\u00a0\np2,Ba Cao\n')] });
    expect(sheets.people?.rows.map(({ row, ref }) => [row, ref])).toEqual([[2, 'p1'], [5, 'p2']]);
  });

  test('with an error are left out, and what refers to them isn’t a second mistake', async () => {
    const content = await readWorkbook({ files: [csv('people.csv', 'ref,full_name,birth\np1,An Bình,31/2/1975\n'), csv('memberships.csv', 'person,record,from\np1,away,1/1/2020\n')] });
    expect(content.sheets.people).toMatchObject({ rows: [], rowsRead: 1 });
    expect(checkWorkbook(content).map(({ code }) => code)).toEqual(['day.impossible']);
  });

  test('with a correction made on screen are read as corrected', async () => {
    const files = [csv('people.csv', 'ref,full_name,birth\np1,An Bình,31/2/1975\n')];
    const { sheets, findings } = await readWorkbook({ files }, { fixes: [{ sheet: 'people', row: 2, column: 'birth', value: '28/2/1975' }] });
    expect(findings).toEqual([]);
    expect(sheets.people?.rows[0]?.birth).toBe('1975-02-28');
  });

  test('refs from earlier imports are known', async () => {
    const content = await readWorkbook({ files: [csv('memberships.csv', 'person,record,from\np1,away,1/1/2020\np2,away,1/1/2020\n')] });
    const found = checkWorkbook(content, (sheet, ref) => sheet === 'people' && ref === 'p1');
    expect(found.map(({ code, row, value }) => [code, row, value])).toEqual([['ref.unresolved', 3, 'p2']]);
  });
});

test('equal findings beyond a limit are counted, not kept', () => {
  const log = findingLog(2);
  const finding: Finding = { severity: 'error', code: 'day.form', sheet: 'units', row: 2, column: 'from' };
  for (let row = 2; row < 12; row += 1) log.add({ ...finding, row });
  expect(log.count('error')).toBe(10);
  expect(log.list().map(({ code, data }) => [code, data?.['count']])).toEqual([['day.form', undefined], ['day.form', undefined], ['more_alike', 8]]);
});

test('a CSV file of 100,000 rows is read row by row, with progress and within bounded memory', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nhap-'));
  try {
    await writePeople(join(folder, 'people.csv'), 100_000);
    const before = heapInUse();
    const progress: ReadProgress[] = [];
    const content = await readWorkbook({ path: folder }, { onProgress: (step) => progress.push(step) });
    expect(content.findings).toEqual([]);
    expect(content.sheets.people?.rows).toHaveLength(100_000);
    expect(content.sheets.people?.rows.at(-1)).toMatchObject({ row: 100_001, ref: 'p100000', sex: 'female', birth: '1975-03-09' });
    expect(progress.length).toBeGreaterThanOrEqual(100);
    expect(progress.at(-1)).toEqual({ sheet: 'people', rows: 100_000 });
    expect((heapInUse() - before) / 1024 / 1024).toBeLessThan(150);
    expect(checkWorkbook(content).filter(({ severity }) => severity === 'error')).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);

/** What is still held after the garbage is collected. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

async function writePeople(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  file.write('ref;full_name;sex;birth;citizen_no\r\n');
  for (let number = 1; number <= count; number += 1) {
    file.write(`p${number};"Nguyễn Thị ${number}";nữ;9/3/1975;${String(number).padStart(12, '0')}\r\n`);
  }
  file.end();
  await finished(file);
}
