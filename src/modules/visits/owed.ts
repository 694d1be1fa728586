/** What of a place's duties is still to be done. Pure. */
import type { Place } from './place.shapes.ts';

export type Tallies = Pick<Place['quarter'], 'visits' | 'cellMeetings' | 'committeeMeetings'>;
export type Missing = Readonly<Record<keyof Tallies, number>>;

export function missingOf({ visits, cellMeetings, committeeMeetings }: Tallies): Missing {
  return { visits: missing(visits), cellMeetings: missing(cellMeetings), committeeMeetings: missing(committeeMeetings) };
}

export function missingInAll(tallies: Tallies): number {
  const { visits, cellMeetings, committeeMeetings } = missingOf(tallies);
  return visits + cellMeetings + committeeMeetings;
}

function missing({ done, owed }: Tallies['visits']): number {
  return Math.max((owed ?? 0) - done, 0);
}
