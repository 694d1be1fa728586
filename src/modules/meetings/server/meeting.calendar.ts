/**
 * A meeting as a calendar entry. A calendar leaves the system and is often shared, so it tells when and where and what kind,
 * and never what is spoken about or who takes part. Times are written in UTC: they land right with any calendar, without a zone
 * to be described along with them.
 */
import ical, { ICalEventClass, ICalEventStatus, type ICalEventData } from 'ical-generator';
import type { Day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { tidySpaces } from '../../../platform/text/fold.ts';
import type { Clock } from '../meeting.ts';

export interface CalendarEntry {
  readonly id: Id<'meeting'>;
  /** Calendars that know the meeting take over only what is newer. */
  readonly version: number;
  readonly unitName: string;
  readonly kindName: string;
  readonly on: Day;
  readonly starts: Clock | null;
  /** In minutes; without it the end is left open. */
  readonly length: number | undefined;
  readonly place: string | null;
  readonly isCancelled: boolean;
}

export function calendarOf(entry: CalendarEntry): string {
  const { id, version, unitName, kindName, place, isCancelled } = entry;
  const calendar = ical({ prodId: { company: 'satcoso', product: 'satcoso', language: 'VI' } });
  calendar.createEvent({
    ...timesOf(entry), id: `${id}@satcoso`, sequence: version, summary: plain(`${kindName} – ${unitName}`), class: ICalEventClass.PRIVATE,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, ...(place !== null && { location: plain(place) }),
  });
  return calendar.toString();
}

/** The country has one clock, seven hours before UTC all year. */
function timesOf({ on, starts, length }: CalendarEntry): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (starts === null) return { start: new Date(`${on}T00:00:00Z`), allDay: true };
  const start = new Date(`${on}T${starts}:00+07:00`);
  return { start, ...(length !== undefined && { end: new Date(start.getTime() + length * 60_000) }) };
}

/** The library escapes what has a meaning in a calendar; characters that nobody sees are taken out here. */
function plain(text: string): string {
  return tidySpaces(text.toWellFormed().replace(/\p{Cc}/gu, ' '));
}
