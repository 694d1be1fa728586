/** The days of meetings planned for months ahead: the same day of each month, moved where it is a public holiday. Pure. */
import { addDays, type Day } from '../../platform/day.ts';
import { isHoliday, isWorkingDay, type WorkingCalendar } from '../rules/working.days.ts';
import { lastDayOf } from './meeting.ts';

interface Wanted {
  /** `YYYY-MM`. */
  readonly from: string;
  readonly months: number;
  readonly dayOfMonth: number;
}

export interface DayOfMonth {
  readonly on: Day;
  /** The day that was asked for, where it is a holiday. */
  readonly movedFrom: Day | null;
}

/** A month that has no such day has its last one. */
export function daysOfMonths({ from, months, dayOfMonth }: Wanted, calendar: WorkingCalendar): DayOfMonth[] {
  const [year, first] = from.split('-').map(Number) as [number, number];
  return Array.from({ length: months }, (_, at) => {
    const month = new Date(Date.UTC(year, first - 1 + at, 1)).toISOString().slice(0, 7);
    const wanted = `${month}-${String(dayOfMonth).padStart(2, '0')}` as Day;
    const last = lastDayOf(month);
    return besideHolidays(wanted > last ? last : wanted, calendar);
  });
}

/** The next working day; where that is of another month the last one before, so that no month is without its meeting. */
function besideHolidays(wanted: Day, calendar: WorkingCalendar): DayOfMonth {
  if (!isHoliday(wanted, calendar)) return { on: wanted, movedFrom: null };
  const after = nextWorkingDay(wanted, 1, calendar);
  return { on: after.slice(0, 7) === wanted.slice(0, 7) ? after : nextWorkingDay(wanted, -1, calendar), movedFrom: wanted };
}

function nextWorkingDay(from: Day, step: 1 | -1, calendar: WorkingCalendar): Day {
  const on = addDays(from, step);
  return isWorkingDay(on, calendar) ? on : nextWorkingDay(on, step, calendar);
}
