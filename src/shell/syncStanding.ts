/** How this device stands to the server, as one mark in the frame tells it. Pure. */
import type { PhoneState } from '../sync/phone/phone.ts';

/** The page of what waits. */
export const WAITING_PATH = '/cho-gui';

export interface SyncStanding {
  /** `refused`: a person has to decide. `lost`: no signal. `signedOut`: nothing is sent until the owner signs in. `settled`: the server has everything. */
  readonly is: 'refused' | 'lost' | 'signedOut' | 'sending' | 'waiting' | 'settled';
  /** Of those that were refused, else of those that wait. */
  readonly count: number;
}

/**
 * `elsewhere`: how much other devices of the account sent and nobody has decided. Undefined where there is nothing to tell: this
 * device was never prepared or is locked, and nothing is to be decided.
 */
export function syncStandingOf(state: PhoneState | undefined, { isReachable, elsewhere = 0 }: { readonly isReachable: boolean; readonly elsewhere?: number }): SyncStanding | undefined {
  if (state?.is !== 'open') return elsewhere > 0 && state?.is === 'off' ? { is: 'refused', count: elsewhere } : undefined;
  const count = (is: 'waiting' | 'refused') => state.entries.filter(({ standing }) => standing.is === is).length;
  const refused = count('refused') + elsewhere;
  if (refused > 0) return { is: 'refused', count: refused };
  const waiting = count('waiting');
  if (!isReachable) return { is: 'lost', count: waiting };
  if (state.isSignedOut) return { is: 'signedOut', count: waiting };
  if (waiting === 0) return { is: 'settled', count: 0 };
  return { is: state.isSending ? 'sending' : 'waiting', count: waiting };
}

/** Of what the server tells as not decided, what is not this device's own to decide, nor decided on it. */
export function elsewhereOf(ids: readonly string[], state: PhoneState | undefined): string[] {
  if (state?.is !== 'open') return [...ids];
  const known = new Set([...state.entries.map(({ command }) => command.id), ...(state.settled ?? [])]);
  return ids.filter((id) => !known.has(id));
}
