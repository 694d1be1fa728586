// The end of a district on 2025-06-30 and the communes founded on the next day, directly under the province.

import { LAST_OLD_DAY, REFORM } from './days.ts';
import { addCommune } from './commune.ts';
import type { Commune, Superior } from './commune.ts';
import { appointLeaders } from './leaders.ts';
import { handOverMembers, movePlacement, placementOn } from './membership.ts';
import type { Place } from './people.ts';
import { holderOn } from './posts.ts';
import { at } from './random.ts';
import { mergeCommunes } from './reform.ts';
import { officeCellOf } from './superiors.ts';
import { changeUnit, dissolveUnit, inherit } from './units.ts';
import type { Person, World } from './world.ts';

export type NewCommune = {
  ref: string;
  name: string;
  code: string;
  from: readonly Commune[];
  organisations?: 'all' | 'party';
  note?: string;
};

export type DistrictReform = {
  district: Superior;
  province: Superior;
  communes: readonly NewCommune[];
  organisations: 'all' | 'party';
  hasAgencyCell: boolean;
  /** Where officers take part that had to be brought in, if the communes have no cell of their own offices. */
  spareCell?: string;
  decision: string;
};

const posts = ['secretary', 'standing-deputy-secretary', 'deputy-secretary', 'inspection-head'] as const;

export function foundNewCommunes(place: Place, reform: DistrictReform): Commune[] {
  const { world } = place;
  const fromDistrict = leadersOf(world, reform.district);
  const founded = reform.communes.map((plan, index) => {
    const { from, ...facts } = plan;
    const commune = addCommune(world, {
      organisations: reform.organisations,
      ...facts,
      superior: reform.province,
      from: REFORM,
      hasAgencyCell: reform.hasAgencyCell,
      decision: reform.decision,
    });
    mergeCommunes(world, { from, into: commune, on: REFORM, decision: reform.decision });
    appointTo(place, { reform, commune, pool: [...fromDistrict.slice(index, index + 1), ...leadersOfAll(world, from)] });
    return commune;
  });
  return founded;
}

/** Ends the district; what it was in charge of has gone to the communes, each a part. */
export function endDistrict(world: World, facts: { district: Superior; successors: readonly Commune[]; decision: string }): void {
  const { district, successors, decision } = facts;
  for (const commune of successors) {
    for (const part of ['ref', 'party'] as const) {
      inherit(world, { predecessor: district[part], successor: commune[part], on: REFORM, share: 'part', decision });
    }
  }
  const office = officeCellOf(district);
  if (world.units.has(office)) {
    const next = at(successors, 0).agency;
    handOverMembers(world, { from: office, to: next, on: REFORM });
    inherit(world, { predecessor: office, successor: next, on: REFORM, decision });
    dissolveUnit(world, office, LAST_OLD_DAY);
  }
  for (const part of ['ref', 'party', 'government', 'front'] as const) {
    if (district[part] !== '') dissolveUnit(world, district[part], LAST_OLD_DAY);
  }
}

/** A commune that stays as it is comes directly under the province. */
export function keepCommune(world: World, facts: { commune: Commune; province: Superior; decision: string }): void {
  const { commune, province, decision } = facts;
  changeUnit(world, { ref: commune.ref, on: REFORM, facts: { territoryParent: province.ref, decision } });
  changeUnit(world, { ref: commune.party, on: REFORM, facts: { partyParent: province.party, decision } });
}

function appointTo(place: Place, facts: { reform: DistrictReform; commune: Commune; pool: readonly Person[] }): void {
  const { reform, commune } = facts;
  const cell = commune.agency === '' ? (reform.spareCell ?? '') : commune.agency;
  const officers = appointLeaders(place, { leading: commune, pool: [...new Set(facts.pool)], cell, leadsCell: commune.agency !== '' });
  for (const person of officers) {
    const placed = placementOn(place.world, person, REFORM);
    if (placed && commune.agency !== '' && placed.cell !== commune.agency) movePlacement(place.world, { person, cell: commune.agency, on: REFORM });
  }
}

function leadersOf(world: World, organisation: { party: string; government: string; front: string }): Person[] {
  const refs = [
    ...posts.map((post) => `${organisation.party}.${post}`),
    `${organisation.government}.peoples-committee-chair`,
    `${organisation.government}.peoples-committee-vice-chair`,
    `${organisation.front}.front-chair`,
  ];
  return [...new Set(refs.flatMap((ref) => holderOn(world, ref, LAST_OLD_DAY) ?? []))];
}

/** Secretaries of the merged communes first, then their deputies, and so on. */
function leadersOfAll(world: World, communes: readonly Commune[]): Person[] {
  const lists = communes.map((commune) => leadersOf(world, commune));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
}
