/** The parts of a task that was shared out, folded under it in a list: how many there are and how many are settled; unfolded, who has come how far. */
import { useState } from 'react';
import { useRows } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { taskContract } from '../task.contract.ts';
import type { TaskItem } from '../task.record.ts';
import { statusOf, taskHref, whenOf } from './task.words.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import classes from './tasks.module.css';

export function PartsFold({ id, parts: { count, settled } }: { readonly id: string; readonly parts: NonNullable<TaskItem['parts']> }) {
  const { t, number } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.parts} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(texts.partsFold, { count: number(count), settled: number(settled) })}</summary>
      {isOpen && <PartLines id={id} />}
    </details>
  );
}

function PartLines({ id }: { readonly id: string }) {
  const writing = useText();
  const { t } = writing;
  const { rows, more, error, retry } = useRows(taskContract.list, { wholeId: id, limit: 20 });
  return (
    <>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!error && !rows && <LineSkeletons count={2} />}
      <ul>{rows?.map((part) => <li key={part.id}><PageLink href={taskHref(part.id)}>{part.unit.name}</PageLink> <StatusMark status={statusOf(part)} label={whenOf(part, writing)} /></li>)}</ul>
      {more && <Act kind="quiet" onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </>
  );
}
