/** Narrows a list to one unit and what lies under it; the unit stands in the address (`donVi`). */
import { IconX } from '@tabler/icons-react';
import { UnstyledButton } from '@mantine/core';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useAddressValue } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import { unitContract } from '../../units/unit.contract.ts';
import type { UnitKind } from '../../units/unit.kinds.ts';
import { membershipWeb as texts } from './membership.web.messages.ts';
import { searchUnits } from './unit.choices.ts';
import classes from './UnitFilter.module.css';

export const UNIT_PARAM = 'donVi';

export function useUnitFilter(): string | undefined {
  return useAddressValue(UNIT_PARAM)[0];
}

/** Of these kinds only, where the list can hold nothing of others. */
export function UnitFilter({ kinds }: { readonly kinds?: readonly UnitKind[] }) {
  const { t } = useText();
  const { day } = useAsOf();
  const [unitId, choose] = useAddressValue(UNIT_PARAM, 'push');
  const isNeeded = useHasSeveralCells();
  if (unitId !== undefined) return <ChosenUnit id={unitId} onRemove={() => choose(undefined)} />;
  if (!isNeeded) return null;
  return (
    <div className={classes.lookup} data-screen-only>
      <Lookup label={t(texts.unitFilter)} value={undefined} onChange={(choice) => choose(choice?.id)} search={(q) => searchUnits(q, { asOf: day, ...(kinds ? { kind: kinds } : {}) })} />
    </div>
  );
}

/** Whoever reaches one cell only has nothing to choose from; until that is known nothing is offered. */
function useHasSeveralCells(): boolean {
  const { today } = useAsOf();
  const { data, error } = useProcedure(unitContract.list, { kind: ['cell'], asOf: today, limit: 2 });
  return error !== null || (data !== undefined && data.items.length !== 1);
}

function ChosenUnit({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { t } = useText();
  const { day } = useAsOf();
  const unit = useProcedure(unitContract.unit, { id, asOf: day });
  const name = unit.data?.name ?? (unit.error ? '–' : '…');
  return (
    <span className={classes.chosen}>
      <span>{t(texts.unit)}: <strong>{name}</strong></span>
      <UnstyledButton className={classes.remove ?? ''} aria-label={t(texts.removeUnit, { unit: name })} onClick={onRemove} data-screen-only><IconX size={18} aria-hidden /></UnstyledButton>
    </span>
  );
}
