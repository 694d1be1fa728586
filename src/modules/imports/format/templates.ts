/** Empty files to fill in: a workbook with one tab for each sheet and an explanation, or one CSV text for each sheet. */
import { writeXlsx } from 'hucre/xlsx';
import type { Language } from '../../../platform/messages.ts';
import type { ColumnSpec, SheetSpec } from './format.ts';
import { exampleText, guideTexts, typeText } from './guide.ts';
import { importSheets } from './sheets.ts';
import type { SheetName } from './sheets.ts';

export async function templateWorkbook(language: Language): Promise<Uint8Array> {
  const sheets = importSheets.map((sheet: SheetSpec) => tab(sheet.title[language], [sheet.columns.map((column) => headerOf(column, language))]));
  return writeXlsx({ sheets: [...sheets, tab(guideTexts.guide[language], [guideHead(language), ...guideRows(language)])] });
}

const COLUMN_WIDTH = 22;

function tab(name: string, rows: string[][]) {
  return { name, rows, columns: (rows[0] ?? []).map(() => ({ width: COLUMN_WIDTH })), freezePane: { rows: 1 } };
}

/** With the byte order mark by which Excel knows UTF-8. */
export function templateCsv(name: SheetName): string {
  const sheet: SheetSpec | undefined = importSheets.find((candidate) => candidate.name === name);
  return `\uFEFF${(sheet?.columns ?? []).map((column) => column.name).join(',')}\r\n`;
}

function headerOf(column: ColumnSpec, language: Language): string {
  return column.title[language] + (column.required ? ' *' : '');
}

function guideHead(language: Language): string[] {
  return [guideTexts.sheet, guideTexts.column, guideTexts.required, guideTexts.type, guideTexts.values, guideTexts.meaning, guideTexts.example].map((text) => text[language]);
}

function guideRows(language: Language): string[][] {
  return importSheets.flatMap((sheet: SheetSpec) =>
    sheet.columns.map((column) => [
      sheet.title[language],
      column.title[language],
      column.required ? guideTexts.yes[language] : '',
      typeText(column, language),
      (column.values ?? []).map((value) => value[language]).join('; '),
      column.meaning[language],
      exampleText(column, language),
    ]),
  );
}
