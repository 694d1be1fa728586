/**
 * A document passed down: to which units, by when each step is due there, and on which day each of them came to a step. Deadlines
 * are those that the document sets, or else so many days after it was passed down as the rule says. Pure.
 */
import { addDays, type Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { RuleKey } from '../rules/rule.keys.ts';
import type { DueStep, Step } from './cascade.kinds.ts';

export interface Deadline {
  readonly step: DueStep;
  readonly dueOn: Day;
  /** Set by the rule; otherwise by the document. */
  readonly byRule: boolean;
  /** That the rule gives: whoever is asked later, or of a clause that was added later, has them from then on. */
  readonly days: number | null;
}

/** Reviews and inspections follow the document: no rule says when. */
export const rulesOfSteps = {
  received: 'cascade.receivedDays', studied: 'cascade.studiedDays', answered: 'cascade.answeredDays', programme: 'cascade.programmeDays', plan: 'cascade.planDays',
} as const satisfies Partial<Record<DueStep, RuleKey>>;

export type RuledStep = keyof typeof rulesOfSteps;
export const ruledSteps = Object.keys(rulesOfSteps) as RuledStep[];

/** What was not given is left to the rule, counted from the day on which the document was passed down. */
export function deadlinesOf(given: readonly { readonly step: DueStep; readonly dueOn: Day }[], { openedOn, days }: { readonly openedOn: Day; readonly days: Readonly<Record<RuledStep, number>> }): Deadline[] {
  const set = given.map((one) => ({ ...one, byRule: false, days: ruledSteps.includes(one.step as RuledStep) ? days[one.step as RuledStep] : null }));
  const ruled = ruledSteps.filter((step) => !given.some((one) => one.step === step)).map((step) => ({ step, dueOn: addDays(openedOn, days[step]), byRule: true, days: days[step] }));
  return [...set, ...ruled];
}

/** Those of steps that are not given stay as they are. */
export function deadlinesAnew(there: readonly Deadline[], given: readonly Deadline[]): Deadline[] {
  return [...there.filter(({ step }) => !given.some((one) => one.step === step)), ...given];
}

/** Before it was passed down nothing of it is due. */
export function refusalOfDeadlines(given: readonly { readonly step: DueStep; readonly dueOn: Day }[], openedOn: Day): Refusal | undefined {
  if (new Set(given.map(({ step }) => step)).size < given.length) return refuse('platform.invalid', 'invalid', { fields: [{ field: 'deadlines', message: 'one day for each step' }] });
  return given.some(({ dueOn }) => dueOn < openedOn) ? refuse('cascades.dueBeforeOpened', 'invalid', { from: openedOn }) : undefined;
}

export interface StepDone {
  readonly step: Step;
  readonly doneOn: Day;
  readonly documentId: Id<'document'> | null;
  readonly meetingId: Id<'meeting'> | null;
}

/** A unit comes to a step from the day on which the document was issued, up to today. */
export function recordStep(done: StepDone, { issuedOn, today }: { readonly issuedOn: Day; readonly today: Day }): StepDone | Refusal {
  return done.doneOn < issuedOn || done.doneOn > today ? refuse('cascades.stepOutside', 'invalid', { from: issuedOn, to: today }) : done;
}
