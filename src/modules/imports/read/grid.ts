/**
 * What a spreadsheet gives before anybody asks what it means: tables of rows of cells, with the row
 * numbers that the person sees on the screen. Excel and CSV both come down to this.
 */
import type { Day } from '../../../platform/day.ts';

/** A cell that the spreadsheet itself holds as a date. */
export interface CalendarCell {
  readonly day: Day;
  /** `HH:MM`, where the cell holds more than a day. */
  readonly time?: string;
}

export type Cell = string | number | boolean | CalendarCell | null;

export interface GridRow {
  /** As in the spreadsheet, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
  /** Places (from 0) of cells that hold a formula. */
  readonly formulas?: ReadonlySet<number>;
}

/** One tab of a workbook, or one CSV file. Rows can be read again from the start. */
export interface GridTable {
  readonly label: string;
  readonly kind: 'xlsx' | 'csv';
  /** Serial numbers of dates count from 1904 in workbooks that were begun on old Macs. */
  readonly date1904: boolean;
  readonly merges: readonly Merge[];
  rows(): AsyncIterable<GridRow>;
}

/** Merged cells: first and last row (from 1), first and last column (from 0). */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function isCalendarCell(cell: Cell): cell is CalendarCell {
  return typeof cell === 'object' && cell !== null;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** 0 → "A", 27 → "AB": as the head of the spreadsheet says. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** "AB" → 27. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
