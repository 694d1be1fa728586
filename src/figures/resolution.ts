/**
 * Which units stand for the asked one on a day, in the tree in which a figure counts. A unit that stood no more answers
 * under its successors, one that did not stand yet under its predecessors; a committee answers about the territory it
 * leads, a territory about the committees that lead it. Pure: it judges what `server/kin.reads.ts` loads.
 */
import { holdsOn, type Day, type Period } from '../platform/day.ts';
import type { Id } from '../platform/ids.ts';
import type { Hierarchy } from '../modules/units/unit.kinds.ts';
import type { Note } from './figures.contract.ts';

export type UnitId = Id<'unit'>;

/** The asked unit with everything that may stand for it on some day. */
export interface Kin {
  readonly asked: UnitId;
  readonly units: ReadonlyMap<UnitId, KinUnit>;
  readonly lineage: readonly { predecessor: UnitId; successor: UnitId; share: 'whole' | 'part' }[];
  readonly relations: readonly (Period & { unit: UnitId; other: UnitId })[];
  /** Relations of units below, taken where the unit itself has none: a division leads nothing, its cells lead villages. */
  readonly below: readonly (Period & { unit: UnitId; other: UnitId })[];
  readonly nested: readonly (Period & { above: UnitId; below: UnitId })[];
}

export interface KinUnit {
  readonly name: string;
  readonly kindHierarchy: Hierarchy;
  readonly life: Period;
  readonly stands: readonly (Period & { hierarchy: Hierarchy })[];
}

export interface Root {
  readonly id: UnitId;
  readonly hierarchy: Hierarchy;
}

export interface NamedUnit {
  readonly id: UnitId;
  readonly name: string;
}

type Heir = NamedUnit & { readonly share: 'whole' | 'part' };

export interface Resolution {
  readonly roots: readonly Root[];
  readonly notes: readonly Note[];
}

export function resolve(kin: Kin, { on, hierarchies }: { on: Day; hierarchies: readonly Hierarchy[] }): Resolution {
  const living = livingOn(kin, on);
  const roots = hierarchies.flatMap((hierarchy) => inHierarchy(kin, { units: living.units, hierarchy, on }));
  return { roots, notes: [...living.notes, ...counterpartNotes(kin, { roots, living: living.units, only: hierarchies.length === 1 })] };
}

/** A period is answered as of its last day, or the last one in it on which the unit still stood. */
export function lastDayIn(kin: Kin, { from, to }: { from: Day; to: Day }): Day {
  const { life } = unitOf(kin, kin.asked);
  return life.to !== null && life.to < to && life.to >= from ? life.to : to;
}

export function unitOf(kin: Kin, id: UnitId): KinUnit {
  const unit = kin.units.get(id);
  if (!unit) throw new Error(`unit ${id} was not loaded with its kin`);
  return unit;
}

function livingOn(kin: Kin, on: Day): { units: readonly UnitId[]; notes: readonly Note[] } {
  const { asked } = kin;
  const { life, name } = unitOf(kin, asked);
  const unit = { id: asked, name };
  if (holdsOn(life, on)) return { units: [asked], notes: [] };
  if (life.from > on) {
    const heirs = withoutWholes(kin, follow(kin, { on, next: predecessorsOf }), on);
    return { units: heirs.map(({ id }) => id), notes: [{ kind: 'notFounded', unit, on: life.from, units: heirs }] };
  }
  const heirs = follow(kin, { on, next: successorsOf });
  // A gap in the life of a unit is no end of it: then there is neither heir nor last day, and nothing is counted.
  return { units: heirs.map(({ id }) => id), notes: [{ kind: 'dissolved', unit, on: life.to ?? on, units: heirs }] };
}

type Next = (kin: Kin, id: UnitId) => readonly { id: UnitId; share: 'whole' | 'part' }[];

