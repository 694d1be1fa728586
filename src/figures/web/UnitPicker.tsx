/** Which unit the figures are about. Found by typing, as it stood on the day. */
import { useMemo } from 'react';
import { call, useProcedure } from '../../shell/api.ts';
import { useAsOf } from '../../shell/asOf.ts';
import { PagePath } from '../../shell/PagePath.tsx';
import { unitContract, type UnitItem, type UnitPage } from '../../modules/units/unit.contract.ts';
import { useChangeAddress } from '../../ui/address.ts';
import { useText } from '../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../ui/Lookup.tsx';
import { UNIT_PARAM } from './figure.address.ts';
import { useRememberUnit } from './useAskedUnit.ts';
import { figuresWeb } from './figures.web.messages.ts';
import classes from './UnitPicker.module.css';

const MOST = 12;

export function UnitPicker({ unit }: { readonly unit: Pick<UnitPage, 'id' | 'name'> | undefined }) {
  const { t } = useText();
  const { day } = useAsOf();
  const change = useChangeAddress('push');
  const rememberUnit = useRememberUnit();
  const value = useMemo(() => unit && { id: unit.id, label: unit.name }, [unit]);
  const choose = (choice: LookupChoice | undefined) => {
    if (!choice) return;
    rememberUnit(choice.id);
    change({ [UNIT_PARAM]: [choice.id] });
  };
  return (
    <div className={classes.picker} data-screen-only>
      <Lookup label={t(figuresWeb.unit)} value={value} onChange={choose} search={(text) => searchUnits(text, day)} />
    </div>
  );
}

/** The unit as it was on the day, and its path in the head of the frame. */
export function useUnitPage(id: string | undefined) {
  const { day } = useAsOf();
  return useProcedure(unitContract.unit, { id: id ?? '', asOf: day }, { enabled: id !== undefined, keepPrevious: true });
}

export function UnitPath({ unit }: { readonly unit: UnitPage | undefined }) {
  const steps = useMemo(() => (unit ? stepsOf(unit) : []), [unit]);
  return <PagePath steps={steps} />;
}

function stepsOf({ id, name, path }: UnitPage) {
  const above = path.map((step) => ({ label: step.shortName ?? step.name, ...(step.readable ? { href: `/don-vi/${step.id}` } : {}) }));
  return [...above, { label: name, href: `/don-vi/${id}` }];
}

async function searchUnits(text: string, asOf: string): Promise<readonly LookupChoice[]> {
  const { items } = await call(unitContract.list, { ...(text ? { q: text } : {}), asOf, limit: MOST });
  return items.map(choiceOf);
}

function choiceOf({ id, name, path }: UnitItem): LookupChoice {
  return { id, label: name, ...(path.length > 0 ? { hint: path.slice(0, 2).join(', ') } : {}) };
}
