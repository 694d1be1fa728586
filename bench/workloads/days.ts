/** Days that officers ask for: ends of months. */
import { addDays, type Day } from '../../src/platform/day.ts';

/** The last days of so many whole months before `today`, newest first. */
export function lastDays(today: Day, months: number): Day[] {
  const found: Day[] = [];
  for (let first = firstOfMonth(today); found.length < months; first = firstOfMonth(found.at(-1) ?? today)) found.push(addDays(first, -1));
  return found;
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day; // the first day of the month of a day is a day
}
