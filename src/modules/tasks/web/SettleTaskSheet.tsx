/** Settles a task: done or dropped, on which day, what came of it. */
import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { taskContract } from '../task.contract.ts';
import type { TaskRecord } from '../task.record.ts';
import { useTaskRecording } from './task.recording.ts';
import type { TaskItem } from './task.tabs.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';

const fieldOfCode = { 'tasks.settledOutside': 'on', 'tasks.reasonMissing': 'note' };

export function SettleTaskSheet({ task, onClose }: { readonly task: TaskItem & Partial<Pick<TaskRecord, 'parts'>>; readonly onClose: () => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [state, setState] = useState<'done' | 'dropped'>('done');
  const [on, setOn] = useState<string | undefined>(today);
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useTaskRecording({ onDone: onClose, fieldOfCode });
  const written = note.trim();
  const needsReason = state === 'dropped' && written === '';

  const verb = t(task.standing === 'reported' && state === 'done' ? texts.confirm : texts.settle);

  const submit = async () => {
    setChecked(true);
    if (!on || needsReason) return;
    const { id, title } = task;
    await record(() => call(taskContract.settle, { id, state, on, note: written || null }), { told: t(texts.settledTask, { task: title }), undo: () => call(taskContract.reopen, { id }) });
  };

  return (
    <ActSheet title={verb} verb={verb} intro={t(texts.settleIntro, { task: task.title, unit: task.unit.name })} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Radio.Group label={t(texts.outcome)} value={state} onChange={(value) => setState(value === 'dropped' ? 'dropped' : 'done')}>
        <Stack gap="xs"><Radio size="md" value="done" label={t(texts.done)} /><Radio size="md" value="dropped" label={t(texts.dropped)} /></Stack>
      </Radio.Group>
      {task.parts && <p>{t(state === 'done' ? texts.partsDone : texts.partsDropped)}</p>}
      <DayInput label={t(texts.on)} value={on} onChange={setOn} least={task.origin.on} most={today} required error={isChecked && !on ? t(texts.missing) : fault('on')} />
      <Textarea
        label={t(state === 'done' ? texts.note : texts.reason)} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={500} autosize minRows={2}
        withAsterisk={state === 'dropped'} error={isChecked && needsReason ? t(texts.missing) : fault('note')}
      />
    </ActSheet>
  );
}
