/** Choosing the files and the name under which their refs are remembered. */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload, IconX } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { importTexts } from '../imports.web.messages.ts';
import { ACCEPTED, addFiles, filesFault, usualSource } from './import.files.ts';
import classes from './imports.module.css';

export function FilesStep({ onSend }: { readonly onSend: (files: readonly File[], source: string) => void }) {
  const { t } = useText();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [typed, setTyped] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const source = typed ?? usualSource(files);
  const fault = filesFault(files);
  const send = () => {
    setMissing(source.trim() === '');
    if (source.trim() !== '' && !fault) onSend(files, source.trim());
  };
  return (
    <form className={classes.form} noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
      <DropZone hasFiles={files.length > 0} onFiles={(added) => setFiles((before) => addFiles(before, added))} />
      {files.length > 0 && <Chosen files={files} onDrop={(name) => setFiles(files.filter((file) => file.name !== name))} />}
      {fault && <Notice tone="error">{t(importTexts[fault])}</Notice>}
      {files.length > 0 && (
        <>
          <TextInput
            label={t(importTexts.source)} description={t(importTexts.sourceHint)} value={source} maxLength={100} required autoComplete="off"
            error={isMissing && source.trim() === '' ? t(importTexts.sourceMissing) : undefined} onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div><Act kind="main" submit disabled={fault !== undefined}>{t(importTexts.check)}</Act></div>
        </>
      )}
    </form>
  );
}

function DropZone({ hasFiles, onFiles }: { readonly hasFiles: boolean; readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div className={classes.drop} data-over={isOver || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <IconUpload size={32} aria-hidden className={classes.dropIcon ?? ''} />
      <p className={classes.dropTitle}>{t(importTexts.drop)}</p>
      <p className={classes.soft}>{t(importTexts.dropHint)}</p>
      <input
        ref={picker} type="file" multiple accept={ACCEPTED} className={classes.picker} tabIndex={-1} aria-hidden
        onChange={(event) => { onFiles([...(event.currentTarget.files ?? [])]); event.currentTarget.value = ''; }}
      />
      <Act kind={hasFiles ? 'plain' : 'main'} onPress={() => picker.current?.click()}>{t(hasFiles ? importTexts.chooseOthers : importTexts.choose)}</Act>
    </div>
  );
}

function Chosen({ files, onDrop }: { readonly files: readonly File[]; readonly onDrop: (name: string) => void }) {
  const { t, number } = useText();
  return (
    <ul className={classes.files} aria-label={t(importTexts.chosen)}>
      {files.map(({ name, size }) => (
        <li key={name} className={classes.file}>
          <IconFileSpreadsheet size={22} aria-hidden />
          <span className={classes.fileName}>{name}</span>
          <span className={classes.soft}>{t(importTexts.size, { size: number(Math.max(1, Math.round(size / 1024))) })}</span>
          <ActionIcon variant="subtle" color="ink" size="xl" aria-label={t(importTexts.drop1, { name })} onClick={() => onDrop(name)}><IconX size={20} aria-hidden /></ActionIcon>
        </li>
      ))}
    </ul>
  );
}
