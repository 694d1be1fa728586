/** Petitions in the global search, by what they ask for; never by who asked. */
import { call } from '../../../shell/api.ts';
import type { SearchHit } from '../../../shell/search.ts';
import { petitionContract } from '../petition.contract.ts';
import { petitionHref } from './petition.words.ts';

const MOST = 8;

export async function findPetitions(search: string, { signal }: { signal: AbortSignal }): Promise<readonly SearchHit[]> {
  const { items } = await call(petitionContract.list, { search, limit: MOST }, { signal });
  return items.map(({ id, text, unit }) => ({ id, label: text, hint: unit.name, href: petitionHref(id) }));
}
