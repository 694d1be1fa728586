/** Records that somebody leaves a post: the last day in it, why, by which paper. */
import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { membershipWeb } from '../../membership/web/membership.web.messages.ts';
import { useRecording } from '../../../shell/recording.ts';
import { faultyFields } from '../../../ui/faults.ts';
import { postContract } from '../post.contract.ts';
import { postTexts } from '../post.messages.ts';
import { tenureEndReasons, type TenureEndReason } from '../post.ts';
import type { PersonTenure } from './PersonTenures.tsx';
import { postAndUnit } from './post.words.ts';
import { postsWeb as texts } from './posts.web.messages.ts';

interface EndTenureSheetProps {
  readonly person: { readonly id: string; readonly fullName: string };
  readonly tenure: PersonTenure;
  readonly onClose: () => void;
}

const fieldOfCode = { 'posts.inFuture': 'lastDay', 'posts.endsBeforeStart': 'lastDay', 'posts.alreadyEnded': 'lastDay' };

export function EndTenureSheet({ person, tenure, onClose }: EndTenureSheetProps) {
  const { t, language } = useText();
  const { day, today } = useAsOf();
  const [lastDay, setLastDay] = useState<string | undefined>(day);
  const [reason, setReason] = useState<TenureEndReason>();
  const [decision, setDecision] = useState('');
  const [isChecked, setChecked] = useState(false);
  const recording = useRecording<{ readonly actId: string }>();
  const offer = useUndo();
  const faulty = faultyFields(recording.error, fieldOfCode);
  const fault = (field: string) => (faulty.includes(field) ? t(texts.refused) : undefined);

  const submit = async () => {
    setChecked(true);
    if (!lastDay || !reason) return;
    const send = () => call(postContract.endTenure, { id: tenure.postId, tenureId: tenure.id, lastDay, reason, decision: decision.trim() || null });
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (!done) return;
    onClose();
    offer({ text: `${t(texts.tenureEnded)}: ${postAndUnit(tenure, language)}.`, undo: () => recording.mutateAsync(() => call(postContract.undo, { actId: done.actId })) });
  };

  return (
    <ActSheet title={`${t(texts.endTenure)}: ${person.fullName}`} verb={t(texts.endTenure)} intro={postAndUnit(tenure, language)} onSubmit={() => void submit()} onClose={onClose} busy={recording.isPending} problem={recording.error}>
      <DayInput label={t(texts.lastDay)} value={lastDay} onChange={setLastDay} least={tenure.period.from} most={today} required error={isChecked && !lastDay ? t(texts.missingDay) : fault('lastDay')} />
      <Select
        label={t(texts.reason)} required allowDeselect={false} value={reason ?? null} error={isChecked && !reason ? t(texts.missingReason) : fault('reason')}
        data={tenureEndReasons.map((code) => ({ value: code, label: t(postTexts[`end.${code}`]) }))}
        onChange={(value) => setReason(tenureEndReasons.find((code) => code === value))}
      />
      <Textarea label={t(membershipWeb.decisionField)} description={t(membershipWeb.decisionHint)} value={decision} onChange={(event) => setDecision(event.currentTarget.value)} maxLength={300} autosize minRows={2} error={fault('decision')} />
    </ActSheet>
  );
}
