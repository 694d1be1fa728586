/** Before the meeting: agenda, what belongs on it, invitation, papers; and its beginning by the thumb. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useSession } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { ActBar } from './ActBar.tsx';
import { ClockInput } from './ClockInput.tsx';
import { Agenda } from './Agenda.tsx';
import { Guests } from './Guests.tsx';
import { Invitation } from './Invitation.tsx';
import { useNoting, type LiveMeeting } from './live.meeting.ts';
import { clockAt, clockTyped } from './meeting.days.ts';
import { pageTexts as texts } from './meeting.page.messages.ts';
import { meetingsWeb } from './meetings.web.messages.ts';
import { Papers } from './Papers.tsx';
import { fieldOfPlanCode } from './PlanFields.tsx';
import { Proposals } from './Proposals.tsx';
import { sessionWords } from './session.words.ts';
import { Sittings } from './Sittings.tsx';
import classes from './meetings.module.css';

export function BeforeMeeting({ live }: { readonly live: LiveMeeting }) {
  const { t, number } = useText();
  const expected = live.meeting.roll.filter(({ basis }) => basis === 'expected').length;
  return (
    <>
      <div className={classes.columns} data-two>
        <div className={classes.column}><Agenda live={live} /><Proposals live={live} /><Sittings meeting={live.meeting} /></div>
        <div className={classes.column}><Invitation live={live} /><Guests live={live} /><Papers live={live} /></div>
      </div>
      {live.mayRecord && (
        <ActBar words={t(texts.expectedCount, { count: number(expected) })} problem={live.problem} onForget={live.forgetProblem}>
          <OpenAct live={live} />
        </ActBar>
      )}
    </>
  );
}

/** On its day one tap opens the meeting; on another the day is asked for. */
function OpenAct({ live }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const { today } = useAsOf();
  const words = sessionWords({ isLate: live.meeting.on < today });
  const [isAsking, setAsking] = useState(false);
  const { open, isOpening } = useOpening(live);
  const press = () => (live.meeting.on === today ? void open({ on: today, starts: clockAt(new Date()) }) : setAsking(true));
  return (
    <>
      <Act kind="main" busy={isOpening} onPress={press}>{t(words.open)}</Act>
      {isAsking && <OpenSheet live={live} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Whoever records it mostly writes the minutes, where the account is that of one who is on the roll. */
function useOpening(live: LiveMeeting) {
  const { meeting } = live;
  const { id } = meeting;
  const { note, isSending: isOpening } = useNoting(live);
  const { person } = useSession();
  const own = meeting.roll.find((one) => one.person.id === person?.id)?.person;
  const writer = own ? { writer: { personId: own.id, name: own.fullName } } : {};
  const { t } = useText();
  const { today } = useAsOf();
  const open = (given: { on: string; starts: string | null }) => note({ send: () => call(meetingContract.open, { id, ...given, ...writer, openedOn: today }), told: t(sessionWords({ isLate: given.on < today }).opened), undo: () => call(meetingContract.unopen, { id }) });
  return { open, isOpening };
}

function OpenSheet({ live, onClose }: { readonly live: LiveMeeting; readonly onClose: () => void }) {
  const { t, day } = useText();
  const { today } = useAsOf();
  const { meeting, problem } = live;
  const [on, setOn] = useState<string | undefined>(meeting.on < today ? meeting.on : today);
  const [starts, setStarts] = useState(() => (meeting.on < today ? meeting.starts ?? '' : clockAt(new Date())));
  const words = sessionWords({ isLate: (on ?? meeting.on) < today });
  const fault = useFieldFault(problem, fieldOfPlanCode);
  const { open, isOpening } = useOpening(live);
  const submit = async () => {
    if (on && (await open({ on, starts: clockTyped(starts) }))) onClose();
  };
  return (
    <ActSheet title={t(words.open)} verb={t(words.open)} intro={t(texts.openOther, { day: day(meeting.on) })} onSubmit={() => void submit()} onClose={onClose} busy={isOpening} problem={problem}>
      <DayInput label={t(texts.openDay)} value={on} onChange={setOn} most={today} required error={on ? fault('on') : t(texts.missing)} />
      <ClockInput label={t(meetingsWeb.starts)} value={starts} onChange={setStarts} error={fault('starts')} />
    </ActSheet>
  );
}
