// Case A: Sịa township (Quảng Điền district, Thừa Thiên Huế). 20 cells with exactly 369 members on 2023-02-22;
// since 2025-07-01 part of Quảng Điền commune, with Quảng Phước, Quảng An and Quảng Thọ.

import { drawCore, fillCell } from './cell.ts';
import { addCommune } from './commune.ts';
import type { Commune } from './commune.ts';
import { START, addDays, dayBefore } from './days.ts';
import { endDistrict, foundNewCommunes } from './district.ts';
import { leadOrganisation } from './leaders.ts';
import { addRecord } from './membership.ts';
import { admit, drawPerson, openPlace } from './people.ts';
import type { Place } from './people.ts';
import { createPost, takePost } from './posts.ts';
import type { Provinces } from './provinces.ts';
import { at, createRandom } from './random.ts';
import { holderAt } from './succession.ts';
import type { Stint } from './succession.ts';
import { addSuperior, officeCellOf } from './superiors.ts';
import { changeUnit, foundUnit } from './units.ts';
import { addVillage, addVillageCell, electCellOffices, electVillageOffices } from './village.ts';
import type { Person, World } from './world.ts';

const SESSION = '2023-02-22';
const RENEWALS = ['2010-01-01', '2012-11-12', '2015-06-10', '2018-03-19', '2020-06-16', '2022-08-15'];
const CELL_TERMS = ['2010-01-01', '2012-12-04', '2015-03-10', '2017-09-12', '2020-03-05', '2022-10-11', '2025-01-14'];
const HEAD_ELECTIONS = ['2010-01-01', '2012-07-08', '2015-04-12', '2017-11-19', '2020-06-28', '2022-12-18', '2025-03-16'];

/** Members and probationary members of the residential groups' cells on the day of the session, and households. */
const groups: readonly { members: number; households: number }[] = [
  { members: 27, households: 312 }, { members: 19, households: 148 }, { members: 25, households: 264 },
  { members: 22, households: 187 }, { members: 31, households: 341 }, { members: 18, households: 126 },
  { members: 21, households: 205 }, { members: 24, households: 238 }, { members: 16, households: 139 },
  { members: 24, households: 276 },
];

const otherCells: readonly { ref: string; name: string; type: string; members: number; probationary: number }[] = [
  { ref: 'mam-non-1', name: 'Chi bộ Trường Mầm non số 1', type: 'school', members: 14, probationary: 1 },
  { ref: 'mam-non-2', name: 'Chi bộ Trường Mầm non số 2', type: 'school', members: 18, probationary: 2 },
  { ref: 'tieu-hoc-1', name: 'Chi bộ Trường Tiểu học số 1', type: 'school', members: 21, probationary: 2 },
  { ref: 'tieu-hoc-2', name: 'Chi bộ Trường Tiểu học số 2', type: 'school', members: 16, probationary: 1 },
  { ref: 'thcs', name: 'Chi bộ Trường Trung học cơ sở', type: 'school', members: 19, probationary: 2 },
  { ref: 'tram-y-te', name: 'Chi bộ Trạm Y tế', type: 'health', members: 7, probationary: 0 },
  { ref: 'cong-an', name: 'Chi bộ Công an', type: 'police', members: 8, probationary: 1 },
  { ref: 'quan-su', name: 'Chi bộ Quân sự', type: 'military', members: 6, probationary: 0 },
  { ref: 'hop-tac-xa', name: 'Chi bộ Hợp tác xã', type: 'enterprise', members: 9, probationary: 1 },
];
const AGENCY_MEMBERS = 24;
const DECISION = 'Nghị quyết 1675/NQ-UBTVQH15';

export function addSia(world: World, provinces: Provinces): void {
  const place = openPlace({ world, random: createRandom('Sịa'), name: 'sia', region: 'central', series: 1 });
  const district = addSuperior(world, { ref: 'quang-dien', name: 'Huyện Quảng Điền', level: 'district', code: '477', above: provinces.hue, hasGovernment: true });
  leadOrganisation(place, {
    leading: { ...district, council: '' }, level: 'superior', cells: [officeCellOf(district)],
    renewals: ['2010-01-01', '2015-08-05', '2018-02-06', '2020-08-12', '2023-07-10'],
  });
  const add = (ref: string, name: string, code: string, organisations: 'all' | 'party'): Commune =>
    addCommune(world, { ref: `quang-dien.${ref}`, name, code, superior: district, organisations, hasAgencyCell: true });
  const sia = add('sia', 'Thị trấn Sịa', '19867', 'all');
  const others = [
    add('quang-phuoc', 'Xã Quảng Phước', '19882', 'party'),
    add('quang-an', 'Xã Quảng An', '19888', 'party'),
    add('quang-tho', 'Xã Quảng Thọ', '19894', 'party'),
  ];
  for (const commune of [sia, ...others]) {
    leadOrganisation(place, { leading: commune, level: 'commune', cells: [commune.agency], renewals: RENEWALS, full: commune === sia });
  }
  const secretaries = [...groups.keys()].map((index) => addGroup(place, sia, index));
  secretaries.push(...otherCells.map((cell) => addOtherCell(place, sia, cell)));
  fillCell(place, { cell: sia.agency, anchor: SESSION, size: AGENCY_MEMBERS, probationary: 2, profile: 'staff' });
  seatCommittee(place, sia, secretaries);
  addGuests(place, sia);
  const successors = foundNewCommunes(place, {
    district, province: provinces.hue, organisations: 'all', hasAgencyCell: true, decision: DECISION,
    communes: [{ ref: 'hue.quang-dien', name: 'Xã Quảng Điền', code: '19867', from: [sia, ...others] }],
  });
  endDistrict(world, { district, successors, decision: DECISION });
}

