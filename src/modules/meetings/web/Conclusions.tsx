/** What was concluded. With a name or a day it becomes a task when the meeting is closed. */
import { Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { addDays, day as asDay, isDay } from '../../../platform/day.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Conclusion } from '../meeting.ts';
import { nameApart } from '../meeting.namesakes.ts';
import { ChoiceChips } from './ChoiceChips.tsx';
import { IconAct } from './IconAct.tsx';
import type { LiveMeeting } from './live.meeting.ts';
import { lastOfMonth } from './meeting.days.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import type { WholeMeeting } from './meeting.words.ts';
import { AddPiece, PieceForm } from './PieceForm.tsx';
import { pieceId, putting, removing } from './pieces.ts';
import { RollSelect } from './RollSelect.tsx';
import { TaskMark } from './TaskMark.tsx';
import { sessionWords } from './session.words.ts';
import classes from './meetings.module.css';

export function Conclusions({ live }: { readonly live: LiveMeeting }) {
  const { t, day } = useText();
  const { meeting, mayRecord, note } = live;
  const mayNote = mayRecord && meeting.state === 'open';
  return (
    <Section title={t(texts.conclusions)} {...(mayNote ? { description: t(sessionWords(meeting).becomesTask) } : {})}>
      {meeting.conclusions.length === 0 && <p className={classes.soft}>{t(texts.conclusionsEmpty)}</p>}
      {meeting.conclusions.length > 0 && (
        <ul className={classes.list}>
          {meeting.conclusions.map((one) => (
            <li key={one.id}>
              <div className={classes.row}>
                <span className={classes.rowWords}>{one.text}<span className={classes.small}>{[ownerOf(one, meeting), one.dueOn && t(texts.due, { day: day(one.dueOn) })].filter(Boolean).join(' · ')}</span></span>
                <TaskMark state={one.state} />
                {mayNote && <IconAct icon={IconX} label={`${t(texts.remove)}: ${one.text}`} onPress={() => void note(removing(meeting, { part: 'conclusions', itemId: one.id, told: t(texts.removed, { text: one.text }) }))} />}
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayNote && <AddPiece label={t(texts.addConclusion)} form={(close) => <ConclusionForm live={live} onClose={close} />} />}
    </Section>
  );
}

/** Told apart where another of the roll bears the name. */
function ownerOf({ ownerId, owner }: WholeMeeting['conclusions'][number], { roll }: WholeMeeting): string | null {
  const known = roll.find(({ person }) => person.id === ownerId)?.person;
  return known ? nameApart(known) : owner;
}

type Due = 'week' | 'month' | 'other' | 'none';

function ConclusionForm({ live: { meeting, note }, onClose }: { readonly live: LiveMeeting; readonly onClose: () => void }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [ownerId, setOwner] = useState<Conclusion['ownerId']>(null);
  const [due, setDue] = useState<Due>('none');
  const [chosen, setChosen] = useState<string>();
  const [isChecked, setChecked] = useState(false);
  const dueOn = dueDay(due, { on: asDay(meeting.on), chosen });
  const submit = async () => {
    setChecked(true);
    if (!text.trim() || (due === 'other' && !dueOn)) return;
    if (await note(putting(meeting, { part: 'conclusions', item: { id: pieceId(meeting), text: text.trim(), ownerId, dueOn } }))) onClose();
  };
  const choices = [{ value: 'week', label: t(texts.inAWeek) }, { value: 'month', label: t(texts.monthEnd) }, { value: 'other', label: t(texts.chooseDay) }, { value: 'none', label: t(texts.noDay) }] as const;
  return (
    <PieceForm onSubmit={submit} onClose={onClose}>
      <Textarea label={t(texts.conclusion)} value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={1000} autosize minRows={3} withAsterisk autoFocus error={isChecked && !text.trim() ? t(texts.missing) : undefined} />
      <RollSelect label={t(texts.owner)} description={t(texts.ownerHint)} roll={meeting.roll} value={ownerId} onChange={setOwner} />
      <ChoiceChips label={t(texts.dueOn)} value={due} options={choices} onChoose={setDue} />
      {due === 'other' && <DayInput label={t(texts.dueDay)} value={chosen} onChange={setChosen} least={meeting.on} required error={isChecked && !dueOn ? t(texts.missing) : undefined} />}
    </PieceForm>
  );
}

/** Counted from the day of the meeting. */
function dueDay(due: Due, { on, chosen }: { readonly on: ReturnType<typeof asDay>; readonly chosen: string | undefined }): Conclusion['dueOn'] {
  if (due === 'week') return addDays(on, 7);
  if (due === 'month') return lastOfMonth(on);
  return due === 'other' && chosen && isDay(chosen) ? chosen : null;
}
