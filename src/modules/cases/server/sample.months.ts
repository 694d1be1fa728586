/**
 * The last months of the commune in which the sample's accounts work, counted back from the day of loading: its cells and its
 * committee met as any month, by the rules by which a meeting is held, each on its day. Nothing is drawn by chance, so that two
 * installations loaded on one day show the same. The cases lie years before and are not touched.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, day, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { orThrow } from '../../../platform/problem.ts';
import * as rules from '../../meetings/meeting.ts';
import type { Attendance, Meeting } from '../../meetings/meeting.ts';
import { agendaOf, draftMinutes } from '../../meetings/meeting.papers.ts';
import { levelOf, put, type Part } from '../../meetings/meeting.parts.ts';
import { mark, type Marking } from '../../meetings/meeting.roll.ts';
import { insertMeetings, namesOf, rollsOf } from '../../meetings/server/index.ts';
import { findRuleValues } from '../../rules/server/index.ts';
import { createTasks } from '../../tasks/server/index.ts';
import { committeeConclusion, committeeHall, lastTask, months, studied, themes, villageHall, voted } from '../sample.words.ts';

export interface SamplePlaces {
  readonly communeId: Id<'unit'>;
  /** Of the commune. */
  readonly provinceId: Id<'unit'>;
  /** A province of many communes. */
  readonly wideId: Id<'unit'>;
  readonly cellId: Id<'unit'>;
  /** Members of the cell without a post: who can sign in, and who is to go away. */
  readonly memberId: Id<'person'>;
  readonly leavingId: Id<'person'>;
}

/** On which day of the month the cell of the sample's accounts meets, and the committee of its commune. */
export const cellDay = 5;
export const committeeDay = 12;

/** A day of a month counted from this one; every month has it. */
export function dayOfMonth(today: Day, { months: ahead, on }: { months: number; on: number }): Day {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return day(new Date(Date.UTC(year, month - 1 + ahead, on)).toISOString().slice(0, 10));
}

export async function holdLastMonths(ctx: Ctx, places: SamplePlaces): Promise<void> {
  const cells = await cellsOf(ctx, places);
  const first: Told = { id: newId(homeOf(places.communeId)), unitId: places.communeId, unit: 0, kind: 'study', on: addDays(ctx.today, -75), at: 0, topic: studied };
  await hold(ctx, places, [...cells.flatMap((unitId, unit) => meetingsOf(ctx, { unitId, unit, isOwn: unitId === places.cellId })), ...committeeOf(ctx, places), first]);
  await hold(ctx, places, [{ ...first, id: newId(homeOf(places.communeId)), on: addDays(ctx.today, -50), at: 1, seriesId: first.id }]);
}

interface Told {
  readonly id: Id<'meeting'>;
  readonly unitId: Id<'unit'>;
  /** Which of the units, and which of its meetings: what is different about it follows from the two. */
  readonly unit: number;
  readonly at: number;
  readonly kind: 'regular' | 'thematic' | 'committee' | 'study';
  readonly on: Day;
  readonly topic?: string;
  readonly seriesId?: Id<'meeting'>;
  /** The newest of the cell in which one can sign in: its minutes wait. */
  readonly isLast?: boolean;
}

interface Cell {
  readonly unitId: Id<'unit'>;
  readonly unit: number;
  readonly isOwn: boolean;
}

const monthsBack = 6;
/** One cell left out its last month, another has not adopted the minutes of it, every fourth holds no thematic meeting this quarter. */
const leftOut = 7;
const unadopted = 11;

function meetingsOf(ctx: Ctx, { unitId, unit, isOwn }: Cell): Told[] {
  const on = isOwn ? cellDay : 3 + ((unit * 4) % 10);
  const days = pastDays(ctx, on).slice(0, unit === leftOut && !isOwn ? -1 : undefined);
  const regular = days.map((held, at): Told => ({ id: newId(homeOf(unitId)), unitId, unit, kind: 'regular', on: held, at, isLast: (isOwn || unit === unadopted) && at === days.length - 1 }));
  const thematic = thematicDays(ctx, on).slice(0, unit % 4 === 2 ? 1 : undefined).map((held, at): Told => ({ id: newId(homeOf(unitId)), unitId, unit, kind: 'thematic', on: held, at, topic: themes[(unit + at) % themes.length]! }));
  return [...regular, ...thematic];
}

function committeeOf(ctx: Ctx, { communeId }: SamplePlaces): Told[] {
  return pastDays(ctx, committeeDay).map((on, at) => ({ id: newId(homeOf(communeId)), unitId: communeId, unit: 0, kind: 'committee', on, at }));
}

