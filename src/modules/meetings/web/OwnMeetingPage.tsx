/** One of a member's own meetings: when and where, whether one was there, the agenda, papers, and the minutes once they are adopted. */
import type { z } from 'zod';
import { useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Facts, type Fact } from '../../../ui/Facts.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { titleOf } from '../meeting.layout.ts';
import { meetingContract } from '../meeting.contract.ts';
import { reasonNames } from '../meeting.kinds.ts';
import { heldTexts } from './meeting.held.messages.ts';
import { kindInWords, markNames, stateNames, whenInWords } from './meeting.words.ts';
import { meetingsTitles } from './meetings.titles.messages.ts';
import { MinutesPrint } from './MinutesPrint.tsx';
import { ownTexts as texts } from './own.messages.ts';
import { OwnPapers } from './OwnPapers.tsx';
import classes from './meetings.module.css';

type Own = z.output<(typeof meetingContract)['own']['output']>;

export function OwnMeetingPage() {
  const writing = useText();
  const { t } = writing;
  const id = usePathPart('id') ?? '';
  const { data, error, refetch } = useProcedure(meetingContract.own, { id });
  const title = data ? kindInWords(data, writing) : t(meetingsTitles.meetingTitle);
  return (
    <>
      <PagePath steps={[{ label: t(meetingsTitles.ownTitle), href: '/buoi-hop-cua-toi' }, { label: title }]} />
      <PageHead title={title} {...(data ? { kicker: data.unit } : {})} />
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && <OwnMeeting meeting={data} />}
    </>
  );
}

function OwnMeeting({ meeting }: { readonly meeting: Own }) {
  const writing = useText();
  const { t } = writing;
  const { id, agenda, papers } = meeting;
  return (
    <>
      <Facts facts={factsOf(meeting, writing)} />
      {agenda.length > 0 && <Section title={t(texts.agenda)}><ol className={classes.numbered}>{agenda.map((point, at) => <li key={at}>{point}</li>)}</ol></Section>}
      {papers.length > 0 && <Section title={t(texts.papers)}><OwnPapers meetingId={id} papers={papers} /></Section>}
      <Minutes meeting={meeting} />
    </>
  );
}

/** Of what is still ahead there is nothing to say. */
function Minutes({ meeting: { unit, parent, on, kind, isExtended, state, minutes } }: { readonly meeting: Own }) {
  const { t, day } = useText();
  if (state !== 'closed' && state !== 'adopted') return null;
  if (!minutes) return <Section title={t(heldTexts.minutes)}><p className={classes.soft}>{t(texts.minutesNotYet)}</p></Section>;
  return (
    <Section title={t(heldTexts.minutes)} description={t(heldTexts.adoptedOn, { day: day(minutes.adoptedOn) })}>
      <div className={classes.paperActs} data-screen-only><PrintButton /></div>
      <MinutesPrint unit={unit} parent={parent} on={on} title={titleOf({ kind, isExtended, on }, unit)} text={minutes.text} additions={minutes.additions} writer={minutes.writer} chair={minutes.chair} />
    </Section>
  );
}

function factsOf(meeting: Own, writing: Writing): readonly Fact[] {
  const { t } = writing;
  const { place, topic, state, mark, reason } = meeting;
  return [
    { label: t(texts.when), value: whenInWords(meeting, writing) },
    ...(place ? [{ label: t(texts.place), value: place }] : []),
    ...(topic ? [{ label: t(texts.topic), value: topic }] : []),
    { label: t(texts.state), value: t(stateNames[state]) },
    ...(mark ? [{ label: t(texts.mark), value: [t(markNames[mark]), reason && t(reasonNames[reason])].filter(Boolean).join(' · ') }] : []),
  ];
}
