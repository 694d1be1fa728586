/** Who of a roll has no mark yet, and marking those of them who are likely there. Pure but for the sending. */
import { call } from '../../../shell/api.ts';
import { meetingContract } from '../meeting.contract.ts';
import type { RollEntry, WholeMeeting } from '../meeting.record.ts';
import type { Step } from './live.meeting.ts';
import { guessMarks } from './meeting.guess.ts';

export interface RollRest {
  readonly unmarked: readonly RollEntry[];
  /** Of those unmarked: working far from home by the register. Nobody takes them for present; each is marked by name. */
  readonly away: readonly RollEntry[];
  readonly likely: readonly RollEntry[];
}

export function restOf({ roll }: Pick<WholeMeeting, 'roll'>): RollRest {
  const unmarked = roll.filter(({ basis, mark }) => basis === 'expected' && mark === null);
  return { unmarked, away: unmarked.filter(({ isAway }) => isAway), likely: unmarked.filter(({ isAway }) => !isAway) };
}

/** They become present: each by name, so that whom another has marked absent meanwhile is told. */
export function markingPresent({ id }: Pick<WholeMeeting, 'id'>, entries: readonly RollEntry[], told: string): Step {
  const unseen = { mark: null, reason: null };
  const there = { mark: 'present', reason: null } as const;
  const marks = entries.map(({ person }) => ({ personId: person.id, ...there, seen: unseen }));
  const back = entries.map(({ person }) => ({ personId: person.id, ...unseen, seen: there }));
  return { send: () => call(meetingContract.mark, { id, marks }), guess: guessMarks({ marks, rest: null }), told, undo: () => call(meetingContract.mark, { id, marks: back }) };
}
