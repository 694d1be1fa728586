/** The day that the screens are asked for (`ngay`) and the day compared with (`so`): part of every address. */
import { useAddressValue } from '../ui/address.ts';
import { parseDay } from '../platform/format.ts';
import { useSession } from './session.ts';

export const AS_OF_PARAM = 'ngay';
export const COMPARE_PARAM = 'so';

export interface AsOf {
  /** The day to ask for: the chosen one, else today. */
  readonly day: string;
  /** Set when another day than today was chosen. */
  readonly chosen: string | undefined;
  readonly compare: string | undefined;
  readonly today: string;
  readonly choose: (day: string | undefined) => void;
  readonly chooseCompare: (day: string | undefined) => void;
}

export function useAsOf(): AsOf {
  const { today } = useSession();
  const [asOf, setAsOf] = useAddressValue(AS_OF_PARAM, 'push');
  const [compare, chooseCompare] = useAddressValue(COMPARE_PARAM, 'push');
  const chosen = dayInAddress(asOf);
  const choose = (day: string | undefined) => setAsOf(day === today ? undefined : day);
  return { day: chosen ?? today, chosen, compare: dayInAddress(compare), today, choose, chooseCompare };
}

/** What can't be read as a day counts as not given. */
export function dayInAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text) : undefined;
}

export interface DayChoice {
  readonly id: 'monthBefore' | 'yearBefore' | 'sameDayLastYear';
  readonly day: string;
}

/** The days that offices ask for most: end of last month, end of last year, this day a year ago. */
export function usualDays(today: string): readonly DayChoice[] {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const monthBefore = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  return [
    { id: 'monthBefore', day: lastDayUpTo({ ...monthBefore, date: 31 }) },
    { id: 'yearBefore', day: `${year - 1}-12-31` },
    { id: 'sameDayLastYear', day: lastDayUpTo({ year: year - 1, month, date }) },
  ];
}

function lastDayUpTo({ year, month, date }: { year: number; month: number; date: number }): string {
  return parseDay(`${date}/${month}/${year}`) ?? lastDayUpTo({ year, month, date: date - 1 });
}
