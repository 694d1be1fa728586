/** Units as hits of the global search and as choices of a lookup. */
import { call } from '../../../shell/api.ts';
import type { SearchHit, SearchProvider } from '../../../shell/search.ts';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { unitContract } from '../unit.contract.ts';
import type { Hierarchy } from '../unit.kinds.ts';
import { kindsOf, unitHref } from './unit.words.ts';

const MOST = 8;

export const searchUnits: SearchProvider['search'] = async (text, { asOf, signal }): Promise<readonly SearchHit[]> => {
  const { items } = await call(unitContract.list, { q: text, asOf, limit: MOST }, { signal });
  return items.map(({ id, name, path }) => ({ id: `unit ${id}`, label: name, hint: path.join(', '), href: unitHref(id) }));
};

export interface UnitSearch {
  readonly asOf: string;
  readonly hierarchy?: Hierarchy | undefined;
  readonly without?: readonly string[] | undefined;
}

export async function findUnits(text: string, { asOf, hierarchy, without = [] }: UnitSearch): Promise<readonly LookupChoice[]> {
  const kind = hierarchy ? kindsOf(hierarchy).map(({ code }) => code) : undefined;
  const { items } = await call(unitContract.list, { ...(text ? { q: text } : {}), ...(kind ? { kind } : {}), asOf, limit: MOST * 2 });
  return items.filter(({ id }) => !without.includes(id)).map(({ id, name, path }) => ({ id, label: name, hint: path.join(', ') }));
}
