// Case E: Sông Lô district (Vĩnh Phúc). 146 heads of villages and residential groups in 17 communes; on
// 2022-08-09 eight of them are no members, three of those in Đồng Thịnh. Merged on 2025-01-01 and 2025-07-01.

import { fillCell } from './cell.ts';
import { addCommune } from './commune.ts';
import type { Commune } from './commune.ts';
import { later } from './days.ts';
import { endDistrict, foundNewCommunes } from './district.ts';
import { leadOrganisation } from './leaders.ts';
import { membersOn, placeMember } from './membership.ts';
import { admit, openPlace } from './people.ts';
import type { Place } from './people.ts';
import type { Provinces } from './provinces.ts';
import { at, createRandom } from './random.ts';
import { mergeCommunes } from './reform.ts';
import { CELL_TERMS, DECISION, HEAD_ELECTIONS, MERGER_2025, RENEWALS, REVIEW, communes, outsiders, successors, unifiedInDongThinh, villageNames } from './song-lo.facts.ts';
import type { CommuneFacts } from './song-lo.facts.ts';
import { holderAt } from './succession.ts';
import type { Stint } from './succession.ts';
import { addSuperior, officeCellOf } from './superiors.ts';
import { currentVersion } from './units.ts';
import { addVillage, addVillageCell, electCellOffices, electVillageOffices, lowerFirst } from './village.ts';
import type { Person, World } from './world.ts';

export function addSongLo(world: World, provinces: Provinces): void {
  const place = openPlace({ world, random: createRandom('Sông Lô'), name: 'song-lo', region: 'north', series: 4 });
  const district = addSuperior(world, { ref: 'song-lo', name: 'Huyện Sông Lô', level: 'district', code: '253', above: provinces.vinhPhuc, hasGovernment: true });
  leadOrganisation(place, {
    leading: { ...district, council: '' }, level: 'superior', cells: [officeCellOf(district)],
    renewals: ['2010-01-01', '2015-08-20', '2018-05-21', '2020-08-05', '2022-11-14'],
  });
  const made = new Map<string, Commune>();
  for (const facts of communes) {
    const commune = addCommune(world, {
      ref: `song-lo.${facts.ref}`, name: facts.name, code: facts.code, superior: district, organisations: 'all', hasAgencyCell: true,
    });
    made.set(facts.ref, commune);
    leadOrganisation(place, {
      leading: commune, level: 'commune', cells: [commune.agency], renewals: renewalsOf(place),
      unified: (day) => facts.ref === 'tan-lap' && day >= '2020',
    });
    addVillages(place, commune, facts);
    const officers = membersOn(world, commune.agency, REVIEW).length;
    fillCell(place, { cell: commune.agency, anchor: REVIEW, size: officers + place.random.int(3, 6), probationary: 1, profile: 'staff' });
  }
  const get = (ref: string): Commune[] => [...made.entries()].flatMap(([name, commune]) => (name === ref ? [commune] : []));
  for (const { from, into } of MERGER_2025) {
    mergeCommunes(world, { from: from.flatMap(get), into: at(get(into), 0), on: '2025-01-01', decision: '' });
  }
  const founded = foundNewCommunes(place, {
    district, province: provinces.phuTho, organisations: 'all', hasAgencyCell: true, decision: DECISION,
    communes: successors.map((plan) => ({ ...plan, ref: `phu-tho.${plan.ref}`, from: plan.from.flatMap(get) })),
  });
  endDistrict(world, { district, successors: founded, decision: DECISION });
}

type Site = { commune: Commune; facts: CommuneFacts; index: number; village: string; name: string };

/** Villages and their cells: mostly one cell each, here and there one for two villages or two in one village. */
function addVillages(place: Place, commune: Commune, facts: CommuneFacts): void {
  const township = facts.name.startsWith('Thị trấn');
  const names = place.random.shuffled(villageNames);
  const sites: Site[] = [];
  for (let index = 0; index < facts.villages; index += 1) {
    const name = `${township ? 'Tổ dân phố' : 'Thôn'} ${at(names, index)}`;
    const village = `${commune.ref}.v${String(index + 1).padStart(2, '0')}`;
    const households = township ? place.random.int(120, 380) : place.random.int(95, 340);
    addVillage(place, { commune, ref: village, name, type: township ? 'to_dan_pho' : 'thon', households });
    sites.push({ commune, facts, index, village, name });
  }
  let next = 0;
  while (next < sites.length) {
    const led = sites.slice(next, next + (facts.sharedCellFrom === next ? 2 : 1));
    addCell(place, led);
    next += led.length;
  }
}

