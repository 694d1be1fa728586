import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { importFormatPath, renderImportFormat } from '../format/docs.ts';
import type { ColumnSpec } from '../format/format.ts';
import { formerTitles } from '../format/rule.former.ts';
import { endReasons } from '../../membership/membership.ts';
import { membershipWeb } from '../../membership/web/membership.web.messages.ts';
import { educations, qualifications, theoryLevels } from '../../people/person.ts';
import { peopleWeb } from '../../people/web/people.web.messages.ts';
import { postTexts } from '../../posts/post.messages.ts';
import { hows, tenureEndReasons } from '../../posts/post.ts';
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

test('values are read by the words that they had before as well', async () => {
  const read = async (name: 'guests' | 'rules', rows: string[][]) => {
    const { findings, sheets } = await readWorkbook({ files: [{ name: `${name}.csv`, bytes: new TextEncoder().encode(csvOf(rows)) }] });
    expect(findings).toEqual([]);
    return sheets[name]!.rows;
  };
  const guests = await read('guests', [['meeting', 'name', 'role'], ['m', 'Trần Văn Bình', 'Khách khác'], ['m', 'Trần Văn Bình', 'Other guest']]);
  expect(guests).toMatchObject([{ role: 'other' }, { role: 'other' }]);
  const titles = Object.entries(formerTitles).flatMap(([rule, known]) => known.map((title) => ({ rule, title })));
  const rules = await read('rules', [['rule', 'value', 'from', 'document'], ...titles.map(({ title }) => [title, '1', '2026-01-01', 'Quy định 01']), ['Thời gian sinh hoạt thường kỳ, ít nhất (phút)', '90', '2026-01-01', 'Quy định 01']]);
  expect(rules).toMatchObject([...titles.map(({ rule }) => ({ rule })), { rule: 'meeting.minMinutes' }]);
});

test('examples in the guide are words of its language, not codes', async () => {
  const guide = await guideOf('vi');
  for (const word of ['Lãnh đạo', 'Toàn bộ', 'Trung học phổ thông', 'Sinh hoạt', 'Từ trần']) expect(guide).toContain(word);
  for (const code of ['leads', 'whole', 'upper_secondary', 'placement', 'died']) expect(guide).not.toContain(code);
});

test('the sheets and the screens have the same words for the same choices', () => {
  const wordsOf = (sheet: (typeof sheetNames)[number], column: string) => (getSheet(sheet).columns.find(({ name }) => name === column)?.values ?? []).map(({ code, vi }) => [code, vi]);
  const screen = (codes: readonly string[], texts: Readonly<Record<string, { vi: string }>>, prefix: string) => codes.map((code) => [code, texts[`${prefix}.${code}`]?.vi]);
  expect(wordsOf('people', 'education')).toEqual(screen(educations, peopleWeb, 'education'));
  expect(wordsOf('people', 'qualification')).toEqual(screen(qualifications, peopleWeb, 'qualification'));
  expect(wordsOf('people', 'political_theory')).toEqual(screen(theoryLevels, peopleWeb, 'theory'));
  expect(wordsOf('memberships', 'end_reason').toSorted()).toEqual(screen(endReasons, membershipWeb, 'end').toSorted());
  expect(wordsOf('tenures', 'how')).toEqual(screen(hows, postTexts, 'how'));
  expect(wordsOf('tenures', 'end_reason').toSorted()).toEqual(screen(tenureEndReasons, postTexts, 'end').toSorted());
});

async function guideOf(language: 'vi' | 'en'): Promise<readonly unknown[]> {
  const { sheets } = await readXlsx(await templateWorkbook(language));
  return sheets.at(-1)!.rows.map((row) => row.at(-1));
}

function wordsOfTwoValues(column: ColumnSpec): string[] {
  const words = (column.values ?? []).flatMap((value) => [...new Set([value.code, value.vi, value.en, ...(value.aliases ?? [])].map(labelKey))].map((word) => `${value.under ?? ''} ${word}`));
  return words.filter((word, at) => words.indexOf(word) !== at);
}
