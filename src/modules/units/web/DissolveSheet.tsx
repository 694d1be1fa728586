/** Giải thể: what still stands under the unit must go first, and the server says what that is. */
import { useState } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { unitContract } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { ActSheet, useFaults, useRecording } from './ActSheet.tsx';
import { decisionOf, WhenFields, type When } from './fields.tsx';
import { missingIn } from './missing.ts';
import type { SheetOf } from './UnitActs.tsx';

export function DissolveSheet({ unit, onClose }: SheetOf) {
  const { t } = useText();
  const { day } = useAsOf();
  const [when, setWhen] = useState<When>({ on: day, decision: '' });
  const { record, problem, busy } = useRecording(unitContract.dissolve, { done: t(unitTexts['done.dissolve'], { name: unit.name }), onClose });
  const { faultOf, setMissing } = useFaults(problem);
  const submit = () => {
    setMissing(missingIn({ on: when.on }, t));
    if (when.on !== undefined) record({ id: unit.id, on: when.on, decision: decisionOf(when) });
  };
  return (
    <ActSheet title={`${t(unitTexts.dissolve)}: ${unit.name}`} about={t(unitTexts.dissolveAbout)} problem={problem} busy={busy} onSubmit={submit} onClose={onClose}>
      <WhenFields label={t(unitTexts.lastDay)} when={when} onChange={setWhen} faultOf={faultOf} />
    </ActSheet>
  );
}
