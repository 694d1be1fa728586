/** What the database refuses about visits, reports and evaluations, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const visitRefusals: ConstraintRefusals = {
  visits_pkey: { code: 'visits.already', kind: 'conflict' },
  cadre_reports_pkey: { code: 'visits.reportAlready', kind: 'conflict' },
  cadre_reports_once: { code: 'visits.reportAlready', kind: 'conflict' },
  cadre_evaluations_pkey: { code: 'visits.evaluationAlready', kind: 'conflict' },
  cadre_evaluations_once: { code: 'visits.evaluationAlready', kind: 'conflict' },
};
