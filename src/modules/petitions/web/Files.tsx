/** Pictures and papers of a petition. Whoever adds one says that it bears no stamp of secrecy; a picture is drawn anew, without where it was taken. */
import { Checkbox } from '@mantine/core';
import { IconFileText, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { requestOf } from '../../../shell/request.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ACCEPTED_PAPERS, base64Of, shrunk } from '../../meetings/web/meeting.files.ts';
import { petitionContract } from '../petition.contract.ts';
import type { WholePetition } from '../petition.record.ts';
import { mostFiles } from '../petition.shapes.ts';
import { pageTexts as texts } from './petition.page.messages.ts';
import { usePetitionRecording } from './petition.recording.ts';
import { petitionsWeb } from './petitions.web.messages.ts';
import classes from './petitions.module.css';

const open = ['received', 'routed', 'accepted', 'reopened'];

export function Files({ petition: { id, files, hiddenFiles, may, state } }: { readonly petition: WholePetition }) {
  const { t, number } = useText();
  const [isAdding, setAdding] = useState(false);
  const { mutateAsync } = useRecording<unknown>(['petitions', 'events']);
  const mayAdd = may.includes('place') && open.includes(state);
  const count = files.length + hiddenFiles;
  if (count === 0 && !mayAdd) return null;
  return (
    <Section title={t(texts.files)} acts={mayAdd && count < mostFiles && <Act kind="quiet" onPress={() => setAdding(true)}>{t(texts.attach)}</Act>}>
      {files.length === 0 ? <p className={classes.soft}>{hiddenFiles > 0 ? t(texts.hiddenFiles, { count: number(hiddenFiles) }) : t(texts.noFiles)}</p> : (
        <ul className={classes.list}>
          {files.map((file) => (
            <li key={file.id} className={classes.row}>
              <a className={classes.open} href={requestOf(petitionContract.file, { id, fileId: file.id }).url} download>{file.mediaType.startsWith('image/') ? <IconPhoto size={20} aria-hidden /> : <IconFileText size={20} aria-hidden />} {file.name}</a>
              {mayAdd && <span data-screen-only><ConfirmAct label={t(texts.detach)} title={t(texts.detachTitle)} consequence={t(texts.detachWhy, { name: file.name })} confirm={t(texts.detach)} onConfirm={() => mutateAsync(() => call(petitionContract.detach, { id, fileId: file.id }))} /></span>}
            </li>
          ))}
        </ul>
      )}
      {isAdding && <AddSheet id={id} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function AddSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useText();
  const [file, setFile] = useState<File>();
  const [hasNoStamp, setNoStamp] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = usePetitionRecording<{ id: string }>({ onDone: onClose });
  const submit = async () => {
    setChecked(true);
    if (!file || !hasNoStamp) return;
    await record(async () => { const sent = await shrunk(file); return call(petitionContract.attach, { id, name: sent.name, base64: await base64Of(sent), hasNoSecrecyStamp: true }); }, { told: t(texts.attached), undo: ({ id: fileId }) => call(petitionContract.detach, { id, fileId }) });
  };
  const isMissing = isChecked && !file;
  return (
    <ActSheet title={t(texts.attach)} verb={t(petitionsWeb.save)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <input type="file" accept={ACCEPTED_PAPERS} aria-label={t(texts.files)} onChange={(event) => setFile(event.currentTarget.files?.[0])} />
      {(isMissing || fault('file')) && <p>{isMissing ? t(petitionsWeb.missing) : fault('file')}</p>}
      <Checkbox label={t(texts.noStamp)} checked={hasNoStamp} onChange={(event) => setNoStamp(event.currentTarget.checked)} error={isChecked && !hasNoStamp ? t(petitionsWeb.missing) : undefined} />
    </ActSheet>
  );
}
