/** Thành lập đơn vị trực thuộc. */
import { useState } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { unitContract } from '../unit.contract.ts';
import { hierarchyOf } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { ActSheet, useFaults, useRecording } from './ActSheet.tsx';
import { decisionOf, FactsFields, WhenFields, type When } from './fields.tsx';
import { missingIn } from './missing.ts';
import { emptyDraft, factsOf } from './unit.draft.ts';
import type { SheetOf } from './UnitActs.tsx';

export function FoundSheet({ unit, onClose }: SheetOf) {
  const { t } = useText();
  const { day } = useAsOf();
  const usual = unit.childKinds.find(({ hierarchy }) => hierarchy === hierarchyOf(unit.kind))?.kind ?? unit.kind;
  const [draft, setDraft] = useState(() => emptyDraft(usual));
  const [when, setWhen] = useState<When>({ on: day, decision: '' });
  const { record, problem, busy } = useRecording(unitContract.found, { done: t(unitTexts['done.found'], { name: draft.name.trim() }), onClose });
  const { faultOf, setMissing } = useFaults(problem);
  const submit = () => {
    const missing = missingIn({ draft, on: when.on }, t);
    setMissing(missing);
    if (Object.keys(missing).length > 0 || when.on === undefined) return;
    record({ facts: factsOf(draft), from: when.on, parents: [{ hierarchy: hierarchyOf(draft.kind), parentId: unit.id }], decision: decisionOf(when) });
  };
  return (
    <ActSheet title={t(unitTexts.found)} about={t(unitTexts.foundAbout, { name: unit.name })} problem={problem} busy={busy} onSubmit={submit} onClose={onClose}>
      <FactsFields draft={draft} onChange={setDraft} faultOf={faultOf} />
      <WhenFields label={t(unitTexts.foundedOn)} when={when} onChange={setWhen} faultOf={faultOf} />
    </ActSheet>
  );
}
