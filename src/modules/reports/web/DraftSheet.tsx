/** Drafts a report about a unit and a time, and leads to it. Proposed is this year until today. */
import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import { partyKinds } from '../../documents/web/RegisterField.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { reportContract } from '../report.contract.ts';
import { useReportRecording } from './report.recording.ts';
import { useReportUnit } from './useReportUnit.ts';
import { reportHref } from './report.words.ts';
import { reportsWeb as texts } from './reports.web.messages.ts';

export function DraftSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const choice = useReportUnit();
  const [title, setTitle] = useState(t(texts.titleOf));
  const [from, setFrom] = useState<string | undefined>(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState<string | undefined>(today);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useReportRecording<{ readonly id: string }>({ onDone: ({ id }) => { onClose(); go(reportHref(id)); } });
  const missing = (isMissing: boolean, field: string) => (isChecked && isMissing ? t(texts.missing) : fault(field));
  const unitId = choice.unit?.id;
  // Made once: what is sent twice drafts one report.
  const id = useMemo(() => (unitId === undefined ? undefined : newId<'report'>(homeOf(unitId as Id))), [unitId]);
  const submit = async () => {
    setChecked(true);
    if (unitId === undefined || id === undefined || title.trim() === '' || !from || !to) return;
    await record(() => call(reportContract.draft, { id, unitId, title: title.trim(), from, to }), t(texts.drafted));
  };
  return (
    <ActSheet title={t(texts.draft)} verb={t(texts.draft)} intro={t(texts.draftIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy || choice.isOnly === undefined} problem={problem}>
      {choice.isOnly === false && <Lookup label={t(texts.unit)} value={choice.unit} onChange={choice.choose} search={(q) => searchUnits(q, { asOf: today, kind: partyKinds })} required error={missing(unitId === undefined, 'unitId')} />}
      <TextInput label={t(texts.title)} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={300} required error={missing(title.trim() === '', 'title')} />
      <DayInput label={t(texts.from)} value={from} onChange={setFrom} most={today} required error={missing(!from, 'from')} />
      <DayInput label={t(texts.to)} value={to} onChange={setTo} most={today} required error={missing(!to, 'to')} />
    </ActSheet>
  );
}
