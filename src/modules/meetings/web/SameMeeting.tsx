/** Before a past meeting is recorded: the unit has one of the kind then, so that it is likely the same. Told, never refused. */
import { day as asDay } from '../../../platform/day.ts';
import { useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { kindNames, type MeetingKind } from '../meeting.kinds.ts';
import { meetingsWeb as texts } from './meetings.web.messages.ts';
import { askedAlike, pickAlike } from './same.meeting.ts';

interface SameMeetingProps {
  readonly unitId: string;
  readonly kind: MeetingKind;
  readonly on: string;
}

export function SameMeeting({ unitId, kind, on }: SameMeetingProps) {
  const { t, day, language } = useText();
  const { data } = useProcedure(meetingContract.list, askedAlike({ unitId, kind, on: asDay(on) }));
  const same = pickAlike(data?.items ?? [], unitId);
  if (!same) return null;
  const what = { kind: t(kindNames[kind]).toLocaleLowerCase(language), day: day(same.on), month: `${Number(same.on.slice(5, 7))}/${same.on.slice(0, 4)}` };
  return (
    <Notice tone="warn" title={t(same.on === on ? texts.sameDay : texts.sameMonth, what)} acts={<Act href={`/sinh-hoat/${same.id}`}>{t(texts.openSame)}</Act>}>{t(texts.sameWhy)}</Notice>
  );
}
