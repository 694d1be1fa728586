/** Tasks within reach by deadline: as lists by state, a board, a calendar, a timeline, and by who answers for them. */
import { useState } from 'react';
import { useRows } from '../../../shell/api.ts';
import { useMayVisit, useSession } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValues, useChangeAddress } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { useIsPhone } from '../../../ui/useIsPhone.ts';
import { UnitFilter } from '../../membership/web/UnitFilter.tsx';
import { taskContract } from '../task.contract.ts';
import { Answerable } from './Answerable.tsx';
import { Board } from './Board.tsx';
import { Calendar } from './Calendar.tsx';
import { GiveSheet } from './GiveSheet.tsx';
import { OwnTasksFirst } from './OwnTasks.tsx';
import { Reopening } from './Reopening.tsx';
import { Schedule } from './Schedule.tsx';
import { SettleTaskSheet } from './SettleTaskSheet.tsx';
import { useTaskColumns } from './task.columns.tsx';
import { useScopeFilters, useTaskScope, whoParams } from './task.scope.ts';
import { taskTabs, type TaskItem, type TaskTab } from './task.tabs.ts';
import { taskHref } from './task.words.ts';
import { tasksTitles } from './tasks.titles.messages.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import classes from './tasks.module.css';

export function TasksPage() {
  const { t } = useText();
  const mayGive = useMayVisit('task.record');
  const { person } = useSession();
  const [isGiving, setGiving] = useState(false);
  const lists = taskTabs.map((tab) => ({ id: tab.id, label: t(tab.label), content: () => <TaskList key={tab.id} tab={tab} /> }));
  const views = [
    { id: 'bang', label: t(texts.board), content: () => <Board /> },
    { id: 'lich', label: t(texts.calendar), content: () => <Calendar /> },
    { id: 'dong-thoi-gian', label: t(texts.schedule), content: () => <Schedule /> },
    { id: 'phan-cong', label: t(texts.answerable), content: () => <Answerable /> },
  ];
  return (
    <>
      <PageHead title={t(tasksTitles.tasksTitle)} description={t(texts.about)} acts={<>{mayGive && <Act kind="main" onPress={() => setGiving(true)}>{t(texts.give)}</Act>}<PrintButton /></>} />
      {person && <OwnTasksFirst />}
      <Filters />
      <Tabs label={t(texts.views)} tabs={[...lists, ...views]} />
      {isGiving && <GiveSheet onClose={() => setGiving(false)} />}
    </>
  );
}

/** On a phone the tasks come first; filters unfold above them. */
function Filters() {
  const { t } = useText();
  const isPhone = useIsPhone();
  const readsUnits = useMayVisit('unit.read');
  const filters = useScopeFilters();
  const fields = <>{readsUnits && <UnitFilter />}<FilterChips filters={filters} /><WhoFilter /></>;
  if (!isPhone) return <div className={classes.filters}>{fields}</div>;
  return <details className={classes.folded} data-screen-only><summary>{t(texts.filters)}</summary><div className={classes.filters}>{fields}</div></details>;
}

/** Reached from who answers for what: taken out with one press. */
function WhoFilter() {
  const { t } = useText();
  const change = useChangeAddress();
  const [owner] = useAddressValues(whoParams[0]);
  const [post] = useAddressValues(whoParams[1]);
  if (owner.length + post.length === 0) return null;
  return <Act kind="quiet" onPress={() => change({ [whoParams[0]]: [], [whoParams[1]]: [] })}>{t(texts.allOwners)}</Act>;
}

function TaskList({ tab }: { readonly tab: TaskTab }) {
  const { t } = useText();
  const { asked } = useTaskScope();
  const { rows, more, error, retry } = useRows(taskContract.list, { ...tab.asked, ...asked, parts: 'folded', limit: 50 });
  const [settling, setSettling] = useState<TaskItem>();
  const mayAct = rows?.some(({ may }) => may.includes('task.record')) ?? false;
  const columns = useTaskColumns({ isSettled: tab.isSettled, acts: mayAct ? (task) => <TaskActs task={task} onSettle={() => setSettling(task)} /> : undefined });
  return (
    <>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <DataTable label={t(tab.label)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.title} rowHref={(row) => taskHref(row.id)} empty={<EmptyState title={t(tab.empty)} why={t(texts.emptyWhy)} />} />
      )}
      {settling && <SettleTaskSheet task={settling} onClose={() => setSettling(undefined)} />}
    </>
  );
}

/** Settled in one step where nobody else has to report first; the rest is done on its page. */
function TaskActs({ task, onSettle }: { readonly task: TaskItem; readonly onSettle: () => void }) {
  const { t } = useText();
  if (!task.may.includes('task.record')) return null;
  if (task.state !== 'open') return <span className={classes.acts} data-screen-only><Reopening task={task} /></span>;
  const label = t(task.standing === 'reported' ? texts.confirm : texts.settle);
  return <span className={classes.acts} data-screen-only><Act kind="quiet" aria-label={`${label}: ${task.title}`} onPress={onSettle}>{label}</Act></span>;
}
