/** Changes an open task: what is to be done, who answers for it, until when. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { taskContract } from '../task.contract.ts';
import { useTaskRecording } from './task.recording.ts';
import type { TaskItem } from './task.tabs.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';

const fieldOfCode = { 'tasks.ownerUnknown': 'ownerId' };

export function ChangeTaskSheet({ task, onClose }: { readonly task: TaskItem; readonly onClose: () => void }) {
  const { t } = useText();
  const [title, setTitle] = useState(task.title);
  const [owner, setOwner] = useState<LookupChoice | undefined>(task.owner ? { id: task.owner.id, label: task.owner.fullName } : undefined);
  const [dueOn, setDueOn] = useState<string | undefined>(task.dueOn ?? undefined);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useTaskRecording({ onDone: onClose, fieldOfCode });
  const written = title.trim();

  const submit = async () => {
    setChecked(true);
    if (written === '') return;
    const { id } = task;
    const before = { id, title: task.title, ownerId: task.owner?.id ?? null, dueOn: task.dueOn };
    await record(() => call(taskContract.change, { id, version: task.version, title: written, ownerId: owner?.id ?? null, dueOn: dueOn ?? null }), {
      told: t(texts.changed, { task: written }), undo: ({ version }) => call(taskContract.change, { ...before, version }),
    });
  };

  return (
    <ActSheet title={t(texts.changeTitle)} verb={t(texts.save)} intro={task.unit.name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.title)} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={1000} autosize minRows={2} withAsterisk error={isChecked && written === '' ? t(texts.missing) : fault('title')} />
      <Lookup label={t(texts.owner)} description={t(texts.ownerHint)} value={owner} onChange={setOwner} search={searchPeople} error={fault('ownerId')} />
      <DayInput label={t(texts.due)} description={t(texts.dueHint)} value={dueOn} onChange={setDueOn} error={fault('dueOn')} />
    </ActSheet>
  );
}
