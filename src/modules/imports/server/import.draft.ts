/**
 * What the rows of a workbook say, as rows of tables: every row with the key by which this source knows it.
 * A key is the owner's ref and what tells the row from its sisters, so that importing again finds the same row.
 */
import type { Home, Id } from '../../../platform/ids.ts';
import type { SheetName } from '../format/sheets.ts';
import type { TargetTable } from './import.tables.ts';

export type Value = string | number | boolean | null | object;

export interface DraftRow {
  readonly table: TargetTable;
  /** `owner ref|…`; unique within source and table. */
  readonly key: string;
  readonly id: Id;
  readonly home: Home;
  /** What the file says. */
  readonly values: Readonly<Record<string, Value>>;
  /** Columns that the file does not speak of: used when the row is new. */
  readonly defaults?: Readonly<Record<string, Value>>;
  /** Columns of JSON of which the file tells some keys: the others stay as they are; null takes a key out. */
  readonly merged?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** Column → clear text that is stored sealed, or null. */
  readonly sealed?: Readonly<Record<string, string | null>>;
  /** Where the row comes from, for findings. */
  readonly sheet: SheetName;
  readonly row: number;
}

/** Gives the id that the source already knows for a key, or a new one in that home. */
export type IdFor = (table: TargetTable, key: string, home: () => Home) => Id;

export const separator = '|';

export function keyOf(...parts: readonly (string | null)[]): string {
  return parts.map((part) => part ?? '').join(separator);
}

/**
 * Splits what a row says from what its sheet does not speak of: a column that is absent from the file says nothing and
 * only stands in for a new row; an empty cell says "none".
 * @param told column of the table → [column of the sheet, value]
 */
export function spoken(columns: ReadonlySet<string>, told: Readonly<Record<string, readonly [column: string, value: Value]>>): Pick<DraftRow, 'values' | 'defaults'> {
  const [said, unsaid] = [true, false].map((isSaid) =>
    Object.fromEntries(Object.entries(told).filter(([, [column]]) => columns.has(column) === isSaid).map(([name, [, value]]) => [name, value])));
  return { values: said!, defaults: unsaid! };
}
