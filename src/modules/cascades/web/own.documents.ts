/** Documents that a unit issued, as choices of a lookup; and clauses of one of them. */
import { call } from '../../../shell/api.ts';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { documentContract } from '../../documents/document.contract.ts';

const MOST = 8;

export async function searchOwnDocuments(text: string, unitId: string): Promise<readonly LookupChoice[]> {
  const { items } = await call(documentContract.list, { unitId, direction: 'issued', ...(text ? { search: text } : {}), limit: 50 });
  return items.filter(({ unit, standing }) => unit.id === unitId && standing !== 'void').slice(0, MOST).map(({ id, symbol, summary }) => ({ id, label: symbol, hint: summary }));
}
