/** Tasks in the order of the list: the first due before the others, those without a day last. Pure. */
import type { TaskRecord } from './task.record.ts';

export function byDeadline(one: Pick<TaskRecord, 'id' | 'dueOn'>, other: Pick<TaskRecord, 'id' | 'dueOn'>): number {
  const key = ({ id, dueOn }: Pick<TaskRecord, 'id' | 'dueOn'>) => `${dueOn ?? 'never'} ${id}`;
  return key(one) < key(other) ? -1 : 1;
}
