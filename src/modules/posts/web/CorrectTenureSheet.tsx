/** Corrects a tenure that was entered wrongly, or takes it out where it never was; why is kept in the history. */
import { Checkbox, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { postContract } from '../post.contract.ts';
import { postTexts } from '../post.messages.ts';
import { tenureEndReasons, type How, type TenureEndReason } from '../post.ts';
import { DecisionInput } from './DecisionInput.tsx';
import { HowSelect } from './HowSelect.tsx';
import type { PersonTenure } from './PersonTenures.tsx';
import { usePostRecording } from './post.recording.ts';
import { correctionOf, postAndUnit } from './post.words.ts';
import { postsWeb as texts } from './posts.web.messages.ts';

interface CorrectTenureSheetProps {
  readonly person: { readonly id: string; readonly fullName: string };
  readonly tenure: PersonTenure;
  readonly onClose: () => void;
}

const fieldOfCode = { 'posts.inFuture': 'period.from', 'posts.outsidePost': 'period.from', 'posts.alreadyHolds': 'period.from', 'posts.noSeat': 'period.from', 'posts.unitNotThere': 'period.from', 'posts.unitEnds': 'period.to', 'posts.endsBeforeStart': 'period.to' };

export function CorrectTenureSheet({ person, tenure, onClose }: CorrectTenureSheetProps) {
  const { t, language } = useText();
  const { today } = useAsOf();
  const [from, setFrom] = useState<string | undefined>(tenure.period.from);
  const [to, setTo] = useState<string | undefined>(tenure.period.to ?? undefined);
  const [how, setHow] = useState<How | null>(tenure.how);
  const [endReason, setEndReason] = useState<TenureEndReason | null>(tenure.endReason);
  const [decision, setDecision] = useState(tenure.decision ?? '');
  const [reason, setReason] = useState('');
  const [isRemoved, setRemoved] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const { sheet, fault, record } = usePostRecording(onClose, fieldOfCode);

  const submit = async () => {
    setChecked(true);
    if (!reason.trim() || (!from && !isRemoved)) return;
    const right = from ? correctionOf(tenure, { period: { from, to: to ?? null }, how, endReason: to ? endReason : null, decision: decision.trim() || null }) : {};
    const what = isRemoved ? { remove: true } : { right };
    await record(() => call(postContract.correct, { id: tenure.postId, tenureId: tenure.id, reason: reason.trim(), ...what }), `${t(texts.tenureCorrected)}: ${postAndUnit(tenure, language)}.`);
  };

  return (
    <ActSheet title={`${t(texts.correctTenure)}: ${person.fullName}`} verb={t(texts.correctTenure)} intro={postAndUnit(tenure, language)} onSubmit={() => void submit()} {...sheet}>
      <Checkbox label={t(texts.neverWas)} checked={isRemoved} onChange={(event) => setRemoved(event.currentTarget.checked)} />
      {!isRemoved && (
        <>
          <DayInput label={t(texts.from)} value={from} onChange={setFrom} most={today} required error={isChecked && !from ? t(texts.missingDay) : fault('period.from')} />
          <DayInput label={t(texts.until)} description={t(texts.openEnd)} value={to} onChange={setTo} {...(from ? { least: from } : {})} error={fault('period.to')} />
          {to && (
            <Select
              label={t(texts.endReason)} clearable value={endReason} data={tenureEndReasons.map((code) => ({ value: code, label: t(postTexts[`end.${code}`]) }))}
              onChange={(value) => setEndReason(tenureEndReasons.find((code) => code === value) ?? null)}
            />
          )}
          <HowSelect value={how} onChange={setHow} />
          <DecisionInput value={decision} onChange={setDecision} error={fault('right.decision')} />
        </>
      )}
      <Textarea label={t(texts.whyCorrected)} description={t(texts.whyCorrectedHint)} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={300} autosize minRows={2} error={isChecked && !reason.trim() ? t(texts.missingWhy) : fault('reason')} />
    </ActSheet>
  );
}
