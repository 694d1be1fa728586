/** What the database refuses about petitions, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const petitionRefusals: ConstraintRefusals = {
  petitions_pkey: { code: 'petitions.already', kind: 'conflict' },
  petition_topics_once: { code: 'petitions.topicTaken', kind: 'conflict' },
  petition_competences_once: { code: 'petitions.competenceTaken', kind: 'conflict' },
};
