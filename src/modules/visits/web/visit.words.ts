/** A visit in words: how it agrees with the meeting, where its page is, what comes next at a place. */
import type { Writing } from '../../../ui/language.tsx';
import type { Status } from '../../../ui/StatusMark.tsx';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import type { Place } from '../place.shapes.ts';
import type { Agreement } from '../visit.kinds.ts';
import { visitsWeb as texts } from './visits.web.messages.ts';

export function visitHref(id: string): string {
  return `/bam-co-so/tham/${id}`;
}

export function briefHref(unitId: string): string {
  return `/bam-co-so/tham/truoc/${unitId}`;
}

export const agreementMarks: Readonly<Record<Agreement, Status>> = { agrees: 'done', differs: 'late', waiting: 'on-time', noRecord: 'silent', noMeeting: 'silent' };

type Tally = Place['quarter']['visits'];

/** "1/2", or the number alone where nothing is owed. */
export function talliedIn({ done, owed }: Tally, { number }: Pick<Writing, 'number'>): string {
  return owed === null ? number(done) : `${number(done)}/${number(owed)}`;
}

/** How a place stands in the quarter: done, still owed, owed soon. */
export function standingOf({ quarter: { visits, daysLeft } }: Place, { t, number }: Pick<Writing, 't' | 'number'>): { readonly status: Status; readonly label: string } {
  if (visits.owed === null || visits.done >= visits.owed) return { status: visits.done > 0 || visits.owed !== null ? 'done' : 'silent', label: t(visits.done > 0 ? texts.visitedThisQuarter : texts.nothingOwed, { count: number(visits.done) }) };
  return { status: daysLeft <= soonDays ? 'due-soon' : 'on-time', label: t(texts.stillOwed, { days: number(daysLeft), count: number(visits.owed - visits.done) }) };
}

const soonDays = 20;

type Ahead = Place['ahead'][number];

export function aheadInWords({ what, at, words, meetingKind }: Ahead, { t }: Pick<Writing, 't'>): string {
  if (what === 'meeting') return meetingKind ? `${at}: ${t(kindNames[meetingKind])}` : at;
  return what === 'promise' ? `${at}: ${words}` : t(texts.quarterEnds, { unit: at, count: words });
}

export function aheadHref({ what, id }: Ahead): string | undefined {
  if (id === null) return undefined;
  return what === 'meeting' ? `/sinh-hoat/${id}` : `/viec/${id}`;
}
