// The members of a cell: a core that stays (its officers come from it) and the others, who are admitted, come,
// leave and die. `fillCell` makes the cell exactly as large as asked on one day and lets it live before and after.

import { HORIZON, START, addDays, addMonths, addYears, ageOn, dayBetween, dayInYear, earlier, later, yearOf } from './days.ts';
import { addRecord, endMembership, membersOn, placeMember, placementOn, transferOut } from './membership.ts';
import { admit, drawPerson } from './people.ts';
import type { Place } from './people.ts';
import { at } from './random.ts';
import type { Person } from './world.ts';

/** Birth years and, beside them, admission years of the core of a cell, oldest first. */
const coreProfiles: readonly { born: readonly [number, number]; admitted: readonly [number, number] }[] = [
  { born: [1948, 1957], admitted: [1970, 1985] },
  { born: [1955, 1964], admitted: [1980, 1998] },
  { born: [1960, 1970], admitted: [1988, 2005] },
  { born: [1966, 1976], admitted: [1994, 2008] },
  { born: [1974, 1984], admitted: [2000, 2011] },
  { born: [1982, 1990], admitted: [2007, 2014] },
  { born: [1988, 1994], admitted: [2012, 2018] },
];
/** The same for a school, an office or a station, whose members leave it when they retire. */
const staffProfiles: typeof coreProfiles = [
  { born: [1967, 1974], admitted: [1994, 2003] },
  { born: [1971, 1980], admitted: [1998, 2007] },
  { born: [1977, 1985], admitted: [2004, 2012] },
  { born: [1983, 1991], admitted: [2010, 2016] },
];

export function drawCore(place: Place, cell: string, profile: Filling['profile'] = 'village'): Person[] {
  return (profile === 'village' ? coreProfiles : staffProfiles).map(({ born, admitted }) => {
    const person = drawPerson(place, { bornIn: born, office: 'village', women: 0.28 });
    const lowest = Math.max(admitted[0], yearOf(person.birth) + 20);
    admit(person, dayInYear(place.random, place.random.int(lowest, Math.max(lowest, admitted[1]))));
    placeMember(place.world, { person, cell, from: later(START, person.admittedOn) });
    return person;
  });
}

export type Filling = {
  cell: string;
  /** The day on which the cell has exactly `size` members. */
  anchor: string;
  size: number;
  /** How many of them are probationary on that day. */
  probationary: number;
  profile: 'village' | 'staff';
};

export function fillCell(place: Place, filling: Filling): void {
  const { world, random } = place;
  const present = membersOn(world, filling.cell, filling.anchor);
  const missing = filling.size - present.length;
  if (missing < 0) throw new Error(`${filling.cell} has ${present.length} members already`);
  const onProbation = present.filter((person) => addYears(person.admittedOn, 1) > filling.anchor).length;
  for (let index = 0; index < missing; index += 1) {
    addPresent(place, filling, index < filling.probationary - onProbation);
  }
  const yearsBefore = yearOf(filling.anchor) - yearOf(START);
  const yearsAfter = yearOf(HORIZON) - yearOf(filling.anchor);
  repeat(random.int(0, Math.round(filling.size * 0.035 * yearsBefore)), () => addEarlier(place, filling));
  repeat(random.int(0, Math.round(filling.size * 0.07 * yearsAfter)), () => addLater(place, filling));
}

/** A member who is there on the anchor day, and may leave after it. */
function addPresent(place: Place, filling: Filling, probationary: boolean): void {
  const { random } = place;
  const person = probationary
    ? drawAdmitted(place, filling, dayBetween(random, addDays(addYears(filling.anchor, -1), 1), filling.anchor))
    : drawFull(place, filling, filling.anchor);
  const came = random.chance(0.2) && !probationary
    ? dayBetween(random, later(START, addYears(person.admittedOn, 1)), filling.anchor)
    : later(START, person.admittedOn);
  placeMember(place.world, { person, cell: filling.cell, from: came });
  const years = yearOf(HORIZON) - yearOf(filling.anchor);
  if (random.chance(0.025 * years)) leave(place, person, dayBetween(random, addMonths(filling.anchor, 1), HORIZON));
  else if (random.chance(0.15)) addAbsence(place, person, filling);
}

/** A member who had left before the anchor day. */
function addEarlier(place: Place, filling: Filling): void {
  const { random } = place;
  const person = drawFull(place, filling, addYears(filling.anchor, -3));
  const from = later(START, person.admittedOn);
  placeMember(place.world, { person, cell: filling.cell, from });
  leave(place, person, dayBetween(random, addMonths(from, 8), addDays(filling.anchor, -20)));
}

