// Meetings that cells and committees held: who was expected on the day, who stayed away, which guests came. Each place draws
// from a stream of its own, so that the people of the sample stay who they are, whatever is held.

import { addDays, dayBetween } from './days.ts';
import { at } from './random.ts';
import type { Random } from './random.ts';
import type { Exception, Meeting, MembershipRecord, Person, World } from './world.ts';

/** Points of score have a rule since then. */
const SCORED_SINCE = '2018-07-06';

export type Sitting = Pick<Meeting, 'ref' | 'unit' | 'kind' | 'on'> & Partial<Meeting>;

export function holdMeeting(world: World, meeting: Sitting): Meeting {
  const whole: Meeting = {
    extended: false, starts: '', ends: '', place: '', topic: '', series: '', adoptedOn: '', score: '', exceptions: [], guests: [], agenda: [], ...meeting,
  };
  if (world.meetings.some(({ ref }) => ref === whole.ref)) throw new Error(`Two meetings ${whole.ref}`);
  world.meetings.push(whole);
  return whole;
}

/** Members of cells over the years, looked up once for many meetings. */
export type Members = { expectedOn(day: string): Person[]; awayWithoutLeave(person: Person, day: string): boolean };

/** Whom the product expects: placed there, not exempt, not away with leave, not taking part elsewhere for a time; guests for a time as well. */
export function membersOf(world: World, cells: ReadonlySet<string>): Members {
  const known = [...world.memberships].filter(([, rows]) => rows.some((row) => cells.has(row.cell)));
  function isExpected(rows: readonly MembershipRecord[], day: string): boolean {
    const holding = rows.filter((row) => holds(row, day) && row.record !== 'end');
    const here = holding.some((row) => row.record === 'placement' && cells.has(row.cell));
    const guest = holding.some((row) => row.record === 'temporary' && cells.has(row.cell));
    const elsewhere = holding.some((row) => row.record === 'temporary' && !cells.has(row.cell));
    const free = holding.some((row) => row.record === 'exemption' || (row.record === 'away' && row.withLeave === 'yes'));
    // Who is a guest without a placement anywhere belongs to an organisation outside the sample, and is on no roll here.
    return !free && ((here && !elsewhere) || (guest && holding.some((row) => row.record === 'placement')));
  }
  return {
    expectedOn: (day) => known.filter(([, rows]) => isExpected(rows, day)).map(([person]) => person),
    awayWithoutLeave: (person, day) => (world.memberships.get(person) ?? []).some((row) => row.record === 'away' && row.withLeave !== 'yes' && holds(row, day)),
  };
}

export function excuse(random: Random, person: Person): Exception {
  return { person, mark: 'excused', reason: random.weighted([['duty', 5], ['personal', 4], ['study', 1], ['other', 2]] as const) };
}

export function absentWithoutLeave(person: Person): Exception {
  return { person, mark: 'absent', reason: '' };
}

/** Who of those expected stayed away, as in any month: some with leave, few without, and those who went away without asking. */
export function usualExceptions(random: Random, { members, day, truants }: { members: Members; day: string; truants: ReadonlySet<Person> }): Exception[] {
  return members.expectedOn(day).flatMap((person): Exception[] => {
    const without = members.awayWithoutLeave(person, day) ? 0.85 : truants.has(person) ? 0.4 : 0.008;
    if (random.chance(without)) return [absentWithoutLeave(person)];
    return random.chance(0.055) ? [excuse(random, person)] : [];
  });
}

/** The course of a meeting: when it began and ended, when its minutes were adopted, what it gave itself. */
export function courseOf(random: Random, facts: { on: string; starts: string; least: number }): Pick<Meeting, 'starts' | 'ends' | 'adoptedOn' | 'score'> {
  const { on, starts, least } = facts;
  const [hours, minutes] = starts.split(':').map(Number) as [number, number];
  const end = hours * 60 + minutes + least + random.int(-3, 7) * 5;
  return {
    starts,
    ends: [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0')).join(':'),
    adoptedOn: random.chance(0.93) ? addDays(on, random.weighted([[0, 8], [1, 2], [3, 1], [6, 1]] as const)) : addDays(on, random.int(9, 20)),
    score: on < SCORED_SINCE ? '' : random.weighted([[random.int(90, 97), 6], [random.int(76, 89), 5], [random.int(60, 69), 1]] as const),
  };
}

export function dayOfMonth(month: string, day: number): string {
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** `2018-06`, `2018-07`, … */
export function monthsFrom(first: string, count: number): string[] {
  const start = Temporal.PlainYearMonth.from(first);
  return Array.from({ length: count }, (_, index) => start.add({ months: index }).toString());
}

/** Members working far away: when the cell last spoke to them, when it will again, what they do for it from there. */
export function keepInTouch(world: World, random: Random, { cells, on, last }: { cells: ReadonlySet<string>; on: string; last: string }): void {
  for (const rows of world.memberships.values()) {
    for (const row of rows) {
      if (row.record !== 'away' || !cells.has(row.cell) || row.to !== '' && row.to < on) continue;
      // Of a spell that goes on the last word is a recent one; of one that ended later, that of its own last months.
      const until = row.to === '' ? last : row.to < last ? row.to : last;
      if (random.chance(row.withLeave === 'yes' ? 0.1 : 0.7)) continue;
      row.contactedOn = dayBetween(random, row.from > addDays(until, -150) ? row.from : addDays(until, -150), addDays(until, -1));
      row.contactDueOn = addDays(row.contactedOn, at([30, 60, 90], random.int(0, 2)));
      if (row.withLeave === 'yes' && random.chance(0.4)) row.assignedWork = at(workFromAfar, random.int(0, workFromAfar.length - 1));
    }
  }
}

const workFromAfar = ['Viết tin, bài cho trang thông tin của địa phương', 'Vận động người cùng quê ủng hộ quỹ khuyến học', 'Góp ý bằng văn bản vào dự thảo nghị quyết của chi bộ', 'Giúp thanh niên trong tổ tìm việc làm'];

function holds(row: MembershipRecord, day: string): boolean {
  return row.from <= day && (row.to === '' || row.to >= day);
}
