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
import { adopt, isAhead, refuseIn, writeMinutes, type Meeting, type Plan, type Score } from './meeting.ts';

interface Compared<Value> {
  /** What is compared, by the names under which is kept who set it (`meeting.hands.ts`). */
  readonly keys: readonly string[];
  readonly seen: Value | undefined;
  readonly stands: Value;
  readonly sent: Value;
}

function refusalOfOther<Value>({ keys, seen, stands, sent }: Compared<Value>): Refusal | undefined {
  if (seen === undefined || isSame(stands, seen) || isSame(stands, sent)) return undefined;
  return refuseOther(stands, keys);
}

function refuseOther(value: unknown, keys: readonly string[]): Refusal {
  return refuse('meetings.changedMeanwhile', 'conflict', { value, keys });
}

/** Something that a meeting has one of. */
export interface Single<Value> {
  readonly key: string;
  readonly find: (meeting: Meeting) => Value;
}

/** What a rule made of the meeting, unless something else stood in its place than was seen. */
export function unlessOther<Value>(before: Meeting, after: Meeting | Refusal, { of, seen }: { readonly of: Single<Value>; readonly seen: Value | undefined }): Meeting | Refusal {
  return isRefusal(after) ? after : refusalOfOther({ keys: [of.key], seen, stands: of.find(before), sent: of.find(after) }) ?? after;
}

export const pointsOf: Single<Score['points'] | null> = { key: 'score', find: ({ score }) => score?.points ?? null };
export const dayHeld: Single<Day> = { key: 'on', find: ({ on }) => on };
/** The same text is another one once it is to be looked over again. */
export const minutesOf: Single<SeenMinutes> = { key: 'minutes', find: ({ minutes, areMinutesStale }) => ({ text: minutes, isStale: areMinutesStale }) };

export interface SeenMinutes {
  readonly text: string | null;
  readonly isStale: boolean;
}

/** Minutes as the refusal of an adoption tells them; once they are adopted no other text can take their place. */
export interface StandingMinutes extends SeenMinutes {
  readonly adoptedOn: Day | null;
}

export interface Adoption {
  readonly on: Day;
  /** To be saved and adopted in place of what stands; without it what was seen is adopted. */
  readonly text?: string | undefined;
  readonly seen?: SeenMinutes | undefined;
}

/** Two who adopt different texts, or on different days: the second is shown what the first has adopted. */
export function adoptSeen(meeting: Meeting, { on, text, seen, today }: Adoption & { readonly today: Day }): Meeting | Refusal {
  const other = seen && refusalOfOtherMinutes(meeting, { on, text, seen });
  if (other) return other;
  const written = text === undefined ? meeting : writeMinutes(meeting, { text });
  return isRefusal(written) ? written : adopt(written, { on, today });
}

function refusalOfOtherMinutes(meeting: Meeting, { on, text, seen }: Adoption & { readonly seen: SeenMinutes }): Refusal | undefined {
  const { progress } = meeting;
  const stands = minutesOf.find(meeting);
  const sent: SeenMinutes = text === undefined ? seen : { text, isStale: false };
  if (progress.is === 'adopted') return stands.text === sent.text && progress.on === on ? undefined : refuseOther({ ...stands, adoptedOn: progress.on }, ['adoption']);
  if (progress.is !== 'closed' || isSame(stands, seen) || isSame(stands, sent)) return undefined;
  return refuseOther({ ...stands, adoptedOn: null }, [minutesOf.key]);
}

/** The refused adoption again, with the text that was looked at; undefined where another text is adopted already, or none was looked at. */
export function adoptionAgain<Given extends Adoption>(input: Given, { adoptedOn, ...stands }: StandingMinutes): Given | undefined {
  const text = textAdopted(input);
  return adoptedOn !== null || text === null ? undefined : { ...input, text, seen: stands };
}

/** Adopting the text that stands; undefined where that is done already. */
export function adoptionOfTheirs<Given extends Adoption>({ text: _text, ...input }: Given, { adoptedOn, ...stands }: StandingMinutes): Omit<Given, 'text'> | undefined {
  return adoptedOn === null ? { ...input, seen: stands } : undefined;
}

export function textAdopted({ text, seen }: Adoption): string | null {
  return text ?? seen?.text ?? null;
}

export type SeenAnswer = Omit<GivenAnswer, 'personId'>;

export function refusalOfOtherAnswer({ before, after, seen }: { readonly before: MeetingAnswer | undefined; readonly after: GivenAnswer; readonly seen: SeenAnswer | undefined }): Refusal | undefined {
  return refusalOfOther({ keys: [], seen, stands: answerOf(before), sent: answerOf(after) });
}

function answerOf(given: GivenAnswer | undefined): SeenAnswer {
  return { answer: given?.answer ?? null, reason: given?.reason ?? null, decision: given?.decision ?? null };
}

/** Points added or taken out meanwhile leave the order of the others as it is. */
export function arrangeSeen(meeting: Meeting, { itemIds, seen }: { readonly itemIds: readonly string[]; readonly seen?: readonly string[] | undefined }): Meeting | Refusal {
  const left = seen?.filter((id) => meeting.agenda.some((item) => item.id === id));
  const order: Single<readonly string[]> = { key: 'order', find: ({ agenda }) => agenda.map(({ id }) => id as string).filter((id) => left?.includes(id)) };
  return unlessOther(meeting, arrange(meeting, { itemIds }), { of: order, seen: left });
}

export type PlanChange = Omit<Plan, 'on'>;

export const planFieldNames = ['kind', 'isExtended', 'starts', 'place', 'mode', 'topic', 'seriesId'] as const satisfies (keyof PlanChange)[];

/** The plan that is wanted: what was left as it was seen stays as it stands now. */
export function planOver(meeting: Meeting, { seen, ...given }: PlanChange & { readonly seen?: PlanChange | undefined }): PlanChange | Refusal {
  if (!seen) return given;
  if (!isAhead(meeting)) return refuseIn(meeting);
  const stands = planOf(meeting);
  const others = planFieldNames.filter((name) => given[name] !== seen[name] && stands[name] !== seen[name] && stands[name] !== given[name]);
  return others.length > 0 ? refuseOther(stands, others) : merged(given, { seen, stands });
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
