/** Which of the meetings about to be planned for months ahead lie on a public holiday, and where they go: shown before they are planned. */
import { useMemo } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import type { Day } from '../../../platform/day.ts';
import { ruleContract } from '../../rules/rule.contract.ts';
import type { WorkingCalendar } from '../../rules/working.days.ts';
import { daysOfMonths, type DayOfMonth } from '../plan.months.ts';
import { regularInMonth, type MonthsAsked } from './meeting.days.ts';

/** Of the year of the first month and of the one after it. Without signal nothing is shown: regular meetings are moved all the same. */
export function useHolidays(from: string): WorkingCalendar {
  const year = Number(from.slice(0, 4));
  const first = useProcedure(ruleContract.holidays, { year }).data;
  const second = useProcedure(ruleContract.holidays, { year: year + 1 }).data;
  return useMemo(() => {
    const known = [...(first?.items ?? []), ...(second?.items ?? [])];
    const daysOf = (isOff: boolean) => new Set(known.filter((one) => one.isOff === isOff).map(({ day }) => day));
    return { off: daysOf(true), worked: daysOf(false) };
  }, [first, second]);
}

interface Asked extends MonthsAsked {
  readonly regular: readonly Day[];
  readonly thematic: readonly DayOfMonth[];
  readonly calendar: WorkingCalendar;
  readonly today: string;
}

/** Those that will be planned: not of months that have their meeting, nor of days gone by. */
export function movedOf({ from, months, dayOfMonth, regular, thematic, calendar, today }: Asked): { on: Day; movedFrom: Day }[] {
  const days = Number(months) > 0 && Number(dayOfMonth) > 0 ? daysOfMonths({ from, months: Number(months), dayOfMonth: Number(dayOfMonth) }, calendar) : [];
  const planned = [...days.filter(({ on }) => !regularInMonth(regular, on.slice(0, 7))), ...thematic];
  return planned.flatMap(({ on, movedFrom }) => (movedFrom !== null && on >= today ? [{ on, movedFrom }] : [])).toSorted((one, other) => (one.on < other.on ? -1 : 1));
}
