/** A birth as people write it: a whole day, or only the month or the year. Pure. */
import { day } from '../../../platform/day.ts';
import { parseDay } from '../../../platform/format.ts';
import type { Birth } from '../person.ts';

/** `09/03/1975`, `03/1975`, `1975`: as much as is known. */
export function birthText({ on, precision }: Birth): string {
  const [year, month, date] = on.split('-');
  return { day: `${date}/${month}/${year}`, month: `${month}/${year}`, year: `${year}` }[precision];
}

/** Undefined where it can't be read; null where nothing was written. */
export function parseBirth(text: string): Birth | null | undefined {
  const written = text.trim();
  if (written === '') return null;
  if (/^\d{4}$/.test(written)) return birthOn(`1/1/${written}`, 'year');
  if (/^\d{1,2}[/.-]\d{4}$/.test(written)) return birthOn(`1/${written.replace(/[.-]/, '/')}`, 'month');
  return birthOn(written, 'day');
}

function birthOn(text: string, precision: Birth['precision']): Birth | undefined {
  const on = parseDay(text);
  return on === undefined ? undefined : { on: day(on), precision };
}
