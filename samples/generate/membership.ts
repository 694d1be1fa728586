// Where a member is placed, from when to when. One person has at most one placement at a time; temporary
// placements, exemptions and work elsewhere lie beside it and never replace it.

import { REFORM, START, addDays, dayBefore } from './days.ts';
import type { MembershipRecord, Person, World } from './world.ts';

export function addRecord(
  world: World,
  facts: Pick<MembershipRecord, 'person' | 'record' | 'from'> & Partial<MembershipRecord>,
): void {
  recordsOf(world, facts.person).push({ ...blankRecord(), ...facts });
}

/** Puts a member into a cell; the reason follows from the day: there from the start, admitted, or come from elsewhere. */
export function placeMember(world: World, facts: { person: Person; cell: string; from: string }): void {
  const { person, cell, from } = facts;
  if (person.admittedOn === '' || person.admittedOn > from) throw new Error(`${person.ref} is no member on ${from}`);
  const inReason = from === START ? 'initial' : from === person.admittedOn ? 'admission' : 'transfer_in';
  addRecord(world, { person, record: 'placement', cell, from, inReason });
}

export function movePlacement(world: World, facts: { person: Person; cell: string; on: string }): void {
  const current = placementOn(world, facts.person, facts.on);
  if (!current || current.cell === facts.cell) return;
  if (current.from === facts.on) {
    current.cell = facts.cell;
    return;
  }
  addRecord(world, { ...current, cell: facts.cell, from: facts.on, inReason: 'internal' });
  current.to = dayBefore(facts.on);
  current.outReason = 'internal';
}

/** The member has left for another organisation and not yet arrived there: no placement, yet still a member. */
export function transferOut(world: World, person: Person, lastDay: string): void {
  const current = placementOn(world, person, lastDay);
  if (!current) throw new Error(`${person.ref} has no placement on ${lastDay}`);
  current.to = lastDay;
  current.outReason = 'transfer_out';
}

export function endMembership(
  world: World,
  facts: { person: Person; lastDay: string; reason: Exclude<MembershipRecord['endReason'], ''> },
): void {
  const current = placementOn(world, facts.person, facts.lastDay);
  if (!current) throw new Error(`${facts.person.ref} has no placement on ${facts.lastDay}`);
  current.to = facts.lastDay;
  current.outReason = facts.reason === 'transferred_out' ? 'transfer_out' : 'end';
  addRecord(world, {
    person: facts.person,
    record: 'end',
    cell: current.cell,
    from: addDays(facts.lastDay, 1),
    endReason: facts.reason,
  });
}

export function placementOn(world: World, person: Person, day: string): MembershipRecord | undefined {
  return recordsOf(world, person).find(
    (row) => row.record === 'placement' && row.from <= day && (row.to === '' || row.to >= day),
  );
}

export function membersOn(world: World, cell: string, day: string): Person[] {
  return world.people.filter((person) => placementOn(world, person, day)?.cell === cell);
}

/** Everybody placed in a dissolved cell goes on in another one; what was to happen to them later still does. */
export function handOverMembers(world: World, facts: { from: string; to: string; on: string }): void {
  for (const [person, rows] of world.memberships) {
    for (const row of rows) {
      if (row.record === 'placement' && row.cell === facts.from && row.from > facts.on) row.cell = facts.to;
      if (row.record === 'end' && row.cell === facts.from && row.from > facts.on) row.cell = facts.to;
    }
    if (placementOn(world, person, facts.on)?.cell === facts.from) {
      movePlacement(world, { person, cell: facts.to, on: facts.on });
    }
  }
}

/** Still a member of a cell here when the two-level organisation began. */
export function isHereAtReform(world: World, person: Person): boolean {
  const placement = placementOn(world, person, REFORM);
  return placement !== undefined && placement.to === '';
}

function recordsOf(world: World, person: Person): MembershipRecord[] {
  const rows = world.memberships.get(person);
  if (!rows) throw new Error(`Unknown person ${person.ref}`);
  return rows;
}

function blankRecord(): Omit<MembershipRecord, 'person' | 'record' | 'from'> {
  return {
    cell: '', to: '', inReason: '', outReason: '', endReason: '', place: '', withLeave: '', contact: '', contactedOn: '', contactDueOn: '', assignedWork: '', decision: '',
  };
}
