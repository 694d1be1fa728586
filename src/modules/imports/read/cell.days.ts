/**
 * Days as people type them: 9/8/2022, 09-08-2022, 9.8.2022, 2022-08-09, "ngày 9 tháng 8 năm 2022", Excel's
 * serial numbers. The day comes before the month, as in Vietnam; nothing is guessed from two-digit years.
 */
import { isDay } from '../../../platform/day.ts';
import type { Day } from '../../../platform/day.ts';
import type { PartialDay } from '../format/format.ts';
import type { Cell } from './grid.ts';
import { isCalendarCell } from './grid.ts';
import type { FindingCode } from './findings.ts';

/** What a cell means, or why it means nothing; a warning comes along with a value. */
export type Reading<Value> =
  | { readonly value: Value; readonly warning?: Remark }
  | { readonly error: Remark };

export interface Remark {
  readonly code: FindingCode;
  readonly data?: Readonly<Record<string, string | number>>;
}

const TIME = /[T ]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([AP]M)?Z?$/i;
const DAY_FIRST = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d+)$/;
const YEAR_FIRST = /^(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})$/;
const IN_WORDS = /^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d+)$/iu;
const MONTH_YEAR = /^(?:tháng\s*)?(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})$/iu;
const YEAR_MONTH = /^(\d{4})\s*[/.-]\s*(\d{1,2})$/;
const YEAR = /^(?:năm\s*)?(\d{4})$/iu;
const SERIAL_TEXT = /^\d{5}$/;
const FIRST_YEAR = 1850;
const LAST_YEAR = 2150;

export function readDay(cell: Exclude<Cell, null>, date1904: boolean): Reading<Day> {
  if (isCalendarCell(cell)) return inRange(cell.day);
  if (typeof cell === 'number') return isYear(cell) ? refused('day.incomplete') : dayOfSerial(cell, date1904);
  if (typeof cell === 'boolean') return refused('day.form');
  const text = cell.replace(TIME, '').trim();
  if (SERIAL_TEXT.test(text)) return serialInText(Number(text), date1904);
  if (YEAR.test(text) || MONTH_YEAR.test(text) || YEAR_MONTH.test(text)) return refused('day.incomplete');
  return dayOfText(text);
}

/** Like a day, but month and year, or the year alone, will do. */
export function readPartialDay(cell: Exclude<Cell, null>, date1904: boolean): Reading<PartialDay> {
  if (typeof cell === 'number' && isYear(cell)) return { value: partial(String(cell)) };
  if (typeof cell !== 'string') return partialOf(readDay(cell, date1904));
  const year = YEAR.exec(cell)?.[1];
  if (year !== undefined) return isYear(Number(year)) ? { value: partial(year) } : refused('day.far');
  const [monthYear, yearMonth] = [MONTH_YEAR.exec(cell), YEAR_MONTH.exec(cell)];
  if (monthYear !== null) return readMonth(Number(monthYear[2]), Number(monthYear[1]));
  if (yearMonth !== null) return readMonth(Number(yearMonth[1]), Number(yearMonth[2]));
  return partialOf(readDay(cell, date1904));
}

/** Excel counts days from 1900 (with a 29 February 1900 that never was) or, on old Macs, from 1904. */
export function dayOfSerial(serial: number, date1904: boolean): Reading<Day> {
  const whole = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (whole < 1 || whole > 2_958_465) return refused('day.form');
  if (whole === 60) return refused('day.impossible');
  const fromUnixEpoch = whole - 25_569 + (whole < 60 ? 1 : 0);
  return inRange(isoOf(new Date(fromUnixEpoch * 86_400_000)));
}

/** The library gives cells in a date format as an instant at UTC midnight; this is the only place where one is met. */
export function isoOf(instant: Date): Day {
  const text = instant.toISOString().slice(0, 10);
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

function dayOfText(text: string): Reading<Day> {
  const iso = YEAR_FIRST.exec(text);
  if (iso !== null) return dayOf({ year: iso[1], month: iso[2], day: iso[3] });
  const vietnamese = DAY_FIRST.exec(text) ?? IN_WORDS.exec(text);
  if (vietnamese === null) return refused('day.form');
  const [, day, month, year = ''] = vietnamese;
  if (year.length === 2) return refused('day.short_year');
  return year.length === 4 ? dayOf({ year, month, day }) : refused('day.form');
}

interface Parts {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

function dayOf(parts: Parts): Reading<Day> {
  const text = iso(parts);
  if (isDay(text)) return inRange(text);
  const swapped = iso({ ...parts, month: parts.day, day: parts.month });
  if (Number(parts.month) <= 12 || !isDay(swapped)) return refused('day.impossible');
  return { error: { code: 'day.month_first', data: { near: swapped.split('-').reverse().join('/') } } };
}

function iso({ year = '', month = '', day = '' }: Parts): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function serialInText(serial: number, date1904: boolean): Reading<Day> {
  const reading = dayOfSerial(serial, date1904);
  if ('error' in reading) return reading;
  return { value: reading.value, warning: { code: 'day.serial_text', data: { near: reading.value } } };
}

function readMonth(year: number, month: number): Reading<PartialDay> {
  if (month < 1 || month > 12) return refused('day.impossible');
  return isYear(year) ? { value: partial(`${year}-${String(month).padStart(2, '0')}`) } : refused('day.far');
}

function inRange(day: Day): Reading<Day> {
  return isYear(Number(day.slice(0, 4))) ? { value: day } : refused('day.far');
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= FIRST_YEAR && number <= LAST_YEAR;
}

function partialOf(reading: Reading<Day>): Reading<PartialDay> {
  return 'error' in reading ? reading : { ...reading, value: partial(reading.value) };
}

/** The only door to the brand: callers have checked the form. */
function partial(text: string): PartialDay {
  return text as PartialDay;
}

function refused(code: FindingCode): { readonly error: Remark } {
  return { error: { code } };
}
