/**
 * A shortcoming of a unit or of somebody who holds a post there: found somewhere, put right by a measure until a day, proven by
 * figures, and settled only when the body that raised it has confirmed so (43-HD/BTCTW: measures and deadline of remedy, and what
 * became of what was noted before, belong into each review; rulebook R4.14). Pure: each rule answers the shortcoming as it then
 * is, or a refusal.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { FoundIn, State, StepKind, Topic } from './shortcoming.kinds.ts';
import { isProven, proofRefusal, type Proof, type Source } from './shortcoming.proof.ts';

/** What was found, as the body that raised it writes it down and corrects it. */
export interface Finding {
  readonly foundIn: FoundIn;
  readonly foundOn: Day;
  readonly source: Source | null;
  readonly topic: Topic;
  readonly what: string;
  /** The same topic found before. */
  readonly earlierId: Id<'shortcoming'> | null;
}

/** How it is put right, as the unit says. */
export interface Measure {
  readonly cause: string;
  readonly measure: string;
  readonly ownerId: Id<'person'> | null;
  readonly dueOn: Day | null;
  readonly proofs: readonly Proof[];
}

export interface Step {
  readonly kind: StepKind;
  readonly on: Day;
  readonly by: Id<'account'> | null;
  readonly words: string;
  /** How it stood before. */
  readonly from: State | null;
  /** What the step wrote over: nothing of a finding is lost, and no deadline moves unseen. */
  readonly former?: Former;
}

export type Former = Partial<Finding & Pick<Measure, 'dueOn'>>;

export interface Shortcoming extends Finding, Measure {
  readonly id: Id<'shortcoming'>;
  /** Where it is put right. */
  readonly unitId: Id<'unit'>;
  /** Of a post-holder; null where it is one of the unit. */
  readonly personId: Id<'person'> | null;
  readonly raisedById: Id<'unit'>;
  readonly state: State;
  /** What was reached, as reported. */
  readonly result: string;
  readonly steps: readonly Step[];
  readonly reportedOn: Day | null;
  /** The day on which it was confirmed remedied or withdrawn. */
  readonly closedOn: Day | null;
  readonly version: number;
}

/** Who acts, and when; an empty text where nothing is said. */
export interface Doing {
  readonly on: Day;
  readonly by: Id<'account'> | null;
  readonly words?: string;
}

export const mostSteps = 200;

const open: readonly State[] = ['noted', 'measureSet', 'remedying', 'reported', 'returned'];
export const openStates = open;

export function isOpen({ state }: Pick<Shortcoming, 'state'>): boolean {
  return open.includes(state);
}

/** What was reported in time waits for the body that raised it: the unit is not late. */
export function isLate({ state, dueOn, reportedOn }: Pick<Shortcoming, 'state' | 'dueOn' | 'reportedOn'>, today: Day): boolean {
  return isOpen({ state }) && dueOn !== null && dueOn < today && !(reportedOn !== null && reportedOn <= dueOn);
}

type Noting = Pick<Shortcoming, 'id' | 'unitId' | 'personId' | 'raisedById' | 'cause'> & { readonly finding: Finding };

export function note({ finding, ...of }: Noting, doing: Doing): Shortcoming | Refusal {
  const nothing = { measure: '', ownerId: null, dueOn: null, proofs: [], result: '', reportedOn: null, closedOn: null, version: 0 };
  return findingRefusal(finding, of.id, doing.on) ?? { ...finding, ...of, ...nothing, state: 'noted', steps: [stepOf('noted', doing, null)] };
}

export function correct(shortcoming: Shortcoming, finding: Finding, doing: Doing): Shortcoming | Refusal {
  if (!isOpen(shortcoming)) return refuse('shortcomings.isClosed', 'conflict');
  return findingRefusal(finding, shortcoming.id, doing.on) ?? grown({ ...shortcoming, ...finding }, 'corrected', { ...doing, former: overwritten(shortcoming, finding) }, shortcoming.state);
}

function overwritten(before: Shortcoming, finding: Finding): Former {
  const changed = (Object.keys(finding) as (keyof Finding)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(finding[key]));
  return Object.fromEntries(changed.map((key) => [key, before[key]]));
}

/** Also anew, while it is not reported: a deadline that is put off with the reason, another owner, a figure that proves it. */
export function setMeasure(shortcoming: Shortcoming, measure: Measure, doing: Doing): Shortcoming | Refusal {
  if (!isOpen(shortcoming)) return refuse('shortcomings.isClosed', 'conflict');
  if (shortcoming.state === 'reported') return refuse('shortcomings.isReported', 'conflict');
  if (measure.dueOn !== null && measure.dueOn < shortcoming.foundOn) return refuse('shortcomings.dueBeforeFound', 'invalid', { from: shortcoming.foundOn });
  if (isPutOff(shortcoming.dueOn, measure.dueOn) && !doing.words) return refuse('shortcomings.putOffReason', 'invalid', { due: shortcoming.dueOn });
  const state = shortcoming.state === 'noted' ? 'measureSet' : shortcoming.state;
  const former = measure.dueOn === shortcoming.dueOn ? {} : { former: { dueOn: shortcoming.dueOn } };
  return proofRefusal(measure.proofs) ?? grown({ ...shortcoming, ...measure, state }, 'measureSet', { ...doing, ...former }, shortcoming.state);
}

