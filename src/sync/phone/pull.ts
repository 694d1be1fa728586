/** Fetches what changed of what is carried, page by page, and takes it in at once with the done commands that are in it. */
import type { OutboxEntry } from '../outbox.ts';
import type { PhoneRecord } from '../record.ts';
import { heldOf, type Carried } from './replica.ts';
import type { Reach } from './sending.ts';
import { ask } from './calls.ts';
import type { PhoneStore } from './store.ts';
import type { Seal } from './vault.ts';

export interface PulledUnits {
  readonly count: number;
  readonly most: number;
}

export type PullOutcome =
  | { readonly is: 'taken'; readonly carried: Carried; readonly at: number; readonly units: PulledUnits }
  | { readonly is: 'wiped' };

export interface PullParts {
  readonly deviceId: string;
  readonly carried: Carried;
  readonly entries: readonly OutboxEntry[];
  readonly store: PhoneStore;
  readonly seal: Seal;
  readonly reach: Reach;
  readonly now: () => number;
}

/** @throws ApiProblem; what came until then is not taken in, as it may hold half of what a command did. */
export async function pull({ deviceId, carried, entries, store, seal, reach, now }: PullParts): Promise<PullOutcome> {
  const began = now();
  const next = new Map([...carried].map(([type, records]) => [type, new Map(records)]));
  const changed = new Map<string, PhoneRecord>();
  const gone = new Map<string, Pick<PhoneRecord, 'type' | 'id'>>();
  for (;;) {
    const page = await ask(reach, 'pull', { deviceId, held: heldOf(next) } as Parameters<typeof ask<'pull'>>[2]);
    if (page.wipe) return { is: 'wiped' };
    for (const { type, id } of page.gone) {
      next.get(type)?.delete(id);
      changed.delete(`${type} ${id}`);
      gone.set(`${type} ${id}`, { type, id });
    }
    for (const record of page.changed) {
      next.get(record.type)?.set(record.id, record);
      changed.set(`${record.type} ${record.id}`, record);
      gone.delete(`${record.type} ${record.id}`);
    }
    if (page.more && page.changed.length + page.gone.length > 0) continue;
    const settled = entries.filter(({ standing }) => standing.is === 'done').map(({ seq }) => seq);
    const put = await Promise.all([...changed.values()].map(async (record) => ({ type: record.type, id: record.id, sealed: await seal.close(placeOf(record), record) })));
    await store.takeIn({ deviceId, put, gone: [...gone.values()], settled, meta: { pulled: await seal.close('pulled', { at: began, units: page.units }) } });
    return { is: 'taken', carried: next, at: began, units: page.units };
  }
}

export function placeOf({ type, id }: Pick<PhoneRecord, 'type' | 'id'>): string {
  return `${type} ${id}`;
}
