/** Ends what a unit has set for itself, a rule's value or a scoring frame: its last day. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import type { SheetRecording } from '../../../shell/recording.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { rulesWeb as texts } from './rules.web.messages.ts';

interface Ended {
  readonly lastDay: string;
  readonly reason: string | null;
}

interface EndSheetProps {
  readonly intro: string;
  /** Its first day. */
  readonly since: string;
  readonly recording: SheetRecording;
  readonly send: (ended: Ended) => ReturnType<Parameters<SheetRecording['record']>[0]>;
  readonly told: string;
}

export function EndSheet({ intro, since, recording: { sheet, fault, record }, send, told }: EndSheetProps) {
  const { t } = useText();
  const { day } = useAsOf();
  const [lastDay, setLastDay] = useState<string | undefined>(day);
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (lastDay) await record(() => send({ lastDay, reason: reason.trim() || null }), told);
  };
  return (
    <ActSheet title={t(texts.endValue)} verb={t(texts.endValue)} intro={intro} onSubmit={() => void submit()} {...sheet}>
      <DayInput label={t(texts.to)} value={lastDay} onChange={setLastDay} least={since} required error={lastDay ? fault('to', 'lastDay') : t(texts.missing)} />
      <Textarea label={t(texts.reasonField)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} autosize minRows={2} error={fault('reason')} />
    </ActSheet>
  );
}
