/** The acts on a review: suggest points, record what was concluded, excuse, take up again. */
import { useState } from 'react';
import { requestOf } from '../../../shell/request.ts';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { useMayVisit } from '../../../shell/session.ts';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { reviewContract } from '../review.contract.ts';
import { NoteSheet } from '../../shortcomings/web/NoteSheet.tsx';
import { ExcuseSheet } from './ExcuseSheet.tsx';
import { HoldSheet } from './HoldSheet.tsx';
import { pageTexts as texts } from './review.page.messages.ts';
import { useReviewRecording } from './review.recording.ts';
import { PaperActs } from './ReviewPrint.tsx';
import { SuggestSheet } from './SuggestSheet.tsx';
import type { WholeReview } from './review.words.ts';

export function ReviewActs({ review }: { readonly review: WholeReview }) {
  const { t } = useText();
  const [open, setOpen] = useState<'suggest' | 'hold' | 'excuse' | 'note'>();
  const { busy, problem, record } = useReviewRecording<unknown>();
  const close = () => setOpen(undefined);
  const { id, version, state, may, suggestions, unit, person, heldOn } = review;
  const mayNote = useMayVisit('shortcoming.record');
  const isWritten = state === 'due' || state === 'writing';
  const reopen = () => record(() => call(reviewContract.reopen, { id, version }), { told: t(texts.reopened) });
  const takeInHand = () => record(() => call(reviewContract.takeInHand, { id, version }), { told: t(texts.inHand) });
  return (
    <>
      {may.includes('hold') && state === 'submitted' && <Act kind="main" onPress={() => setOpen('hold')}>{t(texts.hold)}</Act>}
      {may.includes('hold') && state === 'concluded' && <Act onPress={() => setOpen('hold')}>{t(texts.changeConclusion)}</Act>}
      {may.includes('suggest') && (isWritten || state === 'submitted') && <Act onPress={() => setOpen('suggest')}>{t(suggestions.length > 0 ? texts.changeSuggestions : texts.suggest)}</Act>}
      {may.includes('write') && state === 'submitted' && <Act kind="quiet" busy={busy} onPress={() => void takeInHand()}>{t(texts.takeInHand)}</Act>}
      {may.includes('hold') && isWritten && <Act kind="quiet" onPress={() => setOpen('excuse')}>{t(texts.excuse)}</Act>}
      {may.includes('hold') && (state === 'concluded' || state === 'excused') && <Act kind="quiet" busy={busy} onPress={() => void reopen()}>{t(texts.reopen)}</Act>}
      {may.includes('hold') && mayNote && state === 'concluded' && <Act onPress={() => setOpen('note')}>{t(texts.ledger)}</Act>}
      <PaperActs file={requestOf(reviewContract.file, { id }).url} />
      {problem && <ProblemNotice problem={problem} />}
      {open === 'suggest' && <SuggestSheet review={review} onClose={close} />}
      {open === 'hold' && <HoldSheet review={review} onClose={close} />}
      {open === 'note' && <NoteSheet onClose={close} about={{ unit: { id: unit.id, label: unit.name }, person: person ? { id: person.id, label: person.name } : undefined, foundOn: heldOn ?? undefined }} />}
      {open === 'excuse' && <ExcuseSheet review={review} onClose={close} />}
    </>
  );
}
