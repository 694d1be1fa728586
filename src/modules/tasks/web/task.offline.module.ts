/** Tasks on a phone without signal. */
import { dayIn, type Day } from '../../../platform/day.ts';
import { orThrow, Problem, type Refusal } from '../../../platform/problem.ts';
import { carriedOrThrow } from '../../../sync/carried.ts';
import type { z } from 'zod';
import type { OfflineModule, OfflineOutcome, Replica } from '../../../sync/phone/phone.ts';
import { pageOfAll, severalOf, shaped } from '../../../sync/phone/pages.ts';
import type { RosterRecord } from '../../meetings/meeting.record.ts';
import { isCarried, standsUnder } from '../../meetings/meeting.offline.answers.ts';
import { taskContract } from '../task.contract.ts';
import { byDeadline } from '../task.order.ts';
import type { TaskRecord } from '../task.record.ts';
import { isLate, reassign, reopen, settle, type Outcome, type Task, type TaskState } from '../task.ts';

type Input<K extends keyof typeof taskContract> = z.output<(typeof taskContract)[K]['input']>;
type Asked = z.input<(typeof taskContract)['list']['input']>;

const shapes = new Map(Object.values(taskContract).map(({ name, input }) => [name, input]));

export const taskOffline: OfflineModule = {
  answers: {
    'tasks.list': (asked: Asked, replica, { today }) => {
      if (!isCarried(asked.unitId, replica)) return undefined;
      const found = replica.all<TaskRecord>('task').map((task) => ({ ...task, isLate: isLate({ outcome: outcomeOf(task), dueOn: task.dueOn }, today) })).filter((task) => isAsked(task, asked, replica));
      return pageOfAll(found.toSorted(byDeadline), asked);
    },
  },
  acts: {
    'tasks.settle': ({ id, ...given }: Input<'settle'>, replica, { at }) => keep(replica, id, (task) => settle(task, { ...given, today: dayIn(new Date(at)) })),
    'tasks.reopen': ({ id }: Input<'reopen'>, replica) => keep(replica, id, reopen),
    'tasks.change': ({ id, version, ...change }: Input<'change'>, replica) => {
      const { version: stands } = carriedOrThrow(replica.get<TaskRecord>('task', id));
      if (version !== undefined && version !== stands) throw new Problem({ code: 'platform.stale', kind: 'stale' });
      return keep(replica, id, (task) => reassign(task, change));
    },
  },
  complete: (procedure, input) => (taskOffline.acts[procedure] ? shaped(shapes.get(procedure), input) : undefined),
  about: (procedure, input: { readonly id: string }) => (taskOffline.acts[procedure] ? { type: 'task', id: input.id } : undefined),
};

/** Settled ones are carried for some weeks only: what is older is not told. */
function isAsked(task: TaskRecord, { unitId, ownerId, state, late }: Asked, replica: Replica): boolean {
  const states = severalOf(state as TaskState | readonly TaskState[] | undefined);
  const isOfUnit = unitId === undefined || task.unit.id === unitId || standsUnder(task.unit.id, unitId, replica);
  return isOfUnit && (ownerId === undefined || task.owner?.id === ownerId) && (!states || states.includes(task.state)) && (late === undefined || task.isLate === (late === 'true' || late === '1'));
}

function keep(replica: Replica, id: Task['id'], rule: (task: Task) => Task | Refusal): OfflineOutcome {
  const record = carriedOrThrow(replica.get<TaskRecord>('task', id));
  const after = orThrow(rule(taskOf(record)));
  const version = record.version + 1;
  const settled = after.outcome.state === 'open' ? { settledOn: null, note: null } : { settledOn: after.outcome.on, note: after.outcome.note };
  const body: TaskRecord = { ...record, title: after.title, owner: ownerOf(after.ownerId, record, replica), dueOn: after.dueOn, state: after.outcome.state, ...settled, version };
  return { answer: { id, version }, records: [{ type: 'task', id, body }] };
}

function taskOf(record: TaskRecord): Task {
  const { id, unit, title, owner, dueOn, origin, version } = record;
  return { id, unitId: unit.id, title, ownerId: owner?.id ?? null, dueOn, outcome: outcomeOf(record), origin, givenOn: origin.on, version };
}

function outcomeOf({ state, settledOn, note, origin }: TaskRecord): Outcome {
  return state === 'open' ? { state } : { state, on: settledOn ?? (origin.on satisfies Day), note };
}

/** Somebody who is on no roster here is asked of the server. */
function ownerOf(ownerId: Task['ownerId'], { owner }: TaskRecord, replica: Replica): TaskRecord['owner'] {
  if (ownerId === null || ownerId === owner?.id) return ownerId === null ? null : owner;
  const person = replica.all<RosterRecord>('roster').flatMap(({ people }) => people).find(({ id }) => id === ownerId);
  return { id: ownerId, fullName: carriedOrThrow(person).fullName };
}
