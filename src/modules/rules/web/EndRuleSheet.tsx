/** Ends a unit's own value: its last day. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { ruleContract } from '../rule.contract.ts';
import { ruleKinds } from '../rule.keys.ts';
import { useRuleRecording } from './rule.recording.ts';
import { scopeName, valueInWords, type RuleItem } from './rule.words.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';

const fieldOfCode = { 'rules.endsBeforeStart': 'lastDay', 'rules.endedAlready': 'lastDay' };

export function EndRuleSheet({ entry, onClose }: { readonly entry: RuleItem; readonly onClose: () => void }) {
  const writing = useText();
  const { t } = writing;
  const { day } = useAsOf();
  const [lastDay, setLastDay] = useState<string | undefined>(day);
  const [reason, setReason] = useState('');
  const { sheet, fault, record } = useRuleRecording(onClose, fieldOfCode);
  const title = t(ruleKinds[entry.key].title);

  const submit = async () => {
    if (!lastDay) return;
    await record(() => call(ruleContract.end, { key: entry.key, id: entry.id, lastDay, reason: reason.trim() || null }), t(texts.valueEnded, { rule: title }));
  };

  return (
    <ActSheet title={t(texts.endValue)} verb={t(texts.endValue)} intro={`${title}: ${valueInWords(entry, writing)}, ${scopeName(entry, writing)}. ${t(texts.endIntro)}`} onSubmit={() => void submit()} {...sheet}>
      <DayInput label={t(texts.to)} value={lastDay} onChange={setLastDay} least={entry.period.from} required error={lastDay ? fault('lastDay') : t(texts.missing)} />
      <Textarea label={t(texts.reasonField)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} autosize minRows={2} error={fault('reason')} />
    </ActSheet>
  );
}
