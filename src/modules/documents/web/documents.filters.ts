/** The filters of the register between the address and the server. Pure. */
import type { z } from 'zod';
import type { documentContract } from '../document.contract.ts';
import { directions, documentTypeCodes } from '../document.kinds.ts';

export const params = { search: 'tim', direction: 'chieu', type: 'loai', regulations: 'quyChe', toConfirm: 'choXacNhan', below: 'trucThuoc' } as const;

/** How a filter that is only on or off stands in the address. */
export const ON = 'co';

export type DocumentsAsked = Omit<z.input<typeof documentContract.list.input>, 'cursor' | 'limit'>;

interface Address {
  readonly unitId: string | undefined;
  readonly values: (param: string) => readonly string[];
}

/** What the address asks for; words that mean nothing are passed over. */
export function documentsAsked({ unitId, values }: Address): DocumentsAsked {
  const [search] = values(params.search);
  const [direction] = known(values(params.direction), directions);
  const type = known(values(params.type), documentTypeCodes);
  const isOn = (param: string) => values(param).includes(ON);
  return {
    ...(unitId ? { unitId, ...(isOn(params.below) ? { below: 'yes' as const } : {}) } : {}),
    ...(direction ? { direction } : {}),
    ...(type.length > 0 ? { type } : {}),
    ...(isOn(params.regulations) ? { regulations: 'yes' as const } : {}),
    ...(isOn(params.toConfirm) ? { toConfirm: 'yes' as const } : {}),
    ...(search ? { search } : {}),
  };
}

export function isNarrowed(asked: DocumentsAsked): boolean {
  return Object.keys(asked).length > 0;
}

function known<T extends string>(values: readonly string[], all: readonly T[]): T[] {
  return all.filter((one) => values.includes(one));
}
