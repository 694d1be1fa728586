/** What the database refuses about reviews, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const reviewRefusals: ConstraintRefusals = {
  review_cycles_pkey: { code: 'reviews.already', kind: 'conflict' },
};
