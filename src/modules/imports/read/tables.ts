/** One table of the source as the raw rows of one sheet of the format: header found, empty rows passed over, layout judged. */
import { setImmediate } from 'node:timers/promises';
import type { SheetSpec } from '../format/format.ts';
import type { SheetName } from '../format/sheets.ts';
import type { FindingLog } from './findings.ts';
import type { Cell, GridRow, GridTable } from './grid.ts';
import { columnLetters, isBlank } from './grid.ts';
import type { Header } from './header.ts';
import { headerDepth, readHeader } from './header.ts';
import type { RawRow } from './rows.ts';

/** A correction made on screen: the text that is to stand in a cell instead of the file's. */
export interface Fix {
  readonly sheet: SheetName;
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

export interface TableReading {
  readonly log: FindingLog;
  readonly fixes?: readonly Fix[];
}

export interface OpenTable {
  readonly header: Header;
  readonly rows: AsyncIterable<RawRow>;
}

/** Undefined if the table has no usable header; the log then says why. */
export async function openTable(sheet: SheetSpec, table: GridTable, reading: TableReading): Promise<OpenTable | undefined> {
  // One pass: a second one would unpack the workbook's shared strings again.
  const rest = table.rows()[Symbol.asyncIterator]();
  const top = await takeRows(rest, headerDepth);
  if (top.every((row) => row.cells.every(isBlank))) {
    reading.log.add({ severity: 'warning', code: 'sheet.empty', sheet: sheet.name, row: null, column: null, data: { title: sheet.name } });
    return undefined;
  }
  const header = readHeader(sheet, top, { table, log: reading.log });
  if (header !== undefined) return { header, rows: rowsBelow({ sheet, table, header, rows: chain(top, rest) }, reading) };
  await rest.return?.();
  return undefined;
}

async function takeRows(rows: AsyncIterator<GridRow>, count: number): Promise<readonly GridRow[]> {
  const taken: GridRow[] = [];
  while (taken.length < count) {
    const next = await rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

async function* chain(first: readonly GridRow[], rest: AsyncIterator<GridRow>): AsyncGenerator<GridRow> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

interface Place {
  readonly sheet: SheetSpec;
  readonly table: GridTable;
  readonly header: Header;
  readonly rows: AsyncIterable<GridRow>;
}

/** Then others are served before the next ones are read: a file of millions of short rows is no reason to wait. */
const rowsInOneGo = 500;

async function* rowsBelow(place: Place, reading: TableReading): AsyncGenerator<RawRow> {
  reportMerges(place, reading.log);
  const fixes = fixesByRow(place.sheet, reading.fixes ?? []);
  const nameless = new Set<number>();
  let read = 0;
  for await (const row of place.rows) {
    read += 1;
    if (read % rowsInOneGo === 0) await setImmediate();
    if (row.row <= place.header.row || (row.cells.every(isBlank) && !row.formulas && !fixes.has(row.row))) continue;
    judgeLayout(row, place, { log: reading.log, nameless });
    yield rawRow(row, place.header, fixes.get(row.row));
  }
}

function rawRow(row: GridRow, header: Header, fixes: ReadonlyMap<string, string> | undefined): RawRow {
  const cells = new Map<string, Cell>();
  const formulas = new Set<string>();
  for (const [at, column] of header.columns.entries()) {
    if (column === undefined) continue;
    const fix = fixes?.get(column.name);
    cells.set(column.name, fix ?? row.cells[at] ?? null);
    if (fix === undefined && row.formulas?.has(at)) formulas.add(column.name);
  }
  return formulas.size === 0 ? { row: row.row, cells } : { row: row.row, cells, formulas };
}

function judgeLayout(row: GridRow, { sheet, table, header }: Place, { log, nameless }: { log: FindingLog; nameless: Set<number> }): void {
  const at = row.cells.findLastIndex((cell) => !isBlank(cell));
  if (at >= header.width) {
    log.add({ severity: 'error', code: 'row.too_long', sheet: sheet.name, row: row.row, column: null, cell: columnLetters(at) + row.row });
  } else if (table.kind === 'csv' && row.cells.length < header.width) {
    log.add({ severity: 'warning', code: 'row.too_short', sheet: sheet.name, row: row.row, column: null });
  }
  for (const [place, cell] of row.cells.entries()) {
    if (place >= header.width || header.columns[place] !== undefined || isBlank(cell) || nameless.has(place)) continue;
    nameless.add(place);
    if (!header.unknown.has(place)) log.add({ severity: 'warning', code: 'column.nameless', sheet: sheet.name, row: row.row, column: null, cell: columnLetters(place) + row.row, data: { letters: columnLetters(place) } });
  }
}

function reportMerges({ sheet, table, header }: Place, log: FindingLog): void {
  for (const { top, bottom, left, right } of table.merges) {
    if (bottom <= header.row) continue;
    const range = `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
    log.add({ severity: 'error', code: 'cells.merged', sheet: sheet.name, row: top, column: header.columns[left]?.name ?? null, cell: columnLetters(left) + top, data: { range } });
  }
}

function fixesByRow(sheet: SheetSpec, fixes: readonly Fix[]): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const byRow = new Map<number, Map<string, string>>();
  for (const fix of fixes) {
    if (fix.sheet === sheet.name) byRow.set(fix.row, (byRow.get(fix.row) ?? new Map<string, string>()).set(fix.column, fix.value));
  }
  return byRow;
}
