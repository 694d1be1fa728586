/**
 * A list as a CSV or Excel file, streamed: however long the list, only one batch of rows is held. A text that a
 * spreadsheet would run as a formula stays a text: marked by an apostrophe in CSV, a cell of type text in Excel.
 * The first row names the columns and nothing stands above it, so that a file can be imported again.
 */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import { csvSeparators, csvValue } from './csv.ts';
import type { Day } from './day.ts';
import { FileAnswer } from './http/routes.ts';
import type { Language } from './messages.ts';
import { tableTypes, type TableFormat } from './table.formats.ts';

export type Line = (string | number | null)[];

/** In Excel the cells of a column of days are dates, which sort by time; in CSV they are text. */
export type Header = string | { readonly days: string };

export interface Table {
  readonly title: string;
  /** The day of which the list is; part of the file's name. */
  readonly on: Day;
  readonly format: TableFormat;
  /** Of the reader, whose spreadsheet parts cells and decimals by it. */
  readonly language: Language;
  readonly headers: readonly Header[];
  readonly lines: AsyncIterable<Line>;
}

export function tableFile(table: Table): FileAnswer {
  const { title, on, format, language } = table;
  const body = format === 'csv'
    ? Readable.fromWeb(writeCsvStream(csvRows(table), { headers: false, bom: true, delimiter: csvSeparators[language] }) as ReadableStream)
    : Readable.from(workbookOf(table), { objectMode: false });
  return new FileAnswer({ name: `${title} ${on}.${format}`, type: tableTypes[format], body });
}

/** Finding out where to go on, and who stands beside, costs the same for few rows as for many. */
const batch = 4000;

/** A list a batch at a time, each read from where the last one ended. */
export async function* inBatches<Row>(read: (from: { readonly last: Row | undefined; readonly limit: number }) => Promise<readonly Row[]>): AsyncIterable<readonly Row[]> {
  let last: Row | undefined;
  for (;;) {
    const found = await read({ last, limit: batch });
    yield found;
    last = found.at(-1);
    if (found.length < batch) return;
  }
}

/** 09/08/2022, in both languages: as imports read it, and never taken for the 8th of September. */
export function dayCell(day: string | null): string | null {
  return day && day.split('-').toReversed().join('/');
}

async function* csvRows({ headers, lines, language }: Table): AsyncIterable<string[]> {
  yield headers.map((header) => csvValue(titleOf(header), language));
  for await (const line of lines) yield line.map((cell) => csvValue(cell, language));
}

/** The widths stand before the rows in the file: the first rows tell how wide the columns are. */
const measured = 200;

async function* workbookOf({ title, headers, lines }: Table): AsyncIterable<Uint8Array> {
  const all = lines[Symbol.asyncIterator]();
  try {
    const first = await firstOf(all);
    const columns = headers.map((header, at) => ({
      header: titleOf(header),
      width: widthOf([titleOf(header), ...first.map((line) => line[at] ?? null)]),
      ...(typeof header === 'string' ? {} : { numFmt: 'dd/mm/yyyy' }),
    }));
    yield* writeXlsxStream(excelRows(first, all, headers), { name: title, columns, freezePane: { rows: 1 } }) as ReadableStream<Uint8Array>;
  } finally {
    await all.return?.();
  }
}

async function firstOf(all: AsyncIterator<Line>): Promise<readonly Line[]> {
  const first: Line[] = [];
  while (first.length < measured) {
    const next = await all.next();
    if (next.done) break;
    first.push(next.value);
  }
  return first;
}

async function* excelRows(first: readonly Line[], rest: AsyncIterator<Line>, headers: readonly Header[]): AsyncIterable<(string | number | Date | null)[]> {
  const written = (line: Line) => line.map((cell, at) => (typeof headers[at] === 'object' ? (dateOf(cell) ?? cell) : cell));
  for (const line of first) yield written(line);
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield written(next.value);
}

/** A spreadsheet's calendar is sound from March 1900 on; an older day, or several in one cell, stays text. */
function dateOf(cell: Line[number]): Date | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(String(cell ?? '')) ?? [];
  if (day === undefined || `${year}-${month}` < '1900-03') return undefined;
  return new Date(`${year}-${month}-${day}T00:00:00Z`);
}

const [narrowest, widest] = [8, 60];

function widthOf(cells: readonly Line[number][]): number {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, String(cell ?? '').length), 0);
  return Math.min(Math.max(longest + 2, narrowest), widest);
}

function titleOf(header: Header): string {
  return typeof header === 'string' ? header : header.days;
}
