/** Minutes to read: as they stand, with what was added since; on paper and for Word. Adopted ones only ever grow. */
import { Textarea } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { requestOf } from '../../../shell/request.ts';
import { Act } from '../../../ui/Act.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { useText } from '../../../ui/language.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { titleOf } from '../meeting.layout.ts';
import type { LiveMeeting } from './live.meeting.ts';
import type { WholeMeeting } from './meeting.words.ts';
import { heldTexts as texts } from './meeting.held.messages.ts';
import { MinutesPrint } from './MinutesPrint.tsx';
import classes from './meetings.module.css';

export function AdoptedMinutes({ live }: { readonly live: LiveMeeting }) {
  const { t, day } = useText();
  const { meeting, mayRecord } = live;
  const isAdopted = meeting.state === 'adopted';
  return (
    <Section title={t(texts.minutes)} {...(meeting.adoptedOn ? { description: t(texts.adoptedOn, { day: day(meeting.adoptedOn) }) } : {})}>
      {meeting.text === null ? <EmptyState title={t(texts.noMinutes)} why={t(texts.noMinutesWhy)} /> : <Paper meeting={meeting} text={meeting.text} />}
      {isAdopted && mayRecord && <Append live={live} />}
    </Section>
  );
}

function Paper({ meeting, text }: { readonly meeting: WholeMeeting; readonly text: string }) {
  const { t } = useText();
  const { id, unit, parent, on, additions } = meeting;
  return (
    <>
      <div className={classes.paperActs} data-screen-only>
        <a className={classes.fileLabel} href={requestOf(meetingContract.minutesFile, { id }).url} download><IconFileTypeDocx size={20} aria-hidden />{t(texts.word)}</a>
        <PrintButton />
      </div>
      <MinutesPrint unit={unit.name} parent={parent} on={on} title={titleOf(meeting, unit.name)} text={text} additions={additions} writer={meeting.writer?.name ?? null} chair={meeting.chair?.name ?? null} isDraft={meeting.state !== 'adopted'} />
    </>
  );
}

function Append({ live: { meeting: { id }, note } }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const append = async () => {
    if (!(await note({ send: () => call(meetingContract.append, { id, text: text.trim() }), told: t(texts.appended) }))) throw new Error('nothing was added');
    setText('');
    setOpen(false);
  };
  if (!isOpen) return <div className={classes.addRow} data-screen-only><Act onPress={() => setOpen(true)}>{t(texts.append)}</Act></div>;
  return (
    <div className={classes.inset} data-screen-only>
      <Textarea label={t(texts.addition)} description={t(texts.additionHint)} value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={2000} autosize minRows={3} autoFocus />
      <div><ConfirmAct label={t(texts.append)} title={t(texts.append)} consequence={<p className={classes.text}>{text}</p>} confirm={t(texts.append)} onConfirm={append} disabled={!text.trim()} /></div>
    </div>
  );
}
