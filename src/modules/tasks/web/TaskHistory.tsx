/** What was done about a task, the latest first, with its evidence. What is not sent yet opens from the phone. */
import { IconFile, IconPhoto } from '@tabler/icons-react';
import { requestOf } from '../../../shell/request.ts';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { taskContract } from '../task.contract.ts';
import type { TaskRecord } from '../task.record.ts';
import { actNames, pageTexts as texts } from './task.page.messages.ts';
import { useFigures } from './useFigures.ts';
import classes from './TaskPage.module.css';

type Entry = TaskRecord['entries'][number];

export function TaskHistory({ task }: { readonly task: TaskRecord }) {
  const { t, day } = useText();
  const { origin, askedBy } = task;
  const entries = task.entries.toReversed().map((entry) => ({ id: entry.id, when: day(entry.on), title: <ActWords entry={entry} />, detail: <Detail task={task} entry={entry} /> }));
  const given = { id: 'given', when: day(origin.on), title: t(texts.wasGiven), detail: askedBy.name };
  return <Section title={t(texts.history)}><Timeline label={t(texts.history)} entries={[...entries, given]} /></Section>;
}

function ActWords({ entry: { act, progress } }: { readonly entry: Entry }) {
  const { t, number } = useText();
  const name = actNames[act as keyof typeof actNames];
  return <>{name ? t(name) : act}{progress === null ? '' : `: ${number(progress)}%`}</>;
}

function Detail({ task, entry: { on, recordedOn, note, figure, by, files } }: { readonly task: TaskRecord; readonly entry: Entry }) {
  const { t, day, number } = useText();
  const figures = useFigures(figure !== null);
  const named = figure && figures.find(({ id }) => id === figure.id);
  return (
    <>
      {note && <p className={classes.note}>{note}</p>}
      {figure && <p>{named ? t(named.title) : figure.id}: {number(figure.value)}{named?.isShare ? '%' : ''}</p>}
      {files.length > 0 && <ul className={classes.files}>{files.map((file) => <li key={file.id}><FileLink task={task} file={file} /></li>)}</ul>}
      {[by, recordedOn !== on && t(texts.recordedOn, { day: day(recordedOn) })].filter(Boolean).join(' · ')}
    </>
  );
}

function FileLink({ task: { id }, file }: { readonly task: TaskRecord; readonly file: Entry['files'][number] }) {
  const { url } = requestOf(taskContract.file, { id, fileId: file.id });
  const Icon = file.mediaType.startsWith('image/') ? IconPhoto : IconFile;
  return <a className={classes.file} href={url} download={file.base64 === undefined ? true : file.name} onClick={(event) => openWaiting(event.currentTarget, file)}><Icon size={20} aria-hidden />{file.name}</a>;
}

function openWaiting(link: HTMLAnchorElement, { base64, mediaType }: Entry['files'][number]): void {
  if (base64 !== undefined) link.href = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: mediaType }));
}
