/**
 * Which unit the figures are about where the address names none: the one last chosen here by this account, else where the account
 * is at home, else the topmost unit within reach. So no page of figures opens without a number.
 */
import { unitContract } from '../../modules/units/unit.contract.ts';
import { useProcedure } from '../../shell/api.ts';
import { useAsOf } from '../../shell/asOf.ts';
import { useSession } from '../../shell/session.ts';
import { useAddressValue } from '../../ui/address.ts';
import { recall, remember } from '../../ui/remembered.ts';
import { UNIT_PARAM } from './figure.address.ts';

export interface AskedUnit {
  readonly id: string | undefined;
  /** It is not known yet whether there is one. */
  readonly isPending: boolean;
}

export function useAskedUnit(): AskedUnit {
  const { home } = useSession();
  const { day } = useAsOf();
  const [chosen] = useAddressValue(UNIT_PARAM);
  const last = useLastUnit({ isAsked: chosen === undefined, day });
  const known = chosen ?? last ?? home?.unitId;
  const top = useTopUnit({ isAsked: known === undefined, day });
  return known === undefined ? top : { id: known, isPending: false };
}

export function useRememberUnit(): (unitId: string) => void {
  const key = useLastUnitKey();
  return (unitId) => remember(key, unitId);
}

/** One that may no longer be read, or that does not stand on the day, counts as none. */
function useLastUnit({ isAsked, day }: { readonly isAsked: boolean; readonly day: string }): string | undefined {
  const id = recall<string>(useLastUnitKey());
  const { error } = useProcedure(unitContract.unit, { id: id ?? '', asOf: day }, { enabled: isAsked && id !== undefined });
  return error ? undefined : id;
}

function useTopUnit({ isAsked, day: asOf }: { readonly isAsked: boolean; readonly day: string }): AskedUnit {
  const party = useProcedure(unitContract.children, { hierarchy: 'party', asOf, limit: 1 }, { enabled: isAsked });
  const isWithout = party.data?.items.length === 0;
  const territory = useProcedure(unitContract.children, { hierarchy: 'territory', asOf, limit: 1 }, { enabled: isAsked && isWithout });
  const { data, error } = isWithout ? territory : party;
  return { id: data?.items[0]?.id, isPending: !data && !error };
}

/** Devices are shared; what somebody else looked at is not told. */
function useLastUnitKey(): string {
  return `figures.unit.${useSession().account.id}`;
}
