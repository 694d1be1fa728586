// People, all generated. Telephone, citizen and membership numbers lie in ranges that are given to nobody.

import { ageOn, addMonths, HORIZON, dayInYear } from './days.ts';
import { drawName } from './names.ts';
import type { Region } from './names.ts';
import type { Random } from './random.ts';
import type { Person, World } from './world.ts';

/** Where people are drawn from: one stream of chance and one run of refs per place. */
export type Place = {
  world: World;
  random: Random;
  name: string;
  region: Region;
  /** Keeps the invented numbers of one place apart from those of every other. */
  series: number;
  count: number;
};

export function openPlace(facts: Omit<Place, 'count'>): Place {
  return { ...facts, count: 0 };
}

export function drawPerson(
  place: Place,
  facts: { bornIn: readonly [number, number]; office?: 'village' | 'commune' | 'superior'; women?: number },
): Person {
  const { random, world } = place;
  place.count += 1;
  const sex = random.chance(1 - (facts.women ?? 0.36)) ? 'male' : 'female';
  const birth = dayInYear(random, random.int(...facts.bornIn));
  const person: Person = {
    ref: `p-${place.name}-${String(place.count).padStart(4, '0')}`,
    name: drawName(random, sex, place.region),
    sex,
    birth,
    ...drawNumbers(place),
    ...drawSchooling(random, { birth, office: facts.office }),
    admittedOn: '',
    recognisedOn: '',
  };
  world.people.push(person);
  world.memberships.set(person, []);
  return person;
}

/** Enters the day of admission; recognition follows after the twelve months of probation (Charter art. 5). */
export function admit(person: Person, on: string): void {
  if (ageOn(person.birth, on) < 18) throw new Error(`${person.ref} admitted under age on ${on}`);
  person.admittedOn = on;
  const recognised = addMonths(on, 12);
  person.recognisedOn = recognised <= HORIZON ? recognised : '';
}

export function isFullMember(person: Person, day: string): boolean {
  return person.recognisedOn !== '' && person.recognisedOn <= day;
}

function drawNumbers(place: Place): Pick<Person, 'phone' | 'email' | 'citizenNo' | 'membershipNo'> {
  const { random } = place;
  // 7919 and a million have no common factor: different people never share a number.
  const digits = String(((place.series * 10_000 + place.count) * 7919) % 1_000_000).padStart(6, '0');
  return {
    phone: random.chance(0.45) ? `0900${digits}` : '',
    email: random.chance(0.06) ? `${place.name}.${digits}@vidu.example` : '',
    citizenNo: random.chance(0.25) ? `000${digits}000` : '',
    membershipNo: random.chance(0.3) ? `00.${digits}` : '',
  };
}

function drawSchooling(
  random: Random,
  facts: { birth: string; office: 'village' | 'commune' | 'superior' | undefined },
): Pick<Person, 'education' | 'qualification' | 'politicalTheory'> {
  if (facts.office === 'superior') {
    return { education: 'upper_secondary', qualification: random.pick(['bachelor', 'master', 'master', 'doctor']), politicalTheory: 'advanced' };
  }
  if (facts.office === 'commune') {
    return {
      education: 'upper_secondary',
      qualification: random.weighted([['bachelor', 8], ['master', 2], ['college', 1]]),
      politicalTheory: random.weighted([['intermediate', 8], ['advanced', 2]]),
    };
  }
  const young = facts.birth >= '1975';
  const education = random.weighted<string>(
    young ? [['upper_secondary', 9], ['lower_secondary', 1]] : [['upper_secondary', 5], ['lower_secondary', 4], ['primary', 1]],
  );
  const qualification = random.weighted<string>(
    young && education === 'upper_secondary'
      ? [['none', 3], ['vocational', 3], ['college', 2], ['bachelor', 3]]
      : [['none', 7], ['vocational', 2], ['bachelor', 1]],
  );
  const politicalTheory = random.weighted<string>(
    facts.office === 'village' ? [['none', 2], ['elementary', 5], ['intermediate', 4]] : [['none', 8], ['elementary', 3], ['intermediate', 1]],
  );
  return { education, qualification, politicalTheory };
}
