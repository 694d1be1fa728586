/** Corrects what is written of a document; whose register it stands in, and which, stays. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { documentContract } from '../document.contract.ts';
import { fieldOfEntryCode, useDocumentRecording } from './document.recording.ts';
import { symbolInWords, type WholeDocument } from './document.words.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import { draftOf, entryOf, entryToSend, faultsOf, nothingProposed, type EntryDraft } from './entry.draft.ts';
import { EntryFields } from './EntryFields.tsx';

export function CorrectSheet({ document, onClose }: { readonly document: WholeDocument; readonly onClose: () => void }) {
  const { t } = useText();
  const [draft, setDraft] = useState<EntryDraft>(() => draftOf(document));
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useDocumentRecording<{ readonly version: number }>({ onDone: onClose, fieldOfCode: fieldOfEntryCode });
  const { id, version } = document;

  const submit = async () => {
    setChecked(true);
    const entry = entryToSend(draft, nothingProposed);
    if (!entry) return;
    const before = entryOf(document);
    await record(() => call(documentContract.correct, { id, version, ...entry }), {
      told: t(texts.corrected, { symbol: symbolInWords(document.symbol, { t }) }), undo: (done) => call(documentContract.correct, { id, version: done.version, ...before }),
    });
  };

  return (
    <ActSheet title={t(texts.correctTitle)} verb={t(texts.save)} intro={document.unit.name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <EntryFields draft={draft} onType={(changes) => setDraft((before) => ({ ...before, ...changes }))} proposal={nothingProposed} ownId={id} faulty={isChecked ? faultsOf(draft, nothingProposed) : []} fault={fault} />
    </ActSheet>
  );
}
