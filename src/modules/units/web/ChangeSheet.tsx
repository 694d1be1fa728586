/** Đổi tên, loại, hạng, mã, đặc điểm từ một ngày: something changed in the world. */
import { useState } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { formatNumber } from '../../../platform/format.ts';
import { unitContract } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { ActSheet, useFaults, useRecording } from './ActSheet.tsx';
import { decisionOf, FactsFields, WhenFields, type When } from './fields.tsx';
import { missingIn } from './missing.ts';
import { changedFacts, draftOf } from './unit.draft.ts';
import type { SheetOf } from './UnitActs.tsx';

export function ChangeSheet({ unit, onClose }: SheetOf) {
  const { t } = useText();
  const { day } = useAsOf();
  const [before] = useState(() => draftOf(unit, (value) => formatNumber(value, 'vi')));
  const [draft, setDraft] = useState(before);
  const [when, setWhen] = useState<When>({ on: day, decision: '' });
  const [isSame, setSame] = useState(false);
  const { record, problem, busy } = useRecording(unitContract.change, { done: t(unitTexts['done.change'], { name: draft.name.trim() }), onClose });
  const { faultOf, setMissing } = useFaults(problem);
  const submit = () => {
    const missing = missingIn({ draft, on: when.on }, t);
    const facts = changedFacts(before, draft);
    setMissing(missing);
    setSame(Object.keys(facts).length === 0);
    if (Object.keys(missing).length > 0 || Object.keys(facts).length === 0 || when.on === undefined) return;
    record({ id: unit.id, on: when.on, decision: decisionOf(when), facts });
  };
  return (
    <ActSheet title={`${t(unitTexts.change)}: ${unit.name}`} about={t(unitTexts.changeAbout)} problem={problem} busy={busy} onSubmit={submit} onClose={onClose}>
      <FactsFields draft={draft} onChange={setDraft} faultOf={faultOf}>
        <WhenFields label={t(unitTexts.changedOn)} when={when} onChange={setWhen} faultOf={faultOf} />
      </FactsFields>
      {isSame && <Notice tone="warn">{t(unitTexts.nothingChanged)}</Notice>}
    </ActSheet>
  );
}
