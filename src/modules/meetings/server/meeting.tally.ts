/** What was held, and who came of those expected, within a time. Meetings that are over alone. Asks no access: goes with the record it is told on. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';

interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface Attendance {
  readonly came: number;
  readonly expected: number;
}

const isOver = sql`m.state in ('closed', 'adopted')`;
/** Meetings of the cell's year: rulebook R2.1, R2.2. */
const isOfCell = sql`m.kind in ('regular', 'thematic')`;

/** At the regular and thematic meetings of each unit. Who expected nobody is left out. */
export async function attendanceOfUnits(ctx: Ctx, unitIds: readonly Id<'unit'>[], { from, to }: Period): Promise<ReadonlyMap<Id<'unit'>, Attendance>> {
  const found = await rows(ctx.db, sql<Attendance & { id: Id<'unit'> }>`
    select m.unit_id as id, sum(m.present + m.online)::int as came, sum(m.expected)::int as expected from meetings m
    where m.unit_id = any(${[...unitIds]}::uuid[]) and m.held_on between ${from}::date and ${to}::date and ${isOfCell} and ${isOver} group by m.unit_id having sum(m.expected) > 0`);
  return new Map(found.map(({ id, came, expected }) => [id, { came, expected }]));
}

/** Of each person at the regular and thematic meetings where he was expected, wherever they were. */
export async function attendanceOfPeople(ctx: Ctx, personIds: readonly Id<'person'>[], { from, to }: Period): Promise<ReadonlyMap<Id<'person'>, Attendance>> {
  const found = await rows(ctx.db, sql<Attendance & { id: Id<'person'> }>`
    select a.person_id as id, count(*) filter (where a.mark in ('present', 'online'))::int as came, count(*)::int as expected from attendances a
    join meetings m on m.home_id = a.home_id and m.id = a.meeting_id and ${isOfCell} and ${isOver}
    where a.person_id = any(${[...personIds]}::uuid[]) and a.basis = 'expected' and a.held_on between ${from}::date and ${to}::date group by a.person_id`);
  return new Map(found.map(({ id, came, expected }) => [id, { came, expected }]));
}

/** Of any kind. */
export async function meetingsHeldBy(ctx: Ctx, unitId: Id<'unit'>, { from, to }: Period): Promise<number> {
  const [row] = await rows(ctx.db, sql<{ held: number }>`select count(*)::int as held from meetings m where m.unit_id = ${unitId} and ${isOver} and m.held_on between ${from}::date and ${to}::date`);
  return row?.held ?? 0;
}
