/** Takes out a clause that units are asked to answer: with the reason, which is kept beside what it said. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { cascadeContract } from '../cascade.contract.ts';
import type { ClauseOnPage } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';
import classes from './cascades.module.css';

interface RemoveProps {
  readonly documentId: string;
  readonly clause: ClauseOnPage;
  readonly onClose: () => void;
}

export function RemoveSheet({ documentId, clause: { id, label, wording }, onClose }: RemoveProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useCascadeRecording<unknown>({ onDone: onClose });
  const written = reason.trim();
  const submit = async () => {
    setChecked(true);
    if (written !== '') await record(() => call(cascadeContract.remove, { documentId, ids: [id], reason: written }), { told: t(texts.removed, { label }) });
  };
  return (
    <ActSheet title={t(texts.removeOf, { label })} verb={t(texts.remove)} intro={t(texts.removeIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <p className={classes.plain}>{wording}</p>
      <Textarea label={t(texts.removeReason)} value={reason} maxLength={500} autosize minRows={2} required error={isChecked && written === '' ? t(texts.reasonMissing) : undefined} onChange={(event) => setReason(event.currentTarget.value)} />
    </ActSheet>
  );
}
