/**
 * What a declaration of the import format consists of, and the types of rows that follow from it.
 * The declaration itself is in the `*.sheets.ts` files; the reader, the templates and
 * `docs/import-format.md` all come from it, so there is one place to change.
 */
import type { Text } from '../../../platform/contract.ts';
import type { Day } from '../../../platform/day.ts';

/** A day, a month or a year: `1975-03-09`, `1975-03`, `1975`. Old files often know no more. */
export type PartialDay = string & { readonly __brand: 'PartialDay' };

export type RefSheet = 'units' | 'people' | 'posts' | 'meetings';

export type ColumnType = 'ref' | 'sheetRef' | 'text' | 'day' | 'partialDay' | 'time' | 'int' | 'decimal' | 'bool' | 'oneOf';

/** One of the values that a column allows; the Vietnamese and English words are accepted as well as the code. */
export interface AllowedValue extends Text {
  readonly code: string;
  readonly aliases?: readonly string[];
  /** The value serves only where the row's deciding column (`under` of the column) holds this code. */
  readonly under?: string;
}

export interface ColumnSpec {
  readonly name: string;
  readonly type: ColumnType;
  readonly required?: true;
  readonly title: Text;
  readonly meaning: Text;
  readonly example: string;
  /** Other headers under which spreadsheets carry the column; compared without diacritics. */
  readonly aliases?: readonly string[];
  /** `oneOf`: what may stand there. */
  readonly values?: readonly AllowedValue[];
  /** `oneOf`: the column of the same row that decides which of the values serve. */
  readonly under?: string;
  /** `sheetRef`: the sheet whose refs it names. */
  readonly sheet?: RefSheet;
  /** `sheetRef`: its row must stand in the same files; what was imported before does not serve. */
  readonly within?: 'file';
  /** `sheetRef`: a person may stand there by the full name; who that is follows from the roll of the meeting. */
  readonly byName?: true;
  /** `text`: so many characters at most, where that is not the usual number. */
  readonly mostLetters?: number;
  readonly min?: number;
  readonly max?: number;
  /** Numbers that are names: a spreadsheet that holds them as numbers has lost their leading zeros. */
  readonly leadingZeros?: true;
  readonly form?: 'phone' | 'email' | 'citizenNo';
}

export interface SheetSpec {
  readonly name: string;
  readonly title: Text;
  readonly purpose: Text;
  readonly aliases?: readonly string[];
  readonly columns: readonly ColumnSpec[];
}

/** A row as the reader gives it: every column of the sheet, `null` where the cell is empty, and the row number of the spreadsheet. */
export type RowOf<Sheet extends SheetSpec> = { readonly row: number } & {
  readonly [Column in Sheet['columns'][number] as Column['name']]: CellOf<Column>;
};

type CellOf<Column extends ColumnSpec> = Column extends { readonly required: true } ? ValueOf<Column> : ValueOf<Column> | null;

type ValueOf<Column extends ColumnSpec> = Column['type'] extends 'day'
  ? Day
  : Column['type'] extends 'partialDay'
    ? PartialDay
    : Column['type'] extends 'int' | 'decimal'
      ? number
      : Column['type'] extends 'bool'
        ? boolean
        : Column extends { readonly type: 'oneOf'; readonly values: readonly { readonly code: infer Code }[] }
          ? Code
          : string;
