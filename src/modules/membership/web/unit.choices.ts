/** Units to choose from by typing: as they stood on the day. */
import { call } from '../../../shell/api.ts';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { unitContract, type UnitItem } from '../../units/unit.contract.ts';

const MOST = 12;

export type UnitChoiceFound = LookupChoice & Pick<UnitItem, 'kind'>;

export async function searchUnits(q: string, { asOf, kind }: { asOf: string; kind?: readonly UnitItem['kind'][] }): Promise<readonly UnitChoiceFound[]> {
  const { items } = await call(unitContract.list, { ...(q ? { q } : {}), ...(kind ? { kind: [...kind] } : {}), asOf, limit: MOST });
  return items.map(choiceOf);
}

function choiceOf({ id, name, path, kind }: UnitItem): UnitChoiceFound {
  return { id, kind, label: name, ...(path.length > 0 ? { hint: path.slice(0, 2).join(', ') } : {}) };
}

/** Of whom a form is, above it, where there is but one. While that is not known its place is kept: else the first choices would move under the finger. */
export function introOf({ isOnly, unit }: { readonly isOnly: boolean | undefined; readonly unit: LookupChoice | undefined }): string | undefined {
  if (isOnly === undefined) return '\u00a0';
  return isOnly ? unit?.label : undefined;
}
