/** To whom a unit can send a document at once: what stands below a unit of its kind. Pure. */
import type { UnitKind } from '../../units/unit.kinds.ts';

export type Circle = 'committees' | 'cells' | 'all' | 'chosen';

const aboveCommittees: readonly UnitKind[] = ['central', 'provincial_party', 'district_party'];

/** The usual one first. */
export function circlesOf(kind: UnitKind): readonly [Circle, ...Circle[]] {
  return aboveCommittees.includes(kind) ? ['committees', 'cells', 'all', 'chosen'] : ['cells', 'all', 'chosen'];
}
