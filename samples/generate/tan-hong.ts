// Case C: Tân Hồng district (Đồng Tháp). 39 hamlets; by 2019-05-15 each cell has an office of its own, its
// secretary is also hamlet head and its deputy also heads the board of the Front; in 2016 only some did.
// The communes have no cell of their offices in the sample: their officers take part in the hamlets' cells.

import { fillCell } from './cell.ts';
import { addCommune } from './commune.ts';
import type { Commune, Superior } from './commune.ts';
import { endDistrict, foundNewCommunes } from './district.ts';
import { leadOrganisation } from './leaders.ts';
import { membersOn } from './membership.ts';
import { openPlace } from './people.ts';
import type { Place } from './people.ts';
import type { Provinces } from './provinces.ts';
import { at, createRandom } from './random.ts';
import { addSuperior } from './superiors.ts';
import { changeUnit } from './units.ts';
import { addVillage, addVillageCell, electCellOffices, electVillageOffices, lowerFirst } from './village.ts';
import type { World } from './world.ts';

const REVIEW = '2019-05-15';
const RENEWALS = ['2010-01-01', '2012-08-06', '2015-06-22', '2018-03-01', '2020-07-06', '2023-02-20'];
const CELL_TERMS = ['2010-01-01', '2012-10-15', '2015-03-25', '2017-09-18', '2020-03-10', '2022-09-20', '2025-01-10'];
const HEAD_ELECTIONS = ['2010-01-01', '2012-12-09', '2015-05-24', '2017-12-10', '2020-06-07', '2022-12-11', '2025-03-23'];
const DECISION = 'Nghị quyết 1663/NQ-UBTVQH15';

const communes: readonly { ref: string; name: string; code: string; hamlets: number }[] = [
  { ref: 'sa-rai', name: 'Thị trấn Sa Rài', code: '29926', hamlets: 4 },
  { ref: 'tan-ho-co', name: 'Xã Tân Hộ Cơ', code: '29929', hamlets: 5 },
  { ref: 'thong-binh', name: 'Xã Thông Bình', code: '29932', hamlets: 5 },
  { ref: 'binh-phu', name: 'Xã Bình Phú', code: '29935', hamlets: 5 },
  { ref: 'tan-thanh-a', name: 'Xã Tân Thành A', code: '29938', hamlets: 4 },
  { ref: 'tan-thanh-b', name: 'Xã Tân Thành B', code: '29941', hamlets: 4 },
  { ref: 'tan-phuoc', name: 'Xã Tân Phước', code: '29944', hamlets: 4 },
  { ref: 'tan-cong-chi', name: 'Xã Tân Công Chí', code: '29947', hamlets: 4 },
  { ref: 'an-phuoc', name: 'Xã An Phước', code: '29950', hamlets: 4 },
];

const successors: readonly { ref: string; name: string; code: string; from: readonly string[] }[] = [
  { ref: 'tan-hong', name: 'Xã Tân Hồng', code: '29926', from: ['sa-rai', 'binh-phu', 'tan-cong-chi'] },
  { ref: 'tan-ho-co', name: 'Xã Tân Hộ Cơ', code: '29929', from: ['tan-ho-co', 'tan-thanh-b'] },
  { ref: 'tan-thanh', name: 'Xã Tân Thành', code: '29938', from: ['thong-binh', 'tan-thanh-a'] },
  { ref: 'an-phuoc', name: 'Xã An Phước', code: '29944', from: ['tan-phuoc', 'an-phuoc'] },
];

