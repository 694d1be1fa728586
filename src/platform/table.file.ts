/**
 * A list as a CSV or Excel file, streamed: however long the list, only one batch of rows is held. A text that a
 * spreadsheet would run as a formula stays a text: marked by an apostrophe in CSV, a cell of type text in Excel.
 */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Day } from './day.ts';
import { FileAnswer } from './http/routes.ts';
import { tableTypes, type TableFormat } from './table.formats.ts';

export type Line = (string | number | null)[];

export interface Table {
  readonly title: string;
  /** The day of which the list is; part of the file's name. */
  readonly on: Day;
  readonly format: TableFormat;
  readonly headers: readonly string[];
  readonly lines: AsyncIterable<Line>;
}

export function tableFile({ title, on, format, headers, lines }: Table): FileAnswer {
  const stream = format === 'csv'
    ? writeCsvStream(withHead(headers, lines), { headers: false, bom: true, escapeFormulae: true })
    : writeXlsxStream(lines, { name: title, columns: headers.map((header) => ({ header })), freezePane: { rows: 1 } });
  return new FileAnswer({ name: `${title} ${on}.${format}`, type: tableTypes[format], body: Readable.fromWeb(stream as ReadableStream) });
}

const batch = 1000;

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

async function* withHead(headers: readonly string[], lines: AsyncIterable<Line>): AsyncIterable<Line> {
  yield [...headers];
  yield* lines;
}
