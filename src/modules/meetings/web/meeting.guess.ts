/**
 * What an act will make of the meeting on screen, shown before the server has answered: the same rules as there, run on
 * what the page holds. A refusal leaves it as it is; the server then says why.
 */
import { countRoll, hasQuorum, mark as markRoll, type Marking } from '../meeting.roll.ts';
import type { PartName } from '../meeting.parts.ts';
import type { Attendance, Meeting } from '../meeting.ts';
import type { WholeMeeting } from './meeting.words.ts';

export type Guess = (meeting: WholeMeeting) => WholeMeeting;

export function guessMarks(given: { readonly marks: readonly Marking[]; readonly rest: 'present' | 'online' | null }): Guess {
  return (meeting) => {
    const marked = markRoll(asOpen(meeting), given);
    if ('code' in marked) return meeting;
    const made = new Map(marked.roll.map((one) => [one.personId, one]));
    const roll = meeting.roll.map((entry) => ({ ...entry, mark: made.get(entry.person.id)?.mark ?? null, reason: made.get(entry.person.id)?.reason ?? null }));
    return counted({ ...meeting, roll });
  };
}

/** A piece in its place: behind the others, or where the one with its id stands. */
export function guessPiece<P extends PartName>(part: P, item: WholeMeeting[P][number]): Guess {
  return (meeting) => {
    const before: readonly { readonly id: string }[] = meeting[part];
    const isKnown = before.some(({ id }) => id === item.id);
    const after = isKnown ? before.map((one) => (one.id === item.id ? item : one)) : [...before, item];
    return counted({ ...meeting, [part]: after });
  };
}

export function guessWithout(part: PartName, itemId: string): Guess {
  return (meeting) => {
    const before: readonly { readonly id: string }[] = meeting[part];
    return counted({ ...meeting, [part]: before.filter(({ id }) => id !== itemId) });
  };
}

export function guessOrder(itemIds: readonly string[]): Guess {
  return (meeting) => ({ ...meeting, agenda: meeting.agenda.toSorted((one, other) => itemIds.indexOf(one.id) - itemIds.indexOf(other.id)) });
}

function counted(meeting: WholeMeeting): WholeMeeting {
  const { expected, present, online, excused, absent, fullExpected, fullPresent } = countRoll(meeting.roll.map(attendanceOf));
  const guests = meeting.guests.filter(({ isPresent }) => isPresent);
  const heads = guests.filter(({ role }) => role === 'head').length;
  const isMet = hasQuorum({ expected, present, online, excused, absent, beside: 0, fullExpected, fullPresent }, meeting.quorum.rule.value) ?? null;
  return { ...meeting, counts: { expected, present, online, excused, absent, fullExpected, fullPresent, guests: guests.length, heads }, quorum: { ...meeting.quorum, isMet } };
}

/** As much of a meeting as the rule of marking reads. */
function asOpen(meeting: WholeMeeting): Meeting {
  const { state: _state, unit, roll, score: _score, text, isTextStale, ...same } = meeting;
  return {
    ...same, unitId: unit.id, roll: roll.map(attendanceOf), progress: { is: 'open' }, postponedBecause: null, openedOn: null, score: null, minutes: text, areMinutesStale: isTextStale,
  };
}

function attendanceOf({ person, basis, standing, mark, reason }: WholeMeeting['roll'][number]): Attendance {
  return { personId: person.id, basis, standing, mark, reason };
}
