// Who follows which unit. Case D: Sóc Trăng's cadres and commune committees, some of which have nobody for a while; what became of it in
// Cần Thơ, where it runs today. Cases B and C: members of the commune committees in charge of areas and of hamlet cells.

import { LAST_OLD_DAY, REFORM, START, ageOn, dayInYear, earlier, later, yearOf } from './days.ts';
import { placeMember, placementOn } from './membership.ts';
import { CADRES, COMMITTEES, ISSUED, REASSIGNED, REGULATION, SEATS, departments, leftAlone, stoppedBefore } from './oversight.facts.ts';
import { admit, drawPerson, openPlace } from './people.ts';
import type { Place } from './people.ts';
import { createPost, takePost } from './posts.ts';
import { at, createRandom } from './random.ts';
import { slug } from './slug.ts';
import { districts } from './soc-trang.facts.ts';
import { changeUnit, dissolveUnit, foundUnit, inherit, runningUnits } from './units.ts';
import type { FollowedUnit, Person, World } from './world.ts';

const OLD_PROVINCE = 'soc-trang.party';
const NEW_PROVINCE = 'can-tho.party';
const OFFICES = { old: 'soc-trang.co-quan', current: 'can-tho.co-quan' };
const CONGRESS = '2020-10-15';

type Tier = FollowedUnit['tier'];
type Cadre = { person: Person; tier: Tier; post: string };

/** Called when the units of all times stand. */
export function addOversight(world: World): void {
  const place = openPlace({ world, random: createRandom('Bám cơ sở'), name: 'can-bo', region: 'soc-trang', series: 40 });
  foundOffices(world);
  const cadres = drawCadres(place);
  followCommittees(world, cadres);
  moveOffices(world);
  followToday(world, cadres);
  followAreas(world);
  followHamlets(world);
}

/** The organisation of the province's departments, each a cell of its own. */
function foundOffices(world: World): void {
  foundUnit(world, { ref: OFFICES.old, name: 'Đảng bộ khối các cơ quan tỉnh Sóc Trăng', shortName: 'Khối các cơ quan tỉnh', kind: 'grassroots_party', partyParent: OLD_PROVINCE });
  for (const [ref, name] of departments) {
    foundUnit(world, { ref: cellOf(ref), name: `Chi bộ ${name} Sóc Trăng`, shortName: name, kind: 'cell', type: 'agency', partyParent: OFFICES.old });
  }
}

function cellOf(department: string): string {
  return `${OFFICES.old}.${department}`;
}

function drawCadres(place: Place): Cadre[] {
  const { world } = place;
  const board = createPost(world, { unit: OLD_PROVINCE, kind: 'standing_member', title: 'Ủy viên Ban Thường vụ', seats: SEATS.standingBoard, from: CONGRESS });
  const committee = createPost(world, { unit: OLD_PROVINCE, kind: 'committee_member', title: 'Ủy viên Ban Chấp hành', seats: SEATS.committee, from: CONGRESS });
  for (const ref of [board, committee]) world.posts.get(ref)!.to = LAST_OLD_DAY;
  return Array.from({ length: CADRES }, (_, index): Cadre => {
    const inOffice = index - SEATS.standingBoard - SEATS.committee;
    const [department] = at(departments, (inOffice < 0 ? index : inOffice) % departments.length);
    const person = drawCadre(place, cellOf(department));
    if (index < SEATS.standingBoard) return seat(world, { person, tier: 'standingBoard', post: board });
    if (inOffice < 0) return seat(world, { person, tier: 'committee', post: committee });
    const isHead = inOffice < departments.length;
    const kind = isHead ? 'secretary' : 'deputy_secretary';
    return seat(world, { person, tier: isHead ? 'head' : 'deputy', post: createPost(world, { unit: cellOf(department), kind, from: CONGRESS }) });
  });
}

function drawCadre(place: Place, cell: string): Person {
  const { random } = place;
  const person = drawPerson(place, { bornIn: [1966, 1982], office: 'superior', women: 0.25 });
  admit(person, dayInYear(random, yearOf(person.birth) + random.int(22, 27)));
  placeMember(place.world, { person, cell, from: later(START, person.admittedOn) });
  return person;
}

function seat(world: World, cadre: Cadre): Cadre {
  const ends = cadre.post.startsWith(`${OLD_PROVINCE}.`);
  takePost(world, { person: cadre.person, post: cadre.post, from: CONGRESS, ...(ends ? { to: LAST_OLD_DAY, endReason: 'unit_dissolved' } : {}) });
  return cadre;
}

