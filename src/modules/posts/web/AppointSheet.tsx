/** Records that somebody takes a post: which, from when, how, by which paper. */
import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { membershipWeb } from '../../membership/web/membership.web.messages.ts';
import { useRecording } from '../../../shell/recording.ts';
import { faultyFields } from '../../../ui/faults.ts';
import { postContract } from '../post.contract.ts';
import { postTexts } from '../post.messages.ts';
import { hows, type How } from '../post.ts';
import { PostChoice } from './PostChoice.tsx';
import { postsWeb as texts } from './posts.web.messages.ts';

interface AppointSheetProps {
  readonly person: { readonly id: string; readonly fullName: string };
  readonly onClose: () => void;
}

const fieldOfCode = { 'posts.noSeat': 'id', 'posts.alreadyHolds': 'id', 'posts.outsidePost': 'period.from', 'posts.endsBeforeStart': 'period.to', 'posts.inFuture': 'period.from' };

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
  const recording = useRecording<{ readonly actId: string }>();
  const offer = useUndo();
  const faulty = faultyFields(recording.error, fieldOfCode);
  const fault = (field: string) => (faulty.includes(field) ? t(texts.refused) : undefined);

  const submit = async () => {
    setChecked(true);
    if (!postId || !from) return;
    const send = () => call(postContract.appoint, { id: postId, personId: person.id, period: { from, to: to ?? null }, how, decision: decision.trim() || null });
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (!done) return;
    onClose();
    offer({ text: `${t(texts.appointed)}: ${person.fullName}.`, undo: () => recording.mutateAsync(() => call(postContract.undo, { actId: done.actId })) });
  };

  return (
    <ActSheet title={`${t(texts.appoint)}: ${person.fullName}`} verb={t(texts.appoint)} onSubmit={() => void submit()} onClose={onClose} busy={recording.isPending} problem={recording.error}>
      <PostChoice on={from ?? day} unit={unit} onUnit={setUnit} postId={postId} onPost={setPostId} error={isChecked && !postId ? t(texts.missingPost) : fault('id')} />
      <DayInput label={t(texts.from)} value={from} onChange={setFrom} most={today} required error={isChecked && !from ? t(texts.missingDay) : fault('period.from')} />
      <DayInput label={t(texts.until)} description={t(texts.openEnd)} value={to} onChange={setTo} {...(from ? { least: from } : {})} error={fault('period.to')} />
      <Select
        label={t(texts.how)} clearable value={how} placeholder={t(texts.howUnknown)} data={hows.map((code) => ({ value: code, label: t(postTexts[`how.${code}`]) }))}
        onChange={(value) => setHow(hows.find((code) => code === value) ?? null)}
      />
      <Textarea label={t(membershipWeb.decisionField)} description={t(membershipWeb.decisionHint)} value={decision} onChange={(event) => setDecision(event.currentTarget.value)} maxLength={300} autosize minRows={2} error={fault('decision')} />
    </ActSheet>
  );
}
