/** Reports a shortcoming remedied: what was reached, and the later side of each figure. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { shortcomingContract } from '../shortcoming.contract.ts';
import { draftsOf, proofToSend, unfinishedIn, type ProofDraft } from './proof.draft.ts';
import { ProofFields } from './ProofFields.tsx';
import { pageTexts as texts } from './shortcoming.page.messages.ts';
import { takenBack, useShortcomingRecording } from './shortcoming.recording.ts';
import { sourceInWords, type WholeShortcoming } from './shortcoming.words.ts';
import { shortcomingsWeb } from './shortcomings.web.messages.ts';

export function ReportSheet({ shortcoming, onClose }: { readonly shortcoming: WholeShortcoming; readonly onClose: () => void }) {
  const { t, day } = useText();
  const [opened] = useState(shortcoming);
  const [result, setResult] = useState(opened.result);
  const [drafts, setDrafts] = useState<readonly ProofDraft[]>(() => draftsOf(opened.proofs, t, (source) => sourceInWords(source, { t, day }).label));
  const [isChecked, setChecked] = useState(false);
  const [unfinished, setUnfinished] = useState<readonly string[]>([]);
  const { busy, problem, fault, record } = useShortcomingRecording({ onDone: onClose });
  const written = result.trim();
  const submit = async () => {
    setChecked(true);
    setUnfinished(unfinishedIn(drafts));
    const proofs = drafts.map(proofToSend);
    if (written === '' || !proofs.every((proof) => proof !== undefined)) return;
    await record(() => call(shortcomingContract.report, { id: opened.id, version: opened.version, result: written, proofs }), { told: t(texts.reported), undo: takenBack });
  };
  return (
    <ActSheet title={t(texts.report)} verb={t(texts.report)} intro={t(texts.reportIntro, { unit: opened.raisedBy.name })} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.reportResult)} value={result} onChange={(event) => setResult(event.currentTarget.value)} maxLength={2000} autosize minRows={3} required error={isChecked && written === '' ? t(shortcomingsWeb.missing) : fault('result')} />
      {drafts.length === 0 && <Notice tone="warn" title={t(texts.withoutProof)}>{t(texts.withoutProofReport)}</Notice>}
      <ProofFields unit={opened.unit} drafts={drafts} onChange={setDrafts} unfinished={unfinished} />
    </ActSheet>
  );
}
