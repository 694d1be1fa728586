/** On the home of whoever keeps a cell: its next meeting, with the way to it, or to planning one. */
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { NextMeetingCard } from './NextMeetingCard.tsx';
import { ownTexts as texts } from './own.messages.ts';
import classes from './meetings.module.css';

export function NextMeeting({ unit }: { readonly unit: string }) {
  const { t } = useText();
  const { today } = useAsOf();
  const isShown = useMayVisit('meeting.read');
  const { data, error, refetch } = useProcedure(meetingContract.list, { unitId: unit, from: today, state: ['planned', 'invited', 'open'], order: 'ahead', limit: 1 }, { enabled: isShown });
  if (!isShown) return null;
  const next = data?.items[0];
  return (
    <Section title={t(texts.next)} acts={<Act kind="quiet" href="/sinh-hoat">{t(texts.openList)}</Act>}>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <LineSkeletons count={2} />}
      {data && !next && <p className={classes.soft}>{t(texts.noneNext)}</p>}
      {next && <NextMeetingCard meeting={next} unit={next.unit.name}><Act kind="main" href={`/sinh-hoat/${next.id}`}>{t(texts.openNext)}</Act></NextMeetingCard>}
    </Section>
  );
}
