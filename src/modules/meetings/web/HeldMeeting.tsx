/** After the meeting: the summary, the minutes, what was noted; until the minutes are adopted it can be opened again. */
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { AnswersToConfirm, MeetingPetitions } from '../../petitions/web/MeetingPetitions.tsx';
import { AttendingCadres } from '../../visits/web/AttendingCadres.tsx';
import { hasResolved } from '../resolution.ts';
import { ActBar } from './ActBar.tsx';
import { AdoptAct } from './AdoptAct.tsx';
import { AdoptedMinutes } from './AdoptedMinutes.tsx';
import { Conclusions } from './Conclusions.tsx';
import { HeldSummary } from './HeldSummary.tsx';
import type { LiveMeeting } from './live.meeting.ts';
import { heldTexts as texts } from './meeting.held.messages.ts';
import { MinutesEditor } from './MinutesEditor.tsx';
import { useMinutesWriting } from './minutes.writing.ts';
import { Officials } from './Officials.tsx';
import { Opinions } from './Opinions.tsx';
import { Papers } from './Papers.tsx';
import { resolutionTexts } from './resolution.messages.ts';
import { Score } from './Score.tsx';
import { Sittings } from './Sittings.tsx';
import { Votes } from './Votes.tsx';
import classes from './meetings.module.css';

export function HeldMeeting({ live }: { readonly live: LiveMeeting }) {
  const { meeting, mayRecord } = live;
  const isAdopted = meeting.state === 'adopted';
  // What is still to be done comes first.
  const isWritten = !isAdopted && mayRecord;
  const writing = useMinutesWriting(live);
  return (
    <>
      <div className={classes.columns} data-two>
        <div className={classes.column}>
          {isWritten && <MinutesEditor live={live} writing={writing} />}
          <Officials live={live} onAppointed={writing.nameIn} />
          <HeldSummary meeting={meeting} />
          {!isWritten && <AdoptedMinutes live={live} />}
        </div>
        <div className={classes.column}>
          <Conclusions live={live} />
          <ToTasks live={live} />
          <ToResolution live={live} />
          {meeting.opinions.length > 0 && <Opinions live={live} />}
          {meeting.votes.length > 0 && <Votes live={live} />}
          <DoneAgenda live={live} />
          {meeting.state === 'closed' && <AnswersToConfirm unitId={meeting.unit.id} />}
          <MeetingPetitions meeting={meeting} mayRecord={mayRecord} />
          <Score live={live} />
          <Papers live={live} />
          <AttendingCadres meeting={meeting} mayRecord={mayRecord} />
          <Sittings meeting={meeting} />
        </div>
      </div>
      {isWritten && <HeldBar live={live} writing={writing} />}
    </>
  );
}

function HeldBar({ live, writing }: { readonly live: LiveMeeting; readonly writing: ReturnType<typeof useMinutesWriting> }) {
  const { t } = useText();
  return (
    <ActBar words={<span className={classes.soft}>{t(texts[writing.standing])}</span>} problem={live.problem} onForget={live.forgetProblem}>
      <AdoptAct live={live} writing={writing} />
    </ActBar>
  );
}

function ToTasks({ live: { meeting } }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const mayRead = useMayVisit('task.read');
  if (!mayRead || meeting.conclusions.every(({ state }) => state === null)) return null;
  return <p data-screen-only><Act kind="quiet" href={`/viec?donVi=${meeting.unit.id}`}>{t(texts.allTasks)}</Act></p>;
}

function ToResolution({ live: { meeting } }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  return hasResolved(meeting) ? <p data-screen-only><Act kind="quiet" href={`/sinh-hoat/${meeting.id}/nghi-quyet`}>{t(resolutionTexts.toResolution)}</Act></p> : null;
}

function DoneAgenda({ live: { meeting } }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const done = meeting.agenda.filter(({ isDone }) => isDone);
  if (done.length === 0) return null;
  return <Section title={t(texts.agendaDone)}><ol className={classes.numbered}>{done.map(({ id, title }) => <li key={id}>{title}</li>)}</ol></Section>;
}
