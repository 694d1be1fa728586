/** Closes a post: its last day, by which paper. Whoever holds it must have left before. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { postContract } from '../post.contract.ts';
import { DecisionInput } from './DecisionInput.tsx';
import { usePostRecording } from './post.recording.ts';
import { postAndUnit, type NamedPost } from './post.words.ts';
import { postsWeb as texts } from './posts.web.messages.ts';

interface ClosePostSheetProps {
  readonly post: NamedPost & { readonly id: string; readonly period: { readonly from: string } };
  readonly onClose: () => void;
}

const fieldOfCode = { 'posts.inFuture': 'lastDay', 'posts.endsBeforeStart': 'lastDay', 'posts.stillHeld': 'lastDay', 'posts.alreadyClosed': 'lastDay' };

export function ClosePostSheet({ post, onClose }: ClosePostSheetProps) {
  const { t, language } = useText();
  const { day, today } = useAsOf();
  const [lastDay, setLastDay] = useState<string | undefined>(day);
  const [decision, setDecision] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { sheet, fault, record } = usePostRecording(onClose, fieldOfCode);

  const submit = async () => {
    setChecked(true);
    if (!lastDay) return;
    await record(() => call(postContract.close, { id: post.id, lastDay, decision: decision.trim() || null }), `${t(texts.postClosed)}: ${postAndUnit(post, language)}.`);
  };

  return (
    <ActSheet title={t(texts.closePost)} verb={t(texts.closePost)} intro={postAndUnit(post, language)} onSubmit={() => void submit()} {...sheet}>
      <DayInput label={t(texts.postLastDay)} description={t(texts.postLastDayHint)} value={lastDay} onChange={setLastDay} least={post.period.from} most={today} required error={isChecked && !lastDay ? t(texts.missingDay) : fault('lastDay')} />
      <DecisionInput value={decision} onChange={setDecision} error={fault('decision')} />
    </ActSheet>
  );
}
