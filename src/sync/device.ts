/** A phone that works without signal, and what becomes of it. Pure. */
import { refuse, type Refusal } from '../platform/problem.ts';

export type DeviceState = 'active' | 'wipe_asked' | 'wiped';

/** Active ones of one account: whoever needs more has lost sight of some. */
export const mostDevices = 10;
/** When a device was seen is written at most so often: pulling stays reading. */
export const seenInterval = 60_000;

/**
 * So long what a phone carries opens without having met the server: a month of sittings can be held where there is no signal,
 * and whoever found the phone or guessed its PIN reads no further. What waits to be sent stays in any case.
 */
export const daysCarried = 30;

/** A clock that runs backwards proves nothing: more than so far behind the last contact counts as much. */
export function isOverdue(pulledAt: number | null, now: number): boolean {
  return pulledAt !== null && Math.abs(now - pulledAt) >= daysCarried * 24 * 60 * 60_000;
}

export function mayEnrol(active: number): Refusal | undefined {
  return active < mostDevices ? undefined : refuse('sync.tooManyDevices', 'conflict', { most: mostDevices });
}

export function stateOf({ wipeAskedAt, wipedAt }: { readonly wipeAskedAt: Date | null; readonly wipedAt: Date | null }): DeviceState {
  if (wipedAt !== null) return 'wiped';
  return wipeAskedAt === null ? 'active' : 'wipe_asked';
}
