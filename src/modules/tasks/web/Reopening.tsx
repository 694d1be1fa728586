/** Opens a settled task again; taken back by settling it as it was. */
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { taskContract } from '../task.contract.ts';
import { useTaskRecording } from './task.recording.ts';
import type { TaskItem } from './task.tabs.ts';
import { tasksWeb as texts } from './tasks.web.messages.ts';

export function Reopening({ task }: { readonly task: TaskItem }) {
  const { t } = useText();
  const { busy, problem, record } = useTaskRecording();
  const { id, state, settledOn: on, note } = task;
  const reopen = async () => {
    if (state === 'open' || on === null) return;
    await record(() => call(taskContract.reopen, { id }), { told: t(texts.reopened, { task: task.title }), undo: () => call(taskContract.settle, { id, state, on, note }) });
  };
  return (
    <>
      <Act kind="quiet" busy={busy} aria-label={`${t(texts.reopen)}: ${task.title}`} onPress={() => void reopen()}>{t(texts.reopen)}</Act>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
