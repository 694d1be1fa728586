/** Tasks within reach by deadline: what is to be done, what is late, what came of the rest. */
import { useState } from 'react';
import { call, useRows } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { taskContract } from '../task.contract.ts';
import { ChangeTaskSheet } from './ChangeTaskSheet.tsx';
import { SettleTaskSheet } from './SettleTaskSheet.tsx';
import { useTaskColumns } from './task.columns.tsx';
import { useTaskRecording } from './task.recording.ts';
import { taskTabs, type TaskItem, type TaskTab } from './task.tabs.ts';
import { tasksTitles } from './tasks.titles.messages.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import classes from './tasks.module.css';

export function TasksPage() {
  const { t } = useText();
  const readsUnits = useMayVisit('unit.read');
  return (
    <>
      <PageHead title={t(tasksTitles.tasksTitle)} description={t(texts.about)} acts={<PrintButton />} />
      {readsUnits && <div className={classes.filters}><UnitFilter /></div>}
      <Tabs label={t(texts.states)} tabs={taskTabs.map((tab) => ({ id: tab.id, label: t(tab.label), content: () => <TaskList key={tab.id} tab={tab} /> }))} />
    </>
  );
}

type Doing = { readonly act: 'settle' | 'change'; readonly task: TaskItem };

function TaskList({ tab }: { readonly tab: TaskTab }) {
  const { t } = useText();
  const unitId = useUnitFilter();
  const { rows, more, error, retry } = useRows(taskContract.list, { ...tab.asked, ...(unitId ? { unitId } : {}), limit: 50 });
  const [doing, setDoing] = useState<Doing>();
  const columns = useTaskColumns({ isSettled: tab.isSettled, acts: (task) => <TaskActs task={task} onDo={(act) => setDoing({ act, task })} /> });
  const close = () => setDoing(undefined);
  return (
    <>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <DataTable label={t(tab.label)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.title} empty={<EmptyState title={t(tab.empty)} why={t(texts.emptyWhy)} />} />
      )}
      {doing?.act === 'settle' && <SettleTaskSheet task={doing.task} onClose={close} />}
      {doing?.act === 'change' && <ChangeTaskSheet task={doing.task} onClose={close} />}
    </>
  );
}

function TaskActs({ task, onDo }: { readonly task: TaskItem; readonly onDo: (act: Doing['act']) => void }) {
  const { t } = useText();
  if (!task.may.includes('task.record')) return null;
  if (task.state !== 'open') return <Reopening task={task} />;
  return (
    <span className={classes.acts} data-screen-only>
      <Act kind="quiet" aria-label={`${t(texts.settle)}: ${task.title}`} onPress={() => onDo('settle')}>{t(texts.settle)}</Act>
      <Act kind="quiet" aria-label={`${t(texts.change)}: ${task.title}`} onPress={() => onDo('change')}>{t(texts.change)}</Act>
    </span>
  );
}

function Reopening({ task }: { readonly task: TaskItem }) {
  const { t } = useText();
  const { busy, problem, record } = useTaskRecording();
  const { id, state, settledOn: on, note } = task;
  const reopen = async () => {
    if (state === 'open' || on === null) return;
    await record(() => call(taskContract.reopen, { id }), { told: t(texts.reopened, { task: task.title }), undo: () => call(taskContract.settle, { id, state, on, note }) });
  };
  return (
    <span className={classes.acts} data-screen-only>
      <Act kind="quiet" busy={busy} aria-label={`${t(texts.reopen)}: ${task.title}`} onPress={() => void reopen()}>{t(texts.reopen)}</Act>
      {problem && <ProblemNotice problem={problem} />}
    </span>
  );
}
