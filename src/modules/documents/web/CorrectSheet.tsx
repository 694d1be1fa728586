/** Corrects what is written of a document; whose register it stands in, and which, stays. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { documentContract } from '../document.contract.ts';
import { fieldOfEntryCode, useDocumentRecording } from './document.recording.ts';
import { symbolInWords, type WholeDocument } from './document.words.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import { correctionToSend, draftOf, entryOf, faultsOf, nothingProposed, type EntryDraft } from './entry.draft.ts';
import { EntryFields } from './EntryFields.tsx';

export function CorrectSheet({ document, onClose }: { readonly document: WholeDocument; readonly onClose: () => void }) {
  const { t } = useText();
  // The page reads it again meanwhile: what is sent and taken back goes with what the fields began from.
  const [opened] = useState(document);
  const [draft, setDraft] = useState<EntryDraft>(() => draftOf(opened));
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useDocumentRecording<{ readonly version: number }>({ onDone: onClose, fieldOfCode: fieldOfEntryCode });
  const { id } = opened;

  const submit = async () => {
    setChecked(true);
    const correction = correctionToSend(draft, opened);
    if (!correction) return;
    const before = entryOf(opened);
    await record(() => call(documentContract.correct, correction), {
      told: t(texts.corrected, { symbol: symbolInWords(opened.symbol, { t }) }), undo: (done) => call(documentContract.correct, { id, version: done.version, ...before }),
    });
  };

  return (
    <ActSheet title={t(texts.correctTitle)} verb={t(texts.save)} intro={opened.unit.name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <EntryFields draft={draft} onType={(changes) => setDraft((before) => ({ ...before, ...changes }))} proposal={nothingProposed} ownId={id} faulty={isChecked ? faultsOf(draft, nothingProposed) : []} fault={fault} />
    </ActSheet>
  );
}
