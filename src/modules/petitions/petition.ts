/**
 * A petition of a place: received, passed on to the body that decides, taken up, answered, and settled only when the place has
 * confirmed so (11-QĐi/TW of 18/2/2019 with 215-KL/TW of 23/11/2025; rulebook R10.1–R10.5). Pure: each rule answers the petition as
 * it then is, or a refusal.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { Channel, Outcome, Source, State, StepKind } from './petition.kinds.ts';

/** What is asked for, as the place writes it down and corrects it. */
export interface Asking {
  readonly topic: string;
  readonly text: string;
  /** How many people stand behind it, where somebody has counted them. */
  readonly peopleBehind: number | null;
  readonly raisedOn: Day;
}

/** Where it stands: the body in the system, and whom the body has sent it to where that one is not in the system. */
export interface Standing {
  readonly bodyId: Id<'unit'>;
  readonly outside: string | null;
}

export interface Answer {
  readonly outcome: Outcome;
  readonly text: string;
  /** By when, of what is planned. */
  readonly plannedOn: Day | null;
}

export interface Step {
  readonly kind: StepKind;
  readonly on: Day;
  readonly by: Id<'account'> | null;
  /** The unit for which it was done. */
  readonly unitId: Id<'unit'>;
  readonly words: string;
  /** To which body it went, what was answered. */
  readonly to?: Standing;
  readonly answer?: Answer;
  /** What was written before it was corrected. */
  readonly was?: Asking;
  /** How it stood before: what taking the step back restores. */
  readonly before: Partial<Moved> | null;
}

/** What acts change. */
export interface Moved extends Standing {
  readonly state: State;
  /** The last day of the clock that runs. */
  readonly dueOn: Day;
  /** Since when the body has it. */
  readonly sinceOn: Day;
  readonly sentById: Id<'unit'> | null;
  readonly outcome: Outcome | null;
  readonly plannedOn: Day | null;
  readonly answeredOn: Day | null;
  readonly finalOn: Day | null;
  readonly firstDays: number | null;
  readonly finalDays: number | null;
  readonly closedOn: Day | null;
  readonly moves: number;
  readonly reopenings: number;
}

export interface Petition extends Asking, Moved {
  readonly id: Id<'petition'>;
  readonly unitId: Id<'unit'>;
  readonly source: Source;
  readonly sourceId: Id | null;
  readonly channel: Channel | null;
  /** The one of the same matter that it is handled with. */
  readonly leadId: Id<'petition'> | null;
  /** The same matter raised before, which came back. */
  readonly earlierId: Id<'petition'> | null;
  readonly steps: readonly Step[];
  readonly version: number;
}

/** Who acts, when, and for which unit; an empty text where nothing is said. */
export interface Doing {
  readonly on: Day;
  readonly by: Id<'account'> | null;
  readonly unitId: Id<'unit'>;
  readonly words?: string;
}

export const mostSteps = 100;

export const openStates: readonly State[] = ['received', 'routed', 'accepted', 'reopened'];
/** Waits for a body. */
export function isOpen({ state }: Pick<Petition, 'state'>): boolean {
  return openStates.includes(state);
}

/** Late for its answer: the clock ends with the last day. A plan is late after its own day. */
export function isLate({ state, dueOn, outcome, plannedOn }: Pick<Petition, 'state' | 'dueOn' | 'outcome' | 'plannedOn'>, today: Day): boolean {
  return isOpen({ state }) ? dueOn < today : state === 'answered' && outcome === 'planned' && plannedOn !== null && plannedOn < today;
}

type Raising = Pick<Petition, 'id' | 'unitId' | 'source' | 'sourceId' | 'channel' | 'bodyId' | 'dueOn' | 'earlierId'> & { readonly asking: Asking };

export function raise({ asking, ...of }: Raising, doing: Doing): Petition | Refusal {
  if (asking.raisedOn > doing.on) return refuse('petitions.inFuture', 'invalid', { today: doing.on });
  const nothing = { outside: null, sentById: null, outcome: null, plannedOn: null, answeredOn: null, finalOn: null, firstDays: null, finalDays: null, closedOn: null, moves: 0, reopenings: 0, leadId: null, version: 0 };
  return { ...nothing, ...asking, ...of, state: 'received', sinceOn: asking.raisedOn, steps: [{ kind: 'raised', on: asking.raisedOn, by: doing.by, unitId: of.unitId, words: '', before: null }] };
}

