/** The filters of the ledger between the address and the server. Pure. */
import type { z } from 'zod';
import type { shortcomingContract } from '../shortcoming.contract.ts';
import { foundIns, states, topicCodes } from '../shortcoming.kinds.ts';

export const params = { search: 'tim', state: 'tinhTrang', topic: 'noiDung', foundIn: 'qua', late: 'quaHan', recurring: 'lapLai', below: 'trucThuoc', raised: 'doMinh' } as const;

/** How a filter that is only on or off stands in the address. */
export const ON = 'co';

export type ShortcomingsAsked = Omit<z.input<typeof shortcomingContract.list.input>, 'cursor' | 'limit'>;

interface Address {
  readonly unitId: string | undefined;
  readonly values: (param: string) => readonly string[];
}

/** What the address asks for; words that mean nothing are passed over. */
export function shortcomingsAsked({ unitId, values }: Address): ShortcomingsAsked {
  const [search] = values(params.search);
  const isOn = (param: string) => values(param).includes(ON);
  const chosen = <T extends string>(key: string, found: readonly T[]) => (found.length > 0 ? { [key]: found } : {});
  return {
    ...(unitId ? { unitId, ...(isOn(params.below) ? { below: 'yes' as const } : {}), ...(isOn(params.raised) ? { raised: 'yes' as const } : {}) } : {}),
    ...chosen('state', known(values(params.state), states)),
    ...chosen('topic', known(values(params.topic), topicCodes)),
    ...chosen('foundIn', known(values(params.foundIn), foundIns)),
    ...(isOn(params.late) ? { late: 'yes' as const } : {}),
    ...(isOn(params.recurring) ? { recurring: 'yes' as const } : {}),
    ...(search ? { search } : {}),
  };
}

export function isNarrowed(asked: ShortcomingsAsked): boolean {
  return Object.keys(asked).length > 0;
}

function known<T extends string>(values: readonly string[], all: readonly T[]): T[] {
  return all.filter((one) => values.includes(one));
}
