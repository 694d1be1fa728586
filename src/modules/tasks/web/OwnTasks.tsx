/** What somebody signed in as a person was given to do and has not done yet; each opens its page. */
import { useProcedure } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { taskContract } from '../task.contract.ts';
import { OfflineOffer } from '../../../sync/web/OfflineOffer.tsx';
import { Progress } from './Progress.tsx';
import { statusOf, taskHref, whenOf } from './task.words.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import classes from './tasks.module.css';

/** Where other tasks stand below, nothing is said while there are none of one's own. */
export function OwnTasksFirst() {
  const { data } = useProcedure(taskContract.own, {});
  return data && data.items.length > 0 ? <OwnTasks /> : null;
}

export function OwnTasks() {
  const writing = useText();
  const { t, day } = writing;
  const { data, error, refetch } = useProcedure(taskContract.own, {});
  return (
    <Section title={t(texts.own)}>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <LineSkeletons count={2} />}
      {data?.items.length === 0 && <p className={classes.soft}>{t(texts.ownEmpty)}</p>}
      {data && data.items.length > 0 && <OfflineOffer />}
      {data && data.items.length > 0 && (
        <ul className={classes.own}>
          {data.items.map((task) => {
            const standing = { ...task, state: 'open' as const, settledOn: null, isVeryLate: false };
            return (
              <li key={task.id}>
                <PageLink href={taskHref(task.id)}>{task.title}</PageLink>
                <span className={classes.note}>{[task.unit, t(texts.givenOn, { day: day(task.givenOn) })].filter(Boolean).join(' · ')}</span>
                <StatusMark status={statusOf(standing)} label={whenOf(standing, writing)} />
                {task.progress > 0 && <Progress percent={task.progress} isWide />}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
