/** Tells how far a task has come, or that it is done, with a note, a figure, pictures or papers as evidence. Works without signal. */
import { Checkbox, NumberInput, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { base64Of, shrunk } from '../../meetings/web/meeting.files.ts';
import { taskContract } from '../task.contract.ts';
import type { TaskRecord } from '../task.record.ts';
import { EvidenceFiles, type ChosenFile } from './EvidenceFiles.tsx';
import { FigureEvidence, type ToldFigure } from './FigureEvidence.tsx';
import { NotPrepared } from './NotPrepared.tsx';
import { pageTexts as texts } from './task.page.messages.ts';
import { useTaskRecording } from './task.recording.ts';
import { tasksWeb } from './tasks.web.messages.ts';

const fieldOfCode = { 'tasks.fileTooLarge': 'file', 'tasks.fileUnknown': 'file', 'tasks.tooManyFiles': 'file' };

interface WorkSheetProps {
  readonly task: TaskRecord;
  readonly act: 'progress' | 'report';
  readonly onClose: () => void;
}

export function WorkSheet({ task, act, onClose }: WorkSheetProps) {
  const { t } = useText();
  const [progress, setProgress] = useState<number | string>(task.told.progress);
  const [done, setDone] = useState(() => task.steps.filter(({ isDone }) => isDone).map(({ id }) => id));
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [figure, setFigure] = useState<ToldFigure>();
  const [isOpenPaper, setOpenPaper] = useState(false);
  const [isChecked, setChecked] = useState(false);
  // Sent again after a break it is the same entry.
  const [entryId] = useState(() => newId<'taskEntry'>(homeOf(task.id)));
  const { busy, problem, fault, record } = useTaskRecording({ onDone: onClose, fieldOfCode });
  const needsWord = files.length > 0 && !isOpenPaper;
  const isPercent = typeof progress === 'number' && progress >= 0 && progress <= 100;
  const toggle = (id: Id<'taskStep'>) => setDone((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));

  const submit = async () => {
    setChecked(true);
    if (needsWord || (act === 'progress' && !isPercent)) return;
    const { id, title } = task;
    const said = { ...(act === 'progress' ? { progress: Number(progress) } : {}), ...(task.steps.length > 0 ? { stepsDone: done } : {}), ...(figure ? { figure } : {}) };
    const saidAt = new Date().toISOString();
    const send = async () => {
      const answer = await call(taskContract.work, { id, entryId, act, saidAt, note: note.trim() || null, ...said });
      for (const { id: fileId, file } of files) {
        const small = await shrunk(file);
        await call(taskContract.attach, { id, entryId, fileId, name: small.name, base64: await base64Of(small), hasNoSecrecyStamp: true });
      }
      return answer;
    };
    await record(send, { told: t(act === 'report' ? texts.reported : texts.toldProgress, { task: title }) });
  };

  const title = t(act === 'report' ? texts.report : texts.tellProgress);
  return (
    <ActSheet title={title} verb={title} intro={task.title} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem} remedy={<NotPrepared problem={problem} />}>
      {act === 'progress' && <NumberInput label={t(texts.percent)} value={progress} onChange={setProgress} min={0} max={100} clampBehavior="none" allowNegative={false} allowDecimal={false} suffix="%" size="md" error={isChecked && !isPercent ? t(texts.percentOutside) : fault('progress')} />}
      {task.steps.length > 0 && (
        <Stack gap="xs" role="group" aria-label={t(texts.steps)}>
          {task.steps.map(({ id, title: step }) => <Checkbox key={id} size="md" label={step} checked={done.includes(id)} onChange={() => toggle(id)} />)}
        </Stack>
      )}
      <Textarea label={t(act === 'report' ? tasksWeb.note : texts.whatWasDone)} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={2000} autosize minRows={2} error={fault('note')} />
      <FigureEvidence unitId={task.unit.id} usual={task.aim?.figure} onTell={setFigure} />
      <EvidenceFiles home={homeOf(task.id)} files={files} onChange={setFiles} error={fault('file')} />
      {files.length > 0 && <Checkbox size="md" label={t(texts.noSecret)} checked={isOpenPaper} onChange={(event) => setOpenPaper(event.currentTarget.checked)} error={isChecked && needsWord ? t(texts.noSecretMissing) : undefined} />}
    </ActSheet>
  );
}
