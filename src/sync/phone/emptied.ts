/** Devices that were emptied here while the server could not hear of it: their ids stay until it has, and nothing else of them. */
import { ApiProblem } from '../../shell/api.problem.ts';
import { ask } from './calls.ts';
import type { Device } from './kept.device.ts';
import type { Reach } from './sending.ts';
import type { PhoneStore } from './store.ts';

type Emptied = Pick<Device, 'deviceId' | 'account'>;

/** Undefined where there is nothing to be told. */
export function withEmptied(kept: unknown, device: Device | undefined): readonly Emptied[] | undefined {
  const before = emptiedIn(kept);
  if (!device) return before.length > 0 ? before : undefined;
  return [...before, { deviceId: device.deviceId, account: device.account }];
}

/** @returns whether something was told and nothing is left to be */
export async function tellEmptied(store: PhoneStore, reachFor: (account: string) => Reach): Promise<boolean> {
  const emptied = emptiedIn(await store.meta('emptied').catch(() => undefined));
  for (const one of emptied) if (await isHeard(one, reachFor)) await drop(store, one);
  return emptied.length > 0 && emptiedIn(await store.meta('emptied')).length === 0;
}

async function isHeard({ deviceId, account }: Emptied, reachFor: (account: string) => Reach): Promise<boolean> {
  try {
    await ask(reachFor(account), 'wiped', { deviceId });
    return true;
  } catch (error) {
    // A server that does not know it need not hear of it.
    return error instanceof ApiProblem && error.code === 'sync.deviceUnknown';
  }
}

async function drop(store: PhoneStore, { deviceId }: Emptied): Promise<void> {
  await store.changeMeta('emptied', (before) => {
    const left = emptiedIn(before).filter((one) => one.deviceId !== deviceId);
    return left.length > 0 ? left : undefined;
  });
}

/** Written by `withEmptied` and `drop` alone. */
function emptiedIn(kept: unknown): readonly Emptied[] {
  return (kept ?? []) as readonly Emptied[];
}
