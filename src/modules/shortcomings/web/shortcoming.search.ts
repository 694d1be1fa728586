/** Shortcomings of units as hits of the global search and as choices of a lookup, found last first. */
import { call } from '../../../shell/api.ts';
import type { SearchHit } from '../../../shell/search.ts';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { shortcomingContract } from '../shortcoming.contract.ts';
import { shortcomingHref } from './shortcoming.words.ts';

const MOST = 8;

export async function findShortcomings(search: string, { signal }: { signal: AbortSignal }): Promise<readonly SearchHit[]> {
  const { items } = await call(shortcomingContract.list, { search, limit: MOST }, { signal });
  return items.map(({ id, what, unit }) => ({ id, label: what, hint: unit.name, href: shortcomingHref(id) }));
}

/** Of units, or of just this person. */
export async function searchEarlier(text: string, { without, personId }: { readonly without: string | undefined; readonly personId: string | undefined }): Promise<readonly LookupChoice[]> {
  const { items } = await call(shortcomingContract.list, { ...(text ? { search: text } : {}), limit: 50 });
  const same = items.filter(({ id, person }) => id !== without && person?.id === personId);
  return same.slice(0, MOST).map(({ id, what, unit, foundOn }) => ({ id, label: what, hint: `${unit.name} · ${foundOn.slice(0, 4)}` }));
}
