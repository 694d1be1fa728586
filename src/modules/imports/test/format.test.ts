import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importFormatPath, renderImportFormat } from '../format/docs.ts';
import type { ColumnSpec } from '../format/format.ts';
import { findColumn, findSheet, getSheet, importSheets, labelKey, sheetNames } from '../format/sheets.ts';
import { templateCsv, templateWorkbook } from '../format/templates.ts';
import { readWorkbook } from '../read/workbook.ts';
import { csvOf } from './broken.workbook.ts';

test('docs/import-format.md is what the declaration says (write it anew with `node src/modules/imports/format/docs.ts`)', () => {
  expect(readFileSync(importFormatPath, 'utf8')).toBe(renderImportFormat());
});

describe.each(sheetNames)('the sheet %s', (name) => {
  const sheet = getSheet(name);

  test('is found by its name and its titles', () => {
    for (const label of [sheet.name, sheet.title.vi, sheet.title.en, sheet.title.vi.toUpperCase()]) expect(findSheet(label)?.name).toBe(name);
  });

  test('has no header that means two columns', () => {
    const labels = sheet.columns.flatMap((column) => [column.name, column.title.vi, column.title.en, ...(column.aliases ?? [])].map((label) => [labelKey(label), column.name] as const));
    for (const [label, column] of labels) expect([label, findColumn(sheet, label)?.name]).toEqual([label, column]);
  });

  test('has no word that means two values', () => {
    for (const column of sheet.columns) expect(wordsOfTwoValues(column)).toEqual([]);
  });

  test('reads its own examples without a finding', async () => {
    const rows = [sheet.columns.map(({ name: column }) => column), sheet.columns.map(({ example }) => example)];
    const { findings, sheets } = await readWorkbook({ files: [{ name: `${name}.csv`, bytes: new TextEncoder().encode(csvOf(rows)) }] });
    expect(findings).toEqual([]);
    expect(sheets[name]?.rows).toHaveLength(1);
  });

  test('is read from its empty CSV template without a finding', async () => {
    const { findings } = await readWorkbook({ files: [{ name: `${name}.csv`, bytes: new TextEncoder().encode(templateCsv(name)) }] });
    expect(findings).toEqual([]);
  });
});

test.each(['vi', 'en'] as const)('the template workbook in %s has every column of every sheet and reads without a finding', async (language) => {
  const { sheets, findings } = await readWorkbook({ files: [{ name: 'mau.xlsx', bytes: await templateWorkbook(language) }] });
  expect(findings).toEqual([]);
  for (const sheet of importSheets) expect([...(sheets[sheet.name]?.columns ?? [])]).toEqual(sheet.columns.map(({ name }) => name));
});

function wordsOfTwoValues(column: ColumnSpec): string[] {
  const words = (column.values ?? []).flatMap((value) => [...new Set([value.code, value.vi, value.en, ...(value.aliases ?? [])].map(labelKey))].map((word) => `${value.under ?? ''} ${word}`));
  return words.filter((word, at) => words.indexOf(word) !== at);
}
