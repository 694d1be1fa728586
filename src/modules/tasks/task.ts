/**
 * A task: who answers for it, until when, and what became of it. Pure: each rule answers the task as it
 * then is, or a refusal.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { Origin } from './task.origins.ts';

export const taskStates = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

export type Outcome =
  | { readonly state: 'open' }
  | { readonly state: 'done' | 'dropped'; readonly on: Day; readonly note: string | null };

export interface Task {
  readonly id: Id<'task'>;
  readonly unitId: Id<'unit'>;
  readonly title: string;
  readonly ownerId: Id<'person'> | null;
  readonly dueOn: Day | null;
  readonly outcome: Outcome;
  readonly origin: Origin;
  readonly givenOn: Day;
  readonly version: number;
}

/** Why a task is no longer wanted is always told; what was done speaks for itself. */
export function settle(task: Task, { state, on, note, today }: { state: 'done' | 'dropped'; on: Day; note: string | null; today: Day }): Task | Refusal {
  if (!isOpen(task)) return refuseSettled(task);
  if (on < task.givenOn || on > today) return refuse('tasks.settledOutside', 'invalid', { from: task.givenOn, to: today });
  if (state === 'dropped' && note === null) return refuse('tasks.reasonMissing', 'invalid');
  return { ...task, outcome: { state, on, note } };
}

export function reopen(task: Task): Task | Refusal {
  return isOpen(task) ? refuse('tasks.isOpen', 'conflict') : { ...task, outcome: { state: 'open' } };
}

/** A task without an owner is the whole cell's; one without a day has none. */
export function reassign(task: Task, change: Pick<Task, 'title' | 'ownerId' | 'dueOn'>): Task | Refusal {
  return isOpen(task) ? { ...task, title: change.title, ownerId: change.ownerId, dueOn: change.dueOn } : refuseSettled(task);
}

/** Open after its last day; what was settled late is not told so. */
export function isLate({ outcome, dueOn }: Pick<Task, 'outcome' | 'dueOn'>, today: Day): boolean {
  return outcome.state === 'open' && dueOn !== null && dueOn < today;
}

function isOpen({ outcome }: Task): boolean {
  return outcome.state === 'open';
}

function refuseSettled({ title }: Task): Refusal {
  return refuse('tasks.settledAlready', 'conflict', { title });
}
