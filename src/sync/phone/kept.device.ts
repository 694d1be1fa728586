/** What lies in the clear of a prepared device: whose it is, the wrapped key, how often the PIN was tried. */
import type { PhonePlace } from './place.ts';
import type { PhoneStore } from './store.ts';
import { isSpent, noTries, tryBegun, waitUntil, type Tries } from './vault.tries.ts';
import type { KeptKeys } from './vault.ts';

export interface Device {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly owner: string;
  readonly account: string;
  readonly keys: KeptKeys;
  readonly tries: Tries;
}

export type KeptDevice = Awaited<ReturnType<typeof keptDevice>>;

export async function keptDevice({ store, place }: { readonly store: PhoneStore; readonly place: PhonePlace }) {
  let device = await read().catch(() => undefined);

  async function read(): Promise<Device | undefined> {
    // Written by `prepare` of the phone and below.
    return (await store.meta('device')) as Device | undefined;
  }

  async function change(work: (before: Device) => Device): Promise<Device> {
    device = await store.changeMeta('device', (before) => {
      if (before === undefined) throw new Error('the device was emptied meanwhile');
      return work(before as Device);
    });
    place.post('device');
    return device;
  }

  /** What was carried goes; what waits stays sealed until the owner has given the password. */
  async function discard(): Promise<void> {
    const kept = await change((before) => ({ ...before, keys: { ...before.keys, byPin: null } }));
    await store.discardRecords({ device: kept, session: undefined, pulled: undefined });
  }

  return {
    get: () => device,
    async look(): Promise<void> {
      device = await read();
    },
    set(made: Device | undefined): void {
      device = made;
    },
    change,
    /** One try of a PIN: counted first, forgotten when it was right. Undefined where it was wrong or came too soon. */
    async tryPin<T>(attempt: (keys: KeptKeys) => Promise<T | undefined>): Promise<T | undefined> {
      const now = place.now();
      let isTaken = false;
      const { keys, tries } = await change((before) => {
        isTaken = !isSpent(before.tries) && waitUntil(before.tries, now) === null;
        return isTaken ? { ...before, tries: tryBegun(before.tries, now) } : before;
      });
      const result = isTaken ? await attempt(keys) : undefined;
      if (result !== undefined) await change((before) => ({ ...before, tries: noTries }));
      else if (isSpent(tries)) await discard();
      return result;
    },
  };
}
