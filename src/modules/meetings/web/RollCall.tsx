/** The roll of a meeting in session: one tap marks all present, then single names are turned into absences. */
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { Section } from '../../../ui/Section.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { guessMarks } from './meeting.guess.ts';
import type { LiveMeeting, Step } from './live.meeting.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import type { RollEntry, WholeMeeting } from './meeting.words.ts';
import { Quorum } from './Quorum.tsx';
import { RollRow } from './RollRow.tsx';
import classes from './RollCall.module.css';
import pageClasses from './meetings.module.css';

/** A shorter roll is in sight at once. */
export const SEARCHED_FROM = 15;

export function RollCall({ live }: { readonly live: LiveMeeting }) {
  const { t, number } = useText();
  const [sought, setSought] = useState('');
  const { meeting, mayRecord, note } = live;
  const expected = meeting.roll.filter(({ basis }) => basis === 'expected');
  const others = meeting.roll.filter(({ basis }) => basis !== 'expected');
  const shown = (entries: readonly RollEntry[]) => entries.filter(({ person }) => foldVietnamese(person.fullName).includes(foldVietnamese(sought)));
  const unmarked = expected.filter(({ mark }) => mark === null);
  const all = markingRest(meeting, unmarked, t(texts.allPresentDone, { count: number(unmarked.length) }));
  return (
    <Section title={t(texts.rollCall)}>
      <Quorum meeting={meeting} />
      {mayRecord && <p className={classes.hint}>{t(unmarked.length > 0 ? texts.rollHint : texts.rollHintMarked)}</p>}
      <div className={classes.tools} data-screen-only>
        {mayRecord && unmarked.length > 0 && <Act icon={<IconChecks size={20} aria-hidden />} onPress={() => void note(all)}>{t(unmarked.length === expected.length ? texts.allPresent : texts.restPresent)}</Act>}
        {meeting.roll.length > SEARCHED_FROM && <div className={classes.find}><SearchBox label={t(texts.findName)} value={sought} onChange={setSought} /></div>}
      </div>
      {sought !== '' && shown(meeting.roll).length === 0 && <p className={classes.none}>{t(texts.nobodyFound)}</p>}
      <Rows live={live} label={t(texts.rollCall)} entries={shown(expected)} />
      {shown(others).length > 0 && (
        <details className={pageClasses.folded} open={sought !== ''}>
          <summary>{t(texts.notExpected, { count: number(others.length) })}</summary>
          <p className={pageClasses.soft}>{t(texts.notExpectedHint)}</p>
          <Rows live={live} label={t(texts.notExpected, { count: number(others.length) })} entries={shown(others)} />
        </details>
      )}
    </Section>
  );
}

function Rows({ live, label, entries }: { readonly live: LiveMeeting; readonly label: string; readonly entries: readonly RollEntry[] }) {
  if (entries.length === 0) return null;
  return <ul className={classes.list} aria-label={label}>{entries.map((entry) => <li key={entry.person.id}><RollRow meetingId={live.meeting.id} mayRecord={live.mayRecord} note={live.note} entry={entry} /></li>)}</ul>;
}

/** Everybody expected without a mark becomes present: each by name, so that whom another has marked absent meanwhile is told. */
export function markingRest({ id }: WholeMeeting, unmarked: readonly RollEntry[], told: string): Step {
  const unseen = { mark: null, reason: null };
  const there = { mark: 'present', reason: null } as const;
  const marks = unmarked.map(({ person }) => ({ personId: person.id, ...there, seen: unseen }));
  const back = unmarked.map(({ person }) => ({ personId: person.id, ...unseen, seen: there }));
  return { send: () => call(meetingContract.mark, { id, marks }), guess: guessMarks({ marks, rest: null }), told, undo: () => call(meetingContract.mark, { id, marks: back }) };
}
