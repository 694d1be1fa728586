// Country, provinces and districts: the territory with its Party organisation, People's Committee and Front,
// and the cell in which the people of the committee's own offices take part.

import { START } from './days.ts';
import type { Superior } from './commune.ts';
import { foundUnit, relate } from './units.ts';
import type { World } from './world.ts';

export const CENTRAL: Superior = { ref: 'viet-nam', party: 'trung-uong', government: '', front: 'mttq' };

export type SuperiorFacts = {
  ref: string;
  /** Full name, e.g. `Huyện Sông Lô`. */
  name: string;
  level: 'province' | 'district';
  code: string;
  above: Superior;
  /** False: only territory and Party organisation. */
  hasGovernment: boolean;
  /** Cell of the committee's offices, or none where its people take part in cells of villages. */
  hasOfficeCell?: boolean;
  note?: string;
};

export function addCountry(world: World): void {
  foundUnit(world, { ref: CENTRAL.ref, name: 'Việt Nam', kind: 'country' });
  foundUnit(world, { ref: CENTRAL.party, name: 'Ban Chấp hành Trung ương', shortName: 'Trung ương', kind: 'central' });
  foundUnit(world, {
    ref: CENTRAL.front,
    name: 'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
    shortName: 'Trung ương MTTQ',
    kind: 'front_committee',
  });
  relate(world, { unit: CENTRAL.party, relation: 'leads', other: CENTRAL.ref });
}

export function addSuperior(world: World, facts: SuperiorFacts): Superior {
  const { ref, level, above } = facts;
  const { type, committee, shortName, local } = readName(facts.name);
  const superior: Superior = {
    ref,
    party: `${ref}.party`,
    government: facts.hasGovernment ? `${ref}.government` : '',
    front: facts.hasGovernment ? `${ref}.front` : '',
  };
  const shared = { shortName, from: START };
  foundUnit(world, { ...shared, ref, name: facts.name, kind: level, type: level === 'district' && type === 'thanh_pho' ? 'thanh_pho_thuoc_tinh' : type, code: facts.code, territoryParent: above.ref, note: facts.note ?? '' });
  foundUnit(world, { ...shared, ref: superior.party, name: `Đảng bộ ${local}`, kind: level === 'province' ? 'provincial_party' : 'district_party', partyParent: above.party });
  relate(world, { unit: superior.party, relation: 'leads', other: ref });
  if (facts.hasGovernment) {
    foundUnit(world, { ...shared, ref: superior.government, name: `Ủy ban nhân dân ${local}`, kind: 'peoples_committee', governmentParent: above.government });
    foundUnit(world, { ...shared, ref: superior.front, name: `Ủy ban Mặt trận Tổ quốc Việt Nam ${local}`, kind: 'front_committee', frontParent: above.front });
    relate(world, { unit: superior.government, relation: 'governs', other: ref });
    relate(world, { unit: superior.front, relation: 'belongs_to', other: ref });
  }
  if (facts.hasOfficeCell ?? true) addOfficeCell(world, { superior, committee, shortName });
  return superior;
}

export function officeCellOf(superior: Superior): string {
  return `${superior.ref}.office`;
}

function addOfficeCell(world: World, facts: { superior: Superior; committee: string; shortName: string }): void {
  const { superior, committee, shortName } = facts;
  foundUnit(world, {
    ref: officeCellOf(superior),
    name: `Chi bộ cơ quan ${committee} ${shortName}`,
    shortName: `Chi bộ cơ quan ${committee}`,
    kind: 'cell',
    type: 'agency',
    partyParent: superior.party,
  });
}

/** The word in the name, the type, and what the Party committee of such a place is called. */
const superiorTypes: readonly (readonly [word: string, type: string, committee: string])[] = [
  ['Tỉnh ', 'tinh', 'Tỉnh ủy'], ['Thành phố ', 'thanh_pho', 'Thành ủy'], ['Huyện ', 'huyen', 'Huyện ủy'],
  ['Quận ', 'quan', 'Quận ủy'], ['Thị xã ', 'thi_xa', 'Thị ủy'],
];

function readName(name: string): { type: string; committee: string; shortName: string; local: string } {
  const found = superiorTypes.find(([word]) => name.startsWith(word));
  if (!found) throw new Error(`${name} does not say what it is`);
  const [word, type, committee] = found;
  return { type, committee, shortName: name.slice(word.length), local: name.charAt(0).toLowerCase() + name.slice(1) };
}
