// Study of resolutions in Thới Long (case B): before the remedy one sitting with about 95 % of the members, after it a make-up
// sitting for those who had missed the first, so that over 97 % studied the document in one of the two.

import { absentWithoutLeave, excuse, holdMeeting, membersOf } from './meetings.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { Exception, Person, World } from './world.ts';

const BEFORE = { on: '2012-04-20', topic: 'Nghị quyết Trung ương 4 khóa XI (12-NQ/TW ngày 16/01/2012)' };
const AFTER = { on: '2013-12-20', makeUp: '2014-01-10', topic: 'Nghị quyết Trung ương 8 khóa XI (29-NQ/TW ngày 04/11/2013)' };
const FIRST_SHARE = 0.95;
const BOTH_SHARE = 0.971;

export function addStudySessions(world: World, { unit, cells }: { unit: string; cells: ReadonlySet<string> }): void {
  const random = createRandom('Thới Long: học tập');
  const members = membersOf(world, cells);
  const sitting = (ref: string, on: string, facts: { topic: string; series?: string; exceptions: Exception[] }): void => {
    holdMeeting(world, { ref, unit, kind: 'study', on, starts: '07:30', ends: '16:30', place: 'Hội trường Ủy ban nhân dân phường', adoptedOn: on, agenda: ['Giới thiệu nội dung văn bản', 'Thảo luận, liên hệ thực tế'], ...facts });
  };
  const once = split(random, members.expectedOn(BEFORE.on), FIRST_SHARE);
  sitting(`${unit}.study-2012`, BEFORE.on, { topic: BEFORE.topic, exceptions: missing(random, once.missed) });
  const expected = members.expectedOn(AFTER.on);
  const first = split(random, expected, FIRST_SHARE);
  sitting(`${unit}.study-2013`, AFTER.on, { topic: AFTER.topic, exceptions: missing(random, first.missed) });
  const still = new Set(first.missed.slice(0, Math.floor(expected.length * (1 - BOTH_SHARE))));
  // Who had studied it already is not asked again.
  const exceptions = members.expectedOn(AFTER.makeUp).filter((person) => still.has(person)).map(absentWithoutLeave);
  sitting(`${unit}.study-2013-2`, AFTER.makeUp, { topic: AFTER.topic, series: `${unit}.study-2013`, exceptions });
}

function split(random: Random, expected: readonly Person[], share: number): { missed: Person[] } {
  const shuffled = random.shuffled(expected);
  return { missed: shuffled.slice(Math.round(expected.length * share)) };
}

function missing(random: Random, missed: readonly Person[]): Exception[] {
  return missed.map((person) => (random.chance(0.5) ? excuse(random, person) : absentWithoutLeave(person)));
}
