// A commune (or ward, or township) with the organisations beside it: Party organisation, People's Committee,
// People's Council, Front, and the cell of its offices. Refs derive from the commune's own ref.

import { START } from './days.ts';
import { foundUnit, relate } from './units.ts';
import type { World } from './world.ts';

/** What lies above a commune: a district until 2025-06-30, the province after it. */
export type Superior = { ref: string; party: string; government: string; front: string };

export type Commune = {
  ref: string;
  /** Full name, e.g. `Xã Đồng Thịnh`. */
  name: string;
  party: string;
  government: string;
  council: string;
  front: string;
  /** Cell of the commune's offices; empty where its officers take part in the cells of the villages. */
  agency: string;
};

export type CommuneFacts = {
  ref: string;
  name: string;
  code: string;
  superior: Superior;
  from?: string;
  /** Which organisations the sample holds beside the Party's. */
  organisations: 'all' | 'party';
  hasAgencyCell: boolean;
  decision?: string;
  note?: string;
};

const communeTypes: readonly (readonly [string, string])[] = [['Xã ', 'xa'], ['Phường ', 'phuong'], ['Thị trấn ', 'thi_tran']];

export function addCommune(world: World, facts: CommuneFacts): Commune {
  const from = facts.from ?? START;
  const type = communeTypes.find(([word]) => facts.name.startsWith(word));
  if (!type) throw new Error(`${facts.name} does not say what it is`);
  const commune = communeRefs(facts);
  const bareName = facts.name.slice(type[0].length);
  // A ward that has only a number is called by its full name.
  const shortName = /^\d+$/.test(bareName) ? facts.name : bareName;
  const shared = { shortName, from, decision: facts.decision ?? '' };
  foundUnit(world, {
    ...shared,
    ref: commune.ref,
    name: facts.name,
    kind: 'commune',
    type: type[1],
    code: facts.code,
    territoryParent: facts.superior.ref,
    note: facts.note ?? '',
  });
  const local = facts.name.charAt(0).toLowerCase() + facts.name.slice(1);
  foundUnit(world, {
    ...shared,
    ref: commune.party,
    name: `Đảng bộ ${local}`,
    kind: 'commune_party',
    partyParent: facts.superior.party,
  });
  relate(world, { unit: commune.party, relation: 'leads', other: commune.ref });
  if (facts.organisations === 'all') addOrganisations(world, { commune, local, superior: facts.superior, shared });
  if (facts.hasAgencyCell) {
    foundUnit(world, {
      ...shared,
      ref: commune.agency,
      name: `Chi bộ cơ quan ${local}`,
      shortName: 'Chi bộ cơ quan',
      kind: 'cell',
      type: 'agency',
      partyParent: commune.party,
    });
  }
  return commune;
}

function addOrganisations(
  world: World,
  facts: { commune: Commune; local: string; superior: Superior; shared: { shortName: string; from: string; decision: string } },
): void {
  const { commune, local, superior, shared } = facts;
  foundUnit(world, {
    ...shared,
    ref: commune.government,
    name: `Ủy ban nhân dân ${local}`,
    kind: 'peoples_committee',
    governmentParent: superior.government,
  });
  foundUnit(world, {
    ...shared,
    ref: commune.council,
    name: `Hội đồng nhân dân ${local}`,
    kind: 'peoples_council',
    governmentParent: superior.government,
  });
  foundUnit(world, {
    ...shared,
    ref: commune.front,
    name: `Ủy ban Mặt trận Tổ quốc Việt Nam ${local}`,
    kind: 'front_committee',
    frontParent: superior.front,
  });
  relate(world, { unit: commune.government, relation: 'governs', other: commune.ref });
  relate(world, { unit: commune.council, relation: 'belongs_to', other: commune.ref });
  relate(world, { unit: commune.front, relation: 'belongs_to', other: commune.ref });
}

function communeRefs(facts: CommuneFacts): Commune {
  const { ref, name, organisations } = facts;
  const all = organisations === 'all';
  return {
    ref,
    name,
    party: `${ref}.party`,
    government: all ? `${ref}.government` : '',
    council: all ? `${ref}.council` : '',
    front: all ? `${ref}.front` : '',
    agency: facts.hasAgencyCell ? `${ref}.agency` : '',
  };
}
