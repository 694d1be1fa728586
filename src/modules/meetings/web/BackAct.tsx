/** One state back: an opened meeting that was none, a closed one in which something was forgotten. */
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { useText } from '../../../ui/language.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { useNoting, type LiveMeeting } from './live.meeting.ts';
import { heldTexts } from './meeting.held.messages.ts';
import { sessionWords } from './session.words.ts';

export function BackAct({ live }: { readonly live: LiveMeeting }) {
  const { meeting: { id, ends, state, roll, isLate } } = live;
  const words = sessionWords({ isLate });
  const { note, isSending } = useNoting(live);
  const { t } = useText();
  if (state === 'closed') {
    const reopen = () => void note({ send: () => call(meetingContract.reopen, { id }), told: t(heldTexts.reopened), undo: () => call(meetingContract.close, { id, ends }) });
    return <Act busy={isSending} onPress={reopen}>{t(heldTexts.reopen)}</Act>;
  }
  const unopen = async () => {
    if (!(await note({ send: () => call(meetingContract.unopen, { id }), told: t(words.unopened) }))) throw new Error('the opening was not taken back');
  };
  const isMarked = roll.some(({ mark }) => mark !== null);
  // Marks are lost with the opening; without any there is nothing to ask about.
  if (!isMarked) return <Act kind="quiet" busy={isSending} onPress={() => void unopen().catch(() => undefined)}>{t(words.unopen)}</Act>;
  return <ConfirmAct label={t(words.unopen)} title={t(words.unopen)} consequence={t(words.unopenConsequence)} confirm={t(words.unopen)} onConfirm={unopen} />;
}
