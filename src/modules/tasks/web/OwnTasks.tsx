/** What somebody signed in as a person was given to do and has not done yet. */
import { useProcedure } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { taskContract } from '../task.contract.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import classes from './tasks.module.css';

export function OwnTasks() {
  const { t, day } = useText();
  const { data, error, refetch } = useProcedure(taskContract.own, {});
  return (
    <Section title={t(texts.own)}>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <LineSkeletons count={2} />}
      {data?.items.length === 0 && <p className={classes.soft}>{t(texts.ownEmpty)}</p>}
      {data && data.items.length > 0 && (
        <ul className={classes.own}>
          {data.items.map(({ id, title, unit, dueOn, givenOn, isLate }) => (
            <li key={id}>
              {title}
              <span className={classes.note}>{[unit, t(texts.givenOn, { day: day(givenOn) })].filter(Boolean).join(' · ')}</span>
              {dueOn === null ? <span className={classes.note}>{t(texts.noDue)}</span> : <StatusMark status={isLate ? 'late' : 'on-time'} label={t(isLate ? texts.lateDue : texts.dueOn, { day: day(dueOn) })} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
