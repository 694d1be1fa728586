/** Excuses from a review, with the reason. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { reviewContract } from '../review.contract.ts';
import { pageTexts as texts } from './review.page.messages.ts';
import { useReviewRecording } from './review.recording.ts';
import type { WholeReview } from './review.words.ts';

export function ExcuseSheet({ review, onClose }: { readonly review: WholeReview; readonly onClose: () => void }) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useReviewRecording<{ readonly id: string; readonly version: number }>({ onDone: onClose });
  const written = reason.trim();
  const submit = async () => {
    setChecked(true);
    if (written === '') return;
    await record(() => call(reviewContract.excuse, { id: review.id, version: review.version, reason: written }), { told: t(texts.excused), undo: ({ id, version }) => call(reviewContract.reopen, { id, version }) });
  };
  return (
    <ActSheet title={t(texts.excuse)} verb={t(texts.excuse)} intro={t(texts.excuseIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.reason)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} autosize minRows={2} required error={isChecked && written === '' ? t(texts.missing) : fault('reason')} />
    </ActSheet>
  );
}