function addGroup(place: Place, sia: Commune, index: number): Stint[] {
  const { world } = place;
  const { members, households } = at(groups, index);
  const number = String(index + 1).padStart(2, '0');
  const village = `${sia.ref}.tdp-${number}`;
  const cell = `${sia.ref}.cell-tdp-${number}`;
  addVillage(place, { commune: sia, ref: village, name: `Tổ dân phố ${index + 1}`, type: 'to_dan_pho', households: Math.round(households * 0.9) });
  changeUnit(world, { ref: village, on: '2019-04-01', facts: { households, population: Math.round(households * 3.7) } });
  const core = addVillageCell(place, { commune: sia, ref: cell, name: `Chi bộ tổ dân phố ${index + 1}`, leads: [village] });
  const { secretaries, deputies } = electCellOffices(place, { cell, core, terms: CELL_TERMS, gaps: true });
  electVillageOffices(place, {
    village, type: 'to_dan_pho', secretaries, deputies, core, elections: HEAD_ELECTIONS,
    unified: () => index % 3 === 0,
    outsider: (day) => index === 1 || (index === 4 && day < '2020'),
    deputyHeadsFront: () => index % 2 === 0,
  });
  fillCell(place, { cell, anchor: SESSION, size: members, probationary: 1, profile: 'village' });
  disturbHead(place, village, index);
  return secretaries;
}

/** On the day of the session one group has no head, and one only a provisional head (six months at most). */
function disturbHead(place: Place, village: string, index: number): void {
  const post = `${village}.residential-group-head`;
  const tenure = place.world.tenures.find((row) => row.post === post && row.from <= SESSION && (row.to === '' || row.to > SESSION));
  const provisional = '2022-12-19';
  if (!tenure) return;
  if (index === 5) {
    const from = '2023-05-14';
    takePost(place.world, { ...tenure, person: drawPerson(place, { bornIn: [1966, 1984], women: 0.3 }), from });
    Object.assign(tenure, { to: '2023-01-09', endReason: 'resigned' });
  } else if (index === 8) {
    takePost(place.world, { ...tenure, from: '2023-06-04' });
    takePost(place.world, { ...tenure, from: provisional, to: '2023-06-03', how: 'acting', endReason: 'term_end' });
    Object.assign(tenure, { to: dayBefore(provisional), endReason: 'term_end' });
  }
}

function addOtherCell(place: Place, sia: Commune, facts: (typeof otherCells)[number]): Stint[] {
  const ref = foundUnit(place.world, {
    ref: `${sia.ref}.cell-${facts.ref}`, name: facts.name, kind: 'cell', type: facts.type, partyParent: sia.party,
  });
  const core = drawCore(place, ref, 'staff');
  const { secretaries } = electCellOffices(place, { cell: ref, core, terms: CELL_TERMS, gaps: true });
  fillCell(place, { cell: ref, anchor: SESSION, size: facts.members, probationary: facts.probationary, profile: 'staff' });
  return secretaries;
}

/** Most members of the committee hold their seat beside another post: here, as secretaries of cells. */
function seatCommittee(place: Place, sia: Commune, secretaries: readonly (readonly Stint[])[]): void {
  const post = createPost(place.world, { unit: sia.party, kind: 'committee_member', seats: 15 });
  const terms = [['2010-01-01', '2015-06-09'], ['2015-06-10', '2020-06-15'], ['2020-06-16', '2025-06-30']] as const;
  for (const [from, to] of terms) {
    const seated = new Set<Person>(secretaries.filter((_, index) => index % 3 !== 1).flatMap((stints) => holderAt(stints, from) ?? []));
    const endReason = to === '2025-06-30' ? 'unit_dissolved' : 'term_end';
    for (const person of seated) takePost(place.world, { person, post, from, to, how: 'elected', endReason });
  }
}

/** Members of organisations elsewhere who take part here for some months; they are not counted as members here. */
function addGuests(place: Place, sia: Commune): void {
  for (let index = 0; index < 6; index += 1) {
    const person = drawPerson(place, { bornIn: [1985, 2000] });
    admit(person, `${2019 + (index % 3)}-05-19`);
    const from = `2022-${String(7 + index % 5).padStart(2, '0')}-01`;
    addRecord(place.world, { person, record: 'temporary', cell: `${sia.ref}.cell-tdp-0${index + 1}`, from: from < START ? START : from, to: addDays(from, 300), place: 'Thành phố Huế' });
  }
}
