/**
 * What a person has settled on one device of the account is settled on all: the server is told what was settled here, until it has
 * heard of it, and asked which of those that still stand here were settled elsewhere. Kept of the former are ids alone.
 */
import { ask } from './calls.ts';
import type { Reach } from './sending.ts';
import type { PhoneStore } from './store.ts';

/** Of one call; the rest goes with the next. */
const mostTold = 1000;

export type Settled = ReturnType<typeof createSettled>;

export function createSettled({ store, reach }: { readonly store: PhoneStore; readonly reach: Reach }) {
  let ids: readonly string[] = [];

  /** For this app alone. */
  function hold(more: readonly string[]): void {
    ids = [...new Set([...ids, ...more])];
  }

  return {
    ids: () => ids,
    hold,
    /** It is told to the server at the next contact. */
    async note(id: string): Promise<void> {
      hold([id]);
      await store.changeMeta('settled', (before) => [...idsIn(before).filter((one) => one !== id), id]);
    },
    /** Another window may have settled more. */
    async look(): Promise<void> {
      hold(idsIn(await store.meta('settled')));
    },
    /** @returns which of those that stand here were settled elsewhere @throws ApiProblem */
    async tell(open: readonly string[]): Promise<readonly string[]> {
      const here = idsIn(await store.meta('settled')).slice(0, mostTold);
      if (here.length === 0 && open.length === 0) return [];
      const { elsewhere } = await ask(reach, 'settled', { here: [...here], open: open.slice(0, mostTold) });
      if (here.length > 0) await store.changeMeta('settled', (before) => without(idsIn(before), here));
      return elsewhere;
    },
  };
}

function without(ids: readonly string[], gone: readonly string[]): readonly string[] | undefined {
  const left = ids.filter((id) => !gone.includes(id));
  return left.length > 0 ? left : undefined;
}

/** Written by `note` and `tell` alone. */
function idsIn(kept: unknown): readonly string[] {
  return (kept ?? []) as readonly string[];
}
