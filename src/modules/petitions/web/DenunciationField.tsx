/** Asked before anything is written down: a denunciation ends here, and nothing of it is sent. */
import { useEffect, useRef } from 'react';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import classes from './petitions.module.css';

interface DenunciationFieldProps {
  readonly value: boolean | undefined;
  readonly onChoose: (isDenunciation: boolean) => void;
  /** How often it was tried to send it. */
  readonly tries: number;
}

export function DenunciationField({ value, onChoose, tries }: DenunciationFieldProps) {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  const isMissing = tries > 0 && value === undefined;
  // It stands above what was typed since: out of sight it would stop the form without a word.
  useEffect(() => { if (isMissing) place.current?.querySelector('input')?.focus(); }, [isMissing, tries]);
  return (
    <div ref={place} className={classes.question}>
      <ChoiceChips label={t(texts.isDenunciation)} value={value === undefined ? undefined : value ? 'yes' : 'no'} options={[{ value: 'no', label: t(texts.no) }, { value: 'yes', label: t(texts.yes) }]} onChoose={(answer) => onChoose(answer === 'yes')} />
      {value === undefined && <p className={isMissing ? classes.fault : classes.soft} role={isMissing ? 'alert' : undefined}>{t(texts.answerFirst)}</p>}
      {value && <Notice tone="error" title={t(texts.denunciationTitle)}>{t(texts.denunciationWhy)}</Notice>}
    </div>
  );
}
