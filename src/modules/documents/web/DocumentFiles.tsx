/** The files of a document. Whoever attaches one says that it bears no stamp of secrecy. */
import { IconFileText, IconPaperclip, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { requestOf } from '../../../shell/request.ts';
import { Act } from '../../../ui/Act.tsx';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { documentContract } from '../document.contract.ts';
import { mostFiles } from '../document.ts';
import { AttachSheet } from './AttachSheet.tsx';
import { pageTexts as texts } from './document.page.messages.ts';
import type { WholeDocument } from './document.words.ts';
import { useRereading } from './useRereading.ts';
import classes from './documents.module.css';

interface FilesProps {
  readonly document: WholeDocument;
  readonly mayRecord: boolean;
}

export function DocumentFiles({ document, mayRecord }: FilesProps) {
  const { t } = useText();
  const [isAdding, setAdding] = useState(false);
  const { files, isSecret } = document;
  const mayAttach = mayRecord && !isSecret && !document.void && files.length < mostFiles;
  useRereading({ isNeeded: files.some(({ isRead }) => !isRead) });
  return (
    <Section title={t(texts.files)} acts={mayAttach && <Act kind="quiet" icon={<IconPaperclip size={20} aria-hidden />} onPress={() => setAdding(true)}>{t(texts.attach)}</Act>}>
      {files.length === 0 && <p className={classes.soft}>{t(isSecret ? texts.filesSecret : texts.filesEmpty)}</p>}
      {files.length > 0 && <ul className={classes.list}>{files.map((file) => <li key={file.id}><FileRow documentId={document.id} file={file} mayDetach={mayRecord} /></li>)}</ul>}
      {isAdding && <AttachSheet documentId={document.id} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function FileRow({ documentId: id, file, mayDetach }: { readonly documentId: string; readonly file: WholeDocument['files'][number]; readonly mayDetach: boolean }) {
  const { t } = useText();
  const { mutateAsync } = useRecording<unknown>(['documents', 'events']);
  const Icon = file.mediaType.startsWith('image/') ? IconPhoto : IconFileText;
  const detach = () => mutateAsync(() => call(documentContract.detach, { id, fileId: file.id }));
  return (
    <div className={classes.row}>
      <a className={classes.fileName} href={requestOf(documentContract.file, { id, fileId: file.id }).url} download>
        <Icon size={20} aria-hidden />
        <span><span className={classes.fileNamed}>{file.name}</span><Size bytes={file.size} isRead={file.isRead} /></span>
      </a>
      {mayDetach && <span data-screen-only><ConfirmAct label={t(texts.remove)} title={t(texts.detachTitle)} consequence={t(texts.detachConsequence, { name: file.name })} confirm={t(texts.detachTitle)} onConfirm={detach} /></span>}
    </div>
  );
}

const KILOBYTE = 1024;

function Size({ bytes, isRead }: { readonly bytes: number; readonly isRead: boolean }) {
  const { t, number } = useText();
  const size = bytes < KILOBYTE * KILOBYTE ? t(texts.size, { size: number(Math.ceil(bytes / KILOBYTE)) }) : t(texts.megabytes, { size: number(Math.round((bytes * 10) / KILOBYTE / KILOBYTE) / 10) });
  return <span className={classes.small}>{isRead ? size : `${size} · ${t(texts.reading)}`}</span>;
}
