/** Attaches one file to a document. */
import { Checkbox } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { ACCEPTED_PAPERS, base64Of, shrunk } from '../../meetings/web/meeting.files.ts';
import { documentContract } from '../document.contract.ts';
import { pageTexts as texts } from './document.page.messages.ts';
import { useDocumentRecording } from './document.recording.ts';
import { documentsWeb } from './documents.web.messages.ts';
import classes from './documents.module.css';

/** The server takes no more. */
const MOST_BYTES = 20 * 1024 * 1024;

export function AttachSheet({ documentId: id, onClose }: { readonly documentId: string; readonly onClose: () => void }) {
  const { t } = useText();
  const [file, setFile] = useState<File>();
  const [isOpenPaper, setOpenPaper] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useDocumentRecording<{ readonly id: string }>({ onDone: onClose });
  const isTooLarge = file !== undefined && !file.type.startsWith('image/') && file.size > MOST_BYTES;

  const submit = async () => {
    setChecked(true);
    if (!file || isTooLarge || !isOpenPaper) return;
    const send = async () => {
      const small = await shrunk(file);
      return call(documentContract.attach, { id, name: small.name, base64: await base64Of(small), hasNoSecrecyStamp: true });
    };
    await record(send, { told: t(texts.attached, { name: file.name }), undo: ({ id: fileId }) => call(documentContract.detach, { id, fileId }) });
  };

  const fault = isTooLarge ? t(texts.fileTooLarge) : isChecked && !file ? t(texts.fileMissing) : undefined;
  return (
    <ActSheet title={t(texts.attach)} verb={t(documentsWeb.save)} intro={t(texts.attachIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <FileField file={file} onChoose={setFile} error={fault} />
      <Checkbox size="md" label={t(texts.noSecret)} checked={isOpenPaper} onChange={(event) => setOpenPaper(event.currentTarget.checked)} error={isChecked && !isOpenPaper ? t(texts.noSecretMissing) : undefined} />
    </ActSheet>
  );
}

function FileField({ file, onChoose, error }: { readonly file: File | undefined; readonly onChoose: (file: File | undefined) => void; readonly error: string | undefined }) {
  const { t } = useText();
  const id = useId();
  return (
    <div>
      <input id={id} type="file" className={classes.fileInput} accept={ACCEPTED_PAPERS} aria-describedby={error ? `${id}-error` : undefined} onChange={(event) => onChoose(event.currentTarget.files?.[0])} />
      <label htmlFor={id} className={classes.fileLabel}><IconPaperclip size={20} aria-hidden />{file?.name ?? t(texts.chooseFile)}</label>
      {error && <p id={`${id}-error`} className={classes.fault}>{error}</p>}
    </div>
  );
}
