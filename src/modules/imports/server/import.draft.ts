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
