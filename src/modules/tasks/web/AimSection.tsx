/** The figure by which the task is measured: its value today beside what it is to reach. Whether the task is done, a person says. */
import { useMayVisit } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Aim } from '../task.ts';
import type { TaskRecord } from '../task.record.ts';
import { pageTexts as texts } from './task.page.messages.ts';
import { useFigures } from './useFigures.ts';
import { useFigureValue } from './useFigureValue.ts';
import classes from './TaskPage.module.css';

export function AimSection({ task: { unit }, aim }: { readonly task: TaskRecord; readonly aim: Aim }) {
  const { t, number } = useText();
  const opens = useMayVisit('figure.read');
  const figure = useFigures(true).find(({ id }) => id === aim.figure);
  const { value, error, retry } = useFigureValue(figure, unit.id);
  const written = (amount: number) => `${number(amount)}${figure?.isShare ? '%' : ''}`;
  return (
    <Section title={t(texts.aim)}>
      <dl className={classes.aim}>
        <dt>{t(texts.figure)}</dt><dd>{figure && (opens ? <PageLink href={`/so-lieu/${figure.id}?donVi=${unit.id}`}>{t(figure.title)}</PageLink> : t(figure.title))}</dd>
        <dt>{t(texts.valueToday)}</dt><dd>{value === undefined || value === null ? '–' : <StatusMark status={value >= aim.target ? 'done' : 'on-time'} label={written(value)} />}</dd>
        <dt>{t(texts.target)}</dt><dd>{written(aim.target)}</dd>
      </dl>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      <p className={classes.soft}>{t(texts.aimNote)}</p>
    </Section>
  );
}
