/**
 * What a meeting has one of, set by two who did not see each other: score, an answer, the day, the plan, the order of the agenda,
 * the minutes. As with marks and pieces (`meeting.conflict.ts`) the second is refused and shown theirs (`value`), where it
 * tells what it saw and neither that nor what it sends stands there. Pure.
 */
import { canonicalJson } from '../../platform/canonical.ts';
import type { Day } from '../../platform/day.ts';
import { isRefusal, refuse, type Refusal } from '../../platform/problem.ts';
import type { GivenAnswer } from './meeting.answers.ts';
import { arrange } from './meeting.parts.ts';
import type { MeetingAnswer } from './meeting.record.ts';
import { isAhead, refuseIn, type Meeting, type Plan, type Score } from './meeting.ts';

interface Compared<Value> {
  readonly seen: Value | undefined;
  readonly stands: Value;
  readonly sent: Value;
}

function refusalOfOther<Value>({ seen, stands, sent }: Compared<Value>): Refusal | undefined {
  if (seen === undefined || isSame(stands, seen) || isSame(stands, sent)) return undefined;
  return refuse('meetings.changedMeanwhile', 'conflict', { value: stands });
}

/** What a rule made of the meeting, unless something else stood in its place than was seen. */
export function unlessOther<Value>(before: Meeting, after: Meeting | Refusal, { of, seen }: { readonly of: (meeting: Meeting) => Value; readonly seen: Value | undefined }): Meeting | Refusal {
  return isRefusal(after) ? after : refusalOfOther({ seen, stands: of(before), sent: of(after) }) ?? after;
}

export function pointsOf({ score }: Meeting): Score['points'] | null {
  return score?.points ?? null;
}

export function dayHeld({ on }: Meeting): Day {
  return on;
}

/** The same text is another one once it is to be looked over again. */
export function minutesOf({ minutes, areMinutesStale }: Meeting): SeenMinutes {
  return { text: minutes, isStale: areMinutesStale };
}

export interface SeenMinutes {
  readonly text: string | null;
  readonly isStale: boolean;
}

export type SeenAnswer = Omit<GivenAnswer, 'personId'>;

export function refusalOfOtherAnswer({ before, after, seen }: { readonly before: MeetingAnswer | undefined; readonly after: GivenAnswer; readonly seen: SeenAnswer | undefined }): Refusal | undefined {
  return refusalOfOther({ seen, stands: answerOf(before), sent: answerOf(after) });
}

function answerOf(given: GivenAnswer | undefined): SeenAnswer {
  return { answer: given?.answer ?? null, reason: given?.reason ?? null, decision: given?.decision ?? null };
}

/** Points added or taken out meanwhile leave the order of the others as it is. */
export function arrangeSeen(meeting: Meeting, { itemIds, seen }: { readonly itemIds: readonly string[]; readonly seen?: readonly string[] | undefined }): Meeting | Refusal {
  const left = seen?.filter((id) => meeting.agenda.some((item) => item.id === id));
  const order = ({ agenda }: Meeting): readonly string[] => agenda.map(({ id }) => id as string).filter((id) => left?.includes(id));
  return unlessOther(meeting, arrange(meeting, { itemIds }), { of: order, seen: left });
}

export type PlanChange = Omit<Plan, 'on'>;

export const planFieldNames = ['kind', 'isExtended', 'starts', 'place', 'mode', 'topic', 'seriesId'] as const satisfies (keyof PlanChange)[];

/** The plan that is wanted: what was left as it was seen stays as it stands now. */
export function planOver(meeting: Meeting, { seen, ...given }: PlanChange & { readonly seen?: PlanChange | undefined }): PlanChange | Refusal {
  if (!seen) return given;
  if (!isAhead(meeting)) return refuseIn(meeting);
  const stands = planOf(meeting);
  const isOther = planFieldNames.some((name) => given[name] !== seen[name] && stands[name] !== seen[name] && stands[name] !== given[name]);
  return isOther ? refuse('meetings.changedMeanwhile', 'conflict', { value: stands }) : merged(given, { seen, stands });
}

function planOf({ kind, isExtended, starts, place, mode, topic, seriesId }: PlanChange): PlanChange {
  return { kind, isExtended, starts, place, mode, topic, seriesId };
}

function merged(given: PlanChange, { seen, stands }: { readonly seen: PlanChange; readonly stands: PlanChange }): PlanChange {
  return { ...stands, ...Object.fromEntries(planFieldNames.filter((name) => given[name] !== seen[name]).map((name) => [name, given[name]])) };
}

/** The refused plan again, against theirs: what was left alone is as they have it. */
export function planAgain(input: PlanChange & { readonly seen: PlanChange }, stands: PlanChange): PlanChange & { readonly seen: PlanChange } {
  return { ...input, ...merged(input, { seen: input.seen, stands }), seen: stands };
}

/** What is left of it where theirs is kept; undefined where nothing is. */
export function planLeft(input: PlanChange & { readonly seen: PlanChange }, stands: PlanChange): (PlanChange & { readonly seen: PlanChange }) | undefined {
  const theirs = Object.fromEntries(planFieldNames.filter((name) => stands[name] !== input.seen[name]).map((name) => [name, stands[name]]));
  const left = { ...planAgain(input, stands), ...theirs };
  return planFieldNames.every((name) => left[name] === stands[name]) ? undefined : left;
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
