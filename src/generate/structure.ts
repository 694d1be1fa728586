/**
 * What the generator remembers of the units it has written, as far as people, posts and the reorganisation need it.
 * The rows themselves are written by `build.*.ts`.
 */
import type { Home } from '../platform/ids.ts';
import type { UnitId } from '../modules/units/unit.ts';
import type { DayNumber } from './day.numbers.ts';
import type { ProvincePlan } from './territory.plan.ts';

export const cellTypes = ['residential', 'school', 'agency', 'health', 'military', 'police', 'enterprise', 'other'] as const;
export type CellType = (typeof cellTypes)[number];

/** A territory with the bodies that lead, govern and unite it. */
export interface Seats {
  readonly territory: UnitId;
  readonly party: UnitId;
  readonly government: UnitId;
  readonly front: UnitId;
}

export interface Cell {
  readonly id: UnitId;
  readonly type: CellType;
  /** Members at the end of the history. */
  readonly size: number;
  /** The villages it leads; most often one. */
  readonly villages: readonly Village[];
  /** A cell that it took in. */
  readonly former?: FormerCell | undefined;
}

export interface FormerCell {
  readonly id: UnitId;
  readonly end: DayNumber;
}

export interface Village {
  readonly id: UnitId;
  readonly boardId: UnitId;
  /** A group of the town is led by a tổ trưởng, a village by a trưởng thôn. */
  readonly isOfTown: boolean;
}

export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly seats: Seats;
  readonly villages: readonly Village[];
  readonly cells: readonly Cell[];
  readonly divisions: readonly UnitId[];
}

/** A grassroots organisation of an agency, with its cells. */
export interface Agency {
  readonly id: UnitId;
  readonly cells: readonly Cell[];
}

export interface District {
  readonly code: string;
  readonly name: string;
  readonly seats: Seats;
  readonly communes: readonly Commune[];
  readonly agencies: readonly Agency[];
}

export interface Province {
  readonly plan: ProvincePlan;
  readonly home: Home;
  readonly seats: Seats;
  readonly districts: readonly District[];
  readonly agencies: readonly Agency[];
  /** All that stand to the end. */
  readonly cells: readonly Cell[];
}

export interface Country {
  /** Country, central organisation, government (none) and the Front at the top. */
  readonly territory: UnitId;
  readonly party: UnitId;
  readonly front: UnitId;
  readonly provinces: readonly Province[];
}

export function cellsOf(province: Pick<Province, 'agencies' | 'districts'>): Cell[] {
  const ofAgencies = (agencies: readonly Agency[]) => agencies.flatMap(({ cells }) => cells);
  return [...ofAgencies(province.agencies), ...province.districts.flatMap((district) => [...ofAgencies(district.agencies), ...district.communes.flatMap(({ cells }) => cells)])];
}
