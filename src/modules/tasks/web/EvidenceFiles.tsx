/** Pictures and papers chosen one after the other, each seen and taken out again before it is sent. */
import { UnstyledButton } from '@mantine/core';
import { IconFile, IconPhoto, IconX } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { newId, type Id } from '../../../platform/ids.ts';
import { useText } from '../../../ui/language.tsx';
import { ACCEPTED_PAPERS } from '../../meetings/web/meeting.files.ts';
import { pageTexts as texts } from './task.page.messages.ts';
import classes from './EvidenceFiles.module.css';

export interface ChosenFile {
  /** Sent again it is the same file. */
  readonly id: Id<'taskFile'>;
  readonly file: File;
}

interface EvidenceFilesProps {
  readonly home: number;
  readonly files: readonly ChosenFile[];
  readonly onChange: (files: readonly ChosenFile[]) => void;
  readonly error: string | undefined;
}

export function EvidenceFiles({ home, files, onChange, error }: EvidenceFilesProps) {
  const { t } = useText();
  const id = useId();
  const add = (input: HTMLInputElement) => {
    onChange([...files, ...Array.from(input.files ?? [], (file) => ({ id: newId<'taskFile'>(home), file }))]);
    // The same one may be chosen again after it was taken out.
    input.value = '';
  };
  return (
    <div>
      {files.length > 0 && (
        <ul className={classes.chosen} aria-label={t(texts.evidence)}>
          {files.map(({ id: fileId, file }) => (
            <li key={fileId}>
              <Preview file={file} /><span className={classes.name}>{file.name}</span>
              <UnstyledButton className={classes.remove ?? ''} aria-label={t(texts.takeOut, { file: file.name })} onClick={() => onChange(files.filter((one) => one.id !== fileId))}><IconX size={20} aria-hidden /></UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <input id={id} type="file" multiple className={classes.input} accept={ACCEPTED_PAPERS} aria-describedby={error ? `${id}-error` : undefined} onChange={(event) => add(event.currentTarget)} />
      <label htmlFor={id} className={classes.label}><IconPhoto size={20} aria-hidden />{t(files.length > 0 ? texts.moreEvidence : texts.evidence)}</label>
      {error && <p id={`${id}-error`} className={classes.fault}>{error}</p>}
    </div>
  );
}

function Preview({ file }: { readonly file: File }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file.type.startsWith('image/')) return undefined;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url ? <img className={classes.preview} src={url} alt="" /> : <IconFile size={24} aria-hidden />;
}
