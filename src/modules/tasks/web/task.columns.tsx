/** The columns of a list of tasks: what, until when or since when settled, how far, where and by whom, from what. */
import type { ReactNode } from 'react';
import { useMayVisit } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import { standingNames } from '../task.stages.ts';
import type { TaskItem } from '../task.record.ts';
import { OriginLink } from './OriginLink.tsx';
import { PartsFold } from './PartsFold.tsx';
import { Progress } from './Progress.tsx';
import { ownerWords, statusOf, whenOf } from './task.words.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import classes from './tasks.module.css';

export function useTaskColumns({ isSettled, acts }: { readonly isSettled: boolean; /** Left out where nothing in the list can be done. */ readonly acts: ((task: TaskItem) => ReactNode) | undefined }): readonly Column<TaskItem>[] {
  const { t } = useText();
  return [
    { id: 'task', title: t(texts.task), priority: 1, cell: (row) => row.title },
    { id: 'due', title: t(isSettled ? texts.result : texts.due), priority: 2, width: '13rem', cell: (row) => <StandingCell task={row} /> },
    { id: 'unit', title: t(texts.unitAndOwner), priority: 2, width: '16rem', cell: (row) => <Unit task={row} /> },
    { id: 'origin', title: t(texts.origin), priority: 2, width: '11rem', cell: (row) => <Origin task={row} /> },
    ...(acts ? [{ id: 'acts', title: t(texts.acts), priority: 2, width: '8rem', screenOnly: true, cell: acts } as const] : []),
  ];
}

function StandingCell({ task }: { readonly task: TaskItem }) {
  const writing = useText();
  const { t } = writing;
  const isOpen = task.state === 'open';
  return (
    <>
      <StatusMark status={statusOf(task)} label={whenOf(task, writing)} />
      {!isOpen && task.note && <span className={classes.note}>{task.note}</span>}
      {isOpen && task.standing !== 'reported' && (task.standing !== 'assigned' || task.progress > 0) && <span className={classes.note}>{t(standingNames[task.standing])} <Progress percent={task.progress} /></span>}
    </>
  );
}

/** A post that nobody holds is told; that nobody is named apart from the unit need not be. */
function Owner({ task }: { readonly task: TaskItem }) {
  const writing = useText();
  const opens = useMayVisit('person.read');
  const words = ownerWords(task, writing);
  if (!task.owner) return task.post ? <>{words}</> : null;
  return opens ? <PageLink href={`/con-nguoi/${task.owner.id}`}>{words}</PageLink> : <>{words}</>;
}

function Unit({ task }: { readonly task: TaskItem }) {
  const opens = useMayVisit('unit.read');
  const { id, unit, parts } = task;
  return (
    <>
      {opens ? <PageLink href={unitHref(unit.id)}>{unit.name}</PageLink> : unit.name}
      <span className={classes.note}><Owner task={task} /></span>
      {parts && <PartsFold id={id} parts={parts} />}
    </>
  );
}

function Origin({ task: { origin, unit, askedBy } }: { readonly task: TaskItem }) {
  const { t } = useText();
  return (
    <>
      <OriginLink origin={origin} />
      {askedBy.id !== unit.id && <span className={classes.note}>{t(texts.askedBy, { unit: askedBy.name })}</span>}
    </>
  );
}
