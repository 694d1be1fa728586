/**
 * Who might follow a unit that nobody follows: whoever is near first, then whoever follows few. A proposal decides nothing; a person takes
 * it or not. Pure. Units have no coordinates: near is who follows, works or takes part in the same area (district, now or formerly; commune).
 */
import type { Id } from '../../platform/ids.ts';

export interface Gap {
  readonly unitId: Id<'unit'>;
  readonly areas: readonly Id<'unit'>[];
}

export interface Candidate {
  readonly personId: Id<'person'>;
  /** That he follows already. */
  readonly load: number;
  readonly areas: readonly Id<'unit'>[];
}

export interface Proposed {
  readonly unitId: Id<'unit'>;
  /** The best first; nobody where all follow as many as they may. */
  readonly candidates: readonly { readonly personId: Id<'person'>; readonly load: number; readonly areaId: Id<'unit'> | null }[];
}

export const mostCandidates = 3;

/** In the order of the gaps: each first candidate is thought of as taken before the next gap is looked at. `load` stays what he follows. */
export function propose(gaps: readonly Gap[], candidates: readonly Candidate[], most: number | null): Proposed[] {
  const taken = new Map<Id<'person'>, number>();
  return gaps.map((gap) => {
    const reckoned = candidates.map((one) => ({ ...one, withTaken: one.load + (taken.get(one.personId) ?? 0), areaId: one.areas.find((area) => gap.areas.includes(area)) ?? null }));
    const free = reckoned.filter(({ withTaken }) => most === null || withTaken < most);
    const best = free.toSorted((one, other) => distance(one) - distance(other) || one.withTaken - other.withTaken || (one.personId < other.personId ? -1 : 1)).slice(0, mostCandidates);
    const [first] = best;
    if (first) taken.set(first.personId, (taken.get(first.personId) ?? 0) + 1);
    return { unitId: gap.unitId, candidates: best.map(({ personId, load, areaId }) => ({ personId, load, areaId })) };
  });
}

function distance({ areaId }: { readonly areaId: Id<'unit'> | null }): number {
  return areaId === null ? 1 : 0;
}
