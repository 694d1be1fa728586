/** Writes the units of a commune: its bodies, villages with their Front boards, and the cells. */
import type { UnitId } from '../modules/units/unit.ts';
import { foundPlainCell, officeOf } from './build.agency.ts';
import { communeType, decisionOf, foundFormerCommune, foundSeats, lowerFirst, type Building } from './build.seats.ts';
import { booksBegan, earlierMerger, reorganisationDay, unitsBegan } from './calendar.ts';
import { later, type DayNumber } from './day.numbers.ts';
import { asTyped, villageName, type VillageType } from './place.names.ts';
import type { Cell, CellType, Commune, FormerCell, Seats, Village } from './structure.ts';
import type { Place } from './territory.plan.ts';
import type { NameStretch, ParentStretch } from './unit.book.ts';

const institutions: readonly { readonly type: CellType; readonly name: string; readonly share: number }[] = [
  { type: 'agency', name: 'Chi bộ cơ quan', share: 1 },
  { type: 'school', name: 'Chi bộ Trường Mầm non', share: 0.93 },
  { type: 'school', name: 'Chi bộ Trường Tiểu học', share: 0.97 },
  { type: 'school', name: 'Chi bộ Trường Trung học cơ sở', share: 0.92 },
  { type: 'health', name: 'Chi bộ Trạm Y tế', share: 0.86 },
  { type: 'police', name: 'Chi bộ Công an', share: 0.7 },
  { type: 'military', name: 'Chi bộ Quân sự', share: 0.45 },
  { type: 'enterprise', name: 'Chi bộ Hợp tác xã', share: 0.12 },
];

export function buildCommune(building: Building, plan: Place, above: Seats): Commune {
  const { random } = building;
  const names = communeNames(building, plan.name);
  const seats = foundSeats(building, { level: 'commune', place: { code: plan.code, names }, above, properties: { population: random.size({ median: 8200, spread: 0.45, least: 900, most: 60_000 }) } });
  const former = random.chance(0.08) ? foundFormerCommune(building, { above, into: seats, name: `Xã ${building.nextName()}`, code: `${plan.code.slice(0, 4)}9` }) : undefined;
  const villages = buildVillages(building, plan.name, { seats, former });
  const divisions = villages.length >= 16 ? foundDivisions(building, seats.party) : [];
  const cells = [...buildVillageCells(building, villages, { seats, former, divisions }), ...buildInstitutions(building, seats.party)];
  return { code: plan.code, name: plan.name, seats, villages: villages.map(({ village }) => village), cells, divisions };
}

/** A few were renamed, or raised to a township or ward, in the years before. */
function communeNames({ random, nextName }: Building, name: string): NameStretch[] {
  const type = communeType(name);
  if (!random.chance(0.03)) return [{ name: asTyped(random, name), type, from: unitsBegan }];
  const on = later(unitsBegan, random.int(400, 3300));
  const before = type === 'xa' ? `Xã ${nextName()}` : name.replace(/^(Phường|Thị trấn)/, 'Xã');
  return [{ name: before, type: 'xa', from: unitsBegan, end: on }, { name, type, from: on }];
}

interface BuiltVillage {
  readonly village: Village;
  readonly names: readonly NameStretch[];
  readonly isOfFormer: boolean;
  /** A neighbour that it took in, with the cell that led that one. */
  readonly took: { readonly id: UnitId; readonly boardId: UnitId; readonly name: string; readonly end: DayNumber } | undefined;
}

interface Seating {
  readonly seats: Seats;
  readonly former: Seats | undefined;
}

function buildVillages(building: Building, commune: string, seating: Seating): BuiltVillage[] {
  const { random, plan, words } = building;
  const isTown = !commune.startsWith('Xã');
  const count = random.size({ median: plan.shape.villages, spread: 0.42, least: 2, most: 34 });
  return Array.from({ length: count }, (_, index) => buildVillage(building, { type: words[isTown ? 1 : 0], index, isTown, isOfFormer: seating.former !== undefined && index % 2 === 1 }, seating));
}

function buildVillage(building: Building, { type, index, isTown, isOfFormer }: { type: VillageType; index: number; isTown: boolean; isOfFormer: boolean }, { seats, former }: Seating): BuiltVillage {
  const { random, book, home } = building;
  const place = { type, index, next: building.nextName };
  const name = asTyped(random, villageName(random, place));
  const renamed = random.chance(0.03) ? later(unitsBegan, random.int(700, 3600)) : undefined;
  const names: NameStretch[] = renamed === undefined ? [{ name, type, from: unitsBegan }] : [{ name: villageName(random, place), type, from: unitsBegan, end: renamed }, { name, type, from: renamed }];
  const territory = parentsOf('territory', seats.territory, isOfFormer ? former?.territory : undefined);
  const front = parentsOf('front', seats.front, isOfFormer ? former?.front : undefined);
  const id = book.found({ home, kind: 'village', names, parents: territory, properties: villageProperties(building) });
  const boardId = foundBoard(building, { villageId: id, names, parents: front });
  const took = random.chance(0.012) ? takeIn(building, { id, boardId, type, index, parents: { territory, front } }) : undefined;
  return { village: { id, boardId, isOfTown: isTown }, names, isOfFormer, took };
}

function foundBoard({ book, home }: Building, { villageId, names, parents }: { villageId: UnitId; names: readonly NameStretch[]; parents: readonly ParentStretch[] }): UnitId {
  const titled = names.map(({ name, from, end }) => ({ name: `Ban công tác Mặt trận ${lowerFirst(name)}`, type: null, from, end }));
  const boardId = book.found({ home, kind: 'front_board', names: titled, parents });
  book.relate({ home, unitId: boardId, kind: 'belongs_to', otherId: villageId, from: names[0]!.from, end: names.at(-1)!.end });
  return boardId;
}

