/**
 * A task: what obliges a unit to do something by a day. Who asked for it, who answers for it, how far it has come. The unit that
 * does it accepts and reports; the one that asked confirms or returns. Where both are one it is settled in one step. Pure: each
 * rule answers the task as it then is, or a refusal.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { Origin } from './task.origins.ts';
import type { Stage, TaskState, WorkAct } from './task.stages.ts';

export { taskStates, type TaskState } from './task.stages.ts';

export type Outcome =
  | { readonly state: 'open' }
  | { readonly state: 'done' | 'dropped'; readonly on: Day; readonly note: string | null };

export interface Step {
  readonly id: Id<'taskStep'>;
  readonly title: string;
  readonly isDone: boolean;
}

export const recurrences = ['monthly', 'quarterly'] as const;
export interface Recurrence {
  readonly every: (typeof recurrences)[number];
  /** No next one is due after it. */
  readonly until: Day;
}

/** A day by which it was to be done, or none, and the last day on which that held. */
export interface FormerDue {
  readonly dueOn: Day | null;
  readonly heldTo: Day;
}

/** What the task is measured by; a person says that it is done all the same. */
export interface Aim {
  readonly figure: string;
  readonly target: number;
}

export interface Task {
  readonly id: Id<'task'>;
  /** Who must do it. */
  readonly unitId: Id<'unit'>;
  /** Who gave it; the same unit where nobody else did. */
  readonly askedBy: Id<'unit'>;
  readonly title: string;
  readonly detail: string | null;
  readonly ownerId: Id<'person'> | null;
  /** With a post whoever holds it answers for the task, the person named as long as that is the holder. */
  readonly ownerPostId: Id<'post'> | null;
  readonly dueOn: Day | null;
  readonly outcome: Outcome;
  /** How far it has come while it is open; of a settled one the last. */
  readonly stage: Stage;
  readonly stageOn: Day;
  /** Percent, as told by who does it. */
  readonly progress: number;
  /** How much it counts for among the parts of one task. */
  readonly weight: number;
  readonly steps: readonly Step[];
  /** Units that co-operate. */
  readonly partners: readonly Id<'unit'>[];
  readonly recurrence: Recurrence | null;
  readonly aim: Aim | null;
  readonly origin: Origin;
  /** Of a part: the task that was shared out, of who gave it. What the whole comes from is the part's origin as well. */
  readonly wholeId: Id<'task'> | null;
  readonly givenOn: Day;
  readonly version: number;
}

export const mostSteps = 30;
export const mostPartners = 20;

/** A task as it is given: nothing has been done about it. */
export function given(task: Pick<Task, 'id' | 'unitId' | 'askedBy' | 'title' | 'ownerId' | 'dueOn' | 'origin' | 'givenOn'> & Partial<Task>): Task {
  return {
    detail: null, ownerPostId: null, outcome: { state: 'open' }, stage: 'assigned', stageOn: task.givenOn, progress: 0, weight: 1, steps: [], partners: [], recurrence: null, aim: null, wholeId: null, version: 1, ...task,
  };
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

/** What was reported as done is not enough: back to who does it. */
export function giveBack(task: Task, { on }: { on: Day }): Task | Refusal {
  if (!isOpen(task)) return refuseSettled(task);
  return task.stage === 'reported' ? { ...task, stage: 'returned', stageOn: on } : refuse('tasks.notReported', 'conflict', { title: task.title });
}

export interface Work {
  readonly act: WorkAct;
  readonly on: Day;
  readonly progress?: number | undefined;
  /** Somebody has said more since. */
  readonly isOvertaken?: boolean;
  /** Ids of the steps that are done by now; left out, they are as they were. */
  readonly stepsDone?: readonly Id<'taskStep'>[] | undefined;
}

/** What who does it says: accepted, so far, done. What waits to be confirmed is not worked on. */
export function work(task: Task, { act, on, progress, stepsDone, isOvertaken }: Work): Task | Refusal {
  if (!isOpen(task)) return refuseSettled(task);
  if (isOvertaken) return task;
  if (task.stage === 'reported') return refuse('tasks.isReported', 'conflict', { title: task.title });
  if (act === 'accept' && task.stage !== 'assigned' && task.stage !== 'returned') return refuse('tasks.isAccepted', 'conflict', { title: task.title });
  const steps = stepsDone === undefined ? task.steps : task.steps.map((step) => ({ ...step, isDone: stepsDone.includes(step.id) }));
  return { ...task, steps, progress: progress ?? task.progress, ...stageAfter(task, act, on) };
}

const stageOfAct = { accept: 'accepted', progress: 'inWork', report: 'reported' } as const satisfies Record<WorkAct, Stage>;

function stageAfter(task: Task, act: WorkAct, on: Day): Pick<Task, 'stage' | 'stageOn'> {
  const stage = stageOfAct[act];
  return stage === task.stage ? { stage, stageOn: task.stageOn } : { stage, stageOn: on };
}

/** What is left out stays as it was. */
export type Change = Pick<Task, 'title' | 'ownerId' | 'dueOn'> & { readonly [K in 'detail' | 'ownerPostId' | 'weight' | 'steps' | 'partners' | 'recurrence' | 'aim']?: Task[K] | undefined };

/** A task without an owner is the whole unit's; one without a day has none. What is wanted and until when, only who asked for it changes; who does it, the unit that does it. */
export function reassign(task: Task, change: Change, { asks }: { asks: boolean } = { asks: true }): Task | Refusal {
  if (!isOpen(task)) return refuseSettled(task);
  const { weight, partners, recurrence, aim, detail } = change;
  const wanted = { title: change.title, dueOn: change.dueOn, ...(detail !== undefined && { detail }), ...(weight !== undefined && { weight }), ...(partners && { partners }), ...(recurrence !== undefined && { recurrence }), ...(aim !== undefined && { aim }) };
  const isOther = (Object.keys(wanted) as (keyof typeof wanted)[]).some((key) => JSON.stringify(wanted[key]) !== JSON.stringify(task[key]));
  if (isOther && !asks) return refuse('tasks.notAsker', 'forbidden');
  if (wanted.recurrence && wanted.dueOn === null) return refuse('tasks.recursWithoutDay', 'invalid');
  return { ...task, ...wanted, ownerId: change.ownerId, ownerPostId: change.ownerPostId === undefined ? task.ownerPostId : change.ownerPostId, steps: change.steps ?? task.steps };
}

/** Open after its last day; what was settled late is not told so, and what is reported waits for who asked (`isLateOn` says the same in SQL). */
export function isLate({ state, stage, dueOn }: { readonly state: TaskState; readonly stage: Stage; readonly dueOn: Day | null }, today: Day): boolean {
  return state === 'open' && stage !== 'reported' && dueOn !== null && dueOn < today;
}

function isOpen({ outcome }: Task): boolean {
  return outcome.state === 'open';
}

function refuseSettled({ title }: Task): Refusal {
  return refuse('tasks.settledAlready', 'conflict', { title });
}