/** Neighbouring committees of a district go to the same cadre where there are more committees than cadres. */
function followCommittees(world: World, cadres: readonly Cadre[]): void {
  regulate(world, { unit: OLD_PROVINCE, title: REGULATION, follows: 'Đảng bộ xã', from: ISSUED, to: LAST_OLD_DAY, mostUnits: 3, duties: [
    ['standingBoard', 1, 2, 2, 6], ['committee', 1, 4, 2, 3], ['head', 1, 4, 2, 3], ['deputy', 2, 6, 4, 3],
  ] });
  const committees = districts.flatMap(({ name, communes }) => communes.map(([, commune]) => `soc-trang.${slug(name)}.${slug(commune)}.party`));
  if (committees.length !== COMMITTEES) throw new Error(`${committees.length} committees`);
  const stopped = new Map(stoppedBefore.map(([cadre, lastDay, reason], place) => [cadre, { lastDay, reason, place }]));
  for (const [index, followed] of committees.entries()) {
    const number = Math.floor((index * CADRES) / COMMITTEES);
    const cadre = at(cadres, number);
    const stop = stopped.get(number);
    const last = lastDayOf(world, followed);
    follow(world, { unit: OLD_PROVINCE, regulation: REGULATION, followed, cadre, decision: '112-QĐ/TU', from: ISSUED, to: stop ? stop.lastDay : last.to, endReason: stop ? stop.reason : last.endReason });
    if (!stop) continue;
    if (stop.reason !== 'transferred') leavePost(world, cadre, stop.lastDay);
    if (leftAlone.includes(stop.place)) continue;
    const next = at(cadres, number + 1);
    follow(world, { unit: OLD_PROVINCE, regulation: REGULATION, followed, cadre: next, decision: '214-QĐ/TU', from: REASSIGNED, ...last });
  }
}

/** A committee that was merged before the regulation ended is followed by whoever follows the other. */
function lastDayOf(world: World, unit: string): { to: string; endReason: FollowedUnit['endReason'] } {
  const end = at(world.units.get(unit) ?? [], -1 + (world.units.get(unit) ?? []).length).to;
  return end !== '' && end < LAST_OLD_DAY ? { to: end, endReason: 'reorganised' } : { to: LAST_OLD_DAY, endReason: 'regulationEnded' };
}

function leavePost(world: World, { person, post }: Cadre, lastDay: string): void {
  const tenure = world.tenures.find((one) => one.person === person && one.post === post);
  if (!tenure) throw new Error(`${person.ref} holds no ${post}`);
  tenure.to = lastDay;
  tenure.endReason = 'transferred';
}

/** On 2025-07-01 the departments' cells go on under the city that the province became part of. */
function moveOffices(world: World): void {
  const decision = 'Nghị quyết 202/2025/QH15';
  foundUnit(world, { ref: OFFICES.current, name: 'Đảng bộ khối các cơ quan thành phố Cần Thơ', shortName: 'Khối các cơ quan thành phố', kind: 'grassroots_party', partyParent: NEW_PROVINCE, from: REFORM, decision });
  for (const [ref] of departments) changeUnit(world, { ref: cellOf(ref), on: REFORM, facts: { partyParent: OFFICES.current, decision } });
  inherit(world, { predecessor: OFFICES.old, successor: OFFICES.current, on: REFORM, decision });
  dissolveUnit(world, OFFICES.old, LAST_OLD_DAY);
}

const CITY_REGULATION = 'Quy chế 05-QC/TU';
const CITY_FROM = '2025-09-15';
const CITY_SEATS = 20;
/** Of the city's committees, those that nobody follows yet. */
const [cityAlone, cityLeaver] = [[11, 28, 40], 7];
/** Follows more than the regulation lets one. */
const cityLoaded = { cadre: 1, communes: [5, 7] };
const LEFT_ON = '2026-03-31';

