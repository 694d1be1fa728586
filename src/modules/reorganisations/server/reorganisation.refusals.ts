/** What the database refuses about change sets, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const reorganisationRefusals: ConstraintRefusals = {
  reorganisation_items_ref_once: { code: 'reorganisations.refTwice', kind: 'conflict' },
};