/** Later than it was, or taken off. */
export function isPutOff(before: string | null, after: string | null): boolean {
  return before !== null && (after === null || after > before);
}

/** The deadline that was set first. */
export function firstDueOn({ steps, dueOn }: Pick<Shortcoming, 'steps' | 'dueOn'>): Day | null {
  return steps.find(({ former }) => former?.dueOn)?.former?.dueOn ?? dueOn;
}

export function begin(shortcoming: Shortcoming, doing: Doing): Shortcoming | Refusal {
  if (shortcoming.state === 'noted') return refuse('shortcomings.measureMissing', 'conflict');
  if (shortcoming.state !== 'measureSet' && shortcoming.state !== 'returned') return refuse('shortcomings.cannotNow', 'conflict');
  return grown({ ...shortcoming, state: 'remedying' }, 'begun', doing, shortcoming.state);
}

/** With what was reached, and both sides of each figure that was to prove it. */
export function report(shortcoming: Shortcoming, { result, proofs }: Pick<Shortcoming, 'result' | 'proofs'>, doing: Doing): Shortcoming | Refusal {
  if (shortcoming.state === 'noted') return refuse('shortcomings.measureMissing', 'conflict');
  if (!isOpen(shortcoming) || shortcoming.state === 'reported') return refuse('shortcomings.cannotNow', 'conflict');
  if (!proofs.every(isProven)) return refuse('shortcomings.proofMissing', 'invalid');
  return proofRefusal(proofs) ?? grown({ ...shortcoming, result, proofs, state: 'reported', reportedOn: doing.on }, 'reported', doing, shortcoming.state);
}

/** By the body that raised it. */
export function confirm(shortcoming: Shortcoming, doing: Doing): Shortcoming | Refusal {
  if (shortcoming.state !== 'reported') return refuse('shortcomings.notReported', 'conflict');
  return grown({ ...shortcoming, state: 'confirmed', closedOn: doing.on }, 'confirmed', doing, shortcoming.state);
}

export function giveBack(shortcoming: Shortcoming, doing: Doing): Shortcoming | Refusal {
  if (shortcoming.state !== 'reported') return refuse('shortcomings.notReported', 'conflict');
  return grown({ ...shortcoming, state: 'returned', reportedOn: null }, 'returned', doing, shortcoming.state);
}

export function withdraw(shortcoming: Shortcoming, doing: Doing): Shortcoming | Refusal {
  if (!isOpen(shortcoming)) return refuse('shortcomings.isClosed', 'conflict');
  return grown({ ...shortcoming, state: 'withdrawn', closedOn: doing.on }, 'withdrawn', doing, shortcoming.state);
}

const reversible: readonly StepKind[] = ['begun', 'reported', 'returned', 'confirmed', 'withdrawn'];
/** Nobody acts for the body that raised it on what was found of himself: neither corrects nor confirms, returns or withdraws it. */
export function ownRefusal({ personId }: Pick<Shortcoming, 'personId'>, ownId: Id<'person'> | undefined): Refusal | undefined {
  return personId !== null && personId === ownId ? refuse('shortcomings.ownToConfirm', 'forbidden') : undefined;
}

/** Whoever noted it mends a slip on the same day, while nobody has acted on it. */
export function isFresh({ steps }: Pick<Shortcoming, 'steps'>, { on, by }: Doing): boolean {
  return by !== null && steps.every((step) => step.by === by && step.on === on && (step.kind === 'noted' || step.kind === 'corrected'));
}

/** Acts of the body that raised it; the others are of the unit. */
export const raisersSteps: readonly StepKind[] = ['returned', 'confirmed', 'withdrawn'];

/** The step that can be taken back: the last one, where it changed how the shortcoming stands. */
export function lastReversible({ steps }: Pick<Shortcoming, 'steps'>): Step | undefined {
  const last = steps.at(-1);
  return last && reversible.includes(last.kind) ? last : undefined;
}

/** The trace of it stays. */
export function takeBack(shortcoming: Shortcoming, doing: Doing): Shortcoming | Refusal {
  const last = lastReversible(shortcoming);
  if (!last || last.from === null) return refuse('shortcomings.nothingToTakeBack', 'conflict');
  const reportedOn = last.from === 'reported' ? (shortcoming.steps.findLast(({ kind }) => kind === 'reported')?.on ?? doing.on) : null;
  return grown({ ...shortcoming, state: last.from, closedOn: null, reportedOn }, 'takenBack', doing, shortcoming.state);
}

interface Overwriting extends Doing {
  readonly former?: Former;
}

function grown(after: Shortcoming, kind: StepKind, doing: Overwriting, from: State): Shortcoming | Refusal {
  if (after.steps.length >= mostSteps) return refuse('shortcomings.tooManySteps', 'conflict', { most: mostSteps });
  return { ...after, steps: [...after.steps, stepOf(kind, doing, from)] };
}

function stepOf(kind: StepKind, { on, by, words = '', former }: Overwriting, from: State | null): Step {
  return { kind, on, by, words, from, ...(former ? { former } : {}) };
}

function findingRefusal({ foundOn, earlierId }: Finding, id: Id<'shortcoming'>, today: Day): Refusal | undefined {
  if (foundOn > today) return refuse('shortcomings.inFuture', 'invalid', { today });
  return earlierId === id ? refuse('shortcomings.linkedToItself', 'invalid') : undefined;
}
