/** The points of a series: the last day of each month, quarter or year, and the day on which the series ends. Pure. */
import { addDays, type Day } from '../platform/day.ts';

export type Step = 'month' | 'quarter' | 'year';

export interface Point {
  readonly from: Day;
  readonly to: Day;
}

const monthsIn: Readonly<Record<Step, number>> = { month: 1, quarter: 3, year: 12 };

/** Calendar months, quarters or years cut to `from`–`to`; consecutive, without gap, the last ends on `to`. */
export function pointsBetween({ from, to, step }: { from: Day; to: Day; step: Step }): Point[] {
  const points: Point[] = [];
  for (let start = from; start <= to; ) {
    const end = lastDayOfStep(start, step);
    points.push({ from: start, to: end < to ? end : to });
    start = addDays(end, 1);
  }
  return points;
}

/** The last `count` points up to the day, the day itself being the last. */
export function pointsUpTo({ to, step, count }: { to: Day; step: Step; count: number }): Point[] {
  return pointsBetween({ from: firstDay(to, -(count - 1) * monthsIn[step], step), to, step });
}

function lastDayOfStep(day: Day, step: Step): Day {
  return addDays(firstDay(day, monthsIn[step], step), -1);
}

/** First day of the step in which the day lies, moved by so many months. */
function firstDay(day: Day, moved: number, step: Step): Day {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1;
  const index = year * 12 + month - (month % monthsIn[step]) + moved;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01` as Day;
}
