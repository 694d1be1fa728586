/** Which meetings a home shows: what waits for somebody comes before what is merely next. Pure. */
import { addDays, day as asDay } from '../../../platform/day.ts';
import type { MeetingItem } from './meeting.words.ts';

const unfinished = ['planned', 'invited', 'open'] as const;

/** More were never left behind without being called off. */
const MOST_OVERDUE = 12;

/** What the list of meetings shows as overdue, and what it shows as ahead. */
export function askedAtHome({ unitId, today }: { readonly unitId: string; readonly today: string }) {
  const of = { unitId, state: [...unfinished] };
  return {
    overdue: { ...of, to: addDays(asDay(today), -1), order: 'latest' as const, limit: MOST_OVERDUE },
    ahead: { ...of, from: today, order: 'ahead' as const, limit: 1 },
  };
}

/** One in session, else the latest whose day has passed; then the next, which it never hides. */
export function shownAtHome<Item extends Pick<MeetingItem, 'state'>>({ overdue, ahead }: { readonly overdue: readonly Item[]; readonly ahead: readonly Item[] }): readonly Item[] {
  const left = overdue.find(({ state }) => state === 'open') ?? overdue[0];
  return [...(left ? [left] : []), ...ahead.slice(0, 1)];
}

interface OwnMeeting {
  readonly state: MeetingItem['state'];
  readonly answer: 'coming' | 'leave' | null;
}

export function firstToAnswer<Own extends OwnMeeting>(ahead: readonly Own[]): Own | undefined {
  return ahead.find(isToAnswer) ?? ahead[0];
}

export function isToAnswer({ state, answer }: OwnMeeting): boolean {
  return state === 'invited' && answer === null;
}
