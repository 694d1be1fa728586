/** What who wrote a visit does with it: corrects, adds pictures, withdraws, puts back. */
import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { homeOf } from '../../../platform/ids.ts';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { base64Of, shrunk } from '../../meetings/web/meeting.files.ts';
import { EvidenceFiles, type ChosenFile } from '../../tasks/web/EvidenceFiles.tsx';
import { visitContract } from '../visit.contract.ts';
import type { VisitRecord } from '../visit.record.ts';
import { accountToSend, draftOf, type VisitDraft } from './visit.draft.ts';
import { pageTexts as texts } from './visit.page.messages.ts';
import { useVisitRecording } from './visit.recording.ts';
import { VisitFields } from './VisitFields.tsx';
import { visitForm } from './visits.web.messages.ts';

interface SheetProps {
  readonly visit: VisitRecord;
  readonly onClose: () => void;
}

export function VisitActs({ visit }: { readonly visit: VisitRecord }) {
  const { t } = useText();
  const [open, setOpen] = useState<'correct' | 'withdraw' | 'attach'>();
  const { busy, problem, record } = useVisitRecording();
  const close = () => setOpen(undefined);
  const mayWrite = visit.may.includes('correct');
  const mayPutBack = visit.may.includes('putBack');
  const putBack = () => record(() => call(visitContract.putBack, { id: visit.id }), { told: t(texts.isBack) });
  return (
    <>
      {mayWrite && !visit.isWithdrawn && <Act onPress={() => setOpen('correct')}>{t(texts.correct)}</Act>}
      {mayWrite && !visit.isWithdrawn && <Act onPress={() => setOpen('attach')}>{t(texts.addFile)}</Act>}
      {mayWrite && !visit.isWithdrawn && <Act kind="quiet" onPress={() => setOpen('withdraw')}>{t(texts.withdraw)}</Act>}
      {mayPutBack && visit.isWithdrawn && <Act kind="main" busy={busy} onPress={() => void putBack()}>{t(texts.putBack)}</Act>}
      <PrintButton />
      {problem && <ProblemNotice problem={problem} />}
      {open === 'correct' && <CorrectVisitSheet visit={visit} onClose={close} />}
      {open === 'withdraw' && <WithdrawSheet visit={visit} onClose={close} />}
      {open === 'attach' && <AttachSheet visit={visit} onClose={close} />}
    </>
  );
}

function CorrectVisitSheet({ visit, onClose }: SheetProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const [opened] = useState(visit);
  const [draft, setDraft] = useState<VisitDraft>(() => draftOf(opened));
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useVisitRecording({ onDone: onClose });
  const { id, version, meetingId } = opened;
  const submit = async () => {
    setChecked(true);
    const { kind } = draft;
    if (draft.on && kind) await record(() => call(visitContract.correct, { id, version, meetingId, ...accountToSend(draft, kind) }), { told: t(visitForm.corrected) });
  };
  return (
    <ActSheet title={t(visitForm.correctTitle)} verb={t(visitForm.save)} intro={opened.unit.name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <VisitFields draft={draft} onType={(change) => setDraft((before) => ({ ...before, ...change }))} today={today} isChecked={isChecked} fault={fault} isMoreOpen={opened.advice !== '' || opened.place !== ''} />
    </ActSheet>
  );
}

function WithdrawSheet({ visit, onClose }: SheetProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useVisitRecording({ onDone: onClose });
  const submit = async () => {
    setChecked(true);
    if (reason.trim()) await record(() => call(visitContract.withdraw, { id: visit.id, reason: reason.trim() }), { told: t(texts.withdrawn), ...(visit.may.includes('putBack') ? { undo: () => call(visitContract.putBack, { id: visit.id }) } : {}) });
  };
  return (
    <ActSheet title={t(texts.withdrawTitle)} verb={t(texts.withdraw)} intro={t(texts.withdrawIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.reason)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={300} autosize minRows={2} withAsterisk error={isChecked && !reason.trim() ? t(visitForm.missing) : fault('reason')} />
    </ActSheet>
  );
}

function AttachSheet({ visit, onClose }: SheetProps) {
  const { t } = useText();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [isOpenPaper, setOpenPaper] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useVisitRecording<unknown>({ onDone: onClose });
  const submit = async () => {
    setChecked(true);
    if (files.length === 0 || !isOpenPaper) return;
    const send = async () => {
      for (const { id: fileId, file } of files) {
        const small = await shrunk(file);
        await call(visitContract.attach, { id: visit.id, fileId, name: small.name, base64: await base64Of(small), hasNoSecrecyStamp: true });
      }
    };
    await record(async () => { await send(); return visit.id; }, { told: t(texts.attached) });
  };
  return (
    <ActSheet title={t(texts.addFile)} verb={t(visitForm.save)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <EvidenceFiles home={homeOf(visit.id)} files={files} onChange={setFiles} error={isChecked && files.length === 0 ? t(visitForm.missing) : fault('file')} />
      {files.length > 0 && <Checkbox size="md" label={t(visitForm.noSecret)} checked={isOpenPaper} onChange={(event) => setOpenPaper(event.currentTarget.checked)} error={isChecked && !isOpenPaper ? t(visitForm.noSecretMissing) : undefined} />}
    </ActSheet>
  );
}
