/** The fields of a document: what every document has, and folded below it the rest. */
import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { regulationNames, regulationSubjects } from '../document.kinds.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import { asksRegulates, symbolIn, type EntryDraft, type EntryFault, type Proposal } from './entry.draft.ts';
import { EntryMore } from './EntryMore.tsx';
import { IssuerField } from './IssuerField.tsx';
import { SymbolField } from './SymbolField.tsx';
import classes from './documents.module.css';

export interface EntryFieldsProps {
  readonly draft: EntryDraft;
  readonly onType: (changes: Partial<EntryDraft>) => void;
  readonly proposal: Proposal;
  /** What is missing or can't be read, once that was looked at. */
  readonly faulty: readonly EntryFault[];
  /** What the server has refused. */
  readonly fault: (...names: readonly string[]) => string | undefined;
  /** The document that is corrected. */
  readonly ownId?: string;
}

export function EntryFields(props: EntryFieldsProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const { draft, onType, proposal, faulty, fault } = props;
  const missing = (field: EntryFault) => (faulty.includes(field) ? t(texts.missing) : fault(field));
  const isReceived = draft.direction === 'received';
  return (
    <>
      <SymbolField {...props} />
      {asksRegulates(draft, proposal) && <RegulatesChoice {...props} />}
      {isReceived && <IssuerField {...props} />}
      <Textarea label={t(texts.summary)} value={draft.summary} onChange={(event) => onType({ summary: event.currentTarget.value })} maxLength={1000} autosize minRows={2} required error={missing('summary')} />
      <DayInput label={t(texts.issuedOn)} value={draft.issuedOn} onChange={(issuedOn) => onType({ issuedOn })} most={today} required error={missing('issuedOn')} />
      {isReceived && <DayInput label={t(texts.receivedOn)} value={draft.receivedOn} onChange={(receivedOn) => onType({ receivedOn })} {...(draft.issuedOn ? { least: draft.issuedOn } : {})} most={today} required error={missing('receivedOn')} />}
      <Folded title={t(texts.more)} isFaulty={hasFaultBelow(props)}><EntryMore {...props} /></Folded>
    </>
  );
}

const below: readonly string[] = ['validFrom', 'validTo', 'reviewDueOn', 'signer.name', 'signer.post', 'secrecy', 'links', 'term'];

function hasFaultBelow({ faulty, fault, draft }: EntryFieldsProps): boolean {
  const names = draft.direction === 'issued' ? [...below, 'issuer'] : below;
  return fault(...names) !== undefined || faulty.some((field) => names.includes(field));
}

/** Of a decision that regulates nothing, as most do not, nothing has to be chosen. */
function RegulatesChoice({ draft, onType, proposal, faulty }: EntryFieldsProps) {
  const { t } = useText();
  const isNamedSo = symbolIn(draft, proposal)?.type === 'QC';
  const options = [...regulationSubjects.map((value) => ({ value, label: t(regulationNames[value]) })), { value: 'other' as const, label: t(isNamedSo ? texts.regulatesOther : texts.regulatesNeither) }];
  return (
    <div>
      <ChoiceChips label={t(texts.regulates)} value={draft.regulates ?? (isNamedSo ? undefined : 'other')} options={options} onChoose={(regulates) => onType({ regulates })} />
      {faulty.includes('regulates') && <p className={classes.fault}>{t(texts.regulatesMissing)}</p>}
    </div>
  );
}

/** Never closed over something that the form would be stopped by: one would not see why. */
function Folded({ title, isFaulty, children }: { readonly title: string; readonly isFaulty: boolean; readonly children: ReactNode }) {
  const place = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => { if (isFaulty) setOpen(true); }, [isFaulty]);
  const hold = () => {
    const details = place.current;
    if (!details) return;
    if (!details.open && details.querySelector(':invalid')) details.open = true;
    setOpen(details.open);
  };
  return (
    <details ref={place} className={classes.folded} open={isOpen} onToggle={hold}>
      <summary>{title}</summary>
      <div className={classes.foldedFields}>{children}</div>
    </details>
  );
}
