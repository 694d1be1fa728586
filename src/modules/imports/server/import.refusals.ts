/** What the database may refuse of an import, though the checks let it pass. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';
import { unitRefusals } from '../../units/server/index.ts';

export const importRefusals: ConstraintRefusals = {
  ...unitRefusals,
  people_citizen_no_once: { code: 'person.numberTaken', kind: 'conflict' },
  people_membership_no_once: { code: 'person.numberTaken', kind: 'conflict' },
  person_keys_pkey: { code: 'person.numberTaken', kind: 'conflict' },
  memberships_no_overlap: { code: 'membership.overlap', kind: 'conflict' },
  memberships_recognised_after_admitted: { code: 'membership.recognisedTooEarly', kind: 'conflict' },
  memberships_ended_with_reason: { code: 'membership.endWithoutReason', kind: 'conflict' },
  placements_no_overlap: { code: 'membership.overlap', kind: 'conflict' },
  exemptions_no_overlap: { code: 'membership.overlap', kind: 'conflict' },
  away_spells_no_overlap: { code: 'membership.overlap', kind: 'conflict' },
  tenures_no_overlap: { code: 'post.overlap', kind: 'conflict' },
  tenures_post_fkey: { code: 'imports.usedSince', kind: 'conflict' },
  placements_cell_fkey: { code: 'imports.usedSince', kind: 'conflict' },
};
