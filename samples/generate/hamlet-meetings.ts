// A year of meetings of the 39 hamlet cells of Tân Hồng (case C) up to the review: the regular one of each month, the thematic
// one of each quarter. What the case tells as shortcomings lies in the records: quarters without their thematic meeting,
// members absent with and without leave, some again and again, a month left out, a meeting held late whose minutes wait.

import { courseOf, dayOfMonth, holdMeeting, membersOf, monthsFrom, usualExceptions } from './meetings.ts';
import type { Members } from './meetings.ts';
import { at, createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { Person, World } from './world.ts';

const FIRST_MONTH = '2018-06';
const QUARTERS = ['2018-08', '2018-11', '2019-03'] as const;
const LATE = { cell: 17, month: '2019-03', on: '2019-03-29' };
const LEFT_OUT = { cell: 30, month: '2019-02' };
const topics = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về nêu gương',
  'Phát triển đảng viên trong thanh niên ở ấp, khóm',
  'Vai trò của chi bộ trong xây dựng nông thôn mới',
  'Quản lý đảng viên đi làm ăn xa',
  'Chuyển đổi cơ cấu cây trồng, giảm nghèo bền vững',
];

type Cell = { world: World; random: Random; ref: string; number: number; members: Members; truants: ReadonlySet<Person>; day: number; starts: string; place: string };

export function addHamletMeetings(world: World, cells: readonly string[]): void {
  const random = createRandom('Tân Hồng: sinh hoạt');
  for (const [number, ref] of cells.entries()) {
    const members = membersOf(world, new Set([ref]));
    const core = members.expectedOn('2018-10-01');
    // In every fourth cell somebody stays away again and again.
    const truants = new Set(number % 4 === 1 && core.length > 0 ? [random.pick(core)] : []);
    const cell: Cell = { world, random, ref, number, members, truants, day: random.int(2, 13), starts: random.pick(['14:00', '18:30', '19:00', '19:30']), place: 'Nhà văn hóa ấp, khóm' };
    for (const month of monthsFrom(FIRST_MONTH, 12)) addRegular(cell, month);
    for (const [index, month] of QUARTERS.entries()) addThematic(cell, month, index);
  }
}

function addRegular(cell: Cell, month: string): void {
  const { world, random, ref, number, members, truants, day, starts, place } = cell;
  if (number === LEFT_OUT.cell && month === LEFT_OUT.month) return;
  const isLate = number === LATE.cell && month === LATE.month;
  const on = isLate ? LATE.on : dayOfMonth(month, day);
  const course = courseOf(random, { on, starts, least: 95 });
  const exceptions = usualExceptions(random, { members, day: on, truants });
  holdMeeting(world, { ref: `${ref}.${month}`, unit: ref, kind: 'regular', on, place, ...course, ...(isLate ? { adoptedOn: '' } : {}), exceptions });
}

/** Every seventh cell leaves out the last quarter, every thirteenth the last two. */
function addThematic(cell: Cell, month: string, quarter: number): void {
  const { world, random, ref, number, members, truants, day, starts, place } = cell;
  if ((number % 7 === 3 && quarter === 2) || (number % 13 === 5 && quarter > 0)) return;
  const on = dayOfMonth(month, day + random.int(7, 12));
  const course = courseOf(random, { on, starts, least: 110 });
  const agenda = ['Nêu mục đích, yêu cầu của chuyên đề', 'Trình bày chuyên đề', 'Thảo luận, liên hệ bản thân và chi bộ'];
  holdMeeting(world, { ref: `${ref}.${month}-cd`, unit: ref, kind: 'thematic', on, place, topic: at(topics, (number + quarter) % topics.length), ...course, agenda, exceptions: usualExceptions(random, { members, day: on, truants }) });
}
