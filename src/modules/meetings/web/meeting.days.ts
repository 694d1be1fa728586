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
