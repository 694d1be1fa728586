/** Number and symbol, written as on the document and read at once; or its parts one by one. */
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useText } from '../../../ui/language.tsx';
import { documentTypeCodes, documentTypes, type DocumentType } from '../document.kinds.ts';
import { readingInWords } from './document.words.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import type { EntryFieldsProps } from './EntryFields.tsx';
import { symbolIn, symbolProposed } from './entry.draft.ts';
import classes from './documents.module.css';

export function SymbolField(props: EntryFieldsProps) {
  const { draft, ownId } = props;
  const proposes = draft.direction === 'issued' && ownId === undefined;
  return (
    <div className={classes.fields}>
      {(proposes || draft.isApart) && <TypeField {...props} />}
      {draft.isApart ? <Parts {...props} /> : <Whole {...props} />}
      {draft.direction === 'received' && <ApartChoice {...props} />}
    </div>
  );
}

/** Common among what comes from elsewhere; one's own follow the pattern, so that there it stands with what is rarely needed. */
export function ApartChoice(props: EntryFieldsProps) {
  const { t } = useText();
  const { draft, onType } = props;
  return <Checkbox size="md" label={t(draft.direction === 'received' ? texts.apart : texts.apartIssued)} checked={draft.isApart} onChange={(event) => onType(event.currentTarget.checked ? apartOf(props) : { isApart: false })} />;
}

/** What was read already need not be typed again. */
function apartOf({ draft, proposal }: EntryFieldsProps) {
  const read = symbolIn(draft, proposal);
  return { isApart: true, ...(read ? { type: read.type, number: String(read.number ?? ''), issuerCode: read.issuerCode } : { issuerCode: draft.issuerCode || proposal.issuerCode }) };
}

/** Another type than the one typed has another number: it is proposed anew. */
function TypeField({ draft, onType, proposal }: EntryFieldsProps) {
  const { t } = useText();
  const value = symbolIn(draft, proposal)?.type ?? draft.type ?? null;
  const choose = (type: DocumentType | undefined) => onType({ type, ...(draft.isApart ? {} : { symbol: undefined }) });
  return (
    <Select
      label={t(texts.typeField)} {...(draft.isApart || value ? {} : { description: t(texts.typeHint) })} placeholder={t(texts.chooseType)} value={value} allowDeselect={false} searchable={false} withAsterisk={draft.isApart}
      data={documentTypeCodes.map((code) => ({ value: code, label: `${t(documentTypes[code])} (${code})` }))} onChange={(chosen) => choose(documentTypeCodes.find((code) => code === chosen))}
    />
  );
}

function Whole({ draft, onType, proposal, faulty, fault }: EntryFieldsProps) {
  const { t } = useText();
  const read = symbolIn(draft, proposal);
  const reading = read && readingInWords(read, { t });
  return (
    <div>
      <TextInput
        label={t(texts.symbol)} description={reading ? <strong className={classes.reading}>{reading}</strong> : t(texts.symbolHint)} inputWrapperOrder={['label', 'input', 'description', 'error']} value={symbolProposed(draft, proposal)} onChange={(event) => onType({ symbol: event.currentTarget.value })}
        maxLength={40} required autoComplete="off" autoCapitalize="characters" spellCheck={false} error={faulty.includes('symbol') ? t(texts.symbolUnread) : fault('symbol', 'number', 'type', 'issuerCode')}
      />
      <span className={classes.hidden} role="status">{reading}</span>
    </div>
  );
}

function Parts({ draft, onType, faulty, fault }: EntryFieldsProps) {
  const { t } = useText();
  const isReceived = draft.direction === 'received';
  return (
    <>
      <TextInput label={t(texts.number)} {...(isReceived ? { description: t(texts.numberOptional) } : {})} inputMode="numeric" autoComplete="off" value={draft.number} onChange={(event) => onType({ number: event.currentTarget.value })} maxLength={5} required={!isReceived} error={fault('symbol', 'number')} />
      <TextInput label={t(texts.issuerCode)} description={t(texts.issuerCodeHint)} autoComplete="off" value={draft.issuerCode} onChange={(event) => onType({ issuerCode: event.currentTarget.value })} maxLength={20} required error={faulty.includes('symbol') ? t(texts.partsUnread) : fault('issuerCode', 'type')} />
    </>
  );
}
