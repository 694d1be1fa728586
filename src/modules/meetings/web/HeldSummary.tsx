/** What a held meeting comes to: how many were there, how long it took, how it was scored; the roll to unfold. */
import { useText, type Writing } from '../../../ui/language.tsx';
import { Facts, type Fact } from '../../../ui/Facts.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { Cited } from './Cited.tsx';
import { heldTexts as texts } from './meeting.held.messages.ts';
import { openTexts } from './meeting.open.messages.ts';
import { guestRoleNames, levelNames, reasonNames } from '../meeting.kinds.ts';
import { nameApart } from '../meeting.namesakes.ts';
import { basisNames, lengthInWords, markNames, ruleOf, thereOf, type RollEntry, type WholeMeeting } from './meeting.words.ts';
import { Quorum } from './Quorum.tsx';
import classes from './meetings.module.css';

export function HeldSummary({ meeting }: { readonly meeting: WholeMeeting }) {
  const writing = useText();
  const { t } = writing;
  return (
    <Section title={t(texts.summary)}>
      <Quorum meeting={meeting} />
      <Facts facts={factsOf(meeting, writing)} />
      <details className={classes.folded}>
        <summary>{t(texts.roll)}</summary>
        <ul className={classes.list}>{meeting.roll.map((entry) => <li key={entry.person.id}><div className={classes.row}><span className={classes.rowWords}>{nameApart(entry.person)}</span><RollWords entry={entry} /></div></li>)}</ul>
      </details>
    </Section>
  );
}

const STATUS = { present: 'done', online: 'done', excused: 'due-soon', absent: 'late' } as const;

function RollWords({ entry: { basis, mark, reason } }: { readonly entry: RollEntry }) {
  const { t } = useText();
  if (mark) return <StatusMark status={STATUS[mark]} label={reason ? `${t(markNames[mark])}: ${t(reasonNames[reason])}` : t(markNames[mark])} />;
  return <span className={classes.soft}>{t(basis === 'expected' ? openTexts.unmarked : basisNames[basis])}</span>;
}

function factsOf(meeting: WholeMeeting, writing: Writing): readonly Fact[] {
  const { t, number, share } = writing;
  const { counts, score } = meeting;
  const there = thereOf(counts);
  const length = lengthInWords(meeting, writing);
  const least = ruleOf(meeting, 'meeting.minMinutes') ?? ruleOf(meeting, 'meeting.minMinutesWithTheme');
  const isOfCell = meeting.kind === 'regular' || meeting.kind === 'thematic';
  const guests = meeting.guests.filter(({ isPresent }) => isPresent);
  return [
    {
      label: t(texts.attendance),
      value: (
        <>
          <strong>{number(there)}/{number(counts.expected)}</strong> ({t(texts.share, { percent: share({ count: there, base: counts.expected }).percent })}){counts.online > 0 && `, ${t(texts.online, { count: number(counts.online) })}`}
          {isOfCell && <span className={classes.small}><Cited citation={ruleOf(meeting, 'meeting.attendanceShare')} /></span>}
        </>
      ),
    },
    ...(counts.excused > 0 ? [{ label: t(texts.away), value: number(counts.excused) }] : []),
    ...(counts.absent > 0 ? [{ label: t(texts.absent), value: number(counts.absent) }] : []),
    ...(guests.length > 0 ? [{ label: t(texts.guests), value: guests.map(({ name, role }) => `${name} (${t(guestRoleNames[role])})`).join('; ') }] : []),
    ...(length ? [{ label: t(texts.length), value: <>{length} ({t(texts.fromTo, { starts: meeting.starts ?? '', ends: meeting.ends ?? '' })}){isOfCell && <span className={classes.small}><Cited citation={least} /></span>}</> }] : []),
    ...(score ? [{ label: t(texts.level), value: t(texts.scored, { level: t(levelNames[score.level]), total: number(score.total) }) }] : []),
    ...(meeting.isLate ? [{ label: t(texts.entered), value: t(texts.late) }] : []),
  ];
}
