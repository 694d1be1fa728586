/** Changes an open task: what is to be done, until when, who answers for it. Who only does it says who answers, and its steps. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { taskContract } from '../task.contract.ts';
import type { TaskRecord } from '../task.record.ts';
import { fieldOfCode } from './GiveSheet.tsx';
import { pageTexts } from './task.page.messages.ts';
import { useTaskRecording } from './task.recording.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import { assignedOf, draftOf, faultsOf, homeOfId, wantedOf, type WantedDraft } from './wanted.draft.ts';
import { WantedFields } from './WantedFields.tsx';

export function ChangeTaskSheet({ task, onClose }: { readonly task: TaskRecord; readonly onClose: () => void }) {
  const { t } = useText();
  const [draft, setDraft] = useState<WantedDraft>(() => draftOf(task));
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useTaskRecording({ onDone: onClose, fieldOfCode });
  const asks = task.may.includes('task.record');

  const submit = async () => {
    setChecked(true);
    if (faultsOf(draft).length > 0) return;
    const { id } = task;
    const wanted = (of: WantedDraft) => (asks ? wantedOf(of, { home: homeOfId(id), before: task.steps }) : assignedOf(of, task));
    const [before, after] = [wanted(draftOf(task)), wanted(draft)];
    await record(() => call(taskContract.change, { id, version: task.version, ...after }), {
      told: t(texts.changed, { task: after.title }), undo: ({ version }) => call(taskContract.change, { id, version, ...before }),
    });
  };

  const title = t(asks ? texts.changeTitle : pageTexts.assign);
  return (
    <ActSheet title={title} verb={t(texts.save)} intro={asks ? task.unit.name : task.title} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      {task.parts && <p>{t(texts.partsChanged)}</p>}
      <WantedFields draft={draft} onType={(changes) => setDraft((now) => ({ ...now, ...changes }))} faulty={isChecked ? faultsOf(draft) : []} fault={fault} unitId={task.unit.id} isPart={task.whole !== null} isWhole={asks} />
    </ActSheet>
  );
}
