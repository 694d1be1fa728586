/** A task as a phone carries it (record `task`, by the task's id): as its page tells it. Pure. */
import type { z } from 'zod';
import { taskItem, type wholeTask } from './task.shapes.ts';
import { standingOf } from './task.stages.ts';
import { isLate, type Outcome, type Task } from './task.ts';
import { progressOf } from './task.progress.ts';

/** What follows from the day (`isLate`) is of that on which it was fetched, and told anew. */
export type TaskRecord = z.output<typeof wholeTask>;
export type TaskItem = z.output<typeof taskItem>;

type GivenRecord = Pick<TaskRecord, 'id' | 'title' | 'unit' | 'owner' | 'dueOn' | 'origin' | 'may'>;

/** One that was given just now, as far as a phone knows it. */
export function recordOfGiven(given: GivenRecord): TaskRecord {
  return {
    ...given, askedBy: given.unit, post: null, state: 'open', standing: 'assigned', standingOn: given.origin.on, settledOn: null, note: null, progress: 0, weight: 1, isLate: false, veryLateFrom: null, isVeryLate: false,
    version: 1, detail: null, told: { stage: 'assigned', since: given.origin.on, progress: 0 }, steps: [], partners: [], recurrence: null, aim: null, namedOwner: null, isMine: false, whole: null, parts: null, entries: [], rules: [],
  };
}

/** As the list tells it on that day. */
export function itemOn(record: TaskRecord, today: Parameters<typeof isLate>[1]): TaskItem {
  return taskItem.parse(onDay(record, today));
}

export function onDay(record: TaskRecord, today: Parameters<typeof isLate>[1]): TaskRecord {
  const late = isLate({ state: record.state, stage: record.told.stage, dueOn: record.dueOn }, today);
  return { ...record, isLate: late, isVeryLate: late && record.veryLateFrom !== null && record.veryLateFrom <= today };
}

/** The task that the rules are asked about. */
export function taskOf(record: TaskRecord): Task {
  const { id, unit, askedBy, title, detail, owner, post, dueOn, told, steps, partners, recurrence, aim, weight, origin, version } = record;
  return {
    id, unitId: unit.id, askedBy: askedBy.id, title, detail, ownerId: owner?.id ?? null, ownerPostId: post?.id ?? null, dueOn, outcome: outcomeOf(record), stage: told.stage, stageOn: told.since, progress: told.progress, weight,
    steps, partners: partners.map(({ id: partner }) => partner), recurrence, aim, origin: { kind: origin.kind, id: origin.id }, wholeId: record.whole?.id ?? null, givenOn: origin.on, version,
  };
}

/** The record after an act that the rules allowed. */
export function recordAfter(record: TaskRecord, after: Task): TaskRecord {
  const { outcome, stage, progress } = after;
  const settled = outcome.state === 'open' ? { settledOn: null, note: null, standingOn: after.stageOn } : { settledOn: outcome.on, note: outcome.note, standingOn: outcome.on };
  return {
    // The working days are known by the server.
    ...record, veryLateFrom: after.dueOn === record.dueOn ? record.veryLateFrom : null, title: after.title, detail: after.detail, dueOn: after.dueOn, weight: after.weight, steps: [...after.steps], recurrence: after.recurrence, aim: after.aim, state: outcome.state, standing: standingOf({ state: outcome.state, stage }),
    ...settled, told: { stage, since: after.stageOn, progress }, progress: progressOf({ state: outcome.state, stage, progress }), version: record.version + 1,
  };
}

function outcomeOf({ state, settledOn, note, origin }: TaskRecord): Outcome {
  return state === 'open' ? { state } : { state, on: settledOn ?? origin.on, note };
}