/** While nobody has taken it up. The clock of who received it runs from the day on which it was raised: from the one that stands then. */
export function correct(petition: Petition, { dueOn, ...asking }: Asking & Pick<Petition, 'dueOn'>, doing: Doing): Petition | Refusal {
  if (petition.state !== 'received' && petition.state !== 'routed') return refuse('petitions.isTakenUp', 'conflict');
  if (asking.raisedOn > doing.on) return refuse('petitions.inFuture', 'invalid', { today: doing.on });
  const clock = petition.state === 'received' ? { dueOn, sinceOn: asking.raisedOn } : {};
  const { topic, text, peopleBehind, raisedOn } = petition;
  return grown(petition, { ...petition, ...asking, ...clock }, { kind: 'corrected', doing, was: { topic, text, peopleBehind, raisedOn } });
}

interface Passing extends Standing {
  /** By the rule at the body that it goes to. */
  readonly dueOn: Day;
}

/** Passed on for the first time, by the office that received it. */
export function route(petition: Petition, to: Passing, doing: Doing): Petition | Refusal {
  if (petition.state !== 'received') return refuse('petitions.isRouted', 'conflict');
  return passed(petition, to, { kind: 'routed', doing });
}

/** Whoever is not competent says who is, and the petition goes there: it is never left with nobody. */
export function refuseIt(petition: Petition, to: Passing, doing: Doing): Petition | Refusal {
  if (!isOpen(petition) || petition.state === 'received') return refuse('petitions.cannotNow', 'conflict');
  if (to.bodyId === petition.bodyId && to.outside === petition.outside) return refuse('petitions.sameBody', 'invalid');
  return passed(petition, to, { kind: 'refused', doing, moves: petition.moves + 1 });
}

function passed(petition: Petition, { bodyId, outside, dueOn }: Passing, { kind, doing, moves = petition.moves }: { readonly kind: StepKind; readonly doing: Doing; readonly moves?: number }): Petition | Refusal {
  const state = petition.state === 'reopened' ? 'reopened' : 'routed';
  return grown(petition, { ...petition, state, bodyId, outside, dueOn, sinceOn: doing.on, sentById: petition.bodyId, moves }, { kind, doing, to: { bodyId, outside } });
}

/** The office that received it may take it up itself. */
export function accept(petition: Petition, doing: Doing): Petition | Refusal {
  if (!isOpen(petition) || petition.state === 'accepted') return refuse('petitions.cannotNow', 'conflict');
  return grown(petition, { ...petition, state: 'accepted' }, { kind: 'accepted', doing });
}

interface Answered extends Answer {
  /** Working days since the petition was raised. */
  readonly days: number;
}

/** Also anew while the place has not confirmed it: what was planned is reported done. */
export function answer(petition: Petition, { days, ...given }: Answered, doing: Doing): Petition | Refusal {
  if (!isOpen(petition) && petition.state !== 'answered') return refuse('petitions.isClosed', 'conflict');
  if ((given.outcome === 'planned') !== (given.plannedOn !== null)) return refuse('petitions.planNeedsDay', 'invalid');
  if (given.plannedOn !== null && given.plannedOn < doing.on) return refuse('petitions.planInPast', 'invalid', { today: doing.on });
  const isFinal = given.outcome !== 'planned';
  const after: Petition = {
    ...petition, state: 'answered', outcome: given.outcome, plannedOn: given.plannedOn, answeredOn: petition.answeredOn ?? doing.on, firstDays: petition.firstDays ?? days,
    finalOn: isFinal ? doing.on : null, finalDays: isFinal ? days : null,
  };
  return grown(petition, after, { kind: 'answered', doing, answer: given });
}

