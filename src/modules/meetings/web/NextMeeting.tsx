/** On the home of whoever keeps a cell: what was left unfinished and its next meeting, with the way to each. */
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { askedAtHome, shownAtHome } from './next.meeting.ts';
import { NextMeetingCard } from './NextMeetingCard.tsx';
import { ownTexts as texts } from './own.messages.ts';
import classes from './meetings.module.css';

export function NextMeeting({ unit }: { readonly unit: string }) {
  const { t } = useText();
  const isShown = useMayVisit('meeting.read');
  const { shown, error, retry } = useAtHome({ unitId: unit, isShown });
  if (!isShown) return null;
  return (
    <Section title={t(texts.next)} acts={<Act kind="quiet" href="/sinh-hoat">{t(texts.openList)}</Act>}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!error && !shown && <LineSkeletons count={2} />}
      {shown?.length === 0 && <p className={classes.soft}>{t(texts.noneNext)}</p>}
      <div className={classes.notices}>
        {shown?.map((meeting, at) => (
          <NextMeetingCard key={meeting.id} meeting={meeting} unit={meeting.unit.name}><Act kind={at === 0 ? 'main' : 'plain'} href={`/sinh-hoat/${meeting.id}`}>{t(texts.openNext)}</Act></NextMeetingCard>
        ))}
      </div>
    </Section>
  );
}

function useAtHome({ unitId, isShown }: { readonly unitId: string; readonly isShown: boolean }) {
  const { today } = useAsOf();
  const asked = askedAtHome({ unitId, today });
  const overdue = useProcedure(meetingContract.list, asked.overdue, { enabled: isShown });
  const ahead = useProcedure(meetingContract.list, asked.ahead, { enabled: isShown });
  const shown = overdue.data && ahead.data && shownAtHome({ overdue: overdue.data.items, ahead: ahead.data.items });
  const retry = () => { for (const { refetch } of [overdue, ahead]) void refetch(); };
  return { shown, error: overdue.error ?? ahead.error, retry };
}
