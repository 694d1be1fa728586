// Extended meetings in Sông Lô (case E): until the review of 2022-08-09 the cells of the eight villages whose heads are no
// members met every month, every other time extended, and the head came as a guest; so did heads of the Front who are none.

import { courseOf, dayOfMonth, holdMeeting, membersOf, monthsFrom, usualExceptions } from './meetings.ts';
import { at, createRandom } from './random.ts';
import { REVIEW, outsiders } from './song-lo.facts.ts';
import type { Guest, Person, World } from './world.ts';
import { boardOf } from './village.ts';

const FIRST_MONTH = '2022-02';

export function addExtendedMeetings(world: World): void {
  const random = createRandom('Sông Lô: sinh hoạt mở rộng');
  for (const { commune, index } of outsiders) {
    const village = `song-lo.${commune}.v${String(index + 1).padStart(2, '0')}`;
    const cell = at(world.relations.filter((row) => row.relation === 'leads' && row.other === village && row.from <= REVIEW && (row.to === '' || row.to >= REVIEW)), 0).unit;
    const members = membersOf(world, new Set([cell]));
    const [day, starts] = [random.int(2, 8), random.pick(['14:00', '19:00', '19:30'])];
    for (const [month, name] of monthsFrom(FIRST_MONTH, 6).entries()) {
      const on = dayOfMonth(name, day);
      const extended = month % 2 === 1;
      const course = courseOf(random, { on, starts, least: 100 });
      const guests = extended ? [...guestOf(world, { post: village, on, role: 'head' }), ...guestOf(world, { post: boardOf(village), on, role: 'mass_head' })] : [];
      // The head missed one of the three in every third village.
      const present = guests.map((guest) => ({ ...guest, present: !(guest.role === 'head' && month === 1 && index % 3 === 0) }));
      const exceptions = usualExceptions(random, { members, day: on, truants: new Set() });
      holdMeeting(world, { ref: `${cell}.${name}`, unit: cell, kind: 'regular', extended, on, place: 'Nhà văn hóa thôn', ...course, guests: present, exceptions });
    }
  }
}

/** The holder of the post on the day, where it is nobody of the Party. */
function guestOf(world: World, { post, on, role }: { post: string; on: string; role: Guest['role'] }): Guest[] {
  const refs = new Set([...world.posts.values()].filter((one) => one.unit === post).map(({ ref }) => ref));
  const holding = world.tenures.filter((row) => refs.has(row.post) && row.from <= on && (row.to === '' || row.to >= on)).map(({ person }) => person);
  return holding.filter((person) => isOutside(person, on)).map((person) => ({ person, name: person.name, role, present: true }));
}

function isOutside(person: Person, on: string): boolean {
  return person.admittedOn === '' || person.admittedOn > on;
}
