/** What is asked: the unit, the period of a flow, whose boundaries, which filters. Each lives in the address. */
import type { UnitPage } from '../../modules/units/unit.contract.ts';
import { useAsOf } from '../../shell/asOf.ts';
import { useAddressValue } from '../../ui/address.ts';
import { DayInput } from '../../ui/DayInput.tsx';
import { useText } from '../../ui/language.tsx';
import type { FigureItem } from '../figures.contract.ts';
import { AddressChoice } from './AddressChoice.tsx';
import { BOUNDARIES_PARAM, FROM_PARAM, usePeriodStart } from './figure.address.ts';
import classes from './FigureControls.module.css';
import { figuresWeb } from './figures.web.messages.ts';
import { FilterBar } from './FilterBar.tsx';
import { UnitPicker } from './UnitPicker.tsx';

export function FigureControls({ figure, unit }: { readonly figure: FigureItem; readonly unit: UnitPage | undefined }) {
  const { t } = useText();
  const { chosen } = useAsOf();
  const [boundaries] = useAddressValue(BOUNDARIES_PARAM);
  // On today's date both boundaries are the same.
  const hasBoundaries = chosen !== undefined || boundaries !== undefined;
  return (
    <div className={classes.controls} data-screen-only>
      <UnitPicker unit={unit} />
      {figure.kind === 'flow' && <PeriodFields />}
      <div className={classes.choices}>
        {hasBoundaries && (
          <AddressChoice
            label={t(figuresWeb.boundaries)}
            param={BOUNDARIES_PARAM}
            options={[{ id: 'ngayDo', label: t(figuresWeb.boundariesDay) }, { id: 'hienNay', label: t(figuresWeb.boundariesToday) }]}
          />
        )}
        <FilterBar dimensions={figure.dimensions} />
      </div>
    </div>
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