function pastDays({ today }: Ctx, on: number): Day[] {
  return Array.from({ length: monthsBack + 1 }, (_, at) => dayOfMonth(today, { months: at - monthsBack, on })).filter((held) => held < today).slice(-monthsBack);
}

/** In the second month of the last quarter, and of this one where that day has passed. */
function thematicDays({ today }: Ctx, on: number): Day[] {
  const second = 1 - ((Number(today.slice(5, 7)) - 1) % 3);
  return [second - 3, second].map((ahead) => dayOfMonth(today, { months: ahead, on: on + 12 })).filter((held) => held < today);
}

/** Those at which nobody was expected were not held. */
async function hold(ctx: Ctx, places: SamplePlaces, told: readonly Told[]): Promise<void> {
  const inForce = await rulesOf(ctx, told);
  const rolls = await rollsOf(ctx, told.map((one, at) => ({ ...one, expectsAway: inForce[at]!.expectsAway === 1 })));
  const people = await namesOf(ctx, rolls.flat().map(({ personId }) => personId));
  const truants = await awayWithoutLeave(ctx, [...people.keys()]);
  const units = await unitNames(ctx, told);
  const meetings = told.flatMap((one, at) => {
    if (!rolls[at]!.some(({ basis }) => basis === 'expected')) return [];
    const person = (id: string) => people.get(id as Id<'person'>) ?? '';
    return [held(one, { ctx, places, roll: rolls[at]!, truants, inForce: inForce[at]!, names: { unit: units.get(one.unitId) ?? '', person } })];
  });
  await insertMeetings(ctx, meetings);
  for (const { id, unitId, on, conclusions } of meetings) {
    const tasks = conclusions.filter(({ dueOn }) => dueOn !== null).map(({ id: taskId, text, ownerId, dueOn }) => ({ id: taskId, title: text, ownerId, dueOn }));
    if (tasks.length > 0) await createTasks(ctx, { unitId, on, origin: { kind: 'meeting', id }, tasks });
  }
}

interface Around {
  readonly ctx: Ctx;
  readonly places: SamplePlaces;
  readonly roll: readonly Attendance[];
  readonly truants: ReadonlySet<string>;
  readonly inForce: Awaited<ReturnType<typeof rulesOf>>[number];
  readonly names: Parameters<typeof draftMinutes>[1]['names'];
}

function held(told: Told, around: Around): Meeting {
  const { id, unitId, kind, on, topic = null, seriesId = null } = told;
  const isOfCell = kind === 'regular' || kind === 'thematic';
  const [starts, ends] = isOfCell ? (['19:30', told.at % 2 === 0 ? '21:15' : '21:25'] as const) : (['13:30', '16:30'] as const);
  const agenda = agendaOf(kind).map((title) => ({ id: newId<'agendaItem'>(homeOf(unitId)), title, isDone: true }));
  const planned = orThrow(rules.plan({ id, unitId, kind, on, starts, topic, seriesId, agenda, isExtended: false, mode: 'in_person', place: isOfCell ? villageHall : committeeHall }, on));
  let meeting = orThrow(mark(orThrow(rules.open(planned, { on, starts: null, roll: around.roll, today: on })), { marks: missing(told, around), rest: 'present' }));
  for (const part of partsOf(told, around, meeting)) meeting = orThrow(put(meeting, part));
  return minuted({ ...orThrow(rules.close(meeting, { ends })), score: isOfCell ? scoreOf(told, around) : null, version: 1 }, told, around);
}

/** About one in seventeen with leave, few without; who went away without leave does not come. Of those who missed what was studied every third misses the make-up sitting too. */
function missing({ unit, at, kind }: Told, { roll, truants }: Around): Marking[] {
  const expected = roll.filter(({ basis }) => basis === 'expected').map(({ personId }) => personId);
  return expected.flatMap((personId, number): Marking[] => {
    const isMakeUp = kind === 'study' && at > 0;
    if (truants.has(personId) || (number * 11 + at * 3 + unit * 5) % 97 === 50) return [{ personId, mark: 'absent', reason: null }];
    if ((isMakeUp && number % 3 === 0 && expected.length > 3) || (!isMakeUp && (number * 7 + at * 5 + unit * 3) % 17 === 4)) return [{ personId, mark: 'excused', reason: number % 2 === 0 ? 'duty' : 'personal' }];
    return [];
  });
}

