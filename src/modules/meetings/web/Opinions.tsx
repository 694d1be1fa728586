/** What was said, to which point and by whom as far as that is wished. */
import { Select, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Opinion } from '../meeting.ts';
import { nameApart } from '../meeting.namesakes.ts';
import { IconAct } from './IconAct.tsx';
import type { LiveMeeting } from './live.meeting.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import type { WholeMeeting } from './meeting.words.ts';
import { AddPiece, PieceForm } from './PieceForm.tsx';
import { pieceId, putting, removing } from './pieces.ts';
import { RollSelect } from './RollSelect.tsx';
import classes from './meetings.module.css';

export function Opinions({ live }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const { meeting, mayRecord, note } = live;
  const mayNote = mayRecord && meeting.state === 'open';
  return (
    <Section title={t(texts.opinions)}>
      {meeting.opinions.length === 0 && <p className={classes.soft}>{t(texts.opinionsEmpty)}</p>}
      {meeting.opinions.length > 0 && (
        <ul className={classes.list}>
          {meeting.opinions.map((opinion) => (
            <li key={opinion.id}>
              <div className={classes.row}>
                <span className={classes.rowWords}>{opinion.text}<span className={classes.small}>{besideOf(opinion, meeting).join(' · ')}</span></span>
                {mayNote && <IconAct icon={IconX} label={`${t(texts.remove)}: ${opinion.text}`} onPress={() => void note(removing(meeting, { part: 'opinions', itemId: opinion.id, told: t(texts.removed, { text: opinion.text }) }))} />}
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayNote && <AddPiece label={t(texts.addOpinion)} form={(close) => <OpinionForm live={live} onClose={close} />} />}
    </Section>
  );
}

function besideOf({ personId, itemId }: Opinion, { roll, agenda }: WholeMeeting): readonly string[] {
  const speaker = roll.find(({ person }) => person.id === personId)?.person;
  const point = agenda.find(({ id }) => id === itemId)?.title;
  return [speaker && nameApart(speaker), point].filter((one) => one !== undefined);
}

function OpinionForm({ live: { meeting, note }, onClose }: { readonly live: LiveMeeting; readonly onClose: () => void }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [personId, setPerson] = useState<Opinion['personId']>(null);
  const [itemId, setItem] = useState<Opinion['itemId']>(null);
  const [isChecked, setChecked] = useState(false);
  const submit = async () => {
    setChecked(true);
    if (!text.trim()) return;
    if (await note(putting(meeting, { part: 'opinions', item: { id: pieceId(meeting), text: text.trim(), personId, itemId } }))) onClose();
  };
  return (
    <PieceForm onSubmit={submit} onClose={onClose}>
      <Textarea label={t(texts.opinion)} value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={2000} autosize minRows={3} withAsterisk autoFocus error={isChecked && !text.trim() ? t(texts.missing) : undefined} />
      <RollSelect label={t(texts.speaker)} description={t(texts.speakerHint)} roll={meeting.roll} value={personId} onChange={setPerson} />
      <Select label={t(texts.aboutPoint)} clearable value={itemId} data={meeting.agenda.map(({ id, title }) => ({ value: id, label: title }))} onChange={(id) => setItem(meeting.agenda.find((item) => item.id === id)?.id ?? null)} />
    </PieceForm>
  );
}
