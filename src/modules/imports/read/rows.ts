/**
 * From raw rows to typed ones: every cell is read by the type of its column; a cell that can't be is a finding
 * with row and column, and its row is left out of the result.
 */
import type { ColumnSpec, SheetSpec } from '../format/format.ts';
import { getSheet } from '../format/sheets.ts';
import type { SheetName, SheetRow } from '../format/sheets.ts';
import { readDay, readPartialDay } from './cell.days.ts';
import type { Reading, Remark } from './cell.days.ts';
import { readTime } from './cell.times.ts';
import { cleanText, isSpreadsheetError, looksLikeOldFont, TEXT_LIMIT } from './cell.text.ts';
import { readNumber, readOneOf, readYesNo } from './cell.values.ts';
import type { FindingLog, Severity } from './findings.ts';
import type { Cell } from './grid.ts';
import { isBlank, isCalendarCell } from './grid.ts';

/** A row of which only the columns are known yet. Cells of columns that the file lacks are absent. */
export interface RawRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, Cell>;
  /** Columns whose cells hold formulas. */
  readonly formulas?: ReadonlySet<string>;
}

export interface RowReading {
  readonly log: FindingLog;
  readonly date1904: boolean;
  /** Column name → letters, for pointing at cells. */
  readonly letters?: ReadonlyMap<string, string>;
  /** Told of each row that is left out, with those of its refs that could be read: they are checked all the same. */
  readonly onBroken?: (row: BrokenRow) => void;
}

export interface BrokenRow {
  readonly row: number;
  /** Column → ref, of its own and of what it names. */
  readonly refs: ReadonlyMap<string, string>;
}

export async function* parseRows<Name extends SheetName>(name: Name, rows: AsyncIterable<RawRow> | Iterable<RawRow>, reading: RowReading): AsyncGenerator<SheetRow<Name>> {
  // The declaration from which `parseRow` fills the row is the one from which the type is derived.
  for await (const row of parseSheetRows(getSheet(name), rows, reading)) yield row as unknown as SheetRow<Name>;
}

/** The same for a sheet that is no part of the import format. */
export async function* parseSheetRows(sheet: SheetSpec, rows: AsyncIterable<RawRow> | Iterable<RawRow>, reading: RowReading): AsyncGenerator<Record<string, Value>> {
  for await (const raw of rows) {
    const row = parseRow(sheet, raw, reading);
    if (row !== undefined) yield row;
  }
}

export type Value = string | number | boolean | null;

function parseRow(sheet: SheetSpec, raw: RawRow, reading: RowReading): Record<string, Value> | undefined {
  const row: Record<string, Value> = { row: raw.row };
  let broken = false;
  for (const column of sheet.columns) {
    const deciding = column.under === undefined ? null : row[column.under];
    const value = parseCell(column, { sheet, raw, reading, deciding: typeof deciding === 'string' ? deciding : null });
    row[column.name] = value ?? null;
    broken ||= value === undefined;
  }
  if (!broken) return row;
  reading.onBroken?.({ row: raw.row, refs: refsOf(sheet, row) });
  return undefined;
}

function refsOf(sheet: SheetSpec, row: Readonly<Record<string, Value>>): ReadonlyMap<string, string> {
  const named = sheet.columns.filter(({ type }) => type === 'ref' || type === 'sheetRef').map(({ name }) => [name, row[name]] as const);
  return new Map(named.filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'));
}

interface CellPlace {
  readonly sheet: SheetSpec;
  readonly raw: RawRow;
  readonly reading: RowReading;
  readonly deciding: string | null;
}

/** The value, null for an empty cell, undefined where there is an error. */
function parseCell(column: ColumnSpec, place: CellPlace): Value | undefined {
  const given = place.raw.cells.get(column.name) ?? null;
  const cell = typeof given === 'string' ? cleanText(given) : given;
  const formula = place.raw.formulas?.has(column.name) ?? false;
  const report = (severity: Severity, remark: Remark) => addFinding({ severity, remark, column, cell }, place);
  if (cell === null || isBlank(cell)) {
    if (formula) return report('error', { code: 'cell.formula_empty' });
    return column.required ? report('error', { code: 'cell.required' }) : null;
  }
  if (typeof cell === 'string' && isSpreadsheetError(cell)) return report('error', { code: 'cell.error' });
  if (formula) report('warning', { code: 'cell.formula' });
  const result = readCell(cell, column, place);
  if ('error' in result) return report('error', result.error);
  if (result.warning !== undefined) report('warning', result.warning);
  return result.value;
}

function readCell(cell: Exclude<Cell, null>, column: ColumnSpec, { reading, deciding }: CellPlace): Reading<string | number | boolean> {
  switch (column.type) {
    case 'day': return readDay(cell, reading.date1904);
    case 'partialDay': return readPartialDay(cell, reading.date1904);
    case 'time': return readTime(cell);
    case 'int':
    case 'decimal': return readNumber(cell, column);
    case 'bool': return readYesNo(cell);
    case 'oneOf': return readOneOf(cell, column, deciding);
    case 'ref':
    case 'sheetRef':
    case 'text': return readText(cell, column);
  }
}

const PHONE = /^\+?[\d\s.()-]{8,20}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const CITIZEN_NO = /^(\d{9}|\d{12})$/;
/** Spreadsheets keep 15 digits of a number and make the rest zeros. */
const EXACT_DIGITS = 999_999_999_999_999;

function readText(cell: Exclude<Cell, null>, column: ColumnSpec): Reading<string> {
  if (isCalendarCell(cell)) return { error: { code: 'text.was_date' } };
  if (typeof cell === 'number' && Math.abs(cell) > EXACT_DIGITS) return { error: { code: 'text.digits_lost' } };
  const value = column.form === 'citizenNo' ? String(cell).replace(/[\s.]/g, '') : String(cell);
  const limit = column.mostLetters ?? TEXT_LIMIT;
  if (value.length > limit) return { error: { code: 'text.too_long', data: { length: value.length, limit } } };
  if (column.type === 'ref' && /\s/.test(value)) return { error: { code: 'ref.spaces' } };
  if (column.form === 'email' && !EMAIL.test(value)) return { error: { code: 'text.email' } };
  if (column.form === 'citizenNo' && !CITIZEN_NO.test(value)) return { error: { code: 'text.citizen_no' } };
  const warning = textWarning(cell, value, column);
  return warning === undefined ? { value } : { value, warning };
}

function textWarning(cell: Exclude<Cell, null>, value: string, column: ColumnSpec): Remark | undefined {
  if (typeof cell === 'number' && column.leadingZeros) return { code: 'text.leading_zeros' };
  if (column.form === 'phone' && !PHONE.test(value)) return { code: 'text.phone' };
  return looksLikeOldFont(value) ? { code: 'text.old_font' } : undefined;
}

const SHOWN = 80;

function addFinding({ severity, remark, column, cell }: { severity: Severity; remark: Remark; column: ColumnSpec; cell: Cell }, { sheet, raw, reading }: CellPlace): undefined {
  const letters = reading.letters?.get(column.name);
  const value = cell === null ? '' : typeof cell === 'object' ? cell.day : String(cell);
  reading.log.add({
    severity, code: remark.code, sheet: sheet.name, row: raw.row, column: column.name,
    ...(letters !== undefined && { cell: letters + raw.row }),
    ...(value !== '' && { value: value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value }),
    ...(remark.data && { data: remark.data }),
  });
}
