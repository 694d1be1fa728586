/** Draws members of a cell with all that is recorded of their membership since the books began. */
import type { Home, Id } from '../platform/ids.ts';
import type { UnitId } from '../modules/units/unit.ts';
import { booksBegan } from './calendar.ts';
import { dayText, later, range, yearLater, type DayNumber } from './day.numbers.ts';
import { drawPerson, type Drawing, type DrawnPerson } from './person.draw.ts';
import { chooser, type Random } from './random.ts';
import type { Cell, CellType } from './structure.ts';

export interface MemberDrawing extends Drawing {
  readonly home: Home;
  readonly until: DayNumber;
  /** Cells from which members came and where they are guests: they stand through all the history. */
  readonly cells: readonly Cell[];
  readonly elsewhere: readonly { readonly home: Home; readonly cells: readonly Cell[] }[];
}

/** Somebody who was in the cell from the beginning of the books and still is: may hold its posts. */
export interface Member extends DrawnPerson {
  readonly isLasting: boolean;
  readonly cameFromFormer: boolean;
}

const dayCount = 365.25;
/** Of a hundred members, one and a half leave a year. */
const leavingShare = 0.015;
const recentShare = 0.14;

const ages: Readonly<Record<'residential' | 'other', (random: Random) => readonly [number, number]>> = {
  residential: chooser<readonly [number, number]>([[[33, 39], 13], [[40, 49], 19], [[50, 59], 22], [[60, 69], 23], [[70, 79], 16], [[80, 97], 7]]),
  other: chooser<readonly [number, number]>([[[33, 39], 34], [[40, 49], 41], [[50, 59], 22], [[60, 64], 3]]),
};
const womenShares: Readonly<Record<CellType, number>> = { residential: 0.29, school: 0.74, agency: 0.33, health: 0.52, military: 0.04, police: 0.09, enterprise: 0.34, other: 0.3 };
const endings = chooser<string>([['died', 61], ['transferred_out', 17], ['removed', 14], ['let_go', 4], ['expelled', 4]]);

export function drawMembers(drawing: MemberDrawing, cell: Cell): Member[] {
  const years = (drawing.until - booksBegan) / dayCount;
  const ended = wholeNumber(drawing.random, cell.size * leavingShare * years);
  for (let index = 0; index < ended; index += 1) drawEndedMember(drawing, cell);
  return Array.from({ length: cell.size }, () => drawPresentMember(drawing, cell));
}

interface Life {
  readonly birth: DayNumber;
  readonly admitted: DayNumber;
  readonly isRecent: boolean;
}

function drawLife({ random, until }: MemberDrawing, type: CellType): Life {
  const isRecent = random.chance(recentShare);
  const beforeAdmission = Math.round(dayCount * (19 + random.size({ median: 80, spread: 0.5, least: 0, most: 260 }) / 10));
  if (isRecent) {
    const admitted = later(booksBegan, random.int(0, until - booksBegan - 1));
    return { birth: later(admitted, -beforeAdmission - random.int(0, 364)), admitted, isRecent };
  }
  const [youngest, oldest] = ages[type === 'residential' ? 'residential' : 'other'](random);
  const birth = later(until, -Math.round(dayCount * random.int(youngest, oldest)) - random.int(0, 364));
  const admitted = later(birth, beforeAdmission);
  return { birth, admitted: admitted < booksBegan ? admitted : later(booksBegan, -random.int(30, 2900)), isRecent };
}

function drawPresentMember(drawing: MemberDrawing, cell: Cell): Member {
  const { random } = drawing;
  const life = drawLife(drawing, cell.type);
  const began = life.isRecent ? life.admitted : booksBegan;
  const origin = drawOrigin(drawing, { cell, began });
  const person = drawPerson(drawing, { home: origin?.home ?? drawing.home, birth: life.birth, isMember: true, womenShare: womenShares[cell.type] });
  const membership = writeMembership(drawing, { person, life, end: undefined, reason: null });
  const road = random.chance(0.0015) && origin === undefined && began < drawing.until - 90 ? later(drawing.until, -random.int(2, 45)) : undefined;
  if (origin) writePlacement(drawing, { person, membership, cell: origin.cellId, from: began, end: origin.left, inReason: life.isRecent ? 'admission' : 'initial', outReason: origin.reason === 'internal' ? 'internal' : 'transfer_out' });
  const inReason = origin ? origin.reason : life.isRecent ? 'admission' : 'initial';
  const from = origin?.arrived ?? began;
  writePlacement(drawing, { person, membership, cell: cell.id, from, end: road, inReason, outReason: road === undefined ? null : 'transfer_out' });
  const isBound = drawSpells(drawing, { person, membership, cell, from, life });
  return { ...person, isLasting: !life.isRecent && origin === undefined && road === undefined && !isBound && life.birth > later(drawing.until, -27_000), cameFromFormer: origin?.isFormer ?? false };
}

interface Origin {
  readonly home: Home;
  readonly cellId: UnitId;
  readonly left: DayNumber;
  readonly arrived: DayNumber;
  readonly reason: 'internal' | 'transfer_in';
  readonly isFormer: boolean;
}

