/** Sets a value from a day on, for the country or for a Party organisation and all below it. */
import { Group, NumberInput, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { unitContract } from '../../units/unit.contract.ts';
import { ruleContract } from '../rule.contract.ts';
import { ruleKinds, ruleUnits, type RuleKey } from '../rule.keys.ts';
import { useRuleRecording } from './rule.recording.ts';
import { typedValue } from './rule.words.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';

interface SetRuleSheetProps {
  readonly ruleKey: RuleKey;
  /** Absent: the whole country. */
  readonly unitId: string | undefined;
  readonly onClose: () => void;
}

const fieldOfCode = { 'rules.valueOutside': 'value', 'rules.endsBeforeStart': 'to', 'rules.setAlready': 'from', 'rules.notAScope': 'scopeUnitId' };

export function SetRuleSheet({ ruleKey, unitId, onClose }: SetRuleSheetProps) {
  const { t } = useText();
  const { day } = useAsOf();
  const { title, unit } = ruleKinds[ruleKey];
  const bounds = boundsOf(ruleKey);
  const [value, setValue] = useState<string | number>('');
  const [from, setFrom] = useState<string | undefined>(day);
  const [to, setTo] = useState<string>();
  const [document, setDocument] = useState('');
  const [article, setArticle] = useState('');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { sheet, fault, record } = useRuleRecording(onClose, fieldOfCode);
  const missing = (given: unknown) => (isChecked && (given === undefined || given === '') ? t(texts.missing) : undefined);
  const written = document.trim();

  const submit = async () => {
    setChecked(true);
    const number = typedValue(ruleKey, value);
    if (number === undefined || !from || written === '') return;
    const input = { key: ruleKey, scopeUnitId: unitId ?? null, value: number, from, to: to ?? null, document: written, article: article.trim() || null, reason: reason.trim() || null };
    await record(() => call(ruleContract.set, input), t(texts.valueSet, { rule: t(title) }));
  };

  return (
    <ActSheet title={t(texts.setValue)} verb={t(texts.setValue)} intro={`${t(title)}. ${t(texts.setIntro)}`} onSubmit={() => void submit()} {...sheet}>
      <TextInput label={t(texts.scopeField)} description={t(texts.scopeHint)} value={useScopeName(unitId)} readOnly error={fault('scopeUnitId')} />
      {unit === 'flag' ? (
        <Radio.Group label={t(texts.value)} value={String(value)} onChange={setValue} withAsterisk error={missing(value) ?? fault('value')}>
          <Group><Radio value="1" label={t(texts.yes)} /><Radio value="0" label={t(texts.no)} /></Group>
        </Radio.Group>
      ) : (
        <NumberInput label={t(texts.valueField, { unit: t(ruleUnits[unit]) })} description={t(texts.valueHint, bounds)} value={value} onChange={setValue} min={bounds.least} max={bounds.most} clampBehavior="none" inputMode="numeric" withAsterisk error={missing(value) ?? fault('value')} />
      )}
      <DayInput label={t(texts.from)} value={from} onChange={setFrom} required error={missing(from) ?? fault('from')} />
      {unitId !== undefined && <DayInput label={t(texts.to)} description={t(texts.toHint)} value={to} onChange={setTo} error={fault('to')} />}
      <TextInput label={t(texts.documentField)} description={t(texts.documentHint)} value={document} onChange={(event) => setDocument(event.currentTarget.value)} maxLength={300} withAsterisk error={missing(written) ?? fault('document')} />
      <TextInput label={t(texts.articleField)} value={article} onChange={(event) => setArticle(event.currentTarget.value)} maxLength={100} error={fault('article')} />
      <Textarea label={t(texts.reasonField)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} autosize minRows={2} error={fault('reason')} />
    </ActSheet>
  );
}

function useScopeName(unitId: string | undefined): string {
  const { t } = useText();
  const { day } = useAsOf();
  const unit = useProcedure(unitContract.unit, { id: unitId ?? '', asOf: day }, { enabled: unitId !== undefined });
  return unitId === undefined ? t(texts.country) : unit.data?.name ?? '…';
}

function boundsOf(key: RuleKey): { least: number; most: number } {
  const { unit, least, most } = ruleKinds[key];
  return unit === 'share' ? { least: least * 100, most: most * 100 } : { least, most };
}
