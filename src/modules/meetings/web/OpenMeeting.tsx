/** A meeting in session, on one page: the roll, what is noted, the score; the count and its end by the thumb. */
import { memo, useDeferredValue } from 'react';
import { useText } from '../../../ui/language.tsx';
import { useIsPhone } from '../../../ui/useIsPhone.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActBar } from './ActBar.tsx';
import { BackAct } from './BackAct.tsx';
import { Agenda } from './Agenda.tsx';
import { CloseAct } from './CloseAct.tsx';
import { Conclusions } from './Conclusions.tsx';
import { Guests } from './Guests.tsx';
import type { LiveMeeting } from './live.meeting.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import { thereOf, type WholeMeeting } from './meeting.words.ts';
import { Officials } from './Officials.tsx';
import { Opinions } from './Opinions.tsx';
import { Papers } from './Papers.tsx';
import { RollCall } from './RollCall.tsx';
import { isScored, Score } from './Score.tsx';
import { Votes } from './Votes.tsx';
import { AnswersToConfirm } from '../../petitions/web/MeetingPetitions.tsx';
import { AttendingCadres } from '../../visits/web/AttendingCadres.tsx';
import classes from './meetings.module.css';

export function OpenMeeting({ live }: { readonly live: LiveMeeting }) {
  // On an old phone a mark must show at once: what is noted beside the roll is drawn after it.
  const soon = useDeferredValue(live);
  const isPhone = useIsPhone();
  return (
    <>
      <Steps meeting={live.meeting} />
      <div className={classes.columns} data-two>
        <div className={classes.column} id="diem-danh"><RollCall live={live} /></div>
        <Noted live={soon} />
      </div>
      {isPhone && live.mayRecord && <div className={classes.backAtEnd} data-screen-only><BackAct live={live} /></div>}
      <ActBar words={<Count live={live} />} problem={live.problem} onForget={live.forgetProblem}>
        {live.mayRecord && <CloseAct live={live} />}
      </ActBar>
    </>
  );
}

const Noted = memo(NotedBeside);

function NotedBeside({ live }: { readonly live: LiveMeeting }) {
  return (
    <div className={classes.column} id="noi-dung">
      <Officials live={live} /><Agenda live={live} /><AnswersToConfirm unitId={live.meeting.unit.id} /><Guests live={live} /><AttendingCadres meeting={live.meeting} mayRecord={live.mayRecord} /><Opinions live={live} /><Votes live={live} />
      <div id="ket-luan" className={classes.anchor}><Conclusions live={live} /></div>
      <div id="cham-diem" className={classes.anchor}><Score live={live} /></div>
      <Papers live={live} />
    </div>
  );
}

const STEPS = [['diem-danh', texts.rollCall], ['noi-dung', texts.noted], ['ket-luan', texts.conclusions], ['cham-diem', texts.score]] as const;

/** On a phone the parts stand below each other: from here each is one tap away. */
function Steps({ meeting }: { readonly meeting: WholeMeeting }) {
  const { t } = useText();
  return (
    <nav className={classes.steps} aria-label={t(texts.steps)} data-screen-only>
      {STEPS.filter(([id]) => id !== 'cham-diem' || isScored(meeting)).map(([id, text]) => <Act key={id} onPress={() => document.getElementById(id)?.scrollIntoView({ block: 'start' })}>{t(text)}</Act>)}
    </nav>
  );
}

function Count({ live: { meeting: { roll, counts } } }: { readonly live: LiveMeeting }) {
  const { t, number } = useText();
  const unmarked = roll.filter(({ basis, mark }) => basis === 'expected' && mark === null).length;
  return (
    <span role="status">
      <strong>{t(texts.presentOf, { there: number(thereOf(counts)), expected: number(counts.expected) })}</strong>
      {unmarked > 0 && <span className={classes.small}>{t(texts.unmarkedCount, { count: number(unmarked) })}</span>}
    </span>
  );
}
