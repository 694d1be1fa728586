/** The parts of a task that was shared out among units: who has come how far. */
import { useRows } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { taskContract } from '../task.contract.ts';
import type { TaskRecord } from '../task.record.ts';
import { Progress } from './Progress.tsx';
import { pageTexts as texts } from './task.page.messages.ts';
import { statusOf, taskHref, whenOf } from './task.words.ts';
import classes from './TaskPage.module.css';

export function Parts({ task: { id } }: { readonly task: TaskRecord }) {
  const writing = useText();
  const { t } = writing;
  const { rows, more, error, retry } = useRows(taskContract.list, { wholeId: id, limit: 50 });
  return (
    <Section title={t(texts.parts)}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!error && !rows && <LineSkeletons count={3} />}
      {rows && (
        <ul className={classes.list}>
          {rows.map((part) => (
            <li key={part.id}><PageLink href={taskHref(part.id)}>{part.unit.name}</PageLink><StatusMark status={statusOf(part)} label={whenOf(part, writing)} /><Progress percent={part.progress} isWide /></li>
          ))}
        </ul>
      )}
      {more && <Act kind="quiet" onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </Section>
  );
}