function addCell(place: Place, led: readonly Site[]): void {
  const { commune, facts, index } = at(led, 0);
  const cell = `${commune.ref}.cell-${String(index + 1).padStart(2, '0')}`;
  const name = `Chi bộ ${led.map((site) => lowerFirst(site.name)).join(' – ')}`;
  const core = addVillageCell(place, { commune, ref: cell, name, leads: led.map((site) => site.village) });
  const terms = CELL_TERMS;
  const { secretaries, deputies } = electCellOffices(place, { cell, core, terms, gaps: facts.ref !== 'dong-thinh' });
  const busy = new Set<Person>();
  for (const site of led) {
    const heads = electHeads(place, { site, cell, secretaries, deputies, core: core.filter((person) => !busy.has(person)), isFirst: site === led[0] });
    for (const { person } of heads) busy.add(person);
  }
  fillCell(place, { cell, anchor: REVIEW, size: place.random.int(9, 15), probationary: place.random.chance(0.35) ? 1 : 0, profile: 'village' });
  if (facts.hasSecondCell && index === 0) addSecondCell(place, at(led, 0));
}

function addSecondCell(place: Place, site: Site): void {
  const cell = `${site.commune.ref}.cell-01b`;
  const core = addVillageCell(place, { commune: site.commune, ref: cell, name: `Chi bộ ${lowerFirst(site.name)} 2`, leads: [site.village] });
  electCellOffices(place, { cell, core, terms: CELL_TERMS });
  fillCell(place, { cell, anchor: REVIEW, size: 11, probationary: 1, profile: 'village' });
}

function electHeads(
  place: Place,
  facts: { site: Site; cell: string; secretaries: Stint[]; deputies: Stint[]; core: Person[]; isFirst: boolean },
): Stint[] {
  const { site, cell, secretaries, deputies, core, isFirst } = facts;
  const { random, world } = place;
  const outsider = outsiders.find((one) => one.commune === site.facts.ref && one.index === site.index);
  const outsiderBefore = !outsider && (random.chance(0.17) || isFormerOutsider(site));
  const unified = unifiedDays(place, site);
  const heads = electVillageOffices(place, {
    village: site.village,
    type: site.facts.name.startsWith('Thị trấn') ? 'to_dan_pho' : 'thon',
    secretaries, deputies, core,
    elections: HEAD_ELECTIONS,
    unified: (day) => isFirst && !outsider && day >= unified.from && day <= unified.to,
    outsider: (day) => (outsider ? day >= '2017-11' && !(outsider.fate === 'replaced' && day > REVIEW) : outsiderBefore && day < '2020'),
    deputyHeadsFront: () => site.index % 3 === 1,
  });
  const head = holderAt(heads, REVIEW);
  if (outsider?.fate === 'admitted' && head) {
    admit(head, outsider.on);
    placeMember(world, { person: head, cell: currentVersion(world, cell).ref, from: outsider.on });
  }
  return heads;
}

/** Two more villages of Đồng Thịnh had heads outside the Party until 2020. */
function isFormerOutsider(site: Site): boolean {
  return site.facts.ref === 'dong-thinh' && (site.index === 3 || site.index === 10);
}

/** From when to when the secretary is elected head; Đồng Thịnh's four are told by the case. */
function unifiedDays(place: Place, site: Site): { from: string; to: string } {
  const { random } = place;
  const never = { from: '9999-12-31', to: '9999-12-31' };
  if (site.facts.ref === 'dong-thinh') return unifiedInDongThinh[site.index] ?? never;
  if (!random.chance(0.5)) return never;
  const from = random.weighted([['2010-01-01', 2], ['2015', 2], ['2020', 5], ['2022-10', 2]] as const);
  return { from: later(from, '2010-01-01'), to: '9999-12-31' };
}

function renewalsOf(place: Place): string[] {
  const shift = String(place.random.int(10, 27));
  return RENEWALS.map((day) => (day === '2010-01-01' ? day : `${day.slice(0, 8)}${shift}`));
}
