/** What is asked for: topic, words, how many stand behind it, since when. Words that sound like a denunciation warn. */
import { Textarea, TextInput } from '@mantine/core';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { soundsLikeDenunciation } from '../petition.denunciation.ts';
import { mostLettersOfText } from '../petition.shapes.ts';
import type { AskingDraft } from './asking.draft.ts';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import { TopicField } from './TopicField.tsx';

interface AskingFieldsProps {
  readonly draft: AskingDraft;
  readonly onType: (change: Partial<AskingDraft>) => void;
  /** Said of words that sound like one. */
  readonly onDenunciation: () => void;
  readonly unitId: string | undefined;
  readonly isChecked: boolean;
  readonly fault: (...names: readonly string[]) => string | undefined;
}

export function AskingFields({ draft, onType, onDenunciation, unitId, isChecked, fault }: AskingFieldsProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const missing = (isThere: boolean, ...names: readonly string[]) => (isChecked && !isThere ? t(texts.missing) : fault(...names));
  return (
    <>
      <TopicField unitId={unitId} value={draft.topic} onChoose={(topic) => onType({ topic })} error={missing(draft.topic !== undefined, 'topic')} />
      <Textarea label={t(texts.textField)} description={t(texts.textHint)} value={draft.text} onChange={(event) => onType({ text: event.currentTarget.value })} maxLength={mostLettersOfText} autosize minRows={3} required error={missing(draft.text.trim() !== '', 'text')} />
      {soundsLikeDenunciation(draft.text) && <Notice tone="warn" title={t(texts.soundsTitle)} acts={<Act onPress={onDenunciation}>{t(texts.soundsYes)}</Act>}>{t(texts.soundsWhy)}</Notice>}
      <TextInput label={t(texts.peopleBehind)} value={draft.peopleBehind} onChange={(event) => onType({ peopleBehind: event.currentTarget.value })} inputMode="numeric" maxLength={7} error={fault('peopleBehind')} />
      <DayInput label={t(texts.raisedOn)} value={draft.raisedOn} onChange={(raisedOn) => onType({ raisedOn })} most={today} required error={missing(draft.raisedOn !== undefined, 'raisedOn')} />
    </>
  );
}
