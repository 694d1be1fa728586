/** Constraints of the tables of units that a user can hit, and what they mean. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const unitRefusals: ConstraintRefusals = {
  unit_versions_no_overlap: { code: 'unit.overlap', kind: 'conflict' },
  unit_parents_begin_once: { code: 'unit.overlap', kind: 'conflict' },
  unit_parents_last_once: { code: 'unit.overlap', kind: 'conflict' },
  unit_relations_no_overlap_leads: { code: 'unit.overlap', kind: 'conflict' },
  unit_relations_no_overlap_belongs_to: { code: 'unit.overlap', kind: 'conflict' },
  unit_relations_no_overlap_governs: { code: 'unit.overlap', kind: 'conflict' },
  unit_parents_parent_fkey: { code: 'unit.parentNotThere', kind: 'conflict' },
  unit_relations_other_fkey: { code: 'unit.parentNotThere', kind: 'conflict' },
};
