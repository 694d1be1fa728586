/** All that is open in the scope of the page, for the views that show it at once; the first of it where it is too much. */
import { useProcedure } from '../../../shell/api.ts';
import { taskContract } from '../task.contract.ts';
import { useTaskScope } from './task.scope.ts';
import type { Asked } from './task.tabs.ts';

export const MOST_AT_ONCE = 200;

export function useTasksAtOnce(asked: Asked) {
  const scope = useTaskScope();
  const { data, error, refetch } = useProcedure(taskContract.list, { ...asked, ...scope.asked, limit: MOST_AT_ONCE });
  return { items: data?.items, isCut: data?.next !== null && data !== undefined, error, retry: () => void refetch() };
}