export function addTanHong(world: World, provinces: Provinces): void {
  const place = openPlace({ world, random: createRandom('Tân Hồng'), name: 'tan-hong', region: 'south', series: 3 });
  const district = addSuperior(world, {
    ref: 'tan-hong', name: 'Huyện Tân Hồng', level: 'district', code: '869', above: provinces.dongThap, hasGovernment: true, hasOfficeCell: false,
  });
  const made = new Map<string, Commune>();
  let number = 0;
  for (const facts of communes) {
    const commune = addDistrictCommune(place, { ...facts, district, firstNumber: number });
    made.set(facts.ref, commune);
    number += facts.hamlets;
  }
  leadOrganisation(place, {
    leading: { ...district, council: '' }, level: 'superior', cells: cellsOf('tan-hong.sa-rai', 4),
    renewals: ['2010-01-01', '2015-08-10', '2018-01-15', '2020-08-18', '2023-03-06'],
  });
  for (const facts of communes) fillHamlets(place, facts);
  const founded = foundNewCommunes(place, {
    district, province: provinces.dongThap, organisations: 'all', hasAgencyCell: false, spareCell: at(cellsOf('tan-hong.sa-rai', 1), 0), decision: DECISION,
    communes: successors.map((plan) => ({ ...plan, ref: `dong-thap.${plan.ref}`, from: plan.from.flatMap((ref) => made.get(ref) ?? []) })),
  });
  endDistrict(world, { district, successors: founded, decision: DECISION });
}

function addDistrictCommune(
  place: Place,
  facts: { ref: string; name: string; code: string; hamlets: number; district: Superior; firstNumber: number },
): Commune {
  const commune = addCommune(place.world, {
    ref: `tan-hong.${facts.ref}`, name: facts.name, code: facts.code, superior: facts.district, organisations: 'all', hasAgencyCell: false,
  });
  for (let index = 0; index < facts.hamlets; index += 1) addHamlet(place, { commune, index, number: facts.firstNumber + index });
  leadOrganisation(place, {
    leading: commune, level: 'commune', cells: cellsOf(commune.ref, facts.hamlets), renewals: RENEWALS,
    unified: (day) => (facts.ref === 'tan-phuoc' && day >= '2018') || (facts.ref === 'binh-phu' && day >= '2020'),
  });
  return commune;
}

/** `number` counts the hamlets through the district and decides when this one joined posts and got its office. */
function addHamlet(place: Place, facts: { commune: Commune; index: number; number: number }): void {
  const { commune, index, number } = facts;
  const township = commune.name.startsWith('Thị trấn');
  const type = township ? 'khom' : 'ap';
  const name = `${township ? 'Khóm' : 'Ấp'} ${index + 1}`;
  const village = `${commune.ref}.${type}-${index + 1}`;
  const cell = at(cellsOf(commune.ref, index + 1), index);
  addVillage(place, { commune, ref: village, name, type, households: place.random.int(190, 610) });
  const builtLater = number % 3 === 1;
  const core = addVillageCell(place, { commune, ref: cell, name: `Chi bộ ${lowerFirst(name)}`, leads: [village], ownOffice: builtLater ? 'no' : 'yes' });
  if (builtLater) {
    const on = at(['2015-10-01', '2016-12-20', '2017-06-15', '2017-11-01', '2018-04-25', '2018-08-30', '2018-12-12'], number % 7);
    changeUnit(place.world, { ref: cell, on, facts: { ownOffice: 'yes' } });
  }
  const { secretaries, deputies } = electCellOffices(place, { cell, core, terms: CELL_TERMS });
  const since = joinedOn(number);
  const frontSince = joinedOn(number * 5 + 2);
  electVillageOffices(place, {
    village, type, secretaries, deputies, core, elections: [...new Set([...HEAD_ELECTIONS, since, frontSince])].sort(),
    unified: (day) => day >= since && !(day >= '2022' && number % 13 === 5),
    outsider: (day) => number % 6 === 3 && day < '2015',
    deputyHeadsFront: (day) => day >= frontSince && !(day >= '2022' && number % 11 === 7),
  });
}

function joinedOn(number: number): string {
  const days = ['2012-12-09', '2015-05-24', '2016-08-14', '2017-12-10', '2017-12-10', '2017-12-10', '2018-06-17', '2018-11-25', '2019-03-17'];
  return at(days, number % days.length);
}

function fillHamlets(place: Place, facts: { ref: string; hamlets: number }): void {
  for (const cell of cellsOf(`tan-hong.${facts.ref}`, facts.hamlets)) {
    const size = membersOn(place.world, cell, REVIEW).length + place.random.int(3, 7);
    fillCell(place, { cell, anchor: REVIEW, size, probationary: place.random.chance(0.4) ? 1 : 0, profile: 'village' });
  }
}

function cellsOf(commune: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${commune}.cell-${index + 1}`);
}
