/** What the reader may do about a task now: who does it accepts and reports, who asked confirms, gives back, changes. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { taskContract } from '../task.contract.ts';
import type { TaskRecord } from '../task.record.ts';
import { ChangeTaskSheet } from './ChangeTaskSheet.tsx';
import { GiveBackSheet } from './GiveBackSheet.tsx';
import { NotPrepared } from './NotPrepared.tsx';
import { Reopening } from './Reopening.tsx';
import { SettleTaskSheet } from './SettleTaskSheet.tsx';
import { pageTexts as texts } from './task.page.messages.ts';
import { useTaskRecording } from './task.recording.ts';
import { tasksWeb } from './tasks.web.messages.ts';
import { WorkSheet } from './WorkSheet.tsx';
import classes from './TaskPage.module.css';

type Open = 'progress' | 'report' | 'settle' | 'giveBack' | 'change';

export function TaskActs({ task }: { readonly task: TaskRecord }) {
  const { t } = useText();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const isOpen = task.state === 'open';
  const isReported = task.standing === 'reported';
  const [judges, assigns] = ['task.record', 'task.assign'].map((verb) => task.may.includes(verb)) as [boolean, boolean];
  const works = isOpen && !isReported && task.may.includes('task.report') && task.parts === null;
  const accepts = works && task.askedBy.id !== task.unit.id && (task.standing === 'assigned' || task.standing === 'returned');
  return (
    <div className={classes.acts} data-screen-only>
      {accepts && <Accepting task={task} />}
      {works && <Act kind={judges || accepts ? 'plain' : 'main'} onPress={() => setOpen('progress')}>{t(texts.tellProgress)}</Act>}
      {works && <Act onPress={() => setOpen('report')}>{t(texts.report)}</Act>}
      {isOpen && judges && <Act kind={isReported ? 'main' : 'plain'} onPress={() => setOpen('settle')}>{t(isReported ? tasksWeb.confirm : tasksWeb.settle)}</Act>}
      {isReported && judges && <Act onPress={() => setOpen('giveBack')}>{t(texts.giveBack)}</Act>}
      {isOpen && (judges || assigns) && <Act kind="quiet" onPress={() => setOpen('change')}>{t(judges ? tasksWeb.change : texts.assign)}</Act>}
      {!isOpen && judges && <Reopening task={task} />}
      <PrintButton />
      {(open === 'progress' || open === 'report') && <WorkSheet task={task} act={open} onClose={close} />}
      {open === 'settle' && <SettleTaskSheet task={task} onClose={close} />}
      {open === 'giveBack' && <GiveBackSheet task={task} onClose={close} />}
      {open === 'change' && <ChangeTaskSheet task={task} onClose={close} />}
    </div>
  );
}

function Accepting({ task: { id, title } }: { readonly task: TaskRecord }) {
  const { t } = useText();
  const { busy, problem, record } = useTaskRecording();
  const accept = () => record(() => call(taskContract.work, { id, entryId: newId<'taskEntry'>(homeOf(id as Id)), act: 'accept', saidAt: new Date().toISOString() }), { told: t(texts.accepted, { task: title }) });
  return <><Act kind="main" busy={busy} onPress={() => void accept()}>{t(texts.accept)}</Act>{problem && <div><ProblemNotice problem={problem} /><NotPrepared problem={problem} /></div>}</>;
}
