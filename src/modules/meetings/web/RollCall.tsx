/** The roll of a meeting in session: one tap marks all present but those who work away, then single names are turned into absences. */
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { Section } from '../../../ui/Section.tsx';
import { nameApart } from '../meeting.namesakes.ts';
import type { LiveMeeting } from './live.meeting.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import type { RollEntry } from './meeting.words.ts';
import { Quorum } from './Quorum.tsx';
import { markingPresent, restOf, type RollRest } from './roll.rest.ts';
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
  const { unmarked, away, likely } = restOf(meeting);
  const all = markingPresent(meeting, likely, t(texts.allPresentDone, { count: number(likely.length) }));
  return (
    <Section title={t(texts.rollCall)}>
      <Quorum meeting={meeting} />
      {mayRecord && <p className={classes.hint}>{t(unmarked.length > 0 ? texts.rollHint : texts.rollHintMarked)}</p>}
      <div className={classes.tools} data-screen-only>
        {mayRecord && likely.length > 0 && <Act icon={<IconChecks size={20} aria-hidden />} onPress={() => void note(all)}>{t(unmarked.length === expected.length ? texts.allPresent : texts.restPresent)}</Act>}
        {meeting.roll.length > SEARCHED_FROM && <div className={classes.find}><SearchBox label={t(texts.findName)} value={sought} onChange={setSought} /></div>}
      </div>
      {mayRecord && likely.length === 0 && <AwayUnmarked away={away} />}
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

/** Whoever was marked with all the others is left out; who works away is to be marked one by one. */
export function AwayUnmarked({ away }: Pick<RollRest, 'away'>) {
  const { t, number } = useText();
  if (away.length === 0) return null;
  return <Notice tone="warn" title={t(texts.awayUnmarked, { count: number(away.length) })}>{t(texts.awayUnmarkedWho, { names: away.map(({ person }) => nameApart(person)).join(', ') })}</Notice>;
}

function Rows({ live, label, entries }: { readonly live: LiveMeeting; readonly label: string; readonly entries: readonly RollEntry[] }) {
  if (entries.length === 0) return null;
  return <ul className={classes.list} aria-label={label}>{entries.map((entry) => <li key={entry.person.id}><RollRow meetingId={live.meeting.id} mayRecord={live.mayRecord} note={live.note} entry={entry} /></li>)}</ul>;
}
