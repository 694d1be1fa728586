/** What the database refuses about tasks, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const taskRefusals: ConstraintRefusals = {
  tasks_pkey: { code: 'tasks.already', kind: 'conflict' },
};
