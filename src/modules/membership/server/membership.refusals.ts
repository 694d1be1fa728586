/** What the database refuses about memberships, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

const overlap = { code: 'membership.overlap', kind: 'conflict' } as const;
const notFound = { code: 'platform.notFound', kind: 'not_found' } as const;

export const membershipRefusals: ConstraintRefusals = {
  memberships_person_fkey: notFound,
  memberships_no_overlap: { code: 'membership.alreadyMember', kind: 'conflict' },
  memberships_recognised_after_admitted: { code: 'membership.recognisedTooEarly', kind: 'conflict' },
  memberships_ended_with_reason: { code: 'membership.endWithoutReason', kind: 'conflict' },
  placements_person_fkey: notFound,
  placements_cell_fkey: { code: 'membership.notACell', kind: 'conflict' },
  placements_no_overlap_official: overlap,
  placements_no_overlap_temporary: overlap,
  placements_valid_bounded: { code: 'membership.sameDay', kind: 'conflict' },
  exemptions_person_fkey: notFound,
  exemptions_no_overlap: { code: 'membership.alreadyExempt', kind: 'conflict' },
  exemptions_valid_bounded: { code: 'membership.sameDay', kind: 'conflict' },
  away_spells_person_fkey: notFound,
  away_spells_no_overlap: { code: 'membership.alreadyAway', kind: 'conflict' },
  away_spells_valid_bounded: { code: 'membership.sameDay', kind: 'conflict' },
};
