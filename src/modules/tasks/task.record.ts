/** A task as a phone carries it (record `task`, by the task's id): as the list tells it. Pure. */
import type { z } from 'zod';
import type { taskContract } from './task.contract.ts';

/** `isLate` is of the day on which it was fetched, and told anew. */
export type TaskRecord = z.output<(typeof taskContract)['list']['output']>['items'][number];
