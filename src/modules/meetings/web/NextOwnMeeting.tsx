/** On a member's home: the next own meeting, and whether an answer is asked for. */
import { useProcedure } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { firstToAnswer, isToAnswer } from './next.meeting.ts';
import { NextMeetingCard } from './NextMeetingCard.tsx';
import { ownTexts as texts } from './own.messages.ts';
import classes from './meetings.module.css';

const OWN_MEETINGS = '/buoi-hop-cua-toi';

export function NextOwnMeeting() {
  const { t } = useText();
  const isShown = useMayVisit('self.answer');
  const { data, error, refetch } = useProcedure(meetingContract.ownAhead, {}, { enabled: isShown });
  if (!isShown) return null;
  const next = data && firstToAnswer(data.items);
  const isAsked = next !== undefined && isToAnswer(next);
  return (
    <Section title={t(texts.next)}>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <LineSkeletons count={2} />}
      {data && !next && <p className={classes.soft}>{t(texts.noneNext)}</p>}
      {/* From today on: none is entered late. */}
      {next && <NextMeetingCard meeting={{ ...next, isLate: false }} unit={next.unit}><Act kind={isAsked ? 'main' : 'plain'} href={OWN_MEETINGS}>{t(isAsked ? texts.openOwn : texts.openAll)}</Act></NextMeetingCard>}
    </Section>
  );
}
