/** Times of the day as people type them: 19:30, 19h30, 19 giờ 30, 19h, and cells that the spreadsheet itself holds as a time. */
import type { Reading } from './cell.days.ts';
import { isCalendarCell, type Cell } from './grid.ts';

const FORM = /^(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{1,2})?\s*(?:phút|p|')?(?::\d{2})?$/iu;
const MINUTES_A_DAY = 24 * 60;

/** `HH:MM` of 24 hours. */
export function readTime(cell: Exclude<Cell, null>): Reading<string> {
  if (isCalendarCell(cell)) return cell.time === undefined ? refused() : { value: cell.time };
  // A part of a day, as spreadsheets keep times.
  if (typeof cell === 'number') return cell >= 0 && cell < 1 ? clockOf(Math.round(cell * MINUTES_A_DAY)) : refused();
  if (typeof cell === 'boolean') return refused();
  const [, hours, minutes = '0'] = FORM.exec(cell.trim()) ?? [];
  return hours === undefined || Number(hours) > 23 || Number(minutes) > 59 ? refused() : clockOf(Number(hours) * 60 + Number(minutes));
}

/** The time of a cell that the library gave as an instant; undefined where it is a day alone. */
export function timeOf(instant: Date): string | undefined {
  const minute = Math.round(instant.getTime() / 60_000);
  if (minute % MINUTES_A_DAY === 0) return undefined;
  return new Date(minute * 60_000).toISOString().slice(11, 16);
}

function clockOf(minute: number): Reading<string> {
  if (minute >= MINUTES_A_DAY) return refused();
  return { value: [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':') };
}

function refused(): Reading<string> {
  return { error: { code: 'time.form' } };
}