/** A member who came, or was admitted, after the anchor day. */
function addLater(place: Place, filling: Filling): void {
  const { random } = place;
  const on = dayBetween(random, addDays(filling.anchor, 20), HORIZON);
  if (random.chance(0.7)) {
    const person = drawAdmitted(place, filling, on);
    placeMember(place.world, { person, cell: filling.cell, from: on });
    return;
  }
  const person = drawFull(place, filling, addYears(on, -1));
  placeMember(place.world, { person, cell: filling.cell, from: on });
}

/** A person admitted on that day, at an age at which people are. */
function drawAdmitted(place: Place, filling: Filling, on: string): Person {
  const age = filling.profile === 'staff' ? place.random.int(24, 36) : place.random.int(19, 40);
  const person = drawOfAge(place, filling, { age, on });
  admit(person, on);
  return person;
}

/** A full member on that day: the ages are those of a cell in the country, or of people at work. */
function drawFull(place: Place, filling: Filling, on: string): Person {
  const { random } = place;
  // In the country every third was admitted in the years of the sample itself, whatever their age.
  if (filling.profile === 'village' && on > '2014' && random.chance(0.3)) {
    return drawAdmitted(place, filling, dayBetween(random, START, addYears(on, -1)));
  }
  const band = random.weighted<readonly [number, number]>(
    filling.profile === 'staff'
      ? [[[27, 34], 3], [[35, 44], 5], [[45, 56], 4]]
      : [[[22, 30], 12], [[31, 40], 20], [[41, 50], 18], [[51, 60], 18], [[61, 70], 19], [[71, 80], 10], [[81, 91], 3]],
  );
  const age = random.int(...band);
  const person = drawOfAge(place, filling, { age, on });
  const youngest = Math.min(filling.profile === 'staff' ? 23 : 19, age - 2);
  admit(person, addDays(addYears(person.birth, random.int(youngest, Math.min(40, age - 2))), random.int(0, 360)));
  return person;
}

function drawOfAge(place: Place, filling: Filling, facts: { age: number; on: string }): Person {
  const bornIn = yearOf(facts.on) - facts.age - 1;
  const staff = filling.profile === 'staff';
  return drawPerson(place, { bornIn: [bornIn, bornIn], ...(staff ? { office: 'commune', women: 0.6 } : {}) });
}

function leave(place: Place, person: Person, day: string): void {
  const { random, world } = place;
  const lastDay = earlier(day, addDays(HORIZON, -1));
  if (!placementOn(world, person, lastDay)) return;
  const reason = random.weighted<'died' | 'transferred_out' | 'removed' | 'let_go' | 'expelled'>(
    ageOn(person.birth, lastDay) > 62
      ? [['died', 9], ['transferred_out', 2], ['let_go', 0.4]]
      : [['died', 1], ['transferred_out', 12], ['removed', 1.6], ['let_go', 0.6], ['expelled', 0.3]],
  );
  // The latest to go are still on their way: transferred out, not yet arrived.
  if (reason === 'transferred_out' && lastDay >= '2026-03-01') transferOut(world, person, lastDay);
  else endMembership(world, { person, lastDay, reason });
}

/** Exempt for age or health, working far away, or taking part elsewhere for a while. */
function addAbsence(place: Place, person: Person, filling: Filling): void {
  const { random, world } = place;
  const from = dayBetween(random, later(addYears(person.admittedOn, 1), '2016-01-01'), '2025-03-01');
  if (placementOn(world, person, from)?.cell !== filling.cell) return;
  const facts = { person, cell: filling.cell, from };
  if (ageOn(person.birth, from) >= 65) {
    addRecord(world, { ...facts, record: 'exemption', to: addDays(addMonths(from, random.pick([6, 12, 24])), -1) });
  } else if (filling.profile === 'village') {
    addRecord(world, {
      ...facts,
      record: 'away',
      to: random.chance(0.6) ? addDays(addMonths(from, random.int(5, 40)), -1) : '',
      place: at(workplaces, random.int(0, workplaces.length - 1)),
      withLeave: random.chance(0.72) ? 'yes' : 'no',
      contact: person.phone,
    });
  }
}

const workplaces = ['Thành phố Hồ Chí Minh', 'Thành phố Đà Nẵng', 'Tỉnh Bình Dương', 'Tỉnh Đồng Nai', 'Thành phố Hà Nội', 'Tỉnh Bắc Ninh', 'Tỉnh Long An'];

function repeat(times: number, act: () => void): void {
  for (let index = 0; index < times; index += 1) act();
}
