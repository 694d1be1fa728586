/** Fills the posts of cells, villages and committees from the members just drawn. */
import type { PostKind } from '../modules/posts/post.kinds.ts';
import type { UnitId } from '../modules/units/unit.ts';
import { elections, unitsBegan } from './calendar.ts';
import { later, type DayNumber } from './day.numbers.ts';
import type { Member, MemberDrawing } from './member.draw.ts';
import { drawPerson, type DrawnPerson } from './person.draw.ts';
import { drawStays, holderOn, writePost, writeStays, writeTenure, type Stay } from './post.draw.ts';
import type { Cell, Seats, Village } from './structure.ts';

const changesOfCells = 0.34;
const changesOfCommittees = 0.5;

/** Posts of the cell and, where it leads villages, of those; a village led by two cells gets its head from the first. */
export function fillCellPosts(drawing: MemberDrawing, { cell, members, done }: { cell: Cell; members: readonly Member[]; done: Set<UnitId> }): void {
  const lasting = members.filter(({ isLasting }) => isLasting);
  const secretaries = fillPost(drawing, { unitId: cell.id, kind: 'secretary', pool: lasting.slice(0, 5) });
  const deputies = cell.size >= 8 ? fillPost(drawing, { unitId: cell.id, kind: 'deputy_secretary', pool: lasting.slice(5, 9) }) : [];
  if (cell.size >= 24) fillPost(drawing, { unitId: cell.id, kind: 'committee_member', pool: lasting.slice(9, 13) });
  if (cell.former) fillFormerCell(drawing, cell.former, members);
  for (const village of cell.villages) {
    if (done.has(village.id)) continue;
    done.add(village.id);
    fillVillagePosts(drawing, { village, secretaries, deputies, members: lasting });
  }
}

function fillPost(drawing: MemberDrawing, { unitId, kind, pool }: { unitId: UnitId; kind: PostKind; pool: readonly DrawnPerson[] }): Stay[] {
  const choose = () => (pool.length === 0 ? undefined : drawing.random.pick(pool));
  return fillChosen(drawing, { unitId, kind, choose });
}

function fillChosen(drawing: MemberDrawing, { unitId, kind, choose }: { unitId: UnitId; kind: PostKind; choose: (on: DayNumber) => DrawnPerson | undefined }): Stay[] {
  const stays = drawStays(drawing.random, { elections: elections.ofCells, until: drawing.until, choose, changes: changesOfCells });
  writeStays(drawing, writePost(drawing, drawing.home, { unitId, kind, from: unitsBegan }), { stays, reElections: elections.ofCells });
  return stays;
}

interface VillageOfficers {
  readonly village: Village;
  readonly secretaries: readonly Stay[];
  readonly deputies: readonly Stay[];
  readonly members: readonly Member[];
}

/** Of the heads some are secretaries as well, and three in ten are outside the Party. */
function fillVillagePosts(drawing: MemberDrawing, { village, secretaries, deputies, members }: VillageOfficers): void {
  const { random } = drawing;
  const headKind = village.isOfTown ? 'residential_group_head' : 'village_head';
  const unifiedShare = random.chance(0.5) ? 0.75 : 0.05;
  fillChosen(drawing, { unitId: village.id, kind: headKind, choose: choiceOf(drawing, { unified: secretaries, unifiedShare, outsiderShare: 0.3, members }) });
  fillChosen(drawing, { unitId: village.boardId, kind: 'front_board_head', choose: choiceOf(drawing, { unified: deputies, unifiedShare: random.chance(0.5) ? 0.7 : 0.1, outsiderShare: 0.2, members }) });
}

function choiceOf(drawing: MemberDrawing, given: { unified: readonly Stay[]; unifiedShare: number; outsiderShare: number; members: readonly Member[] }): (on: DayNumber) => DrawnPerson | undefined {
  const { random } = drawing;
  return (on) => {
    const kind = random.next();
    if (kind < given.outsiderShare) return drawOutsider(drawing);
    const unified = kind < given.outsiderShare + given.unifiedShare * (1 - given.outsiderShare) ? holderOn(given.unified, later(on, 41)) : undefined;
    return unified ?? (given.members.length === 0 ? undefined : random.pick(given.members));
  };
}

