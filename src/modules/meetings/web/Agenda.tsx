/** The points of a meeting. Before it they are added, reworded, put in order; while it is held they are ticked off. */
import { Checkbox, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { meetingContract } from '../meeting.contract.ts';
import type { AgendaItem } from '../meeting.ts';
import type { LiveMeeting } from './live.meeting.ts';
import { guessOrder } from './meeting.guess.ts';
import { openTexts } from './meeting.open.messages.ts';
import { pageTexts as texts } from './meeting.page.messages.ts';
import { pieceId, putting, removing } from './pieces.ts';
import classes from './meetings.module.css';

export function Agenda({ live }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const { meeting, mayRecord } = live;
  const isOpen = meeting.state === 'open';
  const undone = meeting.agenda.filter(({ isDone }) => !isDone);
  const doAll = () => { for (const item of undone) void live.note(putting(meeting, { part: 'agenda', item: { ...item, isDone: true } })); };
  return (
    <Section title={t(texts.agenda)} acts={isOpen && mayRecord && undone.length > 1 && <Act kind="quiet" onPress={doAll}>{t(openTexts.allDone)}</Act>}>
      {meeting.agenda.length === 0 && <p className={classes.soft}>{t(texts.agendaEmpty)}</p>}
      {meeting.agenda.length > 0 && (
        <ol className={classes.list} aria-label={t(texts.agenda)}>
          {meeting.agenda.map((item, at) => <li key={item.id}>{isOpen ? <Tick live={live} item={item} /> : <Point live={live} item={item} at={at} />}</li>)}
        </ol>
      )}
      {mayRecord && <AddPoint live={live} />}
    </Section>
  );
}

function Tick({ live: { meeting, mayRecord, note }, item }: { readonly live: LiveMeeting; readonly item: AgendaItem }) {
  return (
    <div className={classes.row}>
      <Checkbox className={classes.rowWords ?? ''} size="md" label={item.title} checked={item.isDone} disabled={!mayRecord} onChange={(event) => void note(putting(meeting, { part: 'agenda', item: { ...item, isDone: event.currentTarget.checked } }))} />
    </div>
  );
}

function Point({ live: { meeting, mayRecord, note }, item, at }: { readonly live: LiveMeeting; readonly item: AgendaItem; readonly at: number }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const [isEdited, setEdited] = useState(false);
  const move = (by: number) => {
    const ids = meeting.agenda.map(({ id }) => id);
    const order = ids.toSpliced(at, 1).toSpliced(at + by, 0, item.id);
    void note({ send: () => call(meetingContract.arrange, { id: meeting.id, itemIds: order, seen: ids }), guess: guessOrder(order) });
  };
  const save = (title: string) => {
    setEdited(false);
    if (title && title !== item.title) void note(putting(meeting, { part: 'agenda', item: { ...item, title } }));
  };
  const words = `${at + 1}. ${item.title}`;
  if (!mayRecord) return <div className={classes.row}>{words}</div>;
  if (isEdited) return <PointField label={t(texts.point)} initial={item.title} onSave={save} onClose={() => setEdited(false)} />;
  return (
    <>
      <UnstyledButton className={classes.unfold ?? ''} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}><span>{words}</span><IconChevronDown className={classes.chevron} size={18} aria-hidden /></UnstyledButton>
      {isOpen && (
        <div className={classes.pointActs}>
          <Act icon={<IconArrowUp size={20} aria-hidden />} disabled={at === 0} onPress={() => move(-1)}>{t(texts.up)}</Act>
          <Act icon={<IconArrowDown size={20} aria-hidden />} disabled={at === meeting.agenda.length - 1} onPress={() => move(1)}>{t(texts.down)}</Act>
          <Act onPress={() => setEdited(true)}>{t(texts.edit)}</Act>
          <Act onPress={() => void note(removing(meeting, { part: 'agenda', itemId: item.id, told: t(texts.removed, { text: item.title }) }))}>{t(texts.remove)}</Act>
        </div>
      )}
    </>
  );
}

function AddPoint({ live: { meeting, note } }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const add = (title: string) => {
    if (title) void note(putting(meeting, { part: 'agenda', item: { id: pieceId(meeting), title, isDone: false } }));
    setOpen(false);
  };
  if (!isOpen) return <div className={classes.addRow}><Act kind="quiet" icon={<IconPlus size={20} aria-hidden />} onPress={() => setOpen(true)}>{t(texts.addPoint)}</Act></div>;
  return <div className={classes.inset}><PointField label={t(texts.addPoint)} initial="" onSave={add} onClose={() => setOpen(false)} /></div>;
}

function PointField({ label, initial, onSave, onClose }: { readonly label: string; readonly initial: string; readonly onSave: (title: string) => void; readonly onClose: () => void }) {
  const { t } = useText();
  const [title, setTitle] = useState(initial);
  const submit = (event: FormEvent) => { event.preventDefault(); onSave(title.trim()); };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput label={label} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={300} autoFocus />
      <div className={classes.acts}><Act submit>{t(texts.save)}</Act><Act kind="quiet" onPress={onClose}>{t(uiMessages.cancel)}</Act></div>
    </form>
  );
}
