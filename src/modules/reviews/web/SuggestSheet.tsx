/** Points that the committee which opened the cycle gives to be reviewed, one a line. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { reviewContract } from '../review.contract.ts';
import { pointsIn } from './review.draft.ts';
import { pageTexts as texts } from './review.page.messages.ts';
import { useReviewRecording } from './review.recording.ts';
import type { WholeReview } from './review.words.ts';

export function SuggestSheet({ review, onClose }: { readonly review: WholeReview; readonly onClose: () => void }) {
  const { t } = useText();
  const [opened] = useState(review);
  const [points, setPoints] = useState(opened.suggestions.map(({ text }) => text).join('\n'));
  const { busy, problem, fault, record } = useReviewRecording<unknown>({ onDone: onClose });
  const submit = () => record(() => call(reviewContract.suggest, { id: opened.id, version: opened.version, points: pointsIn(points, opened.suggestions, () => crypto.randomUUID()) }), { told: t(texts.suggestedNow) });
  return (
    <ActSheet title={t(texts.suggest)} verb={t(texts.suggest)} intro={t(texts.suggestIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.points)} value={points} onChange={(event) => setPoints(event.currentTarget.value)} autosize minRows={4} error={fault('points')} />
    </ActSheet>
  );
}
