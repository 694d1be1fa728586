/** Days and hours that meetings are usually set for. Pure; the clock is asked in one place. */
import { addDays, type Day } from '../../../platform/day.ts';

/** The next such day of the month from the day on; the last of a month that lacks it. */
export function nextDayOfMonth(dayOfMonth: number, from: Day): Day {
  const inMonth = withDate(from, dayOfMonth);
  return inMonth >= from ? inMonth : withDate(addDays(lastOfMonth(from), 1), dayOfMonth);
}

export function lastOfMonth(on: Day): Day {
  const [year, month] = on.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as Day;
}

/** "2027-01": the month after that of the day. */
export function monthAfter(on: Day): string {
  return addDays(lastOfMonth(on), 1).slice(0, 7);
}

/** The day on which most cells of the country meet. */
const COMMON_DAY = 3;

/** The day of the month on which a unit mostly meets, of its last meetings, the latest first; of equals the latest. */
export function usualDayOf(regular: readonly Day[]): number {
  const dates = regular.slice(0, 12).map((on) => Number(on.slice(8)));
  const times = (date: number) => dates.filter((one) => one === date).length;
  return dates.toSorted((one, other) => times(other) - times(one))[0] ?? COMMON_DAY;
}

export function regularInMonth(regular: readonly Day[], month: string): Day | undefined {
  return regular.find((on) => on.startsWith(month));
}

/** Nobody plans further than that. */
const DAYS_AHEAD = 365;

/** The next such day in a month that has no regular meeting yet; where all have one for a year, simply the next. */
export function nextFreeDay(dayOfMonth: number, { from, regular }: { readonly from: Day; readonly regular: readonly Day[] }): Day {
  const soonest = nextDayOfMonth(dayOfMonth, from);
  const last = addDays(from, DAYS_AHEAD);
  let next = soonest;
  while (next <= last && regularInMonth(regular, next.slice(0, 7))) next = nextDayOfMonth(dayOfMonth, addDays(lastOfMonth(next), 1));
  return next <= last ? next : soonest;
}

/** Which months to plan: from the first of them without a regular meeting to the end of its year. */
export function monthsToPlan(offered: readonly string[], regular: readonly Day[]): { readonly from: string; readonly months: number } {
  const free = offered.findIndex((month) => !regularInMonth(regular, month));
  const from = offered[Math.max(free, 0)]!;
  return { from, months: monthsToYearEnd(from) };
}

export interface MonthsAsked {
  readonly from: string;
  /** As typed. */
  readonly months: string | number;
  readonly dayOfMonth: string | number;
}

/** What was chosen before what is proposed. With all of it chosen nothing is proposed any more: what was refused is tried again as it was, whatever was planned or fetched meanwhile. */
export function monthsAsked({ offered, regular, chosen }: { readonly offered: readonly string[]; readonly regular: readonly Day[]; readonly chosen: Partial<MonthsAsked> }): MonthsAsked {
  return { ...monthsToPlan(offered, regular), dayOfMonth: usualDayOf(regular), ...chosen };
}

/** How many months there are from a month to the end of its year. */
export function monthsToYearEnd(month: string): number {
  return 13 - Number(month.slice(5, 7));
}

/** The half hour that was meant when a meeting began at such a time: 19:42 was 19:30. */
export function halfHour(clock: string): string {
  return `${clock.slice(0, 3)}${Number(clock.slice(3)) < 30 ? '00' : '30'}`;
}

/** What the clock in Vietnam shows, `HH:MM`. */
export function clockAt(instant: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
}

/** Reads what people type: 19:30, 19h30, 19 giờ 30, 19.30, 1930, 7h, 19. */
export function readClock(text: string): string | undefined {
  const found = /^(\d{1,2})\s*(?:[:h.,]|giờ|gio)\s*(\d{1,2})?\s*(?:phút|phut|p)?$/i.exec(text.trim()) ?? /^(\d{1,2})(\d{2})?$/.exec(text.trim());
  if (!found) return undefined;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : undefined;
}

/** As the server takes it. */
export function clockTyped(text: string): string | null {
  return readClock(text) ?? null;
}

function withDate(on: Day, dayOfMonth: number): Day {
  const last = lastOfMonth(on);
  const wished = `${on.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}` as Day;
  return wished > last ? last : wished;
}
