/** Documents by which a unit that is asked is answered for, as choices of a lookup: its own, or of whoever goes on with it. */
import { call } from '../../../shell/api.ts';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { documentContract } from '../../documents/document.contract.ts';
import { answersAt, type AskedUnit } from './cascade.words.ts';

const MOST = 8;

export async function searchOwnDocuments(text: string, asked: AskedUnit): Promise<readonly LookupChoice[]> {
  const own = new Set<string>([asked.unit.id, answersAt(asked), ...asked.beside.map(({ id }) => id)]);
  const { items } = await call(documentContract.list, { unitId: answersAt(asked), direction: 'issued', ...(text ? { search: text } : {}), limit: 50 });
  return items.filter(({ unit, standing }) => own.has(unit.id) && standing !== 'void').slice(0, MOST).map(({ id, symbol, summary }) => ({ id, label: symbol, hint: summary }));
}