function follow(kin: Kin, { on, next }: { on: Day; next: Next }): Heir[] {
  const found = new Map<UnitId, Heir>();
  const seen = new Set<UnitId>();
  const walk = (id: UnitId, share: 'whole' | 'part'): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const heir of next(kin, id)) {
      const { life, name } = unitOf(kin, heir.id);
      const kept = share === 'part' ? 'part' : heir.share;
      if (holdsOn(life, on)) found.set(heir.id, { id: heir.id, name, share: kept });
      else walk(heir.id, kept);
    }
  };
  walk(kin.asked, 'whole');
  return [...found.values()];
}

function successorsOf(kin: Kin, id: UnitId): { id: UnitId; share: 'whole' | 'part' }[] {
  return kin.lineage.filter(({ predecessor }) => predecessor === id).map(({ successor, share }) => ({ id: successor, share }));
}

function predecessorsOf(kin: Kin, id: UnitId): { id: UnitId; share: 'whole' | 'part' }[] {
  return kin.lineage.filter(({ successor }) => successor === id).map(({ predecessor, share }) => ({ id: predecessor, share }));
}

/**
 * A commune founded from communes of a district and from a part of the district itself answers under the communes:
 * the district would count all of its other communes too.
 */
function withoutWholes(kin: Kin, heirs: readonly Heir[], on: Day): Heir[] {
  const isAbove = (id: UnitId) => kin.nested.some((pair) => pair.above === id && heirs.some((heir) => heir.id === pair.below) && holdsOn(pair, on));
  return heirs.filter(({ id, share }) => share === 'whole' || !isAbove(id));
}

function inHierarchy(kin: Kin, { units, hierarchy, on }: { units: readonly UnitId[]; hierarchy: Hierarchy; on: Day }): Root[] {
  const found = new Set(units.flatMap((id) => counterparts(kin, { id, hierarchy, on })));
  return [...found].filter((id) => ![...found].some((above) => isUnder(kin, { id, above, on }))).map((id) => ({ id, hierarchy }));
}

function isUnder(kin: Kin, { id, above, on }: { id: UnitId; above: UnitId; on: Day }): boolean {
  return kin.nested.some((pair) => pair.below === id && pair.above === above && holdsOn(pair, on));
}

function counterparts(kin: Kin, { id, hierarchy, on }: { id: UnitId; hierarchy: Hierarchy; on: Day }): UnitId[] {
  if (standsIn(kin, { id, hierarchy, on })) return [id];
  const near = related(kin.relations, id, on);
  const direct = near.filter((end) => standsIn(kin, { id: end, hierarchy, on }));
  if (direct.length > 0) return direct;
  const far = near.filter((end) => unitOf(kin, end).kindHierarchy === 'territory').flatMap((hub) => related(kin.relations, hub, on));
  const overHub = far.filter((end) => standsIn(kin, { id: end, hierarchy, on }));
  if (overHub.length > 0) return overHub;
  return related(kin.below, id, on).filter((end) => standsIn(kin, { id: end, hierarchy, on }));
}

function related(relations: Kin['relations'], id: UnitId, on: Day): UnitId[] {
  return relations.filter((relation) => (relation.unit === id || relation.other === id) && holdsOn(relation, on))
    .map((relation) => (relation.unit === id ? relation.other : relation.unit));
}

function standsIn(kin: Kin, { id, hierarchy, on }: { id: UnitId; hierarchy: Hierarchy; on: Day }): boolean {
  return kin.units.get(id)?.stands.some((place) => place.hierarchy === hierarchy && holdsOn(place, on)) ?? false;
}

function counterpartNotes(kin: Kin, { roots, living, only }: { roots: readonly Root[]; living: readonly UnitId[]; only: boolean }): Note[] {
  if (!only || living.length === 0) return [];
  if (roots.length === 0) return [{ kind: 'noCounterpart' }];
  const others = roots.filter(({ id }) => !living.includes(id)).map(({ id }) => ({ id, name: unitOf(kin, id).name }));
  return others.length === 0 ? [] : [{ kind: 'counterpart', units: others }];
}
