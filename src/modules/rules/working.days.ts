/**
 * Working days as Vietnam counts them: Monday to Friday, without the days off announced for the year, with the Saturdays
 * worked instead (Labour Code 2019, Art. 111 and 112; the days themselves are data). A clock of so many working days that
 * starts on a day ends at the end of the last of them; the day on which it starts is not counted.
 */
import { addDays, type Day } from '../../platform/day.ts';

export interface WorkingCalendar {
  /** Weekdays on which nobody works. */
  readonly off: ReadonlySet<Day>;
  /** Days of a weekend that are worked. */
  readonly worked: ReadonlySet<Day>;
}

export function isWorkingDay(on: Day, { off, worked }: WorkingCalendar): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? worked.has(on) : !off.has(on);
}

/** A day off, or of a weekend that leads into one: a holiday that falls on a weekend is made up for on the days after it. */
export function isHoliday(on: Day, calendar: WorkingCalendar): boolean {
  return calendar.off.has(on) || (!isWorkingDay(on, calendar) && isHoliday(addDays(on, 1), calendar));
}

/** The last day of a clock of so many working days; the day itself where there are none. */
export function addWorkingDays(start: Day, count: number, calendar: WorkingCalendar): Day {
  let on = start;
  for (let left = count; left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(on, calendar)) left -= 1;
  }
  return on;
}

/** Working days after the first day up to the last, negative where the last comes first. */
export function workingDaysBetween(first: Day, last: Day, calendar: WorkingCalendar): number {
  if (last < first) return -workingDaysBetween(last, first, calendar);
  let count = 0;
  for (let on = first; on < last; ) {
    on = addDays(on, 1);
    if (isWorkingDay(on, calendar)) count += 1;
  }
  return count;
}
