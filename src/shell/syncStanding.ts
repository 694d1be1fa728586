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

/** Undefined where this device was never prepared or is locked: then there is nothing to tell. */
export function syncStandingOf(state: PhoneState | undefined, { isReachable }: { readonly isReachable: boolean }): SyncStanding | undefined {
  if (state?.is !== 'open') return undefined;
  const count = (is: 'waiting' | 'refused') => state.entries.filter(({ standing }) => standing.is === is).length;
  const refused = count('refused');
  if (refused > 0) return { is: 'refused', count: refused };
  const waiting = count('waiting');
  if (!isReachable) return { is: 'lost', count: waiting };
  if (state.isSignedOut) return { is: 'signedOut', count: waiting };
  if (waiting === 0) return { is: 'settled', count: 0 };
  return { is: state.isSending ? 'sending' : 'waiting', count: waiting };
}
