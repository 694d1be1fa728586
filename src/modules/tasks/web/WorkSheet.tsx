/** Tells how far a task has come, or that it is done, with a note and a picture or paper as evidence. Works without signal. */
import { Checkbox, NumberInput, Stack, Textarea } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { ACCEPTED_PAPERS, base64Of, shrunk } from '../../meetings/web/meeting.files.ts';
import { taskContract } from '../task.contract.ts';
import type { TaskRecord } from '../task.record.ts';
import { pageTexts as texts } from './task.page.messages.ts';
import { useTaskRecording } from './task.recording.ts';
import { tasksWeb } from './tasks.web.messages.ts';
import classes from './TaskPage.module.css';

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
  const [file, setFile] = useState<File>();
  const [isOpenPaper, setOpenPaper] = useState(false);
  const [isChecked, setChecked] = useState(false);
  // Sent again after a break it is the same entry.
  const [ids] = useState(() => ({ entry: newId<'taskEntry'>(homeOf(task.id)), file: newId<'taskFile'>(homeOf(task.id)) }));
  const { busy, problem, fault, record } = useTaskRecording({ onDone: onClose, fieldOfCode });
  const needsWord = file !== undefined && !isOpenPaper;
  const toggle = (id: Id<'taskStep'>) => setDone((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));

  const submit = async () => {
    setChecked(true);
    if (needsWord || (act === 'progress' && typeof progress !== 'number')) return;
    const { id, title } = task;
    const said = { ...(act === 'progress' ? { progress: Number(progress) } : {}), ...(task.steps.length > 0 ? { stepsDone: done } : {}) };
    const saidAt = new Date().toISOString();
    const send = async () => {
      const answer = await call(taskContract.work, { id, entryId: ids.entry, act, saidAt, note: note.trim() || null, ...said });
      if (file) {
        const small = await shrunk(file);
        await call(taskContract.attach, { id, entryId: ids.entry, fileId: ids.file, name: small.name, base64: await base64Of(small), hasNoSecrecyStamp: true });
      }
      return answer;
    };
    await record(send, { told: t(act === 'report' ? texts.reported : texts.toldProgress, { task: title }) });
  };

  const title = t(act === 'report' ? texts.report : texts.tellProgress);
  return (
    <ActSheet title={title} verb={title} intro={task.title} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      {act === 'progress' && <NumberInput label={t(texts.percent)} value={progress} onChange={setProgress} min={0} max={100} clampBehavior="strict" allowDecimal={false} suffix="%" size="md" error={isChecked && typeof progress !== 'number' ? t(tasksWeb.missing) : fault('progress')} />}
      {task.steps.length > 0 && (
        <Stack gap="xs" role="group" aria-label={t(texts.steps)}>
          {task.steps.map(({ id, title: step }) => <Checkbox key={id} size="md" label={step} checked={done.includes(id)} onChange={() => toggle(id)} />)}
        </Stack>
      )}
      <Textarea label={t(act === 'report' ? tasksWeb.note : texts.whatWasDone)} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={2000} autosize minRows={2} error={fault('note')} />
      <FileField file={file} onChoose={setFile} error={fault('file')} />
      {file && <Checkbox size="md" label={t(texts.noSecret)} checked={isOpenPaper} onChange={(event) => setOpenPaper(event.currentTarget.checked)} error={isChecked && needsWord ? t(texts.noSecretMissing) : undefined} />}
    </ActSheet>
  );
}

function FileField({ file, onChoose, error }: { readonly file: File | undefined; readonly onChoose: (file: File | undefined) => void; readonly error: string | undefined }) {
  const { t } = useText();
  const id = useId();
  return (
    <div>
      <input id={id} type="file" className={classes.fileInput} accept={ACCEPTED_PAPERS} aria-describedby={error ? `${id}-error` : undefined} onChange={(event) => onChoose(event.currentTarget.files?.[0])} />
      <label htmlFor={id} className={classes.fileLabel}><IconPhoto size={20} aria-hidden />{file?.name ?? t(texts.evidence)}</label>
      {error && <p id={`${id}-error`} className={classes.fault}>{error}</p>}
    </div>
  );
}
