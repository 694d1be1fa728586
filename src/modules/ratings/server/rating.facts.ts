/**
 * What the system knows of those who are rated: for each subject a list of facts, a count (of how many) with its title and the link to
 * the records behind it. A source answers for many subjects at once. Whatever no source tells is stated by a person, with its source:
 * so far nothing tells of targets beyond the requirement and of discipline. What was found of a person is sealed from those above:
 * of people no fact tells it.
 * A fact goes with the rating; the records behind its link ask for their own verb.
 */
import { sql } from 'kysely';
import type { Text } from '../../../platform/contract.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { attendanceOfPeople, attendanceOfUnits } from '../../meetings/server/index.ts';
import { tallyTasks } from '../../tasks/server/index.ts';
import { factNames, type Measure } from '../rating.gates.ts';
import type { FoundFact, Rating } from '../rating.ts';
import { lastDayOf } from '../rating.season.ts';

export interface Fact extends Measure {
  /** A gate asks for some of them (`FactCode`); the others stand beside the points. */
  readonly code: string;
  readonly title: Text;
  readonly link: string | null;
}

export type FactSubject = Pick<Rating, 'id' | 'unitId' | 'personId'>;

/** The part of the year that has passed. */
export interface FactPeriod {
  readonly from: Day;
  readonly to: Day;
}

export type FactSource = (ctx: Ctx, subjects: readonly FactSubject[], period: FactPeriod) => Promise<ReadonlyMap<Id<'rating'>, readonly Fact[]>>;

/** A module that knows more of the subjects is added here. */
const sources: readonly FactSource[] = [taskFacts, shortcomingFacts, attendanceFacts, ownAttendanceFacts, documentFacts];

export async function factsOf(ctx: Ctx, subjects: readonly FactSubject[], year: number): Promise<ReadonlyMap<Id<'rating'>, readonly Fact[]>> {
  if (subjects.length === 0) return new Map();
  const [first, last] = [`${year}-01-01` as Day, lastDayOf(year)];
  const period = { from: first, to: last < ctx.today ? last : ctx.today };
  const found: ReadonlyMap<Id<'rating'>, readonly Fact[]>[] = [];
  for (const source of sources) found.push(await source(ctx, subjects, period));
  return new Map(subjects.map(({ id }) => [id, found.flatMap((of) => of.get(id) ?? [])]));
}

export function foundOf(facts: readonly Fact[] | undefined): FoundFact[] {
  return (facts ?? []).map(({ code, count, of }) => ({ code, count, of }));
}

const taskTitles = {
  tasksOnTime: { vi: 'Nhiệm vụ đến hạn, xong đúng hạn', en: 'Tasks due, done on time' },
  tasksDone: { vi: 'Nhiệm vụ đến hạn, đã xong', en: 'Tasks due, done' },
  tasksLate: { vi: 'Nhiệm vụ đến hạn, chậm hoặc chưa xong', en: 'Tasks due, late or not done' },
} satisfies Record<string, Text>;

/** Tasks with a day that has come. Of a person those that are his, wherever they were given. Where there are none nothing is known; of what quality they are, no record tells. */
async function taskFacts(ctx: Ctx, subjects: readonly FactSubject[], period: FactPeriod): Promise<Map<Id<'rating'>, Fact[]>> {
  const tallies = await tallyTasks(ctx, subjects.map(({ id, unitId, personId }) => ({ key: id, unitId, personId })), period);
  return new Map(subjects.flatMap(({ id, unitId, personId }) => {
    const { due, done, onTime } = tallies.get(id) ?? nothingDue;
    const of = { tasksOnTime: onTime, tasksDone: done, tasksLate: due - onTime };
    const link = personId === null ? `/viec?donVi=${unitId}` : null;
    return due === 0 ? [] : [[id, (Object.keys(of) as (keyof typeof of)[]).map((code) => ({ code, count: of[code], of: due, title: taskTitles[code], link }))] as const];
  }));
}

const nothingDue = { due: 0, done: 0, onTime: 0 };

