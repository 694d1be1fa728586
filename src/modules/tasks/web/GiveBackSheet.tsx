/** Gives a task back that was reported as done: what is still missing. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { taskContract } from '../task.contract.ts';
import type { TaskRecord } from '../task.record.ts';
import { pageTexts as texts } from './task.page.messages.ts';
import { useTaskRecording } from './task.recording.ts';
import { tasksWeb } from './tasks.web.messages.ts';

export function GiveBackSheet({ task: { id, title }, onClose }: { readonly task: TaskRecord; readonly onClose: () => void }) {
  const { t } = useText();
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useTaskRecording({ onDone: onClose });
  const written = note.trim();
  const submit = async () => {
    setChecked(true);
    if (written !== '') await record(() => call(taskContract.giveBack, { id, note: written }), { told: t(texts.gaveBack, { task: title }) });
  };
  return (
    <ActSheet title={t(texts.giveBack)} verb={t(texts.giveBack)} intro={title} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.whatMisses)} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={500} autosize minRows={2} required error={isChecked && written === '' ? t(tasksWeb.missing) : fault('note')} />
    </ActSheet>
  );
}
