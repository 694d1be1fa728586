/** How a series is written, whichever table keeps it: by what changed, under the home of its scope. */
import { isDeepStrictEqual } from 'node:util';
import { homeOf, nationalHome, type Home, type Id } from '../../../platform/ids.ts';
import { inOrder, type Entry, type Series } from '../series.ts';

interface Change<E extends Entry> {
  readonly before: readonly E[];
  readonly after: readonly E[];
}

interface Writing<E extends Entry> {
  readonly remove: (id: E['id']) => Promise<unknown>;
  readonly update: (entry: E) => Promise<unknown>;
  readonly insert: (entry: E) => Promise<unknown>;
}

export async function saveEntries<E extends Entry>({ before, after }: Change<E>, { remove, update, insert }: Writing<E>): Promise<void> {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  for (const { id } of before) if (!kept.has(id)) await remove(id);
  // What grows shorter makes room for what is new.
  for (const entry of after) if (old.has(entry.id) && !isDeepStrictEqual(old.get(entry.id), entry)) await update(entry);
  for (const entry of after) if (!old.has(entry.id)) await insert(entry);
}

export function sameSeries<S extends Series<Entry>>(one: S, other: S): boolean {
  return isDeepStrictEqual(inOrder(one), inOrder(other));
}

export function homeOfScope(scopeUnitId: Id<'unit'> | null): Home {
  return scopeUnitId === null ? nationalHome : homeOf(scopeUnitId);
}
