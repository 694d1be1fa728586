/** The acts on a document as a whole: correct it, take it out of the register and put it back, print. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { documentContract } from '../document.contract.ts';
import { CorrectSheet } from './CorrectSheet.tsx';
import { pageTexts as texts } from './document.page.messages.ts';
import { useDocumentRecording } from './document.recording.ts';
import { symbolInWords, type WholeDocument } from './document.words.ts';

interface ActsProps {
  readonly document: WholeDocument;
  readonly mayRecord: boolean;
}

export function DocumentActs({ document, mayRecord }: ActsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<'correct' | 'takeOut'>();
  const close = () => setOpen(undefined);
  return (
    <>
      {mayRecord && !document.void && (
        <>
          <Act onPress={() => setOpen('correct')}>{t(texts.correct)}</Act>
          <Act kind="quiet" onPress={() => setOpen('takeOut')}>{t(texts.takeOut)}</Act>
        </>
      )}
      <PrintButton />
      {open === 'correct' && <CorrectSheet document={document} onClose={close} />}
      {open === 'takeOut' && <TakeOutSheet document={document} onClose={close} />}
    </>
  );
}

function TakeOutSheet({ document, onClose }: { readonly document: WholeDocument; readonly onClose: () => void }) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useDocumentRecording({ onDone: onClose });
  const written = reason.trim();
  const symbol = symbolInWords(document.symbol, { t });
  const submit = async () => {
    setChecked(true);
    if (written === '') return;
    const { id } = document;
    await record(() => call(documentContract.takeOut, { id, reason: written }), { told: t(texts.takenOut, { symbol }), undo: () => call(documentContract.putBack, { id }) });
  };
  return (
    <ActSheet title={t(texts.takeOutTitle)} verb={t(texts.takeOut)} intro={t(texts.takeOutIntro, { symbol })} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.reason)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} autosize minRows={2} required error={isChecked && written === '' ? t(texts.reasonMissing) : fault('reason')} />
    </ActSheet>
  );
}

export function VoidNotice({ document, mayRecord }: ActsProps) {
  const { t, day } = useText();
  const { busy, problem, record } = useDocumentRecording();
  const { id, void: gone } = document;
  if (!gone) return null;
  const putBack = () => record(() => call(documentContract.putBack, { id }), {
    told: t(texts.backAgain, { symbol: symbolInWords(document.symbol, { t }) }), undo: () => call(documentContract.takeOut, { id, reason: gone.reason }),
  });
  return (
    <>
      <Notice tone="warn" title={t(texts.voidTitle, { day: day(gone.on) })} acts={mayRecord && <Act busy={busy} onPress={() => void putBack()}>{t(texts.putBack)}</Act>}>{t(texts.voidReason, { reason: gone.reason })}</Notice>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
