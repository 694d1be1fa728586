/**
 * CSV files as tables. Our own parser (RFC 4180 and what spreadsheets make of it), since the library's takes the
 * whole file as one string and drops the numbers of empty rows: this one streams, counts rows as the
 * spreadsheet shows them and knows where an unclosed quotation mark began.
 */
import type { FindingLog } from './findings.ts';
import { fileFinding } from './findings.ts';
import { decode, detectEncoding } from './encoding.ts';
import type { GridRow, GridTable } from './grid.ts';
import type { ByteSource } from './source.ts';

const SEPARATORS = [',', ';', '\t'];
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;
/** A record longer than this is an unclosed quotation mark, not a row. */
const LONGEST_RECORD = 1_000_000;
const LF = 10;
const CR = 13;

export async function openCsv(source: ByteSource, log: FindingLog): Promise<readonly GridTable[]> {
  if (source.size === 0) {
    log.add(fileFinding('error', 'file.empty', source.name, { file: source.name }));
    return [];
  }
  const encoding = await detectEncoding(source.chunks());
  if (encoding === 'windows-1258') log.add(fileFinding('warning', 'file.encoding_assumed', source.name, { file: source.name }));
  const onOpenQuote = (row: number) => log.add({ ...fileFinding('error', 'file.quote_open', source.name, { file: source.name, row }), row });
  return [
    {
      label: source.name.replace(/\.[^.]+$/, ''),
      kind: 'csv',
      date1904: false,
      merges: [],
      rows: () => parseCsv(decode(source.chunks(), encoding), onOpenQuote),
    },
  ];
}

/** Rows of cells as text; an unclosed quotation mark ends the reading and is told with its row. */
export async function* parseCsv(text: AsyncIterable<string>, onOpenQuote: (row: number) => void): AsyncGenerator<GridRow> {
  let rest = '';
  let separator: string | undefined;
  let row = 1;
  for await (const chunk of text) {
    rest += chunk;
    // The whole first line tells the separator.
    if (separator === undefined && !/[\r\n]/.test(rest)) continue;
    if (separator === undefined) [separator, rest] = takeSeparator(rest);
    const records = readRecords(rest, { separator, last: false });
    for (const cells of records.rows) yield { row: row++, cells };
    rest = rest.slice(records.next);
    if (rest.length > LONGEST_RECORD) return onOpenQuote(row);
  }
  if (separator === undefined) [separator, rest] = takeSeparator(rest);
  const records = readRecords(rest, { separator, last: true });
  for (const cells of records.rows) yield { row: row++, cells };
  if (records.next < rest.length) onOpenQuote(row);
}

/** Excel's own first line `sep=;` names the separator and isn't a row of the sheet. */
function takeSeparator(start: string): [separator: string, rest: string] {
  const told = SEPARATOR_LINE.exec(start);
  return told?.[1] === undefined ? [separatorOf(start), start] : [told[1], start.slice(told[0].length)];
}

/** The separator that occurs most often in the first line outside quotation marks. */
function separatorOf(text: string): string {
  const line = text.replace(/"(?:[^"]|"")*"/g, '').trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

interface Dialect {
  readonly separator: string;
  /** No more text follows: what stands at the end is complete. */
  readonly last: boolean;
}

/** All complete records, and where the first incomplete one begins. */
function readRecords(text: string, dialect: Dialect): { readonly rows: readonly string[][]; readonly next: number } {
  const rows: string[][] = [];
  let next = 0;
  while (next < text.length) {
    const cells: string[] = [];
    const end = readRecord({ text, start: next, cells }, dialect);
    if (end === undefined) break;
    rows.push(cells);
    next = end;
  }
  return { rows, next };
}

interface RecordAt {
  readonly text: string;
  readonly start: number;
  readonly cells: string[];
}

/** Fills the cells of one record; gives where the next begins, or nothing if this one isn't complete yet. */
function readRecord({ text, start, cells }: RecordAt, { separator, last }: Dialect): number | undefined {
  let at = start;
  for (;;) {
    const quoted = text[at] === '"' ? closingQuote(text, at, last) : at;
    if (quoted === undefined) return undefined;
    const end = endOfField(text, quoted, separator);
    if (end === text.length && !last) return undefined;
    const inside = quoted === at ? '' : text.slice(at + 1, quoted - 1).replaceAll('""', '"');
    cells.push(inside + text.slice(quoted, end));
    if (text[end] !== separator) return afterLine(text, end, last);
    at = end + 1;
  }
}

/** The place after the quotation mark that closes the field; doubled ones stand for themselves. */
function closingQuote(text: string, open: number, last: boolean): number | undefined {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (at === text.length - 1 && !last) return undefined;
    if (text[at + 1] !== '"') return at + 1;
  }
  return undefined;
}

function endOfField(text: string, from: number, separator: string): number {
  const stop = separator.charCodeAt(0);
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === stop || code === LF || code === CR) return at;
  }
  return text.length;
}

function afterLine(text: string, end: number, last: boolean): number | undefined {
  if (text[end] !== '\r') return Math.min(end + 1, text.length);
  if (end === text.length - 1 && !last) return undefined;
  return text[end + 1] === '\n' ? end + 2 : end + 1;
}