/** Where somebody was placed before: in a cell that was taken in, in another of the province, in another province. */
function drawOrigin({ random, home, cells, elsewhere, until }: MemberDrawing, { cell, began }: { cell: Cell; began: DayNumber }): Origin | undefined {
  const kind = random.next();
  if (cell.former && began < cell.former.end - 30 && kind < 0.45) {
    return { home, cellId: cell.former.id, left: cell.former.end, arrived: cell.former.end, reason: 'internal', isFormer: true };
  }
  const span = until - began - 60;
  if (kind > 0.055 || span < 60) return undefined;
  const left = later(began, random.int(30, span));
  if (kind < 0.045) {
    const other = random.pick(cells);
    return other.id === cell.id ? undefined : { home, cellId: other.id, left, arrived: left, reason: 'internal', isFormer: false };
  }
  if (elsewhere.length === 0) return undefined;
  const province = random.pick(elsewhere);
  return { home: province.home, cellId: random.pick(province.cells).id, left, arrived: later(left, random.int(0, 50)), reason: 'transfer_in', isFormer: false };
}

function drawEndedMember(drawing: MemberDrawing, cell: Cell): void {
  const { random, until } = drawing;
  const reason = endings(random);
  const life = drawLife(drawing, cell.type);
  const began = life.isRecent ? life.admitted : booksBegan;
  if (until - began < 40) return;
  const end = later(began, random.int(20, until - began));
  const person = drawPerson(drawing, { home: drawing.home, birth: life.birth, isMember: true, womenShare: womenShares[cell.type] });
  const membership = writeMembership(drawing, { person, life, end, reason });
  writePlacement(drawing, { person, membership, cell: cell.id, from: began, end, inReason: life.isRecent ? 'admission' : 'initial', outReason: reason === 'transferred_out' ? 'transfer_out' : 'end' });
  if (reason === 'died' && random.chance(0.25)) writeExemption(drawing, person, { from: later(began, random.int(0, end - began - 1)), end });
}

/** Exempt, away, guest of another cell. Answers whether something keeps the member from holding posts. */
function drawSpells(drawing: MemberDrawing, { person, membership, cell, from, life }: { person: DrawnPerson; membership: Id<'membership'>; cell: Cell; from: DayNumber; life: Life }): boolean {
  const { random, until, cells, elsewhere } = drawing;
  const span = until - from;
  if (span < 120) return false;
  const age = (until - life.birth) / dayCount;
  const isExempt = age > 66 && random.chance(0.27);
  if (isExempt) writeExemption(drawing, person, { from: later(from, random.int(0, span - 1)), end: undefined });
  const isAway = !isExempt && random.chance(cell.type === 'residential' && age < 52 ? 0.2 : 0.012);
  if (isAway) writeAway(drawing, person, from);
  if (random.chance(0.012)) {
    const guestOf = elsewhere.length > 0 && random.chance(0.3) ? random.pick(random.pick(elsewhere).cells) : random.pick(cells);
    if (guestOf.id !== cell.id) writeGuest(drawing, { person, membership, cell: guestOf.id, from: later(from, random.int(0, span - 1)) });
  }
  return isExempt || isAway;
}

function writeMembership({ sink, mint, until }: MemberDrawing, { person, life, end, reason }: { person: DrawnPerson; life: Life; end: DayNumber | undefined; reason: string | null }): Id<'membership'> {
  const id = mint.id<'membership'>(person.home);
  const due = yearLater(life.admitted);
  const recognised = due <= (end === undefined ? until : later(end, -1)) ? dayText(due) : null;
  sink.write('memberships', [person.home, id, person.id, range(life.admitted, end), recognised, reason, null, 1]);
  return id;
}

interface NewPlacement {
  readonly person: DrawnPerson;
  readonly membership: Id<'membership'>;
  readonly cell: UnitId;
  readonly from: DayNumber;
  readonly end: DayNumber | undefined;
  readonly inReason: string;
  readonly outReason: string | null;
}

function writePlacement({ sink, mint }: Drawing, { person, membership, cell, from, end, inReason, outReason }: NewPlacement): void {
  sink.write('placements', [person.home, mint.id(person.home), person.id, membership, cell, 'official', range(from, end), inReason, outReason, null]);
}

function writeGuest({ sink, mint, random }: MemberDrawing, { person, membership, cell, from }: Pick<NewPlacement, 'person' | 'membership' | 'cell' | 'from'>): void {
  sink.write('placements', [person.home, mint.id(person.home), person.id, membership, cell, 'temporary', range(from, later(from, random.int(60, 360))), null, null, null]);
}

function writeExemption({ sink, mint }: Drawing, person: DrawnPerson, { from, end }: { from: DayNumber; end: DayNumber | undefined }): void {
  sink.write('exemptions', [person.home, mint.id(person.home), person.id, range(from, end), null]);
}

const places = ['Bình Dương', 'Đồng Nai', 'Thành phố Hồ Chí Minh', 'Hà Nội', 'Bắc Ninh', 'Hải Phòng', 'Đà Nẵng', 'Nhật Bản', 'Hàn Quốc', 'Đài Loan', null, null];
const leaves = chooser<boolean | null>([[true, 74], [false, 16], [null, 10]]);

function writeAway({ sink, mint, random, until }: MemberDrawing, person: DrawnPerson, earliest: DayNumber): void {
  const from = later(earliest, random.int(0, until - earliest - 60));
  const end = random.chance(0.6) ? undefined : later(from, random.int(50, 900));
  sink.write('away_spells', [person.home, mint.id(person.home), person.id, range(from, end), random.pick(places), leaves(random), null]);
}

/** The nearest whole numbers, by chance, so that many small cells add up to the share. */
function wholeNumber(random: Random, value: number): number {
  return Math.floor(value) + (random.chance(value % 1) ? 1 : 0);
}
