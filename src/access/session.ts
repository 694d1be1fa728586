/** How long a session lasts and how often a sign-in may fail. Pure; the numbers stand only here. */

const minute = 60_000;
const hour = 60 * minute;

/** A session unused for so long is over. */
export const idleLimit = 12 * hour;
/** A session is over after so long even if it is used. */
export const lifetime = 30 * 24 * hour;
/** `seen_at` is written at most so often: reading stays reading. */
export const seenInterval = minute;

export const failureWindow = 15 * minute;
export const failuresPerName = 5;
export const failuresPerAddress = 30;

export interface Failures {
  readonly byName: number;
  readonly byAddress: number;
}

/** Both limits, so that neither one account nor one address can be used to try many passwords. */
export function mayTry(failures: Failures): boolean {
  return failures.byName < failuresPerName && failures.byAddress < failuresPerAddress;
}

/** Said to the caller: the window slides, so this is the longest that it can take. */
export const waitMinutes = failureWindow / minute;
