/** Reads what was typed into a day field: nothing, a day within its limits, or why it is none. Pure. */
import { formatDay, parseDay } from '../platform/format.ts';

export interface TypedDay {
  /** Absent where nothing was typed, and where there is a fault. */
  readonly day?: string;
  readonly fault?: { readonly code: 'notADay' | 'dayTooEarly' | 'dayTooLate'; readonly limit?: string };
}

export function readTypedDay(text: string, { least, most }: { readonly least?: string | undefined; readonly most?: string | undefined } = {}): TypedDay {
  if (text.trim() === '') return {};
  const day = parseDay(text);
  if (day === undefined) return { fault: { code: 'notADay' } };
  if (least && day < least) return { fault: { code: 'dayTooEarly', limit: writtenDay(least) } };
  if (most && day > most) return { fault: { code: 'dayTooLate', limit: writtenDay(most) } };
  return { day };
}

/** Always day first while it is edited, in either language. */
export function writtenDay(day: string | undefined): string {
  return day ? formatDay(day, 'vi') : '';
}
