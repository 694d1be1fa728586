/** The roll of a meeting: marking it, and what it comes to. Expected are those of the basis `expected`; whoever else comes is welcome and counted apart. Pure. */
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { Id } from '../../platform/ids.ts';
import { refuseIn, type Attendance, type Meeting } from './meeting.ts';
import type { LeaveReason, Mark } from './meeting.kinds.ts';

export interface Marking {
  readonly personId: Id<'person'>;
  /** Null takes the mark back. */
  readonly mark: Mark | null;
  readonly reason: LeaveReason | null;
}

/** `rest`: everybody expected who has no mark yet gets this one, after the others were marked. */
export function mark(meeting: Meeting, { marks, rest }: { marks: readonly Marking[]; rest: 'present' | 'online' | null }): Meeting | Refusal {
  if (meeting.progress.is !== 'open') return refuseIn(meeting);
  const given = new Map(marks.map((one) => [one.personId, one]));
  const known = new Set(meeting.roll.map(({ personId }) => personId));
  if (marks.some(({ personId }) => !known.has(personId))) return refuse('meetings.notOnRoll', 'conflict');
  if (marks.some(({ mark: made, reason }) => made === 'excused' && reason === null)) return refuse('meetings.leaveWithoutReason', 'invalid');
  // Whoever is not expected may come, and misses nothing by staying away.
  const beside = new Set(meeting.roll.filter(({ basis }) => basis !== 'expected').map(({ personId }) => personId));
  if (marks.some(({ personId, mark: made }) => beside.has(personId) && (made === 'excused' || made === 'absent'))) return refuse('meetings.notExpected', 'conflict');
  const marked = meeting.roll.map((one): Attendance => {
    const made = given.get(one.personId);
    // A reason goes with leave alone.
    if (made) return { ...one, mark: made.mark, reason: made.mark === 'excused' ? made.reason : null };
    return rest !== null && one.mark === null && one.basis === 'expected' ? { ...one, mark: rest } : one;
  });
  return { ...meeting, roll: marked };
}

export interface RollCount {
  readonly expected: number;
  /** Of those expected: in the room, and taking part from elsewhere. */
  readonly present: number;
  readonly online: number;
  readonly excused: number;
  readonly absent: number;
  /** Came without being expected: exempt members, those away, those of another cell for now. */
  readonly beside: number;
  readonly fullExpected: number;
  readonly fullPresent: number;
}

export function countRoll(roll: readonly Attendance[]): RollCount {
  const expected = roll.filter(({ basis }) => basis === 'expected');
  const marked = (mark: Mark) => expected.filter((one) => one.mark === mark).length;
  const full = expected.filter(({ standing }) => standing === 'full');
  return {
    expected: expected.length, present: marked('present'), online: marked('online'), excused: marked('excused'), absent: marked('absent'),
    beside: roll.filter((one) => one.basis !== 'expected' && isThere(one)).length,
    fullExpected: full.length, fullPresent: full.filter(isThere).length,
  };
}

export function isThere({ mark }: Pick<Attendance, 'mark'>): boolean {
  return mark === 'present' || mark === 'online';
}

/** More than the share of the full members expected: only they vote (Charter; the share is a rule). Undefined where none is. */
export function hasQuorum({ fullExpected, fullPresent }: RollCount, share: number): boolean | undefined {
  return fullExpected === 0 ? undefined : fullPresent > fullExpected * share;
}
