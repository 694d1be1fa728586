/**
 * One sender of a device at a time, whatever windows are open: by the browser's own locks, or where there are none by a lease
 * in the store that runs out by itself, should its window die.
 */
import type { PhoneStore } from './store.ts';

/** Waits for its turn, then works. `isStillMine` is asked before each step that only one may do. */
export type Turn = <T>(work: (isStillMine: () => Promise<boolean>) => Promise<T>) => Promise<T>;

export interface TurnPlace {
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

interface Lease {
  readonly holder: string;
  readonly until: number;
}

const leaseFor = 60_000;
const lookEvery = 250;

export function turnBy({ name, store, place }: { readonly name: string; readonly store: PhoneStore; readonly place: TurnPlace }): Turn {
  const { locks } = place;
  if (locks) return (work) => locks.request(name, () => work(async () => true)) as ReturnType<typeof work>;
  return turnByLease({ store, place });
}

function turnByLease({ store, place }: { readonly store: PhoneStore; readonly place: TurnPlace }): Turn {
  return async (work) => {
    const holder = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const take = async () => {
      const now = place.now();
      const lease = await store.changeMeta('lease', (before) => {
        // Written here and nowhere else.
        const held = before as Lease | undefined;
        const isFree = !held || held.holder === holder || held.until <= now || held.until > now + leaseFor;
        return isFree ? { holder, until: now + leaseFor } : held;
      });
      return lease.holder === holder;
    };
    while (!(await take())) await place.pause(lookEvery);
    try {
      return await work(take);
    } finally {
      await store.changeMeta('lease', (before) => ((before as Lease | undefined)?.holder === holder ? { holder, until: 0 } : before)).catch(() => undefined);
    }
  };
}
