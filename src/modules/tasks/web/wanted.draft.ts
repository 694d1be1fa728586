/** What somebody types of a task before it is sent: its fields as the form holds them, and as they are sent. Pure. */
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import type { TaskRecord } from '../task.record.ts';
import { recurrences, type Recurrence } from '../task.ts';

export interface WantedDraft {
  readonly title: string;
  readonly detail: string;
  readonly dueOn: string | undefined;
  readonly owner: LookupChoice | undefined;
  readonly postId: string | null;
  /** One on each line. */
  readonly steps: string;
  readonly partners: readonly LookupChoice[];
  readonly every: Recurrence['every'] | null;
  readonly until: string | undefined;
  readonly figure: string | null;
  readonly target: number | string;
  /** Of a part of what was shared out. */
  readonly weight: number | string;
}

export const emptyDraft: WantedDraft = { title: '', detail: '', dueOn: undefined, owner: undefined, postId: null, steps: '', partners: [], every: null, until: undefined, figure: null, target: '', weight: '' };

export function draftOf(task: TaskRecord): WantedDraft {
  const { title, detail, dueOn, owner, post, steps, partners, recurrence, aim } = task;
  return {
    title, detail: detail ?? '', dueOn: dueOn ?? undefined, owner: owner ? { id: owner.id, label: owner.fullName } : undefined, postId: post?.id ?? null, steps: steps.map((step) => step.title).join('\n'),
    partners: partners.map(({ id, name }) => ({ id, label: name })), every: recurrence?.every ?? null, until: recurrence?.until, figure: aim?.figure ?? null, target: aim?.target ?? '', weight: task.whole ? task.weight : '',
  };
}

export type WantedFault = 'title' | 'dueOn' | 'until' | 'target';

export function faultsOf({ title, dueOn, every, until, figure, target }: WantedDraft): readonly WantedFault[] {
  return [
    ...(title.trim() === '' ? (['title'] as const) : []), ...(every && !dueOn ? (['dueOn'] as const) : []), ...(every && !until ? (['until'] as const) : []), ...(figure && typeof target !== 'number' ? (['target'] as const) : []),
  ];
}

/** A line that was there before keeps its step, done or not. */
export function wantedOf(draft: WantedDraft, { home, before = [] }: { readonly home: number; readonly before?: TaskRecord['steps'] }) {
  const { every, until, figure, target, weight } = draft;
  const lines = draft.steps.split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 30);
  return {
    title: draft.title.trim(), detail: draft.detail.trim() || null, dueOn: draft.dueOn ?? null, ownerId: draft.owner?.id ?? null, ownerPostId: draft.postId,
    steps: lines.map((title) => before.find((step) => step.title === title) ?? { id: newId<'taskStep'>(home), title, isDone: false }), partners: draft.partners.map(({ id }) => id),
    recurrence: every && until ? { every, until } : null, aim: figure && typeof target === 'number' ? { figure, target } : null, ...(typeof weight === 'number' ? { weight } : {}),
  };
}

/** Of a task that somebody else asked for: who answers, and the steps; the rest is not the doer's to say, and goes as it stands. */
export function assignedOf(draft: WantedDraft, task: TaskRecord) {
  const { ownerId, ownerPostId, steps } = wantedOf(draft, { home: homeOf(task.id), before: task.steps });
  return { title: task.title, dueOn: task.dueOn, ownerId, ownerPostId, steps };
}

export function isRecurrence(value: string | null): value is Recurrence['every'] {
  return recurrences.some((one) => one === value);
}

export function homeOfId(id: string): number {
  return homeOf(id as Id); // an id, as every unit and task has it
}
