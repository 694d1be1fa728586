/** The header row: which place holds which column, and everything that can be wrong with it. */
import type { ColumnSpec, SheetSpec } from '../format/format.ts';
import { findColumn, labelKey } from '../format/sheets.ts';
import { cleanText } from './cell.text.ts';
import type { Finding, FindingLog } from './findings.ts';
import type { Cell, GridRow, GridTable } from './grid.ts';
import { columnLetters, isBlank } from './grid.ts';

export interface Header {
  readonly row: number;
  /** Number of named places; cells beyond are a shifted row. */
  readonly width: number;
  /** Place (from 0) → column of the format; undefined where the column is unknown or has no name. */
  readonly columns: readonly (ColumnSpec | undefined)[];
  /** Places whose header isn't of the format; told already. */
  readonly unknown: ReadonlySet<number>;
  /** Column name → "C", for pointing at cells. */
  readonly letters: ReadonlyMap<string, string>;
}

/** A title line above the header is common; so far down it is looked for, to say where it is. */
const LOOKED_AT = 10;
const NEAR_ENOUGH = 3;

/** Takes the rows at the top of the sheet; undefined if they hold no usable header, with the reason in the log. */
export function readHeader(sheet: SheetSpec, top: readonly GridRow[], context: { readonly table: GridTable; readonly log: FindingLog }): Header | undefined {
  const first = top.find((row) => !row.cells.every(isBlank));
  if (first === undefined) return undefined;
  const report = reporter(sheet, first.row, context.log);
  const merged = context.table.merges.find((merge) => merge.top <= first.row && first.row <= merge.bottom);
  if (merged !== undefined) return report('error', { code: 'header.merged', column: null, cell: columnLetters(merged.left) + first.row });
  const known = first.cells.filter((cell) => columnOf(sheet, cell) !== undefined);
  if (known.length === 0) return refuseHeader(sheet, top, report);
  const columns = matchColumns(sheet, first, report);
  const missing = sheet.columns.filter((column) => column.required && !columns.includes(column));
  for (const column of missing) report('error', { code: 'column.missing', column: column.name });
  if (missing.length > 0) return undefined;
  const letters = new Map(columns.flatMap((column, at) => (column === undefined ? [] : [[column.name, columnLetters(at)] as const])));
  const unknown = new Set(first.cells.flatMap((cell, at) => (columns[at] === undefined && !isBlank(cell) ? [at] : [])));
  return { row: first.row, width: first.cells.findLastIndex((cell) => !isBlank(cell)) + 1, columns, unknown, letters };
}

export const headerDepth = LOOKED_AT;

type Report = (severity: Finding['severity'], detail: Pick<Finding, 'code' | 'column'> & Partial<Finding>) => undefined;

function reporter(sheet: SheetSpec, row: number, log: FindingLog): Report {
  return (severity, detail) => {
    log.add({ severity, sheet: sheet.name, row, ...detail });
    return undefined;
  };
}

function refuseHeader(sheet: SheetSpec, top: readonly GridRow[], report: Report): undefined {
  const lower = top.find((row) => row.cells.filter((cell) => columnOf(sheet, cell) !== undefined).length >= 2);
  if (lower !== undefined) return report('error', { code: 'header.not_first', column: null, data: { row: lower.row } });
  const columns = sheet.columns.filter((column) => column.required).map((column) => column.title.vi);
  return report('error', { code: 'header.missing', column: null, data: { columns: columns.join(', ') } });
}

function matchColumns(sheet: SheetSpec, header: GridRow, report: Report): (ColumnSpec | undefined)[] {
  const seen = new Map<ColumnSpec, number>();
  return header.cells.map((cell, at) => {
    if (isBlank(cell)) return undefined;
    const value = headerText(cell);
    const place = columnLetters(at) + header.row;
    const column = findColumn(sheet, value);
    if (column === undefined) return reportUnknown({ sheet, value, place }, report);
    const before = seen.get(column);
    if (before !== undefined) return report('error', { code: 'column.twice', column: column.name, cell: place, value, data: { other: columnLetters(before) } });
    seen.set(column, at);
    return column;
  });
}

function reportUnknown({ sheet, value, place }: { sheet: SheetSpec; value: string; place: string }, report: Report): undefined {
  const near = nearestLabel(sheet, value);
  const named = { column: value, cell: place, value };
  if (near === undefined) return report('warning', { code: 'column.unknown', ...named });
  return report('warning', { code: 'column.unknown_near', ...named, data: { near } });
}

function nearestLabel(sheet: SheetSpec, value: string): string | undefined {
  const key = labelKey(value);
  const labels = sheet.columns.flatMap((column) => [column.title.vi, column.title.en, column.name]);
  const ranked = labels.map((label) => ({ label, distance: editDistance(labelKey(label), key) })).toSorted((one, other) => one.distance - other.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.min(NEAR_ENOUGH, Math.floor(key.length / 2)) ? best.label : undefined;
}

/** How many letters must be changed, added or dropped (Levenshtein). */
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const current = [at + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (other[column - 1] === letter ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}

function columnOf(sheet: SheetSpec, cell: Cell): ColumnSpec | undefined {
  return isBlank(cell) ? undefined : findColumn(sheet, headerText(cell));
}

function headerText(cell: Cell): string {
  return cleanText(typeof cell === 'object' ? (cell?.day ?? '') : String(cell));
}
