/** Changes one clause; once units are asked the reason is asked for, and the former wording kept. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { cascadeContract } from '../cascade.contract.ts';
import { clauseKindNames, clauseKinds, directionsOfTargets, towardNames, type ClauseKind, type Toward } from '../cascade.kinds.ts';
import { readNumber, writtenNumber, type ClauseOnPage } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';

interface Draft {
  readonly kind: ClauseKind;
  readonly label: string;
  readonly wording: string;
  readonly target: string;
  readonly measure: string;
  readonly toward: Toward;
  readonly dueOn: string | undefined;
  readonly forWhom: string;
  readonly reason: string;
}

interface ChangeProps {
  readonly clause: ClauseOnPage;
  readonly isAsked: boolean;
  readonly onClose: () => void;
}

export function ChangeSheet({ clause, isAsked, onClose }: ChangeProps) {
  const { t } = useText();
  const [draft, setDraft] = useState<Draft>(() => ({ ...clause, target: writtenNumber(clause.target), measure: clause.measure ?? '', toward: clause.toward ?? 'atLeast', dueOn: clause.dueOn ?? undefined, forWhom: clause.forWhom ?? '', reason: '' }));
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useCascadeRecording<unknown>({ onDone: onClose });
  const put = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const wrong = (isWrong: boolean, text: string) => (isChecked && isWrong ? text : undefined);
  const isIndicator = draft.kind === 'indicator';
  const lacks = { label: draft.label.trim() === '', wording: draft.wording.trim() === '', target: isIndicator && readNumber(draft.target) === undefined, measure: isIndicator && draft.measure.trim() === '', reason: isAsked && draft.reason.trim() === '' };

  const submit = async () => {
    setChecked(true);
    if (Object.values(lacks).some(Boolean)) return;
    await record(() => call(cascadeContract.change, { id: clause.id, version: clause.version, reason: draft.reason.trim() || null, ...wordingOf(draft) }), { told: t(texts.changed, { label: draft.label }) });
  };

  return (
    <ActSheet title={t(texts.changeOf, { label: clause.label })} verb={t(texts.save)} intro={isAsked ? t(texts.reasonHint) : undefined} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Select label={t(texts.kind)} value={draft.kind} allowDeselect={false} data={clauseKinds.map((value) => ({ value, label: t(clauseKindNames[value]) }))} onChange={(chosen) => put({ kind: clauseKinds.find((one) => one === chosen) ?? draft.kind })} />
      <TextInput label={t(texts.label)} value={draft.label} maxLength={20} required error={wrong(lacks.label, t(texts.missing))} onChange={(event) => put({ label: event.currentTarget.value })} />
      <Textarea label={t(texts.wording)} value={draft.wording} maxLength={2000} autosize minRows={3} required error={wrong(lacks.wording, t(texts.missing))} onChange={(event) => put({ wording: event.currentTarget.value })} />
      {isIndicator && (
        <>
          <Select label={t(texts.toward)} value={draft.toward} allowDeselect={false} data={directionsOfTargets.map((value) => ({ value, label: t(towardNames[value]) }))} onChange={(chosen) => put({ toward: directionsOfTargets.find((one) => one === chosen) ?? draft.toward })} />
          <TextInput label={t(texts.targetField)} value={draft.target} inputMode="decimal" autoComplete="off" required error={wrong(lacks.target, t(texts.targetUnread))} onChange={(event) => put({ target: event.currentTarget.value })} />
          <TextInput label={t(texts.measure)} description={t(texts.measureHint)} value={draft.measure} maxLength={60} required error={wrong(lacks.measure, t(texts.missing))} onChange={(event) => put({ measure: event.currentTarget.value })} />
        </>
      )}
      <DayInput label={t(texts.dueField)} value={draft.dueOn} onChange={(dueOn) => put({ dueOn })} />
      <TextInput label={t(texts.forWhomField)} value={draft.forWhom} maxLength={200} onChange={(event) => put({ forWhom: event.currentTarget.value })} />
      {isAsked && <Textarea label={t(texts.reasonField)} value={draft.reason} maxLength={500} autosize minRows={2} required error={wrong(lacks.reason, t(texts.reasonMissing))} onChange={(event) => put({ reason: event.currentTarget.value })} />}
    </ActSheet>
  );
}

function wordingOf({ kind, label, wording, target, measure, toward, dueOn, forWhom }: Draft) {
  const isIndicator = kind === 'indicator';
  return { kind, label, wording, target: isIndicator ? (readNumber(target) ?? null) : null, measure: isIndicator ? measure : null, toward: isIndicator ? toward : null, dueOn: dueOn ?? null, forWhom: forWhom.trim() || null };
}
