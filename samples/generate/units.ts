// Units through time: found, change, dissolve, relate. A change closes the running version on the day before
// and opens the next one; a unit keeps its ref for as long as it is the same unit.

import { START, dayBefore, later } from './days.ts';
import { at } from './random.ts';
import { closePosts } from './posts.ts';
import type { UnitRelation, UnitVersion, World } from './world.ts';

export type UnitFacts = Partial<Omit<UnitVersion, 'ref' | 'name' | 'kind' | 'to'>> & {
  ref: string;
  name: string;
  kind: string;
};

export function foundUnit(world: World, facts: UnitFacts): string {
  if (world.units.has(facts.ref)) throw new Error(`Unit ${facts.ref} exists already`);
  world.units.set(facts.ref, [{ ...blankUnit(), ...facts, to: '' }]);
  return facts.ref;
}

export function changeUnit(
  world: World,
  change: { ref: string; on: string; facts: Partial<UnitVersion> },
): void {
  const versions = versionsOf(world, change.ref);
  const last = at(versions, versions.length - 1);
  if (last.to !== '') throw new Error(`Unit ${change.ref} has ended`);
  const next = { ...last, decision: '', ...change.facts, from: change.on };
  if (last.from === change.on) versions.pop();
  else last.to = dayBefore(change.on);
  versions.push(next);
}

/** Ends the unit with `lastDay`, and with it its posts, their tenures and its relations. */
export function dissolveUnit(world: World, ref: string, lastDay: string): void {
  currentVersion(world, ref).to = lastDay;
  closePosts(world, ref, lastDay);
  for (const relation of world.relations) {
    if ((relation.unit === ref || relation.other === ref) && relation.to === '') relation.to = lastDay;
  }
}

export function relate(
  world: World,
  facts: Pick<UnitRelation, 'unit' | 'relation' | 'other'> & Partial<UnitRelation>,
): void {
  const from = later(foundedOn(world, facts.unit), foundedOn(world, facts.other));
  world.relations.push({ from, to: '', decision: '', ...facts });
}

export function inherit(
  world: World,
  facts: { predecessor: string; successor: string; on: string; share?: 'whole' | 'part'; decision?: string },
): void {
  world.lineage.push({ share: 'whole', decision: '', ...facts });
}

/** The version that still holds. */
export function currentVersion(world: World, ref: string): UnitVersion {
  const versions = versionsOf(world, ref);
  return at(versions, versions.length - 1);
}

/** The unit under which it was founded, as it is now: the commune, or its Party organisation or Front. */
export function originOf(world: World, ref: string): UnitVersion {
  const { partyParent, territoryParent, frontParent } = at(versionsOf(world, ref), 0);
  return currentVersion(world, partyParent || territoryParent || frontParent);
}

function foundedOn(world: World, ref: string): string {
  return at(versionsOf(world, ref), 0).from;
}

/** Refs of units that have not ended and whose running version satisfies the test. */
export function runningUnits(world: World, test: (version: UnitVersion) => boolean): string[] {
  return [...world.units.keys()].filter((ref) => {
    const version = currentVersion(world, ref);
    return version.to === '' && test(version);
  });
}

function versionsOf(world: World, ref: string): UnitVersion[] {
  const versions = world.units.get(ref);
  if (!versions) throw new Error(`No unit ${ref}`);
  return versions;
}

function blankUnit(): Omit<UnitVersion, 'ref' | 'name' | 'kind' | 'to'> {
  return {
    shortName: '',
    type: '',
    rank: '',
    code: '',
    partyParent: '',
    territoryParent: '',
    governmentParent: '',
    frontParent: '',
    from: START,
    population: '',
    households: '',
    area: '',
    ownOffice: '',
    decision: '',
    note: '',
  };
}