/** What runs today: twenty cadres, of whom the first follows three communes, the next four, and one has left the post. */
function followToday(world: World, cadres: readonly Cadre[]): void {
  regulate(world, { unit: NEW_PROVINCE, title: CITY_REGULATION, follows: 'Đảng bộ xã', from: CITY_FROM, to: '', mostUnits: 3, duties: [['standingBoard', 1, 2, 2, 6], ['committee', 1, 4, 2, 3]] });
  const post = createPost(world, { unit: NEW_PROVINCE, kind: 'committee_member', title: 'Ủy viên Ban Chấp hành', seats: 40, from: REFORM });
  const chosen = cadres.filter(({ person }) => ageOn(person.birth, REFORM) < 55 && placementOn(world, person, REFORM)).slice(0, CITY_SEATS).map(({ person }): Cadre => ({ person, tier: 'committee', post }));
  for (const [index, { person }] of chosen.entries()) takePost(world, { person, post, from: REFORM, how: 'appointed', ...(index === cityLeaver ? { to: LEFT_ON, endReason: 'transferred' } : {}) });
  const communes = runningUnits(world, ({ kind, partyParent }) => kind === 'commune_party' && partyParent === NEW_PROVINCE);
  for (const [index, followed] of communes.entries()) {
    if (cityAlone.includes(index)) continue;
    const number = cityLoaded.communes.includes(index) ? cityLoaded.cadre : Math.floor((index * CITY_SEATS) / communes.length);
    follow(world, { unit: NEW_PROVINCE, regulation: CITY_REGULATION, followed, cadre: at(chosen, number), decision: '87-QĐ/TU', from: CITY_FROM, to: '', endReason: '' });
  }
}

/** Case B: the ward's officers in charge of its ten areas, from the year in which it put its shortcomings right. */
function followAreas(world: World): void {
  const title = 'Phân công cấp ủy viên phụ trách khu vực';
  const villages = Array.from({ length: 10 }, (_, index) => `o-mon.thoi-long.kv-${String(index + 1).padStart(2, '0')}`);
  const from = '2013-03-01';
  regulate(world, { unit: 'o-mon.thoi-long.party', title, follows: 'Thôn, tổ dân phố', from, to: LAST_OLD_DAY, mostUnits: '', duties: [['standingBoard', 3, '', '', 3], ['committee', 3, '', '', 3]] });
  inCharge(world, { commune: 'o-mon.thoi-long', title, followed: villages, from });
}

/** Case C: committee members of the nine communes in charge of the hamlets' cells. */
function followHamlets(world: World): void {
  const title = 'Phân công cấp ủy viên phụ trách chi bộ ấp, khóm';
  const from = '2017-04-03';
  const cells = [...world.units].filter(([ref, [first]]) => ref.startsWith('tan-hong.') && first?.kind === 'cell').map(([ref, [first]]) => ({ ref, party: first!.partyParent }));
  for (const [party, own] of Map.groupBy(cells, (cell) => cell.party)) {
    const commune = party.slice(0, -'.party'.length);
    regulate(world, { unit: party, title, follows: 'Chi bộ', from, to: LAST_OLD_DAY, mostUnits: '', duties: [['standingBoard', 3, 6, '', 6], ['committee', 3, 6, '', 6]] });
    inCharge(world, { commune, title, followed: own.map(({ ref }) => ref), from });
  }
}

const officers: readonly (readonly [post: string, tier: Tier])[] = [
  ['party.secretary', 'standingBoard'], ['party.standing-deputy-secretary', 'standingBoard'], ['party.deputy-secretary', 'standingBoard'], ['party.inspection-head', 'committee'], ['government.peoples-committee-vice-chair', 'committee'],
];

/** Each unit goes with a post: whoever holds it is in charge. */
function inCharge(world: World, { commune, title, followed, from }: { commune: string; title: string; followed: readonly string[]; from: string }): void {
  for (const [index, unit] of followed.entries()) {
    const [post, tier] = at(officers, index % officers.length);
    for (const { person, from: begun, to } of world.tenures.filter((tenure) => tenure.post === `${commune}.${post}`)) {
      const [first, last] = [later(from, begun), earlier(to === '' ? LAST_OLD_DAY : to, LAST_OLD_DAY)];
      if (first > last) continue;
      const cadre = { person, tier, post: `${commune}.${post}` };
      follow(world, { unit: `${commune}.party`, regulation: title, followed: unit, cadre, decision: `Phân công ngày ${from.slice(8)}/${from.slice(5, 7)}/${from.slice(0, 4)}`, from: first, to: last, endReason: last === LAST_OLD_DAY ? 'regulationEnded' : 'leftPost' });
    }
  }
}

type Regulating = { unit: string; title: string; follows: string; from: string; to: string; mostUnits: number | ''; duties: readonly (readonly [tier: Tier, visits: number | '', cellMeetings: number | '', committeeMeetings: number | '', months: number | ''])[] };

function regulate(world: World, { duties, ...shared }: Regulating): void {
  for (const [tier, visits, cellMeetings, committeeMeetings, months] of duties) world.regulations.push({ ...shared, tier, visits, cellMeetings, committeeMeetings, months });
}

function follow(world: World, { cadre, ...facts }: Omit<FollowedUnit, 'person' | 'tier'> & { cadre: Cadre }): void {
  world.followed.push({ ...facts, person: cadre.person, tier: cadre.tier });
}
