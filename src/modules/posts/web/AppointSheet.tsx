/** Records that somebody takes a post: which, from when, how, by which paper. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { postContract } from '../post.contract.ts';
import type { How } from '../post.ts';
import { DecisionInput } from './DecisionInput.tsx';
import { HowSelect } from './HowSelect.tsx';
import { PostChoice } from './PostChoice.tsx';
import { usePostRecording } from './post.recording.ts';
import { postsWeb as texts } from './posts.web.messages.ts';

interface AppointSheetProps {
  readonly person: { readonly id: string; readonly fullName: string };
  readonly onClose: () => void;
}

const fieldOfCode = { 'posts.noSeat': 'id', 'posts.alreadyHolds': 'id', 'posts.outsidePost': 'period.from', 'posts.endsBeforeStart': 'period.to', 'posts.inFuture': 'period.from', 'posts.unitNotThere': 'period.from', 'posts.unitEnds': 'period.to' };

export function AppointSheet({ person, onClose }: AppointSheetProps) {
  const { t } = useText();
  const { day, today } = useAsOf();
  const [unit, setUnit] = useState<LookupChoice>();
  const [postId, setPostId] = useState<string>();
  const [from, setFrom] = useState<string | undefined>(day);
  const [to, setTo] = useState<string>();
  const [how, setHow] = useState<How | null>(null);
  const [decision, setDecision] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { sheet, fault, record } = usePostRecording(onClose, fieldOfCode);

  const submit = async () => {
    setChecked(true);
    if (!postId || !from) return;
    const send = () => call(postContract.appoint, { id: postId, personId: person.id, period: { from, to: to ?? null }, how, decision: decision.trim() || null });
    await record(send, `${t(texts.appointed)}: ${person.fullName}.`);
  };

  return (
    <ActSheet title={`${t(texts.appoint)}: ${person.fullName}`} verb={t(texts.appoint)} onSubmit={() => void submit()} {...sheet}>
      <PostChoice on={from ?? day} unit={unit} onUnit={setUnit} postId={postId} onPost={setPostId} error={isChecked && !postId ? t(texts.missingPost) : fault('id')} />
      <DayInput label={t(texts.from)} value={from} onChange={setFrom} most={today} required error={isChecked && !from ? t(texts.missingDay) : fault('period.from')} />
      <DayInput label={t(texts.until)} description={t(texts.openEnd)} value={to} onChange={setTo} {...(from ? { least: from } : {})} error={fault('period.to')} />
      <HowSelect value={how} onChange={setHow} />
      <DecisionInput value={decision} onChange={setDecision} error={fault('decision')} />
    </ActSheet>
  );
}
