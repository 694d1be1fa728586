/** At which unit it was found: the one that is proposed takes a line, not a field; whoever reaches just one is not asked. */
import { useState } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import type { RegisterChoice } from '../../documents/web/RegisterField.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { shortcomingsWeb as texts } from './shortcomings.web.messages.ts';
import classes from './shortcomings.module.css';

export function UnitLine({ choice, error }: { readonly choice: RegisterChoice; readonly error: string | undefined }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [isChanging, setChanging] = useState(false);
  if (choice.isOnly !== false) return null;
  if (choice.unit && !isChanging && !error) {
    return (
      <div className={classes.unitLine}>
        <span>{t(texts.unitIs, { unit: choice.unit.label })}</span>
        <Act kind="quiet" onPress={() => setChanging(true)} aria-label={t(texts.otherUnitLong)}>{t(texts.otherUnit)}</Act>
      </div>
    );
  }
  return <Lookup label={t(texts.unitField)} value={choice.unit} onChange={choice.choose} search={(q) => searchUnits(q, { asOf: today })} required error={error} />;
}
