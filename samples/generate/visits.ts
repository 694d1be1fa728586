// Two years of visits and reports of case D's cadres, and those of the city's since its regulation. All of it is made up; how unevenly it
// was done follows the case: some do not visit regularly, some attend no meeting of a committee or cell, some report late or not at all.

import { addDays, dayBefore, dayBetween, earlier, HORIZON, later } from './days.ts';
import { at, createRandom } from './random.ts';
import type { Random } from './random.ts';
import { advices, heardOf, keptLate, promises, spots } from './visits.facts.ts';
import type { CadreReport, FollowedUnit, Visit, World } from './world.ts';

/** How a cadre goes about it: of a hundred, so many of each. */
type Manner = 'regular' | 'irregular' | 'withoutMeetings';

const spans = [
  { regulation: 'Quy chế 10-QC/TU', from: '2021-10-19', to: '2023-10-31' },
  { regulation: 'Quy chế 05-QC/TU', from: '2025-09-15', to: HORIZON },
];
const monthsOfQuarter = 3;

/** Called when it is settled who follows what. */
export function addVisits(world: World): void {
  for (const span of spans) {
    const followed = world.followed.filter(({ regulation }) => regulation === span.regulation);
    for (const own of Map.groupBy(followed, ({ person }) => person.ref).values()) addCadre(world, own, span);
  }
}

function addCadre(world: World, own: readonly FollowedUnit[], span: { from: string; to: string }): void {
  const { person, unit, regulation, tier } = at(own, 0);
  const random = createRandom(`Đi cơ sở: ${person.ref} ${regulation}`);
  const manner = random.weighted<Manner>([['regular', 60], ['irregular', 25], ['withoutMeetings', 15]]);
  const months = world.regulations.find((row) => row.title === regulation && row.tier === tier)?.months;
  const visits = own.flatMap((followed) => visitsTo(random, followed, { manner, ...span }));
  world.visits.push(...visits);
  if (months) world.reports.push(...reportsOf(random, { own, visits, months, manner, unit, ...span }));
}

function visitsTo(random: Random, followed: FollowedUnit, { manner, from, to }: { manner: Manner; from: string; to: string }): Visit[] {
  const [first, last] = [later(from, followed.from), earlier(to, followed.to === '' ? to : followed.to)];
  const days = periods(first, last, monthsOfQuarter).flatMap(({ from: start, to: end }) => {
    const times = manner === 'irregular' ? (random.chance(0.35) ? 1 : 0) : random.int(1, 2);
    return Array.from({ length: times }, () => dayBetween(random, later(first, start), earlier(last, end)));
  });
  const distinct = [...new Set(days)].toSorted();
  return distinct.map((on, index) => visitOn(random, followed, { on, last, index, manner }));
}

function visitOn(random: Random, { followed, person }: FollowedUnit, { on, last, index, manner }: { on: string; last: string; index: number; manner: Manner }): Visit {
  const kind = manner === 'withoutMeetings' ? random.pick(['field', 'household', 'residentsMeeting'] as const) : random.weighted<Visit['kind']>([['committeeMeeting', 30], ['cellMeeting', 35], ['field', 20], ['residentsMeeting', 10], ['household', 5]]);
  const [topic, heard] = random.pick(heardOf);
  const isMeeting = kind === 'cellMeeting' || kind === 'committeeMeeting';
  const promise = random.chance(0.3) ? random.pick(promises) : '';
  const promiseDue = promise === '' ? '' : addDays(on, random.int(20, 60));
  return {
    unit: followed, ref: `${person.ref}-${on}-${index + 1}`, person, on, kind, met: isMeeting ? 'secretary; committee' : random.pick(['secretary; residents', 'villageHead; front', 'government; residents', 'massBody; members']),
    place: kind === 'committeeMeeting' ? '' : random.pick(spots), topic, heard, advice: random.chance(0.6) ? random.pick(advices) : '', promise, promiseDue, promiseKeptOn: promise === '' ? '' : keptOn(random, { on, due: promiseDue, last }),
  };
}

/** Two of three in time, some late, some never. */
function keptOn(random: Random, { on, due, last }: { on: string; due: string; last: string }): string {
  const day = random.weighted([[dayBetween(random, on, due), 66], [addDays(due, random.int(3, keptLate)), 22], ['', 12]]);
  return day !== '' && day <= last ? day : '';
}

interface Reporting {
  readonly own: readonly FollowedUnit[];
  readonly visits: readonly Visit[];
  readonly months: number;
  readonly manner: Manner;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
}

function reportsOf(random: Random, { own, visits, months, manner, unit, from, to }: Reporting): CadreReport[] {
  const { person } = at(own, 0);
  return periods(from, to, months).filter((period) => period.to <= to).flatMap((period) => {
    const follows = own.some((one) => one.from <= period.to && (one.to === '' || one.to >= period.from));
    const missing = random.chance(manner === 'irregular' ? 0.35 : 0.06);
    const days = random.weighted([[random.int(2, 9), manner === 'irregular' ? 45 : 85], [random.int(12, 30), manner === 'irregular' ? 55 : 15]]);
    const handedOn = addDays(period.to, days);
    const made = visits.filter(({ on }) => on >= period.from && on <= period.to);
    if (!follows || missing || handedOn > HORIZON) return [];
    const isRead = random.chance(0.8);
    return [{
      unit, person, ...period, handedOn, done: made.length === 0 ? 'Trong kỳ chưa sắp xếp được thời gian đi cơ sở; đã trao đổi với bí thư đảng ủy xã qua điện thoại.' : `Đi cơ sở ${made.length} lần, dự ${made.filter(({ kind }) => kind === 'cellMeeting' || kind === 'committeeMeeting').length} buổi sinh hoạt, họp của cơ sở.`,
      difficulties: made.length === 0 ? 'Công việc chuyên môn nhiều, chưa dành thời gian theo quy chế.' : '', proposals: random.pick(['', '', 'Đề nghị ngành chuyên môn trả lời sớm kiến nghị của xã về đường nông thôn.', 'Đề nghị bố trí vốn sửa nhà văn hóa ấp.']),
      readOn: isRead ? earlier(addDays(handedOn, random.int(1, 14)), HORIZON) : '', comment: isRead && made.length === 0 ? 'Quý sau đi cơ sở theo đúng quy chế.' : '',
    }];
  });
}

/** Counted from January on, as the system counts them; the last one may be cut off by `to`. */
function periods(from: string, to: string, months: number): { from: string; to: string }[] {
  const found: { from: string; to: string }[] = [];
  const year = Number(from.slice(0, 4));
  const first = Math.floor((Number(from.slice(5, 7)) - 1) / months) * months;
  for (let start = Temporal.PlainDate.from({ year, month: first + 1, day: 1 }); start.toString() <= to; start = start.add({ months })) {
    found.push({ from: start.toString(), to: dayBefore(start.add({ months }).toString()) });
  }
  return found;
}
