/**
 * What an act will make of the meeting on screen, shown before the server has answered: the same rules as there, run on
 * what the page holds. A refusal leaves it as it is; the server then says why.
 */
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { appointSeen, type Appointment } from '../meeting.officials.ts';
import { arrange, put, remove, type Part, type PartName } from '../meeting.parts.ts';
import type { WholeMeeting } from '../meeting.record.ts';
import { mark, type Marking } from '../meeting.roll.ts';
import type { Meeting } from '../meeting.ts';
import { answersOn, attendanceOf, meetingOf, wholeAfter } from '../meeting.whole.ts';

export type Guess = (meeting: WholeMeeting) => WholeMeeting;

export function guessMarks(given: { readonly marks: readonly Marking[]; readonly rest: 'present' | 'online' | null }): Guess {
  return guessBy((meeting) => mark(meeting, given));
}

/** A piece in its place: behind the others, or where the one with its id stands. */
export function guessPiece(piece: Part): Guess {
  return guessBy((meeting) => put(meeting, piece));
}

export function guessWithout(part: PartName, itemId: string): Guess {
  return guessBy((meeting) => remove(meeting, { part, itemId }));
}

export function guessOrder(itemIds: readonly string[]): Guess {
  return guessBy((meeting) => arrange(meeting, { itemIds }));
}

export function guessAppointed(given: Appointment): Guess {
  return guessBy((meeting) => appointSeen(meeting, given));
}

function guessBy(rule: (meeting: Meeting) => Meeting | Refusal): Guess {
  return (whole) => {
    const after = rule(meetingOf(whole));
    if (isRefusal(after)) return whole;
    const names = new Map([...whole.roll.map(({ person }) => [person.id, person.fullName] as const), ...whole.conclusions.flatMap(({ ownerId, owner }) => (ownerId && owner ? [[ownerId, owner] as const] : []))]);
    const roll = after.roll.length > 0 ? after.roll : whole.roll.map(attendanceOf);
    return wholeAfter(whole, after, { roll, answers: answersOn(whole.roll), nameOf: (id) => names.get(id as Meeting['roll'][number]['personId']) ?? '' });
  };
}
