/** The meeting that comes next, in a few words: day and hour, which, where, how it stands, and the one thing to do. */
import type { ReactNode } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { Card } from '../../../ui/Card.tsx';
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { kindInWords, standingOf, whenInWords, type MeetingItem } from './meeting.words.ts';
import classes from './meetings.module.css';

interface NextMeetingCardProps {
  readonly meeting: Pick<MeetingItem, 'kind' | 'isExtended' | 'on' | 'starts' | 'state' | 'isLate' | 'place' | 'topic'>;
  readonly unit: string;
  readonly children: ReactNode;
}

export function NextMeetingCard({ meeting, unit, children }: NextMeetingCardProps) {
  const writing = useText();
  const { t } = writing;
  const { today } = useAsOf();
  const { status, label } = standingOf(meeting, today);
  return (
    <Card>
      <div className={classes.next}>
        <div>
          <strong>{whenInWords(meeting, writing)}</strong>
          <span className={classes.small}>{[`${kindInWords(meeting, writing)}, ${unit}`, meeting.place, meeting.topic].filter(Boolean).join(' · ')}</span>
          <StatusMark status={status} label={t(label)} />
        </div>
        <div data-screen-only>{children}</div>
      </div>
    </Card>
  );
}
