/** Đính chính: what was entered wrongly is put right for as long as it stood, with the reason. Nothing changed in the world. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../platform/format.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { unitContract, type UnitPage } from '../unit.contract.ts';
import { hierarchyOf } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { ActSheet, useFaults, useRecording } from './ActSheet.tsx';
import { FactsFields, UnitField } from './fields.tsx';
import { missingIn } from './missing.ts';
import { changedFacts, draftOf } from './unit.draft.ts';
import type { SheetOf } from './UnitActs.tsx';

export function CorrectSheet({ unit, onClose }: SheetOf) {
  const { t } = useText();
  const form = useCorrection(unit);
  const { draft, on, parent, foundedOn, reason, put } = form;
  const [isSame, setSame] = useState(false);
  const { record, problem, busy } = useRecording(unitContract.correct, { done: t(unitTexts['done.correct']), onClose });
  const { faultOf, setMissing } = useFaults(problem);
  const submit = () => {
    const missing = missingIn({ draft, on, needs: { reason: reason.trim() !== '' } }, t);
    const given = form.given();
    setMissing(missing);
    setSame(Object.keys(given).length === 0);
    if (on === undefined || Object.keys(missing).length > 0 || Object.keys(given).length === 0) return;
    record({ id: unit.id, on, reason: reason.trim(), ...given });
  };
  return (
    <ActSheet title={t(unitTexts.correct)} about={t(unitTexts.correctAbout)} problem={problem} busy={busy} onSubmit={submit} onClose={onClose}>
      <DayInput label={t(unitTexts.mistakenOn)} value={on} onChange={(day) => put({ on: day })} error={faultOf('on')} required />
      <FactsFields draft={draft} onChange={(next) => put({ draft: next })} faultOf={faultOf} />
      <UnitField label={t(unitTexts.rightParent)} value={parent} onChange={(choice) => put({ parent: choice })} on={on ?? unit.life.from} hierarchy={hierarchyOf(unit.kind)} error={faultOf('parent')} />
      <DayInput label={t(unitTexts.rightFounding)} value={foundedOn} onChange={(day) => put({ foundedOn: day })} error={faultOf('foundedOn')} />
      <Textarea
        label={t(unitTexts.reason)} description={t(unitTexts.reasonHint)} value={reason} error={faultOf('reason')} maxLength={300} autosize minRows={2} required
        onChange={(event) => put({ reason: event.currentTarget.value })}
      />
      {isSame && <Notice tone="warn">{t(unitTexts.nothingChanged)}</Notice>}
    </ActSheet>
  );
}

interface Correction {
  readonly draft: ReturnType<typeof draftOf>;
  readonly on: string | undefined;
  readonly parent: LookupChoice | undefined;
  readonly foundedOn: string | undefined;
  readonly reason: string;
}

/** The form begins as the record stands; only what was touched is sent. */
function useCorrection(unit: UnitPage) {
  const { day } = useAsOf();
  const hierarchy = hierarchyOf(unit.kind);
  const [before] = useState((): Correction => {
    const on = unit.state === 'stands' ? day : unit.version.from;
    const spell = unit.parents.find((one) => one.hierarchy === hierarchy && one.from <= on && (one.to === null || on <= one.to));
    const parent = spell && { id: spell.parent.id, label: spell.parent.name };
    return { draft: draftOf(unit, (value) => formatNumber(value, 'vi')), on, parent, foundedOn: unit.life.from, reason: '' };
  });
  const [now, setNow] = useState(before);
  const put = (part: Partial<Correction>) => setNow({ ...now, ...part });
  const given = () => {
    const facts = changedFacts(before.draft, now.draft);
    return {
      ...(Object.keys(facts).length > 0 ? { facts } : {}),
      ...(now.parent && now.parent.id !== before.parent?.id ? { parent: { hierarchy, parentId: now.parent.id } } : {}),
      ...(now.foundedOn && now.foundedOn !== before.foundedOn ? { foundedOn: now.foundedOn } : {}),
    };
  };
  return { ...now, put, given };
}
