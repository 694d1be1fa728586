/** Records that somebody leaves a post: the last day in it, why, by which paper. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { postContract } from '../post.contract.ts';
import { postTexts } from '../post.messages.ts';
import { tenureEndReasons, type TenureEndReason } from '../post.ts';
import { DecisionInput } from './DecisionInput.tsx';
import type { PersonTenure } from './PersonTenures.tsx';
import { usePostRecording } from './post.recording.ts';
import { postAndUnit } from './post.words.ts';
import { postsWeb as texts } from './posts.web.messages.ts';

interface EndTenureSheetProps {
  readonly person: { readonly id: string; readonly fullName: string };
  readonly tenure: PersonTenure;
  readonly onClose: () => void;
}

const fieldOfCode = { 'posts.inFuture': 'lastDay', 'posts.endsBeforeStart': 'lastDay', 'posts.alreadyEnded': 'lastDay', 'posts.unitEnds': 'lastDay' };

export function EndTenureSheet({ person, tenure, onClose }: EndTenureSheetProps) {
  const { t, language } = useText();
  const { day, today } = useAsOf();
  const [lastDay, setLastDay] = useState<string | undefined>(day);
  const [reason, setReason] = useState<TenureEndReason>();
  const [decision, setDecision] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { sheet, fault, record } = usePostRecording(onClose, fieldOfCode);

  const submit = async () => {
    setChecked(true);
    if (!lastDay || !reason) return;
    const send = () => call(postContract.endTenure, { id: tenure.postId, tenureId: tenure.id, lastDay, reason, decision: decision.trim() || null });
    await record(send, `${t(texts.tenureEnded)}: ${postAndUnit(tenure, language)}.`);
  };

  return (
    <ActSheet title={`${t(texts.endTenure)}: ${person.fullName}`} verb={t(texts.endTenure)} intro={postAndUnit(tenure, language)} onSubmit={() => void submit()} {...sheet}>
      <DayInput label={t(texts.lastDay)} value={lastDay} onChange={setLastDay} least={tenure.period.from} most={today} required error={isChecked && !lastDay ? t(texts.missingDay) : fault('lastDay')} />
      <Select
        label={t(texts.reason)} required allowDeselect={false} value={reason ?? null} error={isChecked && !reason ? t(texts.missingReason) : fault('reason')}
        data={tenureEndReasons.map((code) => ({ value: code, label: t(postTexts[`end.${code}`]) }))}
        onChange={(value) => setReason(tenureEndReasons.find((code) => code === value))}
      />
      <DecisionInput value={decision} onChange={setDecision} error={fault('decision')} />
    </ActSheet>
  );
}
