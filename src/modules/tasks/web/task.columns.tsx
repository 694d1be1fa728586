/** The columns of a list of tasks: what, who, until when or since when settled, where, from which meeting. */
import type { ReactNode } from 'react';
import { useMayVisit } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import { originHref, originWords } from '../task.origins.ts';
import type { TaskItem } from './task.tabs.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import classes from './tasks.module.css';

export function useTaskColumns({ isSettled, acts }: { readonly isSettled: boolean; readonly acts: (task: TaskItem) => ReactNode }): readonly Column<TaskItem>[] {
  const { t } = useText();
  const opensUnits = useMayVisit('unit.read');
  return [
    { id: 'task', title: t(texts.task), priority: 1, cell: (row) => row.title },
    { id: 'due', title: t(isSettled ? texts.result : texts.due), priority: 2, width: '13rem', cell: (row) => <Standing task={row} /> },
    { id: 'owner', title: t(texts.owner), priority: 2, width: '11rem', cell: (row) => <Owner task={row} /> },
    { id: 'unit', title: t(texts.unit), priority: 2, cell: (row) => (opensUnits ? <PageLink href={unitHref(row.unit.id)}>{row.unit.name}</PageLink> : row.unit.name) },
    { id: 'origin', title: t(texts.origin), priority: 2, cell: (row) => <Origin task={row} /> },
    { id: 'acts', title: t(texts.acts), priority: 2, width: '15rem', cell: acts },
  ];
}

function Standing({ task: { state, dueOn, settledOn, note, isLate } }: { readonly task: TaskItem }) {
  const { t, day } = useText();
  if (state !== 'open') {
    const label = t(state === 'done' ? texts.doneOn : texts.droppedOn, { day: settledOn ? day(settledOn) : '' });
    return <><StatusMark status={state === 'done' ? 'done' : 'silent'} label={label} />{note && <span className={classes.note}>{note}</span>}</>;
  }
  if (dueOn === null) return <span className={classes.soft}>{t(texts.noDue)}</span>;
  return <StatusMark status={isLate ? 'late' : 'on-time'} label={t(isLate ? texts.lateDue : texts.dueOn, { day: day(dueOn) })} />;
}

function Owner({ task: { owner } }: { readonly task: TaskItem }) {
  const { t } = useText();
  const opens = useMayVisit('person.read');
  if (!owner) return <span className={classes.soft}>{t(texts.nobody)}</span>;
  return opens ? <PageLink href={`/con-nguoi/${owner.id}`}>{owner.fullName}</PageLink> : <>{owner.fullName}</>;
}

/** Led to only where it may be read: then the kind of a meeting, the name of anything else is told. */
function Origin({ task: { origin } }: { readonly task: TaskItem }) {
  const { t, day } = useText();
  const name = origin.meetingKind ? t(kindNames[origin.meetingKind]) : origin.name;
  const words = `${name ?? t(originWords[origin.kind].name)}, ${day(origin.on)}`;
  const href = name === null ? undefined : originHref(origin);
  return href ? <PageLink href={href}>{words}</PageLink> : <>{words}</>;
}