/** By the place, of what was answered for good; a plan is waited for. */
export function confirm(petition: Petition, doing: Doing): Petition | Refusal {
  if (petition.state !== 'answered') return refuse('petitions.notAnswered', 'conflict');
  if (petition.outcome === 'planned') return refuse('petitions.stillPlanned', 'conflict', { day: petition.plannedOn });
  return grown(petition, { ...petition, state: 'confirmed', closedOn: doing.on }, { kind: 'confirmed', doing });
}

/** The place says that it is not settled: the second instance, with a clock of its own. */
export function reopen(petition: Petition, { dueOn }: { readonly dueOn: Day }, doing: Doing): Petition | Refusal {
  if (petition.state !== 'answered' && petition.state !== 'confirmed') return refuse('petitions.notAnswered', 'conflict');
  const after: Petition = { ...petition, state: 'reopened', dueOn, sinceOn: doing.on, outcome: null, plannedOn: null, finalOn: null, finalDays: null, closedOn: null, reopenings: petition.reopenings + 1 };
  return grown(petition, after, { kind: 'reopened', doing });
}

/** Wrote the answer that the place is to look at: who did never speaks for the place. */
export function hasAnswered({ answeredOn, steps }: Pick<Petition, 'answeredOn' | 'steps'>, by: Id<'account'> | null): boolean {
  return by !== null && answeredOn !== null && steps.findLast(({ kind }) => kind === 'answered')?.by === by;
}

export function withdraw(petition: Petition, doing: Doing): Petition | Refusal {
  if (!isOpen(petition)) return refuse('petitions.isClosed', 'conflict');
  return grown(petition, { ...petition, state: 'withdrawn', closedOn: doing.on }, { kind: 'withdrawn', doing });
}

/** Handled with another of the same matter, or by itself again. */
export function group(petition: Petition, leadId: Id<'petition'> | null, doing: Doing): Petition | Refusal {
  if (!isOpen(petition)) return refuse('petitions.isClosed', 'conflict');
  if (leadId === petition.id) return refuse('petitions.groupedWithItself', 'invalid');
  return grown(petition, { ...petition, leadId }, { kind: leadId === null ? 'ungrouped' : 'grouped', doing });
}

const reversible: readonly StepKind[] = ['routed', 'accepted', 'refused', 'answered', 'confirmed', 'reopened', 'withdrawn'];
/** Acts of the place; the others are of bodies. */
export const placesSteps: readonly StepKind[] = ['confirmed', 'reopened', 'withdrawn'];

/** The step that can be taken back: the last one, where it moved the petition. */
export function lastReversible({ steps }: Pick<Petition, 'steps'>): Step | undefined {
  const last = steps.at(-1);
  return last && last.before !== null && reversible.includes(last.kind) ? last : undefined;
}

/** The trace of it stays. */
export function takeBack(petition: Petition, doing: Doing): Petition | Refusal {
  const last = lastReversible(petition);
  if (!last) return refuse('petitions.nothingToTakeBack', 'conflict');
  return grown(petition, { ...petition, ...last.before }, { kind: 'takenBack', doing });
}

interface Growing {
  readonly kind: StepKind;
  readonly doing: Doing;
  readonly to?: Standing;
  readonly answer?: Answer;
  readonly was?: Asking;
}

function grown(before: Petition, after: Petition, { kind, doing, to, answer: given, was }: Growing): Petition | Refusal {
  if (before.steps.length >= mostSteps) return refuse('petitions.tooManySteps', 'conflict', { most: mostSteps });
  const { on, by, unitId, words = '' } = doing;
  const step: Step = { kind, on, by, unitId, words, ...(to ? { to } : {}), ...(given ? { answer: given } : {}), ...(was ? { was } : {}), before: kind === 'takenBack' ? null : changedFrom(before, after) };
  return { ...after, steps: [...before.steps, step] };
}

const moved = ['state', 'bodyId', 'outside', 'dueOn', 'sinceOn', 'sentById', 'outcome', 'plannedOn', 'answeredOn', 'finalOn', 'firstDays', 'finalDays', 'closedOn', 'moves', 'reopenings'] as const satisfies readonly (keyof Moved)[];

function changedFrom(before: Petition, after: Petition): Partial<Moved> {
  return Object.fromEntries(moved.filter((key) => before[key] !== after[key]).map((key) => [key, before[key]]));
}
