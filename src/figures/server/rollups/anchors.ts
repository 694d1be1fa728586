/**
 * The units for which answers are kept ready, and from when on. A unit counts with its nearest anchor; asked for a unit
 * below the anchors, figures are counted live: there is little to count.
 */
import { sql } from 'kysely';
import { addDays, type Day } from '../../../platform/day.ts';
import { hierarchies, hierarchyOf, type Hierarchy, type UnitKind } from '../../../modules/units/unit.kinds.ts';
import type { Figure } from '../../figure.ts';
import { pointsUpTo } from '../../points.ts';
import type { Root } from '../../resolution.ts';

/** A tree of its own, or the four together with what governs or belongs to a place. */
export type System = Hierarchy | 'all';

/** Sums are kept for these and the bodies of these territories, so that the country is a sum of provinces, not of communes. */
export const coarseKinds: readonly UnitKind[] = ['central', 'provincial_party', 'country', 'province'];
/** Their children are coarse anchors themselves. */
export const topKinds: readonly UnitKind[] = ['central', 'country'];
const anchorKinds: readonly UnitKind[] = [
  ...coarseKinds, 'district_party', 'commune_party', 'grassroots_party', 'district', 'commune',
  'peoples_committee', 'peoples_council', 'front_committee', 'mass_organisation',
];

export const anchorHierarchies: readonly Hierarchy[] = hierarchies.map(({ code }) => code);
/** Of these kinds are the units to which access is granted with all below. */
export const grantedKinds: readonly UnitKind[] = anchorKinds.filter((kind) => ['party', 'territory'].includes(hierarchyOf(kind)));

export function isAnchorKind(kind: string | null, hierarchy: Hierarchy): boolean {
  return anchorKinds.some((anchor) => anchor === kind && hierarchyOf(anchor) === hierarchy);
}

export function anchorKindsOf(hierarchy: Hierarchy): UnitKind[] {
  return anchorKinds.filter((kind) => hierarchyOf(kind) === hierarchy);
}

/** A version `v` is that of an anchor of the tree. */
export function isAnchorIn(hierarchy: string) {
  return sql.join(anchorHierarchies.map((tree) => sql`(${sql.ref(hierarchy)} = ${tree} and v.kind = any(${anchorKindsOf(tree)}::text[]))`), sql` or `);
}

/** Those in which rows of the figure are kept. */
export function systemsOf({ subject }: Figure): readonly System[] {
  if (subject.keepsNoRollup) return [];
  if (subject.hierarchy === 'all') return ['all'];
  if (subject.hierarchy === 'own') return anchorHierarchies;
  return anchorHierarchies.filter((hierarchy) => hierarchy === subject.hierarchy);
}

/** In which the question can be told; in each point the figure must count over something. */
export function systemOf(figure: Figure, points: readonly { readonly roots: readonly Root[] }[]): System | undefined {
  if (points.some(({ roots }) => roots.length === 0)) return undefined;
  const trees = new Set(points.flatMap(({ roots }) => roots.map(({ hierarchy }) => hierarchy)));
  return systemsOf(figure).find((system) => system === 'all' || (trees.size === 1 && trees.has(system)));
}

/** Units `unit` that govern or belong to a territory of such a kind. */
export function isBodyOf(unit: string, kinds: readonly UnitKind[]) {
  return sql`exists (select from unit_relations b join unit_versions o on o.unit_id = b.other_id and o.kind = any(${[...kinds]}::text[]) where b.unit_id = ${sql.ref(unit)} and b.kind in ('governs', 'belongs_to'))`;
}

export const usualMonths = 36;

/** Tomorrow (so that midnight leaves no gap), today and the month-ends before, newest first: each is counted from the next. */
export function daysToRoll(today: Day, months = usualMonths): Day[] {
  const ends = pointsUpTo({ to: today, step: 'month', count: months + 1 }).map(({ to }) => to);
  return [...new Set([addDays(today, 1), today, ...ends.toReversed()])];
}

/** A period usually begins with a year. */
export function firstDayToRoll(today: Day, months = usualMonths): Day {
  return `${daysToRoll(today, months).at(-1)!.slice(0, 4)}-01-01` as Day;
}
