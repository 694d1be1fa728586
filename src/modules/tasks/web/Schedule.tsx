/** What is open, on a line of time: each from the day it was given to its last day, with how far it has come. */
import { useAsOf } from '../../../shell/asOf.ts';
import { day as asDay } from '../../../platform/day.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { barOf, monthsOf, shareOf, spanOf, type Span } from './schedule.bars.ts';
import type { TaskItem } from './task.tabs.ts';
import { ownerWords, statusOf, taskHref, whenOf } from './task.words.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import { MOST_AT_ONCE, useTasksAtOnce } from './useOpenTasks.ts';
import classes from './Schedule.module.css';

export function Schedule() {
  const { t } = useText();
  const { today } = useAsOf();
  const { items, isCut, error, retry } = useTasksAtOnce({ state: ['open'] });
  if (error) return <ProblemNotice problem={error} onRetry={retry} />;
  if (!items) return <LineSkeletons count={6} />;
  const dated = items.filter(({ dueOn }) => dueOn !== null);
  if (dated.length === 0) return <EmptyState title={t(texts.openEmpty)} why={t(texts.emptyWhy)} />;
  const span = spanOf(dated, asDay(today));
  return (
    <>
      {isCut && <p className={classes.soft}>{t(texts.firstOnly, { count: MOST_AT_ONCE })}</p>}
      <div className={classes.schedule}>
        <Months span={span} />
        <span className={classes.today} style={{ insetInlineStart: `${shareOf(asDay(today), span)}%` }}><span className={classes.hidden}>{t(texts.today)}</span></span>
        <ul className={classes.rows}>{dated.map((task) => <li key={task.id}><Row task={task} span={span} /></li>)}</ul>
      </div>
    </>
  );
}

function Months({ span }: { readonly span: Span }) {
  const { t } = useText();
  return (
    <div className={classes.months} aria-hidden>
      {monthsOf(span).map((first) => <span key={first} className={classes.month} style={{ insetInlineStart: `${shareOf(first, span)}%` }}>{t(texts.shortMonth, { month: Number(first.slice(5, 7)) })}</span>)}
    </div>
  );
}

function Row({ task, span }: { readonly task: TaskItem; readonly span: Span }) {
  const writing = useText();
  const bar = barOf(task, span);
  return (
    <>
      <PageLink href={taskHref(task.id)} className={classes.name}>{task.title}</PageLink>
      <span className={classes.soft}>{whenOf(task, writing)} · {ownerWords(task, writing)}</span>
      <span className={classes.track} aria-hidden>
        {bar && <span className={`${classes.bar} ${classes[statusOf(task)]}`} style={{ insetInlineStart: `${bar.left}%`, inlineSize: `${bar.width}%` }}><span className={classes.done} style={{ inlineSize: `${task.progress}%` }} /></span>}
      </span>
    </>
  );
}
