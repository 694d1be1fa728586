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

export function drawCore(place: Place, cell: string): Person[] {
  return coreProfiles.map(({ born, admitted }) => {
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
    ? drawAdmitted(place, filling, [addDays(addYears(filling.anchor, -1), 1), filling.anchor])
    : drawAdmitted(place, filling, ['1968-01-01', addYears(filling.anchor, -1)]);
  const came = random.chance(0.2) && !probationary
    ? dayBetween(random, later(START, addYears(person.admittedOn, 1)), filling.anchor)
    : later(START, person.admittedOn);
  placeMember(place.world, { person, cell: filling.cell, from: came });
  const years = yearOf(HORIZON) - yearOf(filling.anchor);
  if (random.chance(0.025 * years)) leave(place, person, dayBetween(random, addMonths(filling.anchor, 1), HORIZON));
  else if (random.chance(0.09)) addAbsence(place, person, filling);
}

/** A member who had left before the anchor day. */
function addEarlier(place: Place, filling: Filling): void {
  const { random } = place;
  const person = drawAdmitted(place, filling, ['1966-01-01', addYears(filling.anchor, -3)]);
  const from = later(START, person.admittedOn);
  placeMember(place.world, { person, cell: filling.cell, from });
  leave(place, person, dayBetween(random, addMonths(from, 8), addDays(filling.anchor, -20)));
}

/** A member who came, or was admitted, after the anchor day. */
function addLater(place: Place, filling: Filling): void {
  const { random } = place;
  const on = dayBetween(random, addDays(filling.anchor, 20), HORIZON);
  if (random.chance(0.7)) {
    const person = drawAdmitted(place, filling, [on, on]);
    placeMember(place.world, { person, cell: filling.cell, from: on });
    return;
  }
  const person = drawAdmitted(place, filling, ['1985-01-01', addYears(filling.anchor, -2)]);
  placeMember(place.world, { person, cell: filling.cell, from: on });
}

/** A person admitted within the span, at an age at which people are. */
function drawAdmitted(place: Place, filling: Filling, span: readonly [string, string]): Person {
  const { random } = place;
  const on = dayBetween(random, ...span);
  const age = filling.profile === 'staff' ? random.int(24, 36) : random.int(19, 42);
  const bornIn = yearOf(on) - age - 1;
  const person = drawPerson(place, {
    bornIn: [bornIn, bornIn],
    ...(filling.profile === 'staff' ? { office: 'commune', women: 0.6 } : {}),
  });
  admit(person, on);
  return person;
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
