/** What few documents need: how long it holds, who signed it, its secrecy, what it is linked with. */
import { TextInput } from '@mantine/core';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { secrecies, secrecyNames } from '../document.kinds.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import { termProposed } from './entry.draft.ts';
import type { EntryFieldsProps } from './EntryFields.tsx';
import { IssuerField } from './IssuerField.tsx';
import { LinkFields } from './LinkFields.tsx';
import { ApartChoice } from './SymbolField.tsx';
import classes from './documents.module.css';

export function EntryMore(props: EntryFieldsProps) {
  const { t } = useText();
  const { draft, onType, faulty, fault } = props;
  const validFrom = draft.validFrom ?? draft.issuedOn;
  const levels = [{ value: 'none' as const, label: t(texts.notSecret) }, ...secrecies.map((value) => ({ value, label: t(secrecyNames[value]) }))];
  return (
    <>
      <DayInput label={t(texts.validFrom)} value={validFrom} onChange={(day) => onType({ validFrom: day })} error={fault('validFrom')} />
      <DayInput label={t(texts.validTo)} description={t(texts.validToHint)} value={draft.validTo} onChange={(validTo) => onType({ validTo })} {...(validFrom ? { least: validFrom } : {})} error={fault('validTo')} />
      <DayInput label={t(texts.reviewDueOn)} description={t(texts.reviewHint)} value={draft.reviewDueOn} onChange={(reviewDueOn) => onType({ reviewDueOn })} error={fault('reviewDueOn')} />
      <TextInput label={t(texts.signerName)} value={draft.signerName} onChange={(event) => onType({ signerName: event.currentTarget.value })} maxLength={200} autoComplete="off" error={fault('signer.name')} />
      <TextInput label={t(texts.signerPost)} value={draft.signerPost} onChange={(event) => onType({ signerPost: event.currentTarget.value })} maxLength={200} autoComplete="off" error={fault('signer.post')} />
      <div>
        <ChoiceChips label={t(texts.secrecy)} value={draft.secrecy ?? 'none'} options={levels} onChoose={(level) => onType({ secrecy: level === 'none' ? null : level })} />
        {draft.secrecy && <p className={classes.hint}>{t(texts.secrecyMeans)}</p>}
        {fault('secrecy') && <p className={classes.fault}>{fault('secrecy')}</p>}
      </div>
      <LinkFields {...props} />
      {draft.direction === 'issued' && <><IssuerField {...props} /><ApartChoice {...props} /></>}
      <TextInput label={t(texts.term)} description={t(texts.termHint)} value={termProposed(draft)} onChange={(event) => onType({ term: event.currentTarget.value })} maxLength={9} required autoComplete="off" error={faulty.includes('term') ? t(texts.termUnread) : fault('term')} />
    </>
  );
}