function partsOf(told: Told, { ctx, places, names }: Around, { roll, agenda }: Meeting): Part[] {
  const home = homeOf(told.unitId);
  if (told.kind === 'committee') return [{ part: 'conclusions', item: { id: newId(home), text: committeeConclusion, ownerId: null, dueOn: null } }];
  if (told.kind !== 'regular') return [];
  const { opinion, conclusion } = months[(told.at + told.unit) % months.length]!;
  const there = roll.filter(({ mark: made, standing }) => made === 'present' && standing === 'full');
  const speaker = there.at(told.at % there.length)?.personId ?? null;
  const isOwn = told.unitId === places.cellId;
  return [
    { part: 'opinions', item: { id: newId(home), itemId: agenda.at(5)?.id ?? null, personId: speaker !== null && names.person(speaker) !== '' ? speaker : null, text: opinion } },
    { part: 'votes', item: { id: newId(home), question: voted, inFavour: there.length, against: 0, abstained: 0 } },
    { part: 'conclusions', item: { id: newId(home), text: conclusion, ownerId: isOwn ? speaker : null, dueOn: isOwn ? dueOn(told, ctx.today) : null } },
    ...(isOwn && told.isLast ? [{ part: 'conclusions' as const, item: { id: newId<'task'>(home), text: lastTask, ownerId: places.memberId, dueOn: addDays(ctx.today, 7) } }] : []),
  ];
}

/** Before the next meeting; of the one before the last the day is just over, of the last it is to come. */
function dueOn({ on, at, isLast }: Told, today: Day): Day {
  if (isLast) return addDays(today, 16);
  return at === monthsBack - 2 ? addDays(today, -3) : addDays(on, 25);
}

function scoreOf({ unit, at }: Told, { inForce: { good, fair, average } }: Around): Meeting['score'] {
  if (good === undefined || fair === undefined || average === undefined) return null;
  const total = 78 + ((unit * 7 + at * 5) % 19);
  return { points: {}, total, level: levelOf(total, { good, fair, average }) };
}

function minuted(meeting: Meeting, { at, isLast }: Told, { ctx, inForce, names }: Around): Meeting {
  const on = addDays(meeting.on, at % 3 === 2 ? 2 : 0);
  if (isLast || on > ctx.today) return meeting;
  const text = draftMinutes(meeting, { names, quorumShare: inForce.quorumShare ?? 0 });
  return orThrow(rules.adopt(orThrow(rules.writeMinutes(meeting, { text })), { on, today: ctx.today }));
}

/** In one order, wherever it is loaded. */
async function cellsOf(ctx: Ctx, { communeId }: SamplePlaces): Promise<Id<'unit'>[]> {
  const found = await rows(ctx.db, sql<{ unit_id: Id<'unit'> }>`
    select v.unit_id from unit_closure c join unit_versions v on v.unit_id = c.descendant_id and v.kind = 'cell' and v.valid @> ${ctx.today}::date
    where c.hierarchy = 'party' and c.ancestor_id = ${communeId} and c.valid @> ${ctx.today}::date order by v.name collate "C", v.unit_id`);
  return found.map((row) => row.unit_id);
}

async function rulesOf(ctx: Ctx, told: readonly Told[]) {
  const of = (key: Parameters<typeof findRuleValues>[1]) => findRuleValues(ctx, key, told);
  const [expectsAway, quorumShare, good, fair, average] = [await of('meeting.expectsAway'), await of('meeting.quorumShare'), await of('meeting.score.good'), await of('meeting.score.fair'), await of('meeting.score.average')];
  return told.map((_, at) => ({ expectsAway: expectsAway[at], quorumShare: quorumShare[at], good: good[at], fair: fair[at], average: average[at] }));
}

async function awayWithoutLeave(ctx: Ctx, people: readonly Id<'person'>[]): Promise<ReadonlySet<string>> {
  const found = await rows(ctx.db, sql<{ person_id: string }>`select person_id from away_spells where person_id = any(${people}::uuid[]) and with_leave is not true and valid @> ${ctx.today}::date`);
  return new Set(found.map((row) => row.person_id));
}

async function unitNames(ctx: Ctx, told: readonly Told[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows(ctx.db, sql<{ unit_id: string; name: string }>`select unit_id, name from unit_versions where unit_id = any(${[...new Set(told.map(({ unitId }) => unitId))]}::uuid[]) and valid @> ${ctx.today}::date`);
  return new Map(found.map((row) => [row.unit_id, row.name]));
}
