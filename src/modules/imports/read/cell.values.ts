/** Numbers, yes and no, and values from a list, as Vietnamese spreadsheets hold them. */
import type { AllowedValue, ColumnSpec } from '../format/format.ts';
import { labelKey } from '../format/sheets.ts';
import type { Reading } from './cell.days.ts';
import type { Cell } from './grid.ts';
import { isCalendarCell } from './grid.ts';

type Filled = Exclude<Cell, null>;

const YES = new Set(['co', 'x', 'true', '1', 'yes', 'y', 'dung', 'v', 'da']);
const NO = new Set(['khong', 'false', '0', 'no', 'n', 'sai', 'chua', 'k']);
const CHECK_MARK = /^[✓✔☑√]$/u;

/** `1.234,5` is one thousand two hundred thirty-four and a half. */
export function readNumber(cell: Filled, column: ColumnSpec): Reading<number> {
  const reading = typeof cell === 'number' ? { value: cell } : typeof cell === 'string' ? numberOfText(cell, column) : refusedNumber();
  if ('error' in reading) return reading;
  if (!Number.isFinite(reading.value)) return refusedNumber();
  if (column.type === 'int' && !Number.isSafeInteger(reading.value)) return { error: { code: 'number.whole' } };
  if (column.min !== undefined && reading.value < column.min) return { error: { code: 'number.too_small', data: { min: column.min } } };
  if (column.max !== undefined && reading.value > column.max) return { error: { code: 'number.too_large', data: { max: column.max } } };
  return reading;
}

export function readYesNo(cell: Filled): Reading<boolean> {
  if (typeof cell === 'boolean') return { value: cell };
  if (isCalendarCell(cell)) return { error: { code: 'bool.form' } };
  const text = String(cell);
  const key = labelKey(text);
  if (YES.has(key) || CHECK_MARK.test(text)) return { value: true };
  return NO.has(key) ? { value: false } : { error: { code: 'bool.form' } };
}

/** The code that a word stands for; where another column of the row decides, `deciding` is its code. */
export function readOneOf(cell: Filled, column: ColumnSpec, deciding: string | null): Reading<string> {
  const key = labelKey(typeof cell === 'object' ? cell.day : String(cell));
  const meant = valuesByWord(column).get(key) ?? [];
  const serves = meant.find((value) => column.under === undefined || value.under === deciding);
  if (serves !== undefined) return { value: serves.code };
  const [first] = meant;
  if (first === undefined) return { error: { code: 'value.unknown', data: { allowed: labels(column, deciding) } } };
  // The deciding cell is wrong itself and says so; one mistake, one finding.
  if (deciding === null) return { value: first.code };
  return { error: { code: 'value.not_under', data: { kind: deciding, allowed: labels(column, deciding) } } };
}

/** Derived once from each declared column: a hundred thousand cells are looked up in it. */
const wordIndexes = new WeakMap<ColumnSpec, ReadonlyMap<string, readonly AllowedValue[]>>();

function valuesByWord(column: ColumnSpec): ReadonlyMap<string, readonly AllowedValue[]> {
  const known = wordIndexes.get(column);
  if (known !== undefined) return known;
  const index = new Map<string, AllowedValue[]>();
  for (const value of column.values ?? []) {
    const words = new Set([value.code, value.vi, value.en, ...(value.aliases ?? [])].map(labelKey));
    for (const word of words) index.set(word, [...(index.get(word) ?? []), value]);
  }
  wordIndexes.set(column, index);
  return index;
}

const VIETNAMESE = /^-?\d{1,3}(?:[.\s]\d{3})*(?:,\d+)?$/;
const PLAIN = /^-?\d+(?:[.,]\d+)?$/;
const ENGLISH = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

function numberOfText(text: string, column: ColumnSpec): Reading<number> {
  const thousandsOnly = /^-?\d{1,3}(?:,\d{3})+$/.test(text);
  // "1,250" inhabitants can only be thousands; "1,250" square kilometres is a decimal, as Vietnamese writes it.
  if (ENGLISH.test(text) && (!thousandsOnly || column.type === 'int')) return { value: Number(text.replaceAll(',', '')) };
  if (VIETNAMESE.test(text)) return vietnameseNumber(text, column);
  if (PLAIN.test(text)) return { value: Number(text.replace(',', '.')) };
  return refusedNumber();
}

function vietnameseNumber(text: string, column: ColumnSpec): Reading<number> {
  const value = Number(text.replace(/[.\s]/g, '').replace(',', '.'));
  const unclear = column.type === 'decimal' && /^-?\d{1,3}\.\d{3}$/.test(text);
  return unclear ? { value, warning: { code: 'number.dot_read_as_thousands', data: { near: value } } } : { value };
}

function labels(column: ColumnSpec, deciding: string | null): string {
  const values = (column.values ?? []).filter((value) => value.under === undefined || deciding === null || value.under === deciding);
  return values.length === 0 ? '—' : values.map(({ code, vi }) => `${vi} (${code})`).join(', ');
}

function refusedNumber(): Reading<number> {
  return { error: { code: 'number.form' } };
}
