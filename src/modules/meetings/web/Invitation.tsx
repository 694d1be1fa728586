/** Calling the meeting: recorded as called, on paper, in the calendar; and what people answered. */
import { IconCalendarDown } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { requestOf } from '../../../shell/request.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { nameApart } from '../meeting.namesakes.ts';
import { AnswerRow } from './AnswerRow.tsx';
import { useNoting, type LiveMeeting } from './live.meeting.ts';
import { pageTexts as texts } from './meeting.page.messages.ts';
import type { WholeMeeting } from './meeting.words.ts';
import { SEARCHED_FROM } from './RollCall.tsx';
import { PrintNotice } from './PrintNotice.tsx';
import rollClasses from './RollCall.module.css';
import classes from './meetings.module.css';

export function Invitation({ live }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const { meeting, mayRecord } = live;
  const { note, isSending } = useNoting(live);
  const { id } = meeting;
  const isInvited = meeting.state === 'invited';
  const invite = () => void note({ send: () => call(meetingContract.invite, { id }), told: t(texts.markedInvited) });
  return (
    <Section title={t(texts.invitation)}>
      <div className={classes.row}>
        <p className={classes.rowWords}>{t(isInvited ? texts.isInvited : texts.notInvited)}</p>
        {mayRecord && !isInvited && <Act busy={isSending} onPress={invite}>{t(texts.markInvited)}</Act>}
      </div>
      {isInvited && <Unanswered meeting={meeting} />}
      {mayRecord && <LeaveAsked meeting={meeting} />}
      <div className={classes.acts} data-screen-only>
        <a className={classes.fileLabel} href={requestOf(meetingContract.calendarFile, { id }).url} download><IconCalendarDown size={20} aria-hidden />{t(texts.calendar)}</a>
        <PrintNotice meeting={meeting} />
      </div>
      {meeting.roll.length > 0 && <Answers live={live} />}
    </Section>
  );
}

/** Told above the folded answers: whom to ask again is what a secretary looks for. */
function Unanswered({ meeting: { roll } }: { readonly meeting: WholeMeeting }) {
  const { t, number } = useText();
  const count = roll.filter(({ basis, answer }) => basis === 'expected' && answer === null).length;
  return count === 0 ? null : <p className={classes.unanswered}><StatusMark status="due-soon" label={t(texts.unanswered, { count: number(count) })} /></p>;
}

/** Whoever asked for leave waits for a word. */
function LeaveAsked({ meeting: { roll } }: { readonly meeting: WholeMeeting }) {
  const { t, number } = useText();
  const names = roll.filter(asksLeave).map(({ person }) => nameApart(person));
  return names.length === 0 ? null : <p className={classes.unanswered}><StatusMark status="due-soon" label={t(texts.leaveWaits, { count: number(names.length), names: names.join(', ') })} /></p>;
}

function asksLeave({ basis, answer, leave }: WholeMeeting['roll'][number]): boolean {
  return basis === 'expected' && answer === 'leave' && (leave?.decision ?? null) === null;
}

function Answers({ live }: { readonly live: LiveMeeting }) {
  const { t, number } = useText();
  const [sought, setSought] = useState('');
  const expected = live.meeting.roll.filter(({ basis }) => basis === 'expected');
  // Those who wait for a word when the page is opened stand first, and stay there: a row that was answered does not run away.
  const [waiting] = useState(() => new Set<string>(expected.filter(asksLeave).map(({ person }) => person.id)));
  const shown = expected.filter(({ person }) => foldVietnamese(person.fullName).includes(foldVietnamese(sought))).toSorted((one, other) => Number(waiting.has(other.person.id)) - Number(waiting.has(one.person.id)));
  const count = (answer: 'coming' | 'leave' | null) => number(expected.filter((one) => one.answer === answer).length);
  return (
    <details className={classes.folded} open={waiting.size > 0}>
      <summary>{t(texts.answers)}: {t(texts.answersCount, { coming: count('coming'), leave: count('leave'), none: count(null) })}</summary>
      {expected.length > SEARCHED_FROM && <div className={rollClasses.tools}><SearchBox label={t(texts.findName)} value={sought} onChange={setSought} /></div>}
      {shown.length === 0 && <p className={classes.soft}>{t(texts.nobodyFound)}</p>}
      <ul className={rollClasses.list} aria-label={t(texts.answers)}>{shown.map((entry) => <li key={entry.person.id}><AnswerRow live={live} entry={entry} /></li>)}</ul>
    </details>
  );
}
