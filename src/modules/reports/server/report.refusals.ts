/** What the database refuses about reports, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const reportRefusals: ConstraintRefusals = {
  reports_pkey: { code: 'reports.already', kind: 'conflict' },
  reports_once_replaced: { code: 'reports.replacedAlready', kind: 'conflict' },
};
