/** What the log is narrowed to, as it stands in the address. */
import type { z } from 'zod';
import { dayInAddress } from '../../../shell/asOf.ts';
import { useAddressValue } from '../../../ui/address.ts';
import { UNIT_PARAM } from '../../membership/web/UnitFilter.tsx';
import type { eventContract } from '../event.contract.ts';
import { eventNames } from './events.web.messages.ts';

export const params = { group: 'loai', type: 'viec', actor: 'nguoiLam', person: 'nguoi', unit: UNIT_PARAM, from: 'tu', to: 'den' } as const;

export type EventFilters = Omit<z.input<typeof eventContract.list.input>, 'cursor' | 'limit'>;

export function useEventFilters(): EventFilters {
  const [group] = useAddressValue(params.group);
  const [type] = useAddressValue(params.type);
  const [actorId] = useAddressValue(params.actor);
  const [personId] = useAddressValue(params.person);
  const [unitId] = useAddressValue(params.unit);
  const from = dayInAddress(useAddressValue(params.from)[0]);
  const to = dayInAddress(useAddressValue(params.to)[0]);
  const asked = typeAsked({ group, type });
  return {
    ...(asked ? { type: asked } : {}), ...(actorId ? { actorId } : {}), ...(personId ? { personId } : {}), ...(unitId ? { unitId } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}),
  };
}

/** A type of another group than the chosen one was left behind in the address: it doesn't count. */
export function typeAsked({ group, type }: { group: string | undefined; type: string | undefined }): string | undefined {
  if (group && type?.startsWith(`${group}.`)) return type;
  return group && /^[a-zA-Z]+$/.test(group) ? group : undefined;
}

export function typesOf(group: string): readonly string[] {
  return Object.keys(eventNames).filter((type) => type.startsWith(`${group}.`));
}
