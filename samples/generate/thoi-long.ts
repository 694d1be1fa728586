// Case B: Thới Long ward (Ô Môn district, Cần Thơ); since 2025-07-01 the new ward of that name, with Long Hưng.

import { drawCore, fillCell } from './cell.ts';
import { addCommune } from './commune.ts';
import type { Commune } from './commune.ts';
import { endDistrict, foundNewCommunes } from './district.ts';
import { leadOrganisation } from './leaders.ts';
import { openPlace } from './people.ts';
import type { Place } from './people.ts';
import type { Provinces } from './provinces.ts';
import { createRandom } from './random.ts';
import { addSuperior, officeCellOf } from './superiors.ts';
import { foundUnit } from './units.ts';
import { addVillage, addVillageCell, electCellOffices, electVillageOffices } from './village.ts';
import type { World } from './world.ts';

const ANCHOR = '2014-06-30';
const RENEWALS = ['2010-01-01', '2012-05-03', '2015-06-18', '2018-09-10', '2020-06-25', '2023-04-03'];
const CELL_TERMS = ['2010-01-01', '2012-11-20', '2015-03-16', '2017-09-20', '2020-02-26', '2022-09-28', '2025-01-08'];
const HEAD_ELECTIONS = ['2010-01-01', '2012-12-16', '2015-06-07', '2018-01-14', '2020-07-12', '2023-01-08', '2025-04-06'];
const AREAS = ['Thới Hưng', 'Thới Hòa 1', 'Thới Hòa 2', 'Thới Mỹ', 'Thới Xuân', 'Thới Bình', 'Thới Phước', 'Thới Lợi', 'Thới Đông', 'Thới Thuận'];
const DECISION = 'Nghị quyết 1668/NQ-UBTVQH15';

export function addThoiLong(world: World, provinces: Provinces): void {
  const place = openPlace({ world, random: createRandom('Thới Long'), name: 'thoi-long', region: 'south', series: 2 });
  const district = addSuperior(world, { ref: 'o-mon', name: 'Quận Ô Môn', level: 'district', code: '917', above: provinces.canTho, hasGovernment: true });
  leadOrganisation(place, {
    leading: { ...district, council: '' }, level: 'superior', cells: [officeCellOf(district)],
    renewals: ['2010-01-01', '2015-07-28', '2017-11-06', '2020-07-22', '2022-12-05'],
  });
  const ward = addCommune(world, { ref: 'o-mon.thoi-long', name: 'Phường Thới Long', code: '31156', superior: district, organisations: 'all', hasAgencyCell: true });
  const other = addCommune(world, { ref: 'o-mon.long-hung', name: 'Phường Long Hưng', code: '31157', superior: district, organisations: 'party', hasAgencyCell: true });
  leadOrganisation(place, { leading: ward, level: 'commune', cells: [ward.agency], renewals: RENEWALS, full: true });
  leadOrganisation(place, { leading: other, level: 'commune', cells: [other.agency], renewals: RENEWALS });
  for (const [index, name] of AREAS.entries()) addArea(place, { ward, index, name });
  fillCell(place, { cell: ward.agency, anchor: ANCHOR, size: 18, probationary: 1, profile: 'staff' });
  addSchool(place, ward);
  addRedCross(world, ward);
  const successors = foundNewCommunes(place, {
    district, province: provinces.canTho, organisations: 'all', hasAgencyCell: true, decision: DECISION,
    communes: [{
      ref: 'can-tho.thoi-long', name: 'Phường Thới Long', code: '31157', from: [ward, other],
      note: 'Có cả phường Tân Hưng (ngoài dữ liệu mẫu)',
    }],
  });
  endDistrict(world, { district, successors, decision: DECISION });
}

function addArea(place: Place, facts: { ward: Commune; index: number; name: string }): void {
  const { ward, index, name } = facts;
  const { random } = place;
  const number = String(index + 1).padStart(2, '0');
  const village = `${ward.ref}.kv-${number}`;
  const cell = `${ward.ref}.cell-kv-${number}`;
  addVillage(place, { commune: ward, ref: village, name: `Khu vực ${name}`, type: 'khu_vuc', households: random.int(240, 520) });
  const core = addVillageCell(place, { commune: ward, ref: cell, name: `Chi bộ khu vực ${name}`, leads: [village] });
  const { secretaries, deputies } = electCellOffices(place, { cell, core, terms: CELL_TERMS, gaps: true });
  electVillageOffices(place, {
    village, type: 'khu_vuc', secretaries, deputies, core, elections: HEAD_ELECTIONS,
    unified: (day) => index % 3 === 1 || (day >= '2018' && index % 3 === 2),
    outsider: (day) => index === 3 && day < '2018',
    deputyHeadsFront: () => index % 4 === 0,
  });
  fillCell(place, { cell, anchor: ANCHOR, size: random.int(10, 17), probationary: index % 2, profile: 'village' });
}

function addSchool(place: Place, ward: Commune): void {
  const ref = foundUnit(place.world, {
    ref: `${ward.ref}.cell-tieu-hoc`, name: 'Chi bộ Trường Tiểu học', kind: 'cell', type: 'school', partyParent: ward.party,
  });
  electCellOffices(place, { cell: ref, core: drawCore(place, ref, 'staff'), terms: CELL_TERMS });
  fillCell(place, { cell: ref, anchor: ANCHOR, size: 14, probationary: 1, profile: 'staff' });
}

function addRedCross(world: World, ward: Commune): void {
  foundUnit(world, {
    ref: `${ward.ref}.red-cross`, name: 'Hội Chữ thập đỏ phường Thới Long', shortName: 'Hội Chữ thập đỏ', kind: 'mass_organisation',
    frontParent: ward.front,
  });
}