/** A small village that was joined to its neighbour some years ago. */
function takeIn(building: Building, given: { id: UnitId; boardId: UnitId; type: VillageType; index: number; parents: { territory: readonly ParentStretch[]; front: readonly ParentStretch[] } }): BuiltVillage['took'] {
  const { random, book, home } = building;
  const end = later(booksBegan, random.int(60, reorganisationDay - booksBegan - 200));
  const name = `${villageName(random, { type: given.type, index: given.index + 20, next: building.nextName })}`;
  const names = [{ name, type: given.type, from: unitsBegan, end }];
  const cut = (parents: readonly ParentStretch[]) => parents.map((parent) => ({ ...parent, end: parent.end ?? end }));
  const id = book.found({ home, kind: 'village', names, parents: cut(given.parents.territory), properties: villageProperties(building) });
  const boardId = foundBoard(building, { villageId: id, names, parents: cut(given.parents.front) });
  const decision = decisionOf(building, end);
  book.succeed({ home, from: id, to: given.id, on: end, decision });
  book.succeed({ home, from: boardId, to: given.boardId, on: end, decision });
  return { id, boardId, name, end };
}

function villageProperties({ random }: Building): { households?: number; population?: number; ownOffice?: boolean } {
  const households = random.size({ median: 215, spread: 0.55, least: 18, most: 1400 });
  const known = random.next();
  return { ...(known < 0.86 ? { households } : {}), ...(known < 0.6 ? { population: Math.round(households * (3.1 + random.next())) } : {}), ...officeOf(random) };
}

function foundDivisions({ book, random, home }: Building, parentId: UnitId): UnitId[] {
  const count = random.int(0, 2);
  return Array.from({ length: count }, (_, index) => book.found({ home, kind: 'division_party', names: [{ name: `Đảng bộ bộ phận số ${index + 1}`, type: null, from: unitsBegan }], parents: [{ hierarchy: 'party', parentId, from: unitsBegan }] }));
}

/** Most villages have one cell; some share one, large ones have two. */
function buildVillageCells(building: Building, villages: readonly BuiltVillage[], seating: Seating & { divisions: readonly UnitId[] }): Cell[] {
  const { random } = building;
  const cells: Cell[] = [];
  for (let index = 0; index < villages.length; index += 1) {
    const led = random.chance(0.06) ? villages.slice(index, index + 2) : villages.slice(index, index + 1);
    index += led.length - 1;
    const count = led.length === 1 && random.chance(0.1) ? 2 : 1;
    for (let at = 1; at <= count; at += 1) cells.push(buildVillageCell(building, { led, suffix: count === 2 ? ` số ${at}` : '', takes: at === 1 }, seating));
  }
  return cells;
}

function buildVillageCell(building: Building, { led, suffix, takes }: { led: readonly BuiltVillage[]; suffix: string; takes: boolean }, { seats, former, divisions }: Seating & { divisions: readonly UnitId[] }): Cell {
  const { random, book, home, plan } = building;
  const first = led[0]!;
  const names = first.names.map(({ name, from, end }) => ({ name: `Chi bộ ${lowerFirst(name)}${suffix}`, type: 'residential', from, end }));
  const parentId = divisions.length > 0 && random.chance(0.7) ? random.pick(divisions) : seats.party;
  const parents = parentsOf('party', parentId, first.isOfFormer ? former?.party : undefined);
  const id = book.found({ home, kind: 'cell', names, parents, properties: officeOf(random) });
  for (const { village } of led) book.relate({ home, unitId: id, kind: 'leads', otherId: village.id, from: unitsBegan });
  const size = random.size({ median: 24.5 * plan.shape.fullness, spread: 0.45, least: 3, most: 60 });
  return { id, type: 'residential', size, villages: led.map(({ village }) => village), former: takes && first.took ? foundFormerCell(building, first.took, { parents, into: id }) : undefined };
}

function foundFormerCell(building: Building, took: NonNullable<BuiltVillage['took']>, { parents, into }: { parents: readonly ParentStretch[]; into: UnitId }): FormerCell {
  const { book, home } = building;
  const life = { from: unitsBegan, end: took.end };
  const id = book.found({ home, kind: 'cell', names: [{ name: `Chi bộ ${lowerFirst(took.name)}`, type: 'residential', ...life }], parents: parents.map((parent) => ({ ...parent, end: parent.end ?? took.end })) });
  book.relate({ home, unitId: id, kind: 'leads', otherId: took.id, ...life });
  book.succeed({ home, from: id, to: into, on: took.end, decision: decisionOf(building, took.end) });
  return { id, end: took.end };
}

function buildInstitutions(building: Building, parentId: UnitId): Cell[] {
  const own = institutions.filter(({ share }) => building.random.chance(share));
  return own.map(({ type, name }) => foundPlainCell(building, { parentId, type, name, median: type === 'agency' ? 26 : 13.5 }));
}

/** Under the merged neighbour until the merger, under the present one since. */
function parentsOf(hierarchy: ParentStretch['hierarchy'], parentId: UnitId, former: UnitId | undefined): ParentStretch[] {
  if (former === undefined) return [{ hierarchy, parentId, from: unitsBegan }];
  return [{ hierarchy, parentId: former, from: unitsBegan, end: earlierMerger }, { hierarchy, parentId, from: earlierMerger }];
}
