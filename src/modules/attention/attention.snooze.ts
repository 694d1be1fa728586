/** The rule by which something is put off, on the server and on a phone without signal. Pure. */
import { addDays, type Day } from '../../platform/day.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';

/** Longer than this nothing is put off without being looked at again. */
const mostDaysOff = 92;

/** It is hidden up to the day before, and stands in the list again on the day itself. */
export function refusalOfSnooze(until: Day, today: Day): Refusal | undefined {
  const latest = addDays(today, mostDaysOff);
  if (until <= today) return refuse('attention.notAhead', 'invalid', { today });
  return until > latest ? refuse('attention.tooFarAhead', 'invalid', { latest }) : undefined;
}
