/** The weeks of a month, Monday first, with the days beside it that fill them. Pure. */
import type { Text } from '../../../platform/contract.ts';
import { addDays, day, type Day } from '../../../platform/day.ts';

export const weekdays: readonly Text[] = [
  { vi: 'T2', en: 'Mon' }, { vi: 'T3', en: 'Tue' }, { vi: 'T4', en: 'Wed' }, { vi: 'T5', en: 'Thu' }, { vi: 'T6', en: 'Fri' }, { vi: 'T7', en: 'Sat' }, { vi: 'CN', en: 'Sun' },
];

/** `YYYY-MM`. */
export function weeksOf(month: string): readonly (readonly Day[])[] {
  const first = day(`${month}-01`);
  const start = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
  const weeks: Day[][] = [];
  for (let monday = start; monday.slice(0, 7) <= month; monday = addDays(monday, 7)) weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)));
  return weeks;
}

export function monthBeside(month: string, by: 1 | -1): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  const index = year * 12 + at - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function lastOf(month: string): Day {
  return addDays(day(`${monthBeside(month, 1)}-01`), -1);
}
