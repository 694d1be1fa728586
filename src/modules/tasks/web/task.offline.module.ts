/** Tasks on a phone without signal. */
import type { z } from 'zod';
import type { OfflineModule, Replica } from '../../../sync/phone/phone.ts';
import { pageOfAll, severalOf, shaped } from '../../../sync/phone/pages.ts';
import { isCarried, standsUnder } from '../../meetings/meeting.offline.answers.ts';
import { taskContract } from '../task.contract.ts';
import { taskActs, withTaskIds } from '../task.offline.acts.ts';
import { byDeadline } from '../task.order.ts';
import { itemOn, onDay, type TaskItem, type TaskRecord } from '../task.record.ts';

type Asked = z.input<(typeof taskContract)['list']['input']>;

const shapes = new Map(Object.values(taskContract).map(({ name, input }) => [name, input]));

export const taskOffline: OfflineModule = {
  answers: {
    'tasks.list': (asked: Asked, replica, { today }) => {
      // What others do for a unit, and who holds which post, is not carried.
      if (!isCarried(asked.unitId, replica) || asked.askedBy || asked.partner || asked.ownerPostId || asked.wholeId) return undefined;
      const found = replica.all<TaskRecord>('task').map((task) => itemOn(task, today)).filter((task) => isAsked(task, asked, replica));
      return pageOfAll(found.toSorted(byDeadline), asked);
    },
    'tasks.own': (_: unknown, replica, { today }) => ({ items: ownOf(replica, today) }),
    'tasks.task': ({ id }: { readonly id: string }, replica, { today }) => {
      const record = replica.get<TaskRecord>('task', id);
      return record && onDay(record, today);
    },
  },
  acts: taskActs,
  complete: (procedure, input) => (taskOffline.acts[procedure] ? withTaskIds(procedure, shaped(shapes.get(procedure), input) as Record<string, unknown>) : undefined), // an object, as every contract has it
  about: (procedure, input: { readonly id: string }) => (taskOffline.acts[procedure] ? { type: 'task', id: input.id } : undefined),
};

/** As the server tells what one answers for oneself. */
function ownOf(replica: Replica, today: Parameters<typeof itemOn>[1]) {
  const own = replica.all<TaskRecord>('task').filter(({ isMine, state }) => isMine && state === 'open').map((task) => itemOn(task, today));
  return own.toSorted(byDeadline).map(({ id, title, unit, dueOn, origin, standing, progress, isLate }) => ({ id, title, unit: unit.name, dueOn, givenOn: origin.on, standing, progress, isLate }));
}

/** Settled ones are carried for some weeks only: what is older is not told. */
function isAsked(task: TaskItem, asked: Asked, replica: Replica): boolean {
  const { unitId, below, ownerId, originKind, originId, late, dueFrom, dueTo } = asked;
  const isOfUnit = unitId === undefined || task.unit.id === unitId || (below !== 'no' && standsUnder(task.unit.id, unitId, replica));
  const isDue = (dueFrom === undefined || (task.dueOn ?? '') >= dueFrom) && (dueTo === undefined || (task.dueOn !== null && task.dueOn <= dueTo));
  const isOf = (ownerId === undefined || task.owner?.id === ownerId) && (originKind === undefined || task.origin.kind === originKind) && (originId === undefined || task.origin.id === originId);
  return isOfUnit && isDue && isOf && isOneOf(task.state, asked.state) && isOneOf(task.standing, asked.standing) && (late === undefined || task.isLate === (late === 'true' || late === '1'));
}

function isOneOf<One extends string>(value: One, asked: unknown): boolean {
  return severalOf(asked as One | readonly One[] | undefined)?.includes(value) ?? true; // as a screen writes it
}
