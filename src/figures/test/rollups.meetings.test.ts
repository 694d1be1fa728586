/** Of meetings a month is kept, and a meeting says something of its month alone: the rest is believed and not counted again. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import { systemContext } from '../../access/system.ts';
import type { Ctx } from '../../platform/context.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { computeFigure, forgetRollups, markMeetings, markPeople, refreshRollups } from '../server/index.ts';
import { ask } from '../server/question.ts';
import { rolledParts } from '../server/rollups/rolled.reads.ts';

let world: World;
let ctx: Ctx;
let province: Id<'unit'>;
let cell: Id<'unit'>;
let person: Id<'person'>;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party' });
  cell = await build.unit({ kind: 'cell', type: 'residential', parent: await build.unit({ kind: 'commune_party', parent: province }) });
  person = await build.person();
  await build.member(person, cell);
  for (const on of ['2026-09-03', '2026-10-03', '2026-10-20']) await meet(on);
  await build.derive();
  const { now, today, ...bare } = contextFor(world, undefined);
  ctx = { ...systemContext(bare), now, today };
});
beforeEach(async () => {
  await forgetRollups(world.owner.db);
  await refreshAll();
});
afterAll(() => world.close());

/** Ten were expected, eight came. */
async function meet(on: string, unit = cell): Promise<Id<'meeting'>> {
  const id = newId<'meeting'>(0);
  await sql`insert into meetings (home_id, id, unit_id, kind, is_extended, state, held_on, mode, is_late, expected, present, online, excused, absent, full_expected, full_present, guests, heads, version, recorded_at)
    values (0, ${id}, ${unit}, 'regular', false, 'closed', ${on}, 'in_person', false, 10, 8, 0, 1, 1, 10, 8, 0, 0, 1, now())`.execute(world.owner.db);
  return id;
}

/** The person was missing at a meeting. */
async function miss(unit: Id<'unit'>, on: string): Promise<Id<'meeting'>> {
  const id = await meet(on, unit);
  await sql`insert into attendances (home_id, held_on, meeting_id, person_id, unit_id, basis, standing, mark) values (0, ${on}, ${id}, ${person}, ${unit}, 'expected', 'full', 'absent')`.execute(world.owner.db);
  return id;
}

async function refreshAll(): Promise<void> {
  for (let call = 0; call < 100; call += 1) if (!(await refreshRollups(world.db, { today: ctx.today, months: 3 })).more) return;
}

/** What is kept becomes recognisable. */
async function tamper(figure: string, month: string): Promise<void> {
  for (const table of ['figure_rollups', 'figure_sums']) await sql`update ${sql.table(table)} set counts = (select array_agg(n + 100 order by nth) from unnest(counts) with ordinality u (n, nth)) where figure = ${figure} and to_char(day, 'YYYY-MM') = ${month}`.execute(world.owner.db);
}

async function counted(figure: string, { from, on = '2026-11-20' }: { from?: string; on?: string } = {}): Promise<[number, number | null]> {
  const { value } = await computeFigure(ctx, { figure, unit: province, on: day(on), ...(from ? { from: day(from) } : {}) });
  return [value.count, value.base];
}

async function isRolled(figure: string, from: string, to: string): Promise<boolean> {
  const asked = await ask(ctx, { figure, unit: province, boundaries: 'day', filters: {}, points: [{ from: day(from), to: day(to) }] });
  return (await rolledParts(ctx, asked, 'whole')) !== undefined;
}

test('whole months are told of, the last up to today; other periods are counted live', async () => {
  expect(await isRolled('meetings.held', '2026-01-01', '2026-11-20')).toBe(true);
  expect(await isRolled('meetings.held', '2026-09-01', '2026-10-31')).toBe(true);
  expect(await isRolled('meetings.held', '2026-09-02', '2026-10-31')).toBe(false);
  expect(await isRolled('meetings.held', '2026-09-01', '2026-10-30')).toBe(false);
  expect(await counted('meetings.attendance', { from: '2026-09-04', on: '2026-10-19' })).toEqual([8, 10]);
});

test('what was kept weighs as much as the meetings do', async () => {
  await tamper('meetings.attendance', '2026-08');
  expect(await counted('meetings.attendance')).toEqual([24, 30]);
  expect(await counted('meetings.absentWithoutLeave')).toEqual([3, null]);
  const kept = await sql<{ counts: number[] }>`select counts[1:2] as counts from figure_rollups where figure = 'meetings.attendance' order by day`.execute(world.owner.db);
  expect(kept.rows.map(({ counts }) => counts)).toEqual([[8, 10], [16, 20]]);
});

