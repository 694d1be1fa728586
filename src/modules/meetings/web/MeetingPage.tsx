/** One meeting, from its plan to its adopted minutes: what the page holds follows from the state. */
import { useEffect, useRef } from 'react';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { useIsPhone } from '../../../ui/useIsPhone.ts';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { call } from '../../../shell/api.ts';
import { meetingContract } from '../meeting.contract.ts';
import { modeNames } from '../meeting.kinds.ts';
import { BackAct } from './BackAct.tsx';
import { BeforeMeeting } from './BeforeMeeting.tsx';
import { HeldMeeting } from './HeldMeeting.tsx';
import {  useLiveMeeting, useNoting, type LiveMeeting } from './live.meeting.ts';
import { pageTexts as texts } from './meeting.page.messages.ts';
import { kindInWords, standingOf, whenInWords } from './meeting.words.ts';
import { OpenMeeting } from './OpenMeeting.tsx';
import { PlanActs } from './PlanActs.tsx';
import classes from './meetings.module.css';

export function MeetingPage() {
  const id = usePathPart('id');
  const { live, error, retry } = useLiveMeeting(id);
  useTopOnChange(live?.meeting.state);
  if (!live) return error ? <ProblemNotice problem={error} onRetry={retry} /> : <PageSkeleton />;
  return (
    <>
      <MeetingHead live={live} />
      <Told live={live} />
      <InState live={live} />
    </>
  );
}

/** Another state is another page: it begins at its head. */
function useTopOnChange(state: string | undefined): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== undefined && state !== before.current) window.scrollTo(0, 0);
    before.current = state;
  }, [state]);
}

function MeetingHead({ live: { meeting, ...live } }: { readonly live: LiveMeeting }) {
  const writing = useText();
  const { t } = writing;
  const { today } = useAsOf();
  const { status, label } = standingOf(meeting, today);
  const isAhead = meeting.state === 'planned' || meeting.state === 'invited';
  // In session the names of the roll come first: on a phone the way here and the way back give up their place above them.
  const isTight = useIsPhone() && meeting.state === 'open';
  const where = [whenInWords(meeting, writing), meeting.place, meeting.mode !== 'in_person' && t(modeNames[meeting.mode])].filter(Boolean).join(' · ');
  return (
    <>
      {!isTight && <PagePath steps={[{ label: t(texts.meetings), href: '/sinh-hoat' }, { label: meeting.unit.name }]} />}
      <PageHead isTight={isTight}
        kicker={meeting.unit.name} title={kindInWords(meeting, writing)} marks={<StatusMark status={status} label={t(label)} />}
        description={<>{where}{meeting.topic && <span className={classes.small}>{t(texts.topicIs, { topic: meeting.topic })}</span>}</>}
        acts={live.mayRecord && !isTight && <HeadActs live={{ meeting, ...live }} isAhead={isAhead} />}
      />
    </>
  );
}

function HeadActs({ live, isAhead }: { readonly live: LiveMeeting; readonly isAhead: boolean }) {
  if (isAhead) return <PlanActs live={live} />;
  return live.meeting.state === 'closed' || live.meeting.state === 'open' ? <BackAct live={live} /> : null;
}

/** What is out of the ordinary: put off, recorded late. */
function Told({ live: { meeting } }: { readonly live: LiveMeeting }) {
  const { t, day } = useText();
  return (
    <div className={classes.notices}>
      {meeting.kind === 'working_session' && <p data-screen-only><Act href={`/viec/de-cuong/${meeting.unit.id}?buoi=${meeting.id}`}>{t(texts.brief)}</Act></p>}
      {meeting.postponedFrom && <Notice>{meeting.reason && meeting.state !== 'cancelled' ? t(texts.postponed, { day: day(meeting.postponedFrom), reason: meeting.reason }) : t(texts.movedFrom, { day: day(meeting.postponedFrom) })}</Notice>}
    </div>
  );
}

function InState({ live }: { readonly live: LiveMeeting }) {
  switch (live.meeting.state) {
    case 'planned': case 'invited': return <BeforeMeeting live={live} />;
    case 'open': return <OpenMeeting live={live} />;
    case 'closed': case 'adopted': return <HeldMeeting live={live} />;
    case 'cancelled': return <CancelledMeeting live={live} />;
  }
}

function CancelledMeeting({ live }: { readonly live: LiveMeeting }) {
  const { meeting, mayRecord, problem } = live;
  const { note, isSending } = useNoting(live);
  const { t } = useText();
  const reason = meeting.reason ?? '';
  const restore = () => note({
    send: () => call(meetingContract.restore, { id: meeting.id }), told: t(texts.restored), undo: () => call(meetingContract.cancel, { id: meeting.id, reason }),
  });
  return (
    <div className={classes.notices}>
      <Notice tone="warn" title={t(texts.cancelled)} acts={mayRecord && <Act busy={isSending} onPress={() => void restore()}>{t(texts.restore)}</Act>}>{t(texts.reason)}: {reason}</Notice>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </div>
  );
}
