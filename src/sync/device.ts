/** A phone that works without signal, and what becomes of it. Pure. */
import { refuse, type Refusal } from '../platform/problem.ts';

export type DeviceState = 'active' | 'wipe_asked' | 'wiped';

/** Active ones of one account: whoever needs more has lost sight of some. */
export const mostDevices = 10;
/** When a device was seen is written at most so often: pulling stays reading. */
export const seenInterval = 60_000;

export function mayEnrol(active: number): Refusal | undefined {
  return active < mostDevices ? undefined : refuse('sync.tooManyDevices', 'conflict', { most: mostDevices });
}

export function stateOf({ wipeAskedAt, wipedAt }: { readonly wipeAskedAt: Date | null; readonly wipedAt: Date | null }): DeviceState {
  if (wipedAt !== null) return 'wiped';
  return wipeAskedAt === null ? 'active' : 'wipe_asked';
}
