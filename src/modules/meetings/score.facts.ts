/**
 * What is recorded of a meeting beside a criterion by which it scores itself, and whether that bears full points. It says, it
 * forbids nothing: a cell may know more than was noted. Criteria of a frame's own are known by no code, and say nothing. Pure.
 */
import type { WholeMeeting } from './meeting.record.ts';
import { isThere } from './meeting.roll.ts';
import { isHeld, lengthOf } from './meeting.ts';
import { meetingOf } from './meeting.whole.ts';

export type ScoreFact =
  | { readonly is: 'papers'; readonly count: number; readonly isShort: boolean }
  | { readonly is: 'attendance'; readonly there: number; readonly expected: number; readonly above: number | null; readonly isShort: boolean }
  | { readonly is: 'length'; readonly minutes: number; readonly least: number | null; readonly isShort: boolean }
  | { readonly is: 'lengthUnknown'; readonly isShort: boolean }
  | { readonly is: 'opinions'; readonly count: number; readonly speakers: number; readonly isShort: boolean }
  | { readonly is: 'conclusions'; readonly count: number; readonly due: number; readonly isShort: boolean }
  | { readonly is: 'minutes'; readonly isWritten: boolean; readonly isShort: boolean };

/** By the code of the criterion. */
export function factOf(code: string, meeting: WholeMeeting): ScoreFact | undefined {
  switch (code) {
    case 'preparation': return papersOf(meeting);
    case 'attendance': return attendanceOf(meeting);
    case 'duration': return durationOf(meeting);
    case 'speaking': return opinionsOf(meeting);
    case 'conclusions': return conclusionsOf(meeting);
    case 'minutes': return minutesOf(meeting);
    default: return undefined;
  }
}

function papersOf({ files }: WholeMeeting): ScoreFact {
  const count = files.filter(({ kind }) => kind === 'paper').length;
  return { is: 'papers', count, isShort: count === 0 };
}

/** While the roll is called there is nothing to say yet. */
function attendanceOf({ roll, rules }: WholeMeeting): ScoreFact | undefined {
  const expected = roll.filter(({ basis }) => basis === 'expected');
  if (expected.length === 0 || expected.some(({ mark }) => mark === null)) return undefined;
  const there = expected.filter(isThere).length;
  const above = ruled(rules, 'meeting.attendanceShare');
  return { is: 'attendance', there, expected: expected.length, above, isShort: above !== null && there <= expected.length * above };
}

function durationOf(meeting: WholeMeeting): ScoreFact | undefined {
  if (!isHeld(meetingOf(meeting))) return undefined;
  const minutes = lengthOf(meeting);
  if (minutes === undefined) return { is: 'lengthUnknown', isShort: true };
  const least = ruled(meeting.rules, 'meeting.minMinutes') ?? ruled(meeting.rules, 'meeting.minMinutesWithTheme');
  return { is: 'length', minutes, least, isShort: least !== null && minutes < least };
}

/** Whose name was not wished is nobody's, and spoke all the same. */
function opinionsOf({ opinions }: WholeMeeting): ScoreFact {
  const named = new Set(opinions.flatMap(({ personId }) => personId ?? []));
  return { is: 'opinions', count: opinions.length, speakers: named.size, isShort: opinions.length === 0 };
}

function conclusionsOf({ conclusions }: WholeMeeting): ScoreFact {
  const due = conclusions.filter(({ dueOn }) => dueOn !== null).length;
  return { is: 'conclusions', count: conclusions.length, due, isShort: due === 0 };
}

/** Nobody writes them before the meeting is over. */
function minutesOf(meeting: WholeMeeting): ScoreFact | undefined {
  if (!isHeld(meetingOf(meeting))) return undefined;
  const isWritten = meeting.text !== null && meeting.text.trim() !== '';
  return { is: 'minutes', isWritten, isShort: !isWritten };
}

function ruled(rules: WholeMeeting['rules'], key: string): number | null {
  return rules.find((rule) => rule.key === key)?.value ?? null;
}
