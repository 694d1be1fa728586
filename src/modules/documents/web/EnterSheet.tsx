/** Enters a document into a register, and leads to it: its file and its recipients are the next things. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { documentContract } from '../document.contract.ts';
import { directionNames, directions } from '../document.kinds.ts';
import { symbolOf } from '../document.symbol.ts';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { introOf } from '../../membership/web/unit.choices.ts';
import { fieldOfEntryCode, useDocumentRecording } from './document.recording.ts';
import { documentHref } from './document.words.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import { emptyDraft, entryToSend, faultsOf, symbolIn, type EntryDraft } from './entry.draft.ts';
import { useProposal } from './entry.proposal.ts';
import { EntryFields } from './EntryFields.tsx';
import { RegisterField, useRegisterChoice } from './RegisterField.tsx';

export function EnterSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const choice = useRegisterChoice();
  const [draft, setDraft] = useState<EntryDraft>(() => emptyDraft(today));
  const [isChecked, setChecked] = useState(false);
  const proposal = useProposal(draft, choice.unit);
  const { busy, problem, fault, record } = useDocumentRecording<{ readonly id: string }>({ fieldOfCode: fieldOfEntryCode, onDone: ({ id }) => { onClose(); go(documentHref(id)); } });
  const type = (changes: Partial<EntryDraft>) => setDraft((before) => ({ ...before, ...changes }));

  const submit = async () => {
    setChecked(true);
    const entry = entryToSend(draft, proposal);
    const symbol = symbolIn(draft, proposal);
    const unitId = choice.unit?.id;
    if (!entry || !symbol || unitId === undefined) return;
    await record(() => call(documentContract.enter, { unitId, direction: draft.direction, ...entry }), {
      told: t(texts.entered, { symbol: symbolOf(symbol) }), undo: ({ id }) => call(documentContract.takeOut, { id, reason: t(texts.enteredWrong) }),
    });
  };

  return (
    <ActSheet title={t(texts.enterTitle)} verb={t(texts.save)} intro={introOf(choice)} onSubmit={() => void submit()} onClose={onClose} busy={busy || choice.isOnly === undefined} problem={problem}>
      <ChoiceChips label={t(texts.whichRegister)} isLabelHidden value={draft.direction} options={directions.map((value) => ({ value, label: t(directionNames[value]) }))} onChoose={(direction) => type({ direction })} />
      <RegisterField choice={choice} error={isChecked && !choice.unit ? t(texts.registerMissing) : fault('unitId')} />
      <EntryFields draft={draft} onType={type} proposal={proposal} faulty={isChecked ? faultsOf(draft, proposal) : []} fault={fault} />
    </ActSheet>
  );
}
