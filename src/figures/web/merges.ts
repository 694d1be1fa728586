/** Where in a series the unit took in others, so that a leap of its figures is not read as growth. Pure. */
import type { UnitPage } from '../../modules/units/unit.contract.ts';

type Kin = UnitPage['predecessors'][number];

export interface Merge {
  readonly on: string;
  /** The first point of the series that holds what was taken in. */
  readonly at: number;
  readonly units: readonly Kin['unit'][];
}

/** What stood before the unit did is no leap: it is counted over its predecessors. */
export function mergesIn(points: readonly { readonly to: string }[], { predecessors, life }: Pick<UnitPage, 'predecessors' | 'life'>): readonly Merge[] {
  const days = [...new Set(predecessors.map(({ on }) => on))].filter((on) => on > life.from).toSorted();
  return days.flatMap((on) => {
    const at = points.findIndex(({ to }) => to >= on);
    return at > 0 ? [{ on, at, units: predecessors.filter((kin) => kin.on === on).map(({ unit }) => unit) }] : [];
  });
}
