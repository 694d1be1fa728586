/** What is asked: the unit, the period of a flow, whose boundaries, which filters. Each lives in the address. */
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { UnitPage } from '../../modules/units/unit.contract.ts';
import { useAsOf } from '../../shell/asOf.ts';
import { useAddressValue, useAddressValues } from '../../ui/address.ts';
import { DayInput } from '../../ui/DayInput.tsx';
import { useText } from '../../ui/language.tsx';
import type { FigureItem } from '../figures.contract.ts';
import { AddressChoice } from './AddressChoice.tsx';
import { BOUNDARIES_PARAM, FILTER_PARAM, FROM_PARAM, usePeriodStart } from './figure.address.ts';
import classes from './FigureControls.module.css';
import { figuresWeb } from './figures.web.messages.ts';
import { FilterBar } from './FilterBar.tsx';
import { UnitPicker } from './UnitPicker.tsx';

export function FigureControls({ figure, unit }: { readonly figure: FigureItem; readonly unit: UnitPage | undefined }) {
  const { t } = useText();
  const [boundaries] = useAddressValue(BOUNDARIES_PARAM);
  const [filters] = useAddressValues(FILTER_PARAM);
  return (
    <Foldable isOpen={filters.length > 0 || boundaries !== undefined || figure.kind === 'flow'}>
      <UnitPicker unit={unit} />
      {figure.kind === 'flow' && <PeriodFields />}
      <div className={classes.choices}>
        <AddressChoice
          label={t(figuresWeb.boundaries)}
          param={BOUNDARIES_PARAM}
          options={[{ id: 'ngayDo', label: t(figuresWeb.boundariesDay) }, { id: 'hienNay', label: t(figuresWeb.boundariesToday) }]}
        />
        <FilterBar dimensions={figure.dimensions} />
      </div>
      <p className={classes.why}>{t(figuresWeb.boundariesWhy)}</p>
    </Foldable>
  );
}

/** On a phone the value should be in sight first, so the controls are folded away where nothing unusual is set. */
function Foldable({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const { t } = useText();
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  if (!isPhone) return <div className={classes.controls} data-screen-only>{children}</div>;
  return (
    <details className={classes.folded} open={isOpen} data-screen-only>
      <summary>{t(figuresWeb.changeQuestion)}</summary>
      <div className={classes.controls}>{children}</div>
    </details>
  );
}

/** The period ends on the day of the whole screen. */
export function PeriodFields() {
  const { t } = useText();
  const { day, today, choose } = useAsOf();
  const from = usePeriodStart();
  const [, setFrom] = useAddressValue(FROM_PARAM);
  return (
    <div className={classes.period} data-screen-only>
      <DayInput label={t(figuresWeb.periodFrom)} value={from} onChange={setFrom} most={day} />
      <DayInput label={t(figuresWeb.periodTo)} value={day} onChange={(next) => choose(next ?? today)} />
    </div>
  );
}
