/** Puts something off: until when, and why. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { addDays, day as dayOf } from '../../../platform/day.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { useSnoozing } from './attention.recording.ts';
import { attentionWeb as texts } from './attention.web.messages.ts';
import { whoOf, type AlertWords, type AttentionItem } from './attention.words.ts';

interface SnoozeSheetProps {
  readonly item: AttentionItem;
  readonly words: AlertWords;
  readonly onClose: () => void;
}

const USUAL_DAYS = 7;

export function SnoozeSheet({ item, words, onClose }: SnoozeSheetProps) {
  const writing = useText();
  const { t } = writing;
  const today = dayOf(useAsOf().today);
  const [until, setUntil] = useState<string | undefined>(addDays(today, USUAL_DAYS));
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { snooze, fault, busy, problem } = useSnoozing(item, onClose);
  const written = reason.trim();
  const intro = t(texts.snoozeIntro, { alert: t(words.title), who: whoOf(item, writing), unit: item.unit.name });

  const submit = async () => {
    setChecked(true);
    if (until && written !== '') await snooze({ until, reason: written });
  };

  return (
    <ActSheet title={t(texts.snooze)} verb={t(texts.snooze)} intro={words.toldAbove ? `${intro} ${t(texts.snoozeElsewhere)}` : intro} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <DayInput label={t(texts.until)} value={until} onChange={setUntil} least={addDays(today, 1)} required error={isChecked && !until ? t(texts.missing) : fault('until')} />
      <Textarea
        label={t(texts.reason)} description={t(texts.reasonHint)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} autosize minRows={2} withAsterisk
        error={isChecked && written === '' ? t(texts.missing) : fault('reason')}
      />
    </ActSheet>
  );
}
