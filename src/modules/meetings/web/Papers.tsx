/** The papers of a meeting, and the photo of its sign-in sheet. Whoever sends one says that it bears no secrecy stamp. */
import { Checkbox } from '@mantine/core';
import { IconFile, IconPaperclip, IconPhoto } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { call } from '../../../shell/api.ts';
import { requestOf } from '../../../shell/request.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { addDays, day as asDay } from '../../../platform/day.ts';
import { meetingContract } from '../meeting.contract.ts';
import { Cited } from './Cited.tsx';
import { useNoting, type LiveMeeting } from './live.meeting.ts';
import { ACCEPTED_PAPERS, base64Of, shrunk } from './meeting.files.ts';
import { openTexts } from './meeting.open.messages.ts';
import { pageTexts as texts } from './meeting.page.messages.ts';
import { pieceId } from './pieces.ts';
import { ruleOf, type WholeMeeting } from './meeting.words.ts';
import classes from './meetings.module.css';

type Kind = WholeMeeting['files'][number]['kind'];

export function Papers({ live }: { readonly live: LiveMeeting }) {
  const { t, day } = useText();
  const [adding, setAdding] = useState<Kind>();
  const { meeting } = live;
  const mayAdd = live.mayRecord && meeting.state !== 'adopted';
  const ahead = ruleOf(meeting, 'meeting.papersLeadDays');
  const isBefore = meeting.state === 'planned' || meeting.state === 'invited';
  return (
    <Section
      title={t(texts.papers)}
      acts={mayAdd && (
        <>
          <Act kind="quiet" icon={<IconPaperclip size={20} aria-hidden />} onPress={() => setAdding('paper')}>{t(texts.attach)}</Act>
          {!isBefore && <Act kind="quiet" icon={<IconPhoto size={20} aria-hidden />} onPress={() => setAdding('sign_in_sheet')}>{t(openTexts.photo)}</Act>}
        </>
      )}
    >
      {isBefore && ahead && <p className={classes.within}>{t(texts.papersAhead, { day: day(addDays(asDay(meeting.on), -ahead.value)) })} <Cited citation={ahead} /></p>}
      {meeting.files.length === 0 && <p className={classes.soft}>{t(texts.papersEmpty)}</p>}
      {meeting.files.length > 0 && <ul className={classes.list}>{meeting.files.map((file) => <li key={file.id}><Paper live={live} file={file} mayDetach={mayAdd} /></li>)}</ul>}
      {adding && <AttachSheet live={live} kind={adding} onClose={() => setAdding(undefined)} />}
    </Section>
  );
}

function Paper({ live: { meeting, note }, file, mayDetach }: { readonly live: LiveMeeting; readonly file: WholeMeeting['files'][number]; readonly mayDetach: boolean }) {
  const { t, number } = useText();
  const { url } = requestOf(meetingContract.file, { id: meeting.id, fileId: file.id });
  const Icon = file.kind === 'paper' ? IconFile : IconPhoto;
  const detach = async () => {
    if (!(await note({ send: () => call(meetingContract.detach, { id: meeting.id, fileId: file.id }) }))) throw new Error('not detached');
  };
  return (
    <div className={classes.row}>
      <a className={classes.fileName} href={url} download={file.base64 === undefined ? true : file.name} onClick={(event) => openWaiting(event.currentTarget, file)}><Icon size={20} aria-hidden /><span>{file.name}<span className={classes.small}>{file.kind === 'sign_in_sheet' ? `${t(openTexts.photo)} · ` : ''}{t(texts.size, { size: number(Math.ceil(file.size / 1024)) })}</span></span></a>
      {mayDetach && <span data-screen-only><ConfirmAct label={t(texts.remove)} title={t(texts.detach)} consequence={t(texts.detachConsequence, { name: file.name })} confirm={t(texts.detach)} onConfirm={detach} /></span>}
    </div>
  );
}

/** What is not sent yet is opened from the phone. */
function openWaiting(link: HTMLAnchorElement, { base64, mediaType }: WholeMeeting['files'][number]): void {
  if (base64 !== undefined) link.href = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: mediaType }));
}

function AttachSheet({ live, kind, onClose }: { readonly live: LiveMeeting; readonly kind: Kind; readonly onClose: () => void }) {
  const { meeting, problem } = live;
  const { note, isSending } = useNoting(live);
  const { t } = useText();
  const [file, setFile] = useState<File>();
  const [isOpenPaper, setOpenPaper] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [fileId] = useState(() => pieceId<'meetingFile'>(meeting));
  const { id } = meeting;
  const submit = async () => {
    setChecked(true);
    if (!file || !isOpenPaper) return;
    const send = async () => {
      const small = await shrunk(file);
      return call(meetingContract.attach, { id, fileId, kind, name: small.name, base64: await base64Of(small), hasNoSecrecyStamp: true });
    };
    if (await note({ send, told: t(texts.attached, { name: file.name }), undo: () => call(meetingContract.detach, { id, fileId }) })) onClose();
  };
  const title = t(kind === 'paper' ? texts.attach : openTexts.photo);
  return (
    <ActSheet title={title} verb={t(texts.save)} intro={t(texts.attachIntro)} onSubmit={() => void submit()} onClose={onClose} busy={isSending} problem={problem}>
      <FileField label={t(kind === 'paper' ? texts.chooseFile : openTexts.takePhoto)} isPhoto={kind === 'sign_in_sheet'} file={file} onChoose={setFile} error={isChecked && !file ? t(texts.fileMissing) : undefined} />
      <Checkbox size="md" label={t(texts.noSecret)} checked={isOpenPaper} onChange={(event) => setOpenPaper(event.currentTarget.checked)} error={isChecked && !isOpenPaper ? t(texts.noSecretMissing) : undefined} />
    </ActSheet>
  );
}

interface FileFieldProps {
  readonly label: string;
  readonly isPhoto: boolean;
  readonly file: File | undefined;
  readonly onChoose: (file: File | undefined) => void;
  readonly error: string | undefined;
}

function FileField({ label, isPhoto, file, onChoose, error }: FileFieldProps) {
  const id = useId();
  return (
    <div>
      <input id={id} type="file" className={classes.fileInput} accept={isPhoto ? 'image/*' : ACCEPTED_PAPERS} {...(isPhoto ? { capture: 'environment' } : {})} aria-describedby={error ? `${id}-error` : undefined} onChange={(event) => onChoose(event.currentTarget.files?.[0])} />
      <label htmlFor={id} className={classes.fileLabel}>{isPhoto ? <IconPhoto size={20} aria-hidden /> : <IconPaperclip size={20} aria-hidden />}{file?.name ?? label}</label>
      {error && <p id={`${id}-error`} className={classes.fault}>{error}</p>}
    </div>
  );
}
