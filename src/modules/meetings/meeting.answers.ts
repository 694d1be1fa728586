/** Answers to the invitation, and what becomes of them when the meeting is opened. Pure. */
import { isRefusal, refuse, type Refusal } from '../../platform/problem.ts';
import type { MeetingAnswer } from './meeting.record.ts';
import { mark } from './meeting.roll.ts';
import { isAhead, open, refuseIn, type Attendance, type Meeting } from './meeting.ts';

/** Without an answer the one that was given is taken back. */
export type GivenAnswer = Omit<MeetingAnswer, 'answer'> & { readonly answer: MeetingAnswer['answer'] | null };

/** Whether the person is on the roll of the day is asked apart. */
export function refusalOfAnswer(meeting: Pick<Meeting, 'progress'>, { answer, reason }: Pick<GivenAnswer, 'answer' | 'reason'>): Refusal | undefined {
  if (!isAhead(meeting)) return refuseIn(meeting);
  return answer === 'leave' && reason === null ? refuse('meetings.leaveWithoutReason', 'invalid') : undefined;
}

/** The same answer once more leaves what was decided about it as it is. */
export function answerAfter(before: MeetingAnswer | undefined, { personId, answer, reason, decision }: GivenAnswer): GivenAnswer {
  if (answer !== 'leave') return { personId, answer, reason: null, decision: null };
  const isSame = before?.answer === 'leave' && before.reason === reason;
  return { personId, answer, reason, decision: decision ?? (isSame ? before.decision : null) };
}

type Opening = Parameters<typeof open>[1] & { readonly roll: readonly Attendance[]; readonly answers: readonly MeetingAnswer[] };

/** Who was given leave beforehand is marked so; nobody was asked about another day than the planned one. */
export function openWith(meeting: Meeting, { answers, ...given }: Opening): Meeting | Refusal {
  const begun = open(meeting, given);
  if (isRefusal(begun)) return begun;
  if (!given.roll.some(({ basis }) => basis === 'expected')) return refuse('meetings.nobody', 'conflict');
  const known = new Set(given.roll.map(({ personId }) => personId));
  const granted = given.on === meeting.on ? answers.filter(({ decision, personId }) => decision === 'granted' && known.has(personId)) : [];
  return mark(begun, { marks: granted.map(({ personId, reason }) => ({ personId, mark: 'excused', reason: reason ?? 'other' })), rest: null });
}
