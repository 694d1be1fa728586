import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWorkbook } from '../check/check.ts';
import { findingPlace, findingSentence } from '../imports.messages.ts';
import type { Finding } from '../read/findings.ts';
import type { ImportSource } from '../read/source.ts';
import { readWorkbook } from '../read/workbook.ts';
import { brokenCsvFiles, brokenWorkbook, csvFaults, faults, workbookFaults } from './broken.workbook.ts';
import type { Fault } from './broken.workbook.ts';


test('every fault of the broken workbook is told with its sheet, row and column, and nothing else', async () => {
  const found = await findingsOf({ files: [{ name: 'sai.xlsx', bytes: await brokenWorkbook() }] });
  expect(found.map(faultOf).toSorted()).toEqual([...faults, ...workbookFaults].map(String).toSorted());
});

test('every fault of the broken folder of CSV files is told with its sheet, row and column, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nhap-'));
  try {
    for (const { name, bytes } of brokenCsvFiles()) await writeFile(join(folder, name), bytes);
    const found = await findingsOf({ path: folder });
    expect(found.map(faultOf).toSorted()).toEqual([...faults, ...csvFaults].map(String).toSorted());
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('there are more than thirty different faults', () => {
  expect(new Set([...faults, ...workbookFaults].map(([code]) => code)).size).toBeGreaterThanOrEqual(30);
});

test('each finding says in both languages what is wrong, with nothing left to fill in', async () => {
  const found = await findingsOf({ files: [{ name: 'sai.xlsx', bytes: await brokenWorkbook() }] });
  for (const finding of found) {
    for (const language of ['vi', 'en'] as const) {
      expect(findingSentence(finding, language)).not.toMatch(/\{\w+\}/);
      expect(findingPlace(finding, language)).not.toBe('');
    }
  }
});

test('a finding points at the cell of the spreadsheet', async () => {
  const found = await findingsOf({ files: [{ name: 'sai.xlsx', bytes: await brokenWorkbook() }] });
  const impossible = found.find(({ code, sheet }) => code === 'day.impossible' && sheet === 'units');
  expect(impossible).toMatchObject({ cell: 'G6', value: '31/02/2022', severity: 'error' });
  expect(findingPlace(impossible ?? fail(), 'vi')).toBe('Đơn vị, dòng 6, cột “Từ ngày”');
});

async function findingsOf(source: ImportSource): Promise<readonly Finding[]> {
  return checkWorkbook(await readWorkbook(source));
}

function faultOf({ code, sheet, row, column }: Finding): string {
  const fault: Fault = [code, sheet, row, column];
  return String(fault);
}

function fail(): never {
  throw new Error('the finding is missing');
}
