/** The year that a list of meetings is narrowed to. Pure. */
import type { Day } from '../../../platform/day.ts';

const YEARS_BACK = 5;

/** Next year's plans, this year, and some before. */
export function yearsToChoose(today: string): readonly string[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: YEARS_BACK + 2 }, (_, back) => String(year + 1 - back));
}

/** The days of a part of the list within the year chosen; nothing where they don't meet. */
export function yearBounds(year: string | undefined, own: { readonly from?: Day; readonly to?: Day }): { readonly from?: Day; readonly to?: Day } | undefined {
  if (year === undefined || !/^20\d\d$/.test(year)) return own;
  const first = `${year}-01-01` as Day;
  const last = `${year}-12-31` as Day;
  const from = own.from && own.from > first ? own.from : first;
  const to = own.to && own.to < last ? own.to : last;
  return from > to ? undefined : { from, to };
}