function drawOutsider(drawing: MemberDrawing): DrawnPerson {
  const { random, home, until } = drawing;
  return drawPerson(drawing, { home, birth: later(until, -random.int(30 * 365, 66 * 365)), isMember: false, womenShare: 0.24 });
}

/** The last secretary of a cell that was taken in. */
function fillFormerCell(drawing: MemberDrawing, former: NonNullable<Cell['former']>, members: readonly Member[]): void {
  const person = members.find(({ cameFromFormer }) => cameFromFormer);
  const postId = writePost(drawing, drawing.home, { unitId: former.id, kind: 'secretary', from: unitsBegan, end: former.end });
  if (person) writeTenure(drawing, postId, { person, from: elections.ofCells[1]!, end: former.end, reason: 'unit_dissolved' });
}

export interface CommitteePost {
  readonly of: keyof Seats;
  readonly kind: PostKind;
  readonly seats: number;
}

export const committeePosts: readonly CommitteePost[] = [
  { of: 'party', kind: 'secretary', seats: 1 },
  { of: 'party', kind: 'standing_deputy_secretary', seats: 1 },
  { of: 'party', kind: 'deputy_secretary', seats: 1 },
  { of: 'party', kind: 'inspection_head', seats: 1 },
  { of: 'party', kind: 'standing_member', seats: 2 },
  { of: 'party', kind: 'committee_member', seats: 4 },
  { of: 'government', kind: 'peoples_committee_chair', seats: 1 },
  { of: 'government', kind: 'peoples_committee_vice_chair', seats: 2 },
  { of: 'front', kind: 'front_chair', seats: 1 },
  { of: 'front', kind: 'youth_secretary', seats: 1 },
  { of: 'front', kind: 'women_chair', seats: 1 },
  { of: 'front', kind: 'veterans_chair', seats: 1 },
  { of: 'front', kind: 'farmers_chair', seats: 1 },
];

/**
 * Posts of a commune, district or province, from the members of its offices. `lastChange`: where the unit is going to be
 * dissolved by the reorganisation, nobody begins after that day.
 */
export function fillCommittee(drawing: MemberDrawing, { seats, staff, lastChange }: { seats: Seats; staff: readonly Member[]; lastChange: DayNumber }): void {
  const lasting = staff.filter(({ isLasting }) => isLasting);
  const isChairSecretary = drawing.random.chance(0.1);
  let offset = 0;
  for (const post of committeePosts) {
    const postId = writePost(drawing, drawing.home, { unitId: seats[post.of], kind: post.kind, seats: post.seats, from: unitsBegan });
    const first = post.kind === 'peoples_committee_chair' && isChairSecretary ? 0 : offset;
    for (let seat = 0; seat < post.seats; seat += 1) fillSeat(drawing, { postId, pool: seatPool(lasting, { first, seat }), lastChange });
    offset += post.seats;
  }
}

/** Two people for each seat, so that two seats of one post are never held by the same person. */
function seatPool(lasting: readonly Member[], { first, seat }: { first: number; seat: number }): Member[] {
  const slots = Math.floor(lasting.length / 2);
  if (seat >= slots) return [];
  const slot = (first + seat) % slots;
  return lasting.slice(slot * 2, slot * 2 + 2);
}

function fillSeat(drawing: MemberDrawing, { postId, pool, lastChange }: { postId: ReturnType<typeof writePost>; pool: readonly Member[]; lastChange: DayNumber }): void {
  const choose = () => (pool.length === 0 ? undefined : drawing.random.pick(pool));
  const stays = drawStays(drawing.random, { elections: elections.ofCommittees, until: lastChange, choose, changes: changesOfCommittees });
  writeStays(drawing, postId, { stays, reElections: elections.ofCommittees });
}
