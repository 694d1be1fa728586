/** What the system finds to be taken up: conclusions of the last meeting, open tasks, answers to petitions that are to be told, exemptions about to end; and who is away. */
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons, Patiently } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { petitionContract } from '../../petitions/petition.contract.ts';
import { outcomeNames } from '../../petitions/petition.kinds.ts';
import { meetingContract } from '../meeting.contract.ts';
import type { LiveMeeting } from './live.meeting.ts';
import { pageTexts as texts } from './meeting.page.messages.ts';
import { pieceId, putting } from './pieces.ts';
import classes from './meetings.module.css';

const MOST_ANSWERS = 30;
/** Of a point of the agenda. */
const MOST_LETTERS = 300;

export function Proposals({ live }: { readonly live: LiveMeeting }) {
  const { t, day } = useText();
  const { data, error, refetch } = useProcedure(meetingContract.before, { id: live.meeting.id });
  // Whoever reads no petitions is proposed none.
  const answers = useProcedure(petitionContract.list, { unitId: live.meeting.unit.id, below: 'no', state: ['answered'], limit: MOST_ANSWERS }).data?.items ?? [];
  if (error) return <Section title={t(texts.proposals)}><ProblemNotice problem={error} onRetry={() => void refetch()} /></Section>;
  if (!data) return <Section title={t(texts.proposals)}><Patiently><LineSkeletons count={3} /></Patiently></Section>;
  const { lastMeeting, openTasks, away, exemptionsEnding } = data;
  // A conclusion that has become a task stands among the tasks, with its deadline.
  const conclusions = [...new Set(lastMeeting?.conclusions)].filter((text) => !openTasks.some(({ title }) => title === text));
  const isEmpty = conclusions.length + openTasks.length + away.length + exemptionsEnding.length + answers.length === 0;
  return (
    <Section title={t(texts.proposals)}>
      {isEmpty && <p className={classes.soft}>{t(texts.proposalsEmpty)}</p>}
      <Group title={lastMeeting ? t(texts.lastConclusions, { day: day(lastMeeting.on) }) : ''} count={conclusions.length}>
        {conclusions.map((text) => <Proposal key={text} live={live} words={text} point={t(texts.reviewOf, { text })} />)}
      </Group>
      <Group title={t(texts.openTasks)} count={openTasks.length}>
        {openTasks.map(({ id, title, owner, dueOn, isLate }) => {
          const due = dueOn && <span className={isLate ? classes.dueLate : undefined}>{t(isLate ? texts.lateSince : texts.due, { day: day(dueOn) })}</span>;
          return <Proposal key={id} live={live} words={<>{title}<span className={classes.small}>{owner}{owner && due ? ' · ' : ''}{due}</span></>} point={t(texts.reviewOf, { text: title })} />;
        })}
      </Group>
      <Group title={t(texts.petitionAnswers)} count={answers.length}>
        {answers.map(({ id, text, outcome }) => <Proposal key={id} live={live} words={<>{text}{outcome && <span className={classes.small}>{t(outcomeNames[outcome])}</span>}</>} point={t(texts.petitionPoint, { text })} />)}
      </Group>
      <Group title={t(texts.exemptions)} count={exemptionsEnding.length}>
        {exemptionsEnding.map(({ id, fullName, on }) => <Proposal key={id} live={live} words={<>{fullName}<span className={classes.small}>{t(texts.exemptionTo, { day: day(on) })}</span></>} point={t(texts.exemptionPoint, { name: fullName })} />)}
      </Group>
      {away.length > 0 && <p className={classes.soft}>{t(texts.away)}: {away.map(({ fullName }) => fullName).join(', ')}.</p>}
    </Section>
  );
}

function Group({ title, count, children }: { readonly title: string; readonly count: number; readonly children: ReactNode }) {
  if (count === 0) return null;
  return <div className={classes.group}><h3 className={classes.groupTitle}>{title}</h3><ul className={classes.list}>{children}</ul></div>;
}

function Proposal({ live: { meeting, mayRecord, note }, words, point }: { readonly live: LiveMeeting; readonly words: ReactNode; readonly point: string }) {
  const { t } = useText();
  const title = point.slice(0, MOST_LETTERS);
  const isTaken = meeting.agenda.some((item) => item.title === title);
  const take = () => void note(putting(meeting, { part: 'agenda', item: { id: pieceId(meeting), title, isDone: false } }, t(texts.takenUp)));
  return (
    <li>
      <div className={classes.row}>
        <span className={classes.rowWords}>{words}</span>
        {mayRecord && <span data-screen-only>{isTaken ? <span className={classes.soft}>{t(texts.taken)}</span> : <Act kind="quiet" icon={<IconPlus size={18} aria-hidden />} aria-label={`${t(texts.take)}: ${point}`} onPress={take}>{t(texts.take)}</Act>}</span>}
      </div>
    </li>
  );
}
