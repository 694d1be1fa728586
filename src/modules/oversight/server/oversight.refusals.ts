/** What the database refuses about oversight, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const oversightRefusals: ConstraintRefusals = {
  oversight_assignments_once: { code: 'oversight.assignedTwice', kind: 'conflict' },
};
