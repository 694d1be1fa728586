/** What is due in one month: a grid of weeks on a desk, a list by day on a phone. */
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { useIsPhone } from '../../../ui/useIsPhone.ts';
import { lastOf, monthBeside, weekdays, weeksOf } from './month.grid.ts';
import type { TaskItem } from './task.tabs.ts';
import { ownerWords, statusOf, taskHref, whenOf } from './task.words.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import { MOST_AT_ONCE, useTasksAtOnce } from './useOpenTasks.ts';
import classes from './Calendar.module.css';

export function Calendar() {
  const { t } = useText();
  const { today } = useAsOf();
  const isPhone = useIsPhone();
  const [wanted, choose] = useAddressValue('thang');
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(wanted ?? '') ? wanted! : today.slice(0, 7);
  const { items, isCut, error, retry } = useTasksAtOnce({ state: ['open', 'done'], dueFrom: `${month}-01`, dueTo: lastOf(month) });
  const [year, at] = month.split('-') as [string, string];
  return (
    <>
      <div className={classes.head}>
        <Act kind="quiet" onPress={() => choose(monthBeside(month, -1))} aria-label={t(texts.monthBefore)}>←</Act>
        <h2 className={classes.month}>{t(texts.month, { month: Number(at), year })}</h2>
        <Act kind="quiet" onPress={() => choose(monthBeside(month, 1))} aria-label={t(texts.monthAfter)}>→</Act>
      </div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!error && !items && <LineSkeletons count={6} />}
      {isCut && <p className={classes.soft}>{t(texts.firstOnly, { count: MOST_AT_ONCE })}</p>}
      {items && (isPhone ? <Days tasks={items} /> : <Weeks month={month} tasks={items} />)}
    </>
  );
}

function Days({ tasks }: { readonly tasks: readonly TaskItem[] }) {
  const writing = useText();
  const { t, day } = writing;
  if (tasks.length === 0) return <p className={classes.soft}>{t(texts.noneDue)}</p>;
  return (
    <ul className={classes.days}>
      {[...Map.groupBy(tasks, ({ dueOn }) => dueOn ?? '')].map(([on, due]) => (
        <li key={on}>
          <h3 className={classes.dayName}>{day(on)}</h3>
          <ul className={classes.due}>
            {due.map((task) => (
              <li key={task.id}>
                <PageLink href={taskHref(task.id)}>{task.title}</PageLink>
                <span className={classes.soft}>{task.unit.name} · {ownerWords(task, writing)}</span>
                <StatusMark status={statusOf(task)} label={whenOf(task, writing)} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Weeks({ month, tasks }: { readonly month: string; readonly tasks: readonly TaskItem[] }) {
  const { t } = useText();
  const { today } = useAsOf();
  const byDay = Map.groupBy(tasks, ({ dueOn }) => dueOn ?? '');
  return (
    <table className={classes.grid} aria-label={t(texts.calendar)}>
      <thead><tr>{weekdays.map((name) => <th key={name.vi} scope="col">{t(name)}</th>)}</tr></thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((on) => (
              <td key={on} data-beside={!on.startsWith(month) || undefined} data-today={on === today || undefined}>
                <span className={classes.number}>{Number(on.slice(8))}</span>
                {on.startsWith(month) && (byDay.get(on) ?? []).map((task) => <PageLink key={task.id} href={taskHref(task.id)} className={`${classes.task} ${classes[statusOf(task)]}`}>{task.title}</PageLink>)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