test('a meeting counts at once, and of its group that month alone is counted live', async () => {
  await tamper('meetings.held', '2026-09');
  await tamper('meetings.held', '2026-10');
  expect(await counted('meetings.held')).toEqual([203, null]);
  await markMeetings(world.db, [{ unitId: cell, on: day('2026-10-20'), absent: [] }]);
  expect(await counted('meetings.held')).toEqual([103, null]);
  await refreshAll();
  expect(await counted('meetings.held')).toEqual([103, null]);
  expect(await sql`select from figure_marks`.execute(world.owner.db).then(({ rows }) => rows)).toEqual([]);
});

test('of a series the marked month alone is counted live', async () => {
  const months = [['2026-09-01', '2026-09-30'], ['2026-10-01', '2026-10-31'], ['2026-11-01', '2026-11-20']] as const;
  for (const [from] of months.slice(0, 2)) await tamper('meetings.held', from.slice(0, 7));
  await markMeetings(world.db, [{ unitId: cell, on: day('2026-10-20'), absent: [] }]);
  const asked = await ask(ctx, { figure: 'meetings.held', unit: province, boundaries: 'day', filters: {}, points: months.map(([from, to]) => ({ from: day(from), to: day(to) })) });
  const parts = await rolledParts(ctx, asked, 'whole');
  expect(parts?.map((part) => part.get('')?.count ?? 0)).toEqual([101, 2, 0]);
});

test('days that cannot look back to the meeting are believed', async () => {
  const met = (on: string) => counted('cells.metMonth', { on });
  for (const month of ['2026-09', '2026-10', '2026-11']) await tamper('cells.metMonth', month);
  await markMeetings(world.db, [{ unitId: cell, on: day('2026-10-20'), absent: [] }]);
  expect([await met('2026-09-30'), await met('2026-10-31'), await met('2026-11-20')]).toEqual([[101, 101], [1, 1], [0, 1]]);
});

test('meetings do not have members counted again, nor people meetings', async () => {
  await tamper('members', '2026-11');
  await tamper('meetings.held', '2026-09');
  await markMeetings(world.db, [{ unitId: cell, on: day('2026-11-19'), absent: [] }]);
  expect(await counted('members')).toEqual([101, null]);
  await refreshAll();
  expect(await counted('members')).toEqual([101, null]);
  await markPeople(world.db, [person], day('2026-01-01'));
  expect(await counted('members')).toEqual([1, null]);
  expect(await counted('meetings.held')).toEqual([103, null]);
  await refreshAll();
  expect([await counted('members'), await counted('meetings.held')]).toEqual([[1, null], [103, null]]);
});

test('who is missing again elsewhere counts there, and in the month of the first no more', async () => {
  const build = buildIn(world);
  const commune = await build.unit({ kind: 'commune_party', parent: province });
  const other = await build.unit({ kind: 'cell', parent: commune });
  await build.derive();
  await miss(cell, '2026-09-03');
  await forgetRollups(world.owner.db);
  await refreshAll();
  const counts = async (on: string) => {
    const of = (unit: Id<'unit'>) => computeFigure(ctx, { figure: 'meetings.absentees', unit, from: day('2026-01-01'), on: day(on) });
    return [(await of(province)).value.count, (await of(commune)).value.count];
  };
  expect(await counts('2026-11-20')).toEqual([1, 0]);
  const later = await miss(other, '2026-11-05');
  await markMeetings(world.db, [{ unitId: other, on: day('2026-11-05'), absent: [person] }]);
  for (let time = 0; time < 2; time += 1) {
    expect([await counts('2026-11-20'), await counts('2026-10-31')]).toEqual([[1, 1], [1, 0]]);
    await refreshAll();
    expect(await isRolled('meetings.absentees', '2026-01-01', '2026-11-20')).toBe(true);
  }
  await markMeetings(world.db, [{ unitId: other, on: day('2026-11-05'), absent: [person] }]);
  await sql`update attendances set mark = 'present' where meeting_id = ${later}`.execute(world.owner.db);
  for (let time = 0; time < 2; time += 1) {
    expect(await counts('2026-11-20')).toEqual([1, 0]);
    await refreshAll();
  }
});

test('of who is missing again only the time before it is counted anew', async () => {
  const build = buildIn(world);
  const other = await build.unit({ kind: 'cell', parent: province });
  person = await build.person();
  await build.member(person, other);
  await build.derive();
  for (const on of ['2026-08-04', '2026-10-06']) await miss(other, on);
  await forgetRollups(world.owner.db);
  await refreshAll();
  await tamper('meetings.absentees', '2026-08');
  await tamper('meetings.absentees', '2026-10');
  const missing = async () => (await computeFigure(ctx, { figure: 'meetings.absentees', unit: province, from: day('2026-01-01'), on: day('2026-11-20') })).value.count;
  expect(await missing()).toBe(202);
  await miss(other, '2026-11-05');
  await markMeetings(world.db, [{ unitId: other, on: day('2026-11-05'), absent: [person] }]);
  await refreshAll();
  expect(await missing()).toBe(102);
});
