/** The filters of the list between the address and the server. Pure. */
import type { z } from 'zod';
import type { petitionContract } from '../petition.contract.ts';
import { inboxParts, type InboxPart } from '../petition.inbox.ts';
import { sources, states } from '../petition.kinds.ts';

export const params = { search: 'tim', state: 'tinhTrang', topic: 'linhVuc', source: 'nguon', late: 'quaHan', recurring: 'neuLai', part: 'phan' } as const;

/** How a filter that is only on or off stands in the address. */
export const ON = 'co';

export type PetitionsAsked = Omit<z.input<typeof petitionContract.list.input>, 'cursor' | 'limit'>;

interface Address {
  readonly unitId: string | undefined;
  readonly values: (param: string) => readonly string[];
}

/** What the address asks for; words that mean nothing are passed over. */
export function petitionsAsked({ unitId, values }: Address): PetitionsAsked {
  const [search] = values(params.search);
  const isOn = (param: string) => values(param).includes(ON);
  const chosen = <T extends string>(key: string, found: readonly T[]) => (found.length > 0 ? { [key]: found } : {});
  return {
    ...(unitId ? { unitId } : {}),
    ...chosen('state', states.filter((one) => values(params.state).includes(one))),
    ...chosen('source', sources.filter((one) => values(params.source).includes(one))),
    ...chosen('topic', values(params.topic).filter((one) => /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(one))),
    ...(isOn(params.late) ? { late: 'yes' as const } : {}),
    ...(isOn(params.recurring) ? { recurring: 'yes' as const } : {}),
    ...(search ? { search } : {}),
  };
}

const mostAnswers = 30;

/** What can be confirmed in a meeting of the unit by whoever reads it. */
export function toConfirmAt(unitId: string): z.input<typeof petitionContract.list.input> {
  return { unitId, below: 'no', toConfirm: 'yes', limit: mostAnswers };
}

export function partAsked(value: string | undefined): InboxPart {
  return inboxParts.find((part) => part === value) ?? 'open';
}

export function isNarrowed(asked: PetitionsAsked): boolean {
  return Object.keys(asked).length > 0;
}
