/** Enters a document that the unit issued within another form, which then takes it: nobody has to leave the form for the register. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { documentContract } from '../document.contract.ts';
import { symbolOf } from '../document.symbol.ts';
import { fieldOfEntryCode, useDocumentRecording } from './document.recording.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import { emptyDraft, entryToSend, faultsOf, symbolIn, type EntryDraft } from './entry.draft.ts';
import { useProposal } from './entry.proposal.ts';
import { EntryFields } from './EntryFields.tsx';
import classes from './documents.module.css';

interface ShortEntryProps {
  /** In whose register. */
  readonly unit: { readonly id: string; readonly label: string };
  readonly onEntered: (document: LookupChoice) => void;
  readonly onCancel: () => void;
}

export function ShortEntry({ unit, onEntered, onCancel }: ShortEntryProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const [draft, setDraft] = useState<EntryDraft>(() => emptyDraft(today));
  const [isChecked, setChecked] = useState(false);
  const proposal = useProposal(draft, unit);
  const { busy, problem, fault, record } = useDocumentRecording<{ readonly id: string }>({ fieldOfCode: fieldOfEntryCode });

  const enter = async () => {
    setChecked(true);
    const [entry, symbol] = [entryToSend(draft, proposal), symbolIn(draft, proposal)];
    if (!entry || !symbol) return;
    const label = symbolOf(symbol);
    await record(async () => {
      const entered = await call(documentContract.enter, { unitId: unit.id, direction: 'issued', ...entry });
      onEntered({ id: entered.id, label, hint: entry.summary });
      return entered;
    }, { told: t(texts.entered, { symbol: label }) });
  };

  return (
    <fieldset className={classes.within}>
      <legend>{t(texts.enterIn, { unit: unit.label })}</legend>
      <EntryFields draft={draft} onType={(changes) => setDraft((before) => ({ ...before, ...changes }))} proposal={proposal} faulty={isChecked ? faultsOf(draft, proposal) : []} fault={fault} />
      {problem && <ProblemNotice problem={problem} />}
      <div className={classes.withinActs}><Act busy={busy} onPress={() => void enter()}>{t(texts.enterAndTake)}</Act><Act kind="quiet" onPress={onCancel}>{t(texts.enterNot)}</Act></div>
    </fieldset>
  );
}
