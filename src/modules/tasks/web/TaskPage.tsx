/** One task: who answers for it, how far it has come and by what evidence, and what the reader may do about it. */
import { useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useMayVisit } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { taskContract } from '../task.contract.ts';
import type { TaskRecord } from '../task.record.ts';
import { standingNames } from '../task.stages.ts';
import { AimSection } from './AimSection.tsx';
import { Parts } from './Parts.tsx';
import { Progress } from './Progress.tsx';
import { TaskActs } from './TaskActs.tsx';
import { TaskFacts } from './TaskFacts.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { pageTexts as texts } from './task.page.messages.ts';
import { statusOf, whenOf } from './task.words.ts';
import { tasksTitles } from './tasks.titles.messages.ts';
import classes from './TaskPage.module.css';

export function TaskPage() {
  const id = usePathPart('id');
  const { data: task, error, refetch } = useProcedure(taskContract.task, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!task) return <PageSkeleton />;
  return <WholeTask key={id} task={task} />;
}

function WholeTask({ task }: { readonly task: TaskRecord }) {
  const writing = useText();
  const { t } = writing;
  const opensList = useMayVisit('task.read');
  const { unit, askedBy, standing } = task;
  const kicker = askedBy.id === unit.id ? unit.name : t(texts.givenTo, { unit: unit.name, by: askedBy.name });
  const when = whenOf(task, writing);
  // Of one that was shared out its parts tell how it stands.
  const isTold = standing !== 'reported' && task.state === 'open' && task.parts === null;
  return (
    <>
      {opensList && <PagePath steps={[{ label: t(tasksTitles.tasksTitle), href: '/viec' }, { label: t(tasksTitles.task) }]} />}
      <PageHead kicker={kicker} title={task.title} marks={<StatusMark status={statusOf(task)} label={isTold ? `${t(standingNames[standing])} · ${when}` : when} />} />
      {standing === 'returned' && <Misses task={task} />}
      <TaskActs task={task} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Section title={t(texts.progress)}>
            <Progress percent={task.progress} isWide />
            {task.parts && <p className={classes.soft}>{t(texts.partsSettled, { settled: task.parts.settled, count: task.parts.count })}</p>}
            {task.steps.length > 0 && <Steps task={task} />}
          </Section>
          {task.aim && <AimSection task={task} aim={task.aim} />}
          {task.detail && <Section title={t(texts.detail)}><p className={classes.detail}>{task.detail}</p></Section>}
          {task.parts && <Parts task={task} />}
          <TaskFacts task={task} />
        </div>
        <div className={classes.column}><TaskHistory task={task} /></div>
      </div>
    </>
  );
}

/** What is still missing comes before what may be done about it. */
function Misses({ task: { entries } }: { readonly task: TaskRecord }) {
  const { t, day } = useText();
  const back = entries.findLast(({ act, note }) => act === 'giveBack' && note !== null);
  return back ? <div className={classes.misses}><Notice tone="warn" title={t(texts.missesTitle, { day: day(back.on) })}><p className={classes.note}>{back.note}</p></Notice></div> : null;
}

function Steps({ task: { steps } }: { readonly task: TaskRecord }) {
  const { t } = useText();
  return (
    <ul className={classes.steps} aria-label={t(texts.steps)}>
      {steps.map(({ id, title, isDone }) => <li key={id}><StatusMark status={isDone ? 'done' : 'silent'} label={title} /></li>)}
    </ul>
  );
}
