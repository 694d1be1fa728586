/** Sets a value from a day on, for the country or for a Party organisation and all below it. */
import { Group, NumberInput, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { ruleContract } from '../rule.contract.ts';
import { ruleKinds, ruleUnits, type RuleKey } from '../rule.keys.ts';
import { useRuleRecording } from './rule.recording.ts';
import { typedValue, type RuleItem } from './rule.words.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';
import { ScopeField, useValidityForm, ValidityFields } from './ValidityFields.tsx';

interface SetRuleSheetProps {
  readonly rule: Pick<RuleItem, 'key' | 'stricter'>;
  /** Absent: the whole country. */
  readonly unitId: string | undefined;
  readonly onClose: () => void;
}

export function SetRuleSheet({ rule: { key: ruleKey, stricter }, unitId, onClose }: SetRuleSheetProps) {
  const { t } = useText();
  const { title, unit } = ruleKinds[ruleKey];
  const bounds = boundsOf(ruleKey);
  const [value, setValue] = useState<string | number>('');
  const [article, setArticle] = useState('');
  const form = useValidityForm();
  const { sheet, fault, record } = useRuleRecording(onClose);

  const submit = async () => {
    const validity = form.check();
    const number = typedValue(ruleKey, value);
    if (!validity || number === undefined) return;
    const input = { key: ruleKey, scopeUnitId: unitId ?? null, value: number, article: article.trim() || null, ...validity };
    await record(() => call(ruleContract.set, input), t(texts.valueSet, { rule: t(title) }));
  };

  return (
    <ActSheet title={t(texts.setValue)} verb={t(texts.setValue)} intro={`${t(title)}. ${t(texts.setIntro)}`} onSubmit={() => void submit()} {...sheet}>
      <ScopeField unitId={unitId} hint={t(texts.scopeHint)} error={fault('scopeUnitId')} />
      {unit === 'flag' ? (
        <Radio.Group label={t(texts.value)} value={String(value)} onChange={setValue} withAsterisk error={form.missing(value) ?? fault('value')}>
          <Group><Radio value="1" label={t(texts.yes)} /><Radio value="0" label={t(texts.no)} /></Group>
        </Radio.Group>
      ) : (
        <NumberInput label={t(texts.valueField, { unit: t(ruleUnits[unit]) })} description={[t(texts.valueHint, bounds), unitId !== undefined && stricter && t(texts[stricter])].filter(Boolean).join('. ')} value={value} onChange={setValue} min={bounds.least} max={bounds.most} clampBehavior="none" inputMode="numeric" withAsterisk error={form.missing(value) ?? fault('value')} />
      )}
      <ValidityFields form={form} mayEnd={unitId !== undefined} fault={fault}>
        <TextInput label={t(texts.articleField)} value={article} onChange={(event) => setArticle(event.currentTarget.value)} maxLength={100} error={fault('article')} />
      </ValidityFields>
    </ActSheet>
  );
}

function boundsOf(key: RuleKey): { least: number; most: number } {
  const { unit, least, most } = ruleKinds[key];
  return unit === 'share' ? { least: least * 100, most: most * 100 } : { least, most };
}
