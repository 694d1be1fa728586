/** Asked each time something is written down: a denunciation ends here, and nothing of it is sent. */
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { petitionsWeb as texts } from './petitions.web.messages.ts';

interface DenunciationFieldProps {
  readonly value: boolean | undefined;
  readonly onChoose: (isDenunciation: boolean) => void;
  readonly isChecked: boolean;
}

export function DenunciationField({ value, onChoose, isChecked }: DenunciationFieldProps) {
  const { t } = useText();
  return (
    <>
      <ChoiceChips label={t(texts.isDenunciation)} value={value === undefined ? undefined : value ? 'yes' : 'no'} options={[{ value: 'no', label: t(texts.no) }, { value: 'yes', label: t(texts.yes) }]} onChoose={(answer) => onChoose(answer === 'yes')} />
      {isChecked && value === undefined && <Notice tone="warn" title={t(texts.missing)}>{t(texts.isDenunciation)}</Notice>}
      {value && <Notice tone="error" title={t(texts.denunciationTitle)}>{t(texts.denunciationWhy)}</Notice>}
    </>
  );
}
