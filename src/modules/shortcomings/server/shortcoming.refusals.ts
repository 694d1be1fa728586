/** What the database refuses about shortcomings, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const shortcomingRefusals: ConstraintRefusals = {
  shortcomings_pkey: { code: 'shortcomings.already', kind: 'conflict' },
};
