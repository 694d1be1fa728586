/**
 * How a CSV file is written so that a spreadsheet of its reader's language opens it in columns: Excel set to Vietnamese
 * parts cells by ";" and decimals by a comma. A byte order mark tells the encoding; no `sep=` line stands above the head,
 * because Excel then no longer heeds the mark and loses the Vietnamese letters.
 */
import type { Language } from './messages.ts';

export type CsvCell = string | number | null;

export const csvMark = '\uFEFF';
export const csvSeparators: Readonly<Record<Language, string>> = { vi: ';', en: ',' };

/** A text that a spreadsheet would run as a formula is kept a text by an apostrophe; a number never is. */
export function csvValue(cell: CsvCell, language: Language): string {
  if (typeof cell === 'number') return language === 'vi' ? String(cell).replace('.', ',') : String(cell);
  return cell !== null && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : (cell ?? '');
}

export function csvText(rows: readonly (readonly CsvCell[])[], language: Language): string {
  const separator = csvSeparators[language];
  const lines = rows.map((row) => row.map((cell) => quoted(csvValue(cell, language), separator)).join(separator));
  return `${csvMark}${lines.join('\r\n')}\r\n`;
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
