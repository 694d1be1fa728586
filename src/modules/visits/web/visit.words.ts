/** A visit in words: how it agrees with the meeting, where its page is, what comes next at a place. */
import type { Writing } from '../../../ui/language.tsx';
import type { Status } from '../../../ui/StatusMark.tsx';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import { missingInAll, missingOf, type Tallies } from '../owed.ts';
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

/** "1/2", or the number alone where nothing is owed, or nothing yet. */
export function talliedIn({ done, owed }: Tally, { number }: Pick<Writing, 'number'>): string {
  return owed === null || owed === 0 ? number(done) : `${number(done)}/${number(owed)}`;
}

/** How a place stands in the quarter, of all that is owed: done, still owed, owed soon. */
export function standingOf({ quarter }: Pick<Place, 'quarter'>, writing: Pick<Writing, 't' | 'number'>): { readonly status: Status; readonly label: string } {
  const { t, number } = writing;
  const { visits, cellMeetings, committeeMeetings, daysLeft } = quarter;
  if (missingInAll(quarter) > 0) return { status: daysLeft <= soonDays ? 'due-soon' : 'on-time', label: t(texts.stillOwed, { days: number(daysLeft), what: missingInWords(quarter, writing) }) };
  if ([visits, cellMeetings, committeeMeetings].some(({ owed }) => owed !== null)) return { status: 'done', label: t(texts.allDone, { count: number(visits.done) }) };
  return visits.done > 0 ? { status: 'done', label: t(texts.visitedThisQuarter, { count: number(visits.done) }) } : { status: 'silent', label: t(texts.nothingOwed) };
}

/** "1 lần đi cơ sở, 1 buổi sinh hoạt chi bộ": all that is still owed, by its name. */
export function missingInWords(tallies: Tallies, { t, number }: Pick<Writing, 't' | 'number'>): string {
  const { visits, cellMeetings, committeeMeetings } = missingOf(tallies);
  const told = [[visits, texts.missingVisits], [cellMeetings, texts.missingCellMeetings], [committeeMeetings, texts.missingCommitteeMeetings]] as const;
  return told.flatMap(([count, text]) => (count > 0 ? [t(text, { count: number(count) })] : [])).join(', ');
}

const soonDays = 20;

type Ahead = Place['ahead'][number];

export function aheadInWords({ what, at, words, meetingKind }: Ahead, quarter: Tallies, writing: Pick<Writing, 't' | 'number'>): string {
  const { t } = writing;
  if (what === 'meeting') return meetingKind ? `${at}: ${t(kindNames[meetingKind])}` : at;
  return what === 'promise' ? `${at}: ${words}` : t(texts.quarterEnds, { unit: at, what: missingInWords(quarter, writing) });
}

export function aheadHref({ what, id }: Ahead): string | undefined {
  if (id === null) return undefined;
  return what === 'meeting' ? `/sinh-hoat/${id}` : `/viec/${id}`;
}
