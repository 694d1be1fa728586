/** Who issued a document, by name. */
import { TextInput } from '@mantine/core';
import { useText } from '../../../ui/language.tsx';
import { documentsWeb as texts } from './documents.web.messages.ts';
import type { EntryFieldsProps } from './EntryFields.tsx';

export function IssuerField({ draft, onType, proposal, faulty, fault }: EntryFieldsProps) {
  const { t } = useText();
  return <TextInput label={t(texts.issuerField)} description={t(texts.issuerHint)} value={draft.issuer ?? proposal.issuer} onChange={(event) => onType({ issuer: event.currentTarget.value })} maxLength={200} required error={faulty.includes('issuer') ? t(texts.missing) : fault('issuer')} />;
}
