/** The tasks that come from one thing, with what became of each; more of them are given from here. */
import { useState } from 'react';
import { useRows } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { taskContract } from '../task.contract.ts';
import type { Origin } from '../task.origins.ts';
import type { TaskItem } from '../task.record.ts';
import { GiveSheet } from './GiveSheet.tsx';
import { ownerWords, statusOf, taskHref, whenOf } from './task.words.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import classes from './tasks.module.css';

interface TasksOfProps {
  readonly origin: Origin & { readonly kind: 'document' };
  /** Which unit gives them; undefined: nobody gives any from here. */
  readonly giver: { readonly id: string; readonly name: string } | undefined;
}

export function TasksOf(props: TasksOfProps) {
  return useMayVisit('task.read') ? <Listed {...props} /> : null;
}

function Listed({ origin, giver }: TasksOfProps) {
  const { t } = useText();
  const gives = useMayVisit('task.record');
  const [isGiving, setGiving] = useState(false);
  const { rows, more, error, retry } = useRows(taskContract.list, { originKind: origin.kind, originId: origin.id, limit: 20 });
  const mayGive = gives && giver !== undefined;
  if (rows?.length === 0 && !mayGive) return null;
  return (
    <Section title={t(texts.tasksOf)} acts={mayGive && <Act kind="quiet" onPress={() => setGiving(true)}>{t(texts.give)}</Act>}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {rows?.length === 0 && <p className={classes.soft}>{t(texts.tasksOfNone)}</p>}
      {rows && rows.length > 0 && <TaskLines tasks={rows} />}
      {more && <Act kind="quiet" onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
      {isGiving && giver && <GiveSheet origin={origin} asker={{ id: giver.id, label: giver.name }} onClose={() => setGiving(false)} />}
    </Section>
  );
}

export function TaskLines({ tasks }: { readonly tasks: readonly TaskItem[] }) {
  const writing = useText();
  return (
    <ul className={classes.own}>
      {tasks.map((task) => (
        <li key={task.id}>
          <PageLink href={taskHref(task.id)}>{task.title}</PageLink>
          <span className={classes.note}>{task.unit.name} · {ownerWords(task, writing)}</span>
          <StatusMark status={statusOf(task)} label={whenOf(task, writing)} />
          {task.state !== 'open' && task.note && <span className={classes.note}>{task.note}</span>}
        </li>
      ))}
    </ul>
  );
}
