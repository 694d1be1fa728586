/** How a shortcoming is put right: its cause, the measure, who answers for it, until when, what will prove it. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { shortcomingContract } from '../shortcoming.contract.ts';
import { isPutOff } from '../shortcoming.ts';
import { draftsOf, proofToSend, unfinishedIn, type ProofDraft } from './proof.draft.ts';
import { ProofFields } from './ProofFields.tsx';
import { pageTexts as texts } from './shortcoming.page.messages.ts';
import { useShortcomingRecording } from './shortcoming.recording.ts';
import { sourceInWords, type WholeShortcoming } from './shortcoming.words.ts';
import { shortcomingsWeb } from './shortcomings.web.messages.ts';

export function MeasureSheet({ shortcoming, onClose }: { readonly shortcoming: WholeShortcoming; readonly onClose: () => void }) {
  const { t, day } = useText();
  const [opened] = useState(shortcoming);
  const [cause, setCause] = useState(opened.cause);
  const [measure, setMeasure] = useState(opened.measure);
  const [owner, setOwner] = useState<LookupChoice | undefined>(opened.owner ? { id: opened.owner.id, label: opened.owner.name } : undefined);
  const [dueOn, setDueOn] = useState<string | undefined>(opened.dueOn ?? undefined);
  const [reason, setReason] = useState('');
  const [drafts, setDrafts] = useState<readonly ProofDraft[]>(() => draftsOf(opened.proofs, t, (source) => sourceInWords(source, { t, day }).label));
  const [isChecked, setChecked] = useState(false);
  const [unfinished, setUnfinished] = useState<readonly string[]>([]);
  const { busy, problem, fault, record } = useShortcomingRecording({ onDone: onClose });
  const written = measure.trim();
  const isLater = isPutOff(opened.dueOn, dueOn ?? null);
  const why = isLater ? reason.trim() : '';
  const submit = async () => {
    setChecked(true);
    setUnfinished(unfinishedIn(drafts));
    const proofs = drafts.map(proofToSend);
    if (written === '' || (isLater && why === '') || !proofs.every((proof) => proof !== undefined)) return;
    await record(() => call(shortcomingContract.setMeasure, { id: opened.id, version: opened.version, cause: cause.trim(), measure: written, ownerId: owner?.id ?? null, dueOn: dueOn ?? null, proofs, reason: why }), { told: t(texts.measureSaved) });
  };
  return (
    <ActSheet title={t(texts.measureTitle)} verb={t(shortcomingsWeb.save)} intro={opened.what} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.cause)} value={cause} onChange={(event) => setCause(event.currentTarget.value)} maxLength={2000} autosize minRows={2} error={fault('cause')} />
      <Textarea label={t(texts.measure)} value={measure} onChange={(event) => setMeasure(event.currentTarget.value)} maxLength={2000} autosize minRows={3} required error={isChecked && written === '' ? t(shortcomingsWeb.missing) : fault('measure')} />
      <Lookup label={t(texts.owner)} description={t(texts.ownerHint)} value={owner} onChange={setOwner} search={searchPeople} error={fault('ownerId')} />
      <DayInput label={t(texts.dueOn)} value={dueOn} onChange={setDueOn} least={opened.foundOn} error={fault('dueOn')} />
      {isLater && <Textarea label={t(texts.putOffReason)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={1000} autosize minRows={2} required error={isChecked && why === '' ? t(texts.reasonMissing) : fault('reason')} />}
      <ProofFields unit={opened.unit} drafts={drafts} onChange={setDrafts} unfinished={unfinished} />
    </ActSheet>
  );
}