/** Of those noted until the end of the period and not put right before it, those that the body that raised them has confirmed by then. */
async function shortcomingFacts(ctx: Ctx, subjects: readonly FactSubject[], { from, to }: FactPeriod): Promise<Map<Id<'rating'>, Fact[]>> {
  const found = await rows(ctx.db, sql<{ id: Id<'rating'>; unit_id: string; noted: number; remedied: number }>`
    select q.id, q.unit_id, count(*)::int as noted, count(*) filter (where s.state = 'confirmed' and s.closed_on <= ${to}::date)::int as remedied from ${asked(subjects.filter(isUnit))}
    join shortcomings s on s.unit_id = q.unit_id and s.person_id is null and s.state <> 'withdrawn' and s.found_on <= ${to}::date and (s.closed_on is null or s.closed_on >= ${from}::date) group by q.id, q.unit_id`);
  return new Map(found.map(({ id, unit_id: unit, noted, remedied }) => [id, [{ code: 'shortcomingsRemedied', count: remedied, of: noted, title: factNames.shortcomingsRemedied, link: `/han-che?donVi=${unit}` }]]));
}

/** Those who came among those expected at its regular and thematic meetings. */
async function attendanceFacts(ctx: Ctx, subjects: readonly FactSubject[], period: FactPeriod): Promise<Map<Id<'rating'>, Fact[]>> {
  const found = await attendanceOfUnits(ctx, subjects.filter(isUnit).map(({ unitId }) => unitId), period);
  return factMap(subjects.filter(isUnit), ({ unitId }) => attendanceFact(found.get(unitId), { title: { vi: 'Lượt đảng viên dự sinh hoạt', en: 'Attendances at meetings' }, link: `/sinh-hoat?donVi=${unitId}` }));
}

/** The meetings of a person at which he was expected, wherever they were. */
async function ownAttendanceFacts(ctx: Ctx, subjects: readonly FactSubject[], period: FactPeriod): Promise<Map<Id<'rating'>, Fact[]>> {
  const found = await attendanceOfPeople(ctx, subjects.flatMap(({ personId }) => personId ?? []), period);
  return factMap(subjects, ({ personId }) => attendanceFact(personId === null ? undefined : found.get(personId), { title: { vi: 'Buổi sinh hoạt đã dự', en: 'Meetings attended' }, link: null }));
}

function attendanceFact(attendance: { readonly came: number; readonly expected: number } | undefined, told: Pick<Fact, 'title' | 'link'>): Fact | undefined {
  return attendance && { code: 'attendance', count: attendance.came, of: attendance.expected, ...told };
}

function factMap(subjects: readonly FactSubject[], factOf: (subject: FactSubject) => Fact | undefined): Map<Id<'rating'>, Fact[]> {
  return new Map(subjects.flatMap((subject) => {
    const fact = factOf(subject);
    return fact ? [[subject.id, [fact]] as const] : [];
  }));
}

async function documentFacts(ctx: Ctx, subjects: readonly FactSubject[], { from, to }: FactPeriod): Promise<Map<Id<'rating'>, Fact[]>> {
  const found = await rows(ctx.db, sql<{ id: Id<'rating'>; unit_id: string; issued: number }>`
    select q.id, q.unit_id, count(*)::int as issued from ${asked(subjects.filter(isUnit))}
    join documents d on d.unit_id = q.unit_id and d.direction = 'issued' and d.void is null and d.issued_on between ${from}::date and ${to}::date group by q.id, q.unit_id`);
  return new Map(found.map(({ id, unit_id: unit, issued }) => [id, [{ code: 'documents', count: issued, of: null, title: { vi: 'Văn bản đã ban hành', en: 'Documents issued' }, link: `/van-ban?donVi=${unit}` }]]));
}

function isUnit({ personId }: FactSubject): boolean {
  return personId === null;
}

/** Rows `q` (id, unit_id, person_id). */
function asked(subjects: readonly FactSubject[]) {
  return sql`unnest(${subjects.map(({ id }) => id)}::uuid[], ${subjects.map(({ unitId }) => unitId)}::uuid[], ${subjects.map(({ personId }) => personId)}::uuid[]) q (id, unit_id, person_id)`;
}
