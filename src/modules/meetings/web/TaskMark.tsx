/** How the task stands that a conclusion has become; leads to the tasks. */
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { WholeMeeting } from './meeting.words.ts';
import { heldTexts as texts } from './meeting.held.messages.ts';

const STATUS = { open: 'on-time', done: 'done', dropped: 'silent' } as const;
const WORDS = { open: texts.taskOpen, done: texts.taskDone, dropped: texts.taskDropped };

export function TaskMark({ state }: { readonly state: WholeMeeting['conclusions'][number]['state'] }) {
  const { t } = useText();
  return state && <StatusMark status={STATUS[state]} label={t(WORDS[state])} />;
}
