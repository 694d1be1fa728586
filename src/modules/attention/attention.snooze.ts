/** The rules by which something is put off and brought back, on the server and on a phone without signal. Pure. */
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

export interface Snoozed {
  readonly until: Day;
  readonly reason: string;
}

/** Something in the list as it stands today; what was put off up to a day that has come is not put off any more. */
export interface Standing {
  readonly since: Day;
  readonly snooze: Snoozed | null;
}

/** As it stood before whoever acts on it; undefined where that was not told. */
export interface Looked {
  readonly since?: Day | undefined;
  readonly seen?: Snoozed | null | undefined;
}

/** What happened anew is not put off with what was looked at, and what somebody else has put off since is not written over. */
export function refusalOfUnseen({ since, seen }: Looked, { stands, sent }: { readonly stands: Standing; readonly sent: Snoozed | null }): Refusal | undefined {
  if (isAnother(stands, since)) return refuse('attention.another', 'conflict', { since: stands.since });
  if (seen === undefined || stands.snooze === null || isSameSnooze(stands.snooze, seen) || isSameSnooze(stands.snooze, sent)) return undefined;
  return refuse('attention.changedMeanwhile', 'conflict', { until: stands.snooze.until, reason: stands.snooze.reason });
}

/** An earlier day than the one looked at is what is left of the same, after something was corrected. */
export function isAnother(stands: Pick<Standing, 'since'>, since: Day | undefined): boolean {
  return since !== undefined && stands.since > since;
}

export function isSameSnooze(one: Snoozed | null, other: Snoozed | null): boolean {
  return one?.until === other?.until && one?.reason === other?.reason;
}
