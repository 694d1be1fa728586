/** What is open, in a column for each state; on a phone one below the other. */
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { standingNames, stages } from '../task.stages.ts';
import type { TaskItem } from './task.tabs.ts';
import { Progress } from './Progress.tsx';
import { ownerWords, statusOf, taskHref, whenOf } from './task.words.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import { MOST_AT_ONCE, useTasksAtOnce } from './useOpenTasks.ts';
import classes from './Board.module.css';

export function Board() {
  const { t } = useText();
  const { items, isCut, error, retry } = useTasksAtOnce({ state: ['open'] });
  if (error) return <ProblemNotice problem={error} onRetry={retry} />;
  if (!items) return <LineSkeletons count={6} />;
  if (items.length === 0) return <EmptyState title={t(texts.openEmpty)} why={t(texts.emptyWhy)} />;
  return (
    <>
      {isCut && <p className={classes.cut}>{t(texts.firstOnly, { count: MOST_AT_ONCE })}</p>}
      <div className={classes.board}>
        {stages.map((stage) => <Column key={stage} title={t(standingNames[stage])} tasks={items.filter(({ standing }) => standing === stage)} />)}
      </div>
    </>
  );
}

function Column({ title, tasks }: { readonly title: string; readonly tasks: readonly TaskItem[] }) {
  const { t, number } = useText();
  return (
    <section className={classes.column} data-empty={tasks.length === 0 || undefined}>
      <h2 className={classes.title}>{title} <span className={classes.count}>{number(tasks.length)}</span></h2>
      {tasks.length === 0 ? <p className={classes.none}>{t(texts.noneHere)}</p> : <ul className={classes.cards}>{tasks.map((task) => <li key={task.id}><Card task={task} /></li>)}</ul>}
    </section>
  );
}

function Card({ task }: { readonly task: TaskItem }) {
  const writing = useText();
  return (
    <article className={classes.card}>
      <PageLink href={taskHref(task.id)} className={classes.name}>{task.title}</PageLink>
      <p className={classes.about}>{task.unit.name} · {ownerWords(task, writing)}</p>
      <StatusMark status={statusOf(task)} label={whenOf(task, writing)} />
      {task.progress > 0 && <Progress percent={task.progress} isWide />}
    </article>
  );
}
