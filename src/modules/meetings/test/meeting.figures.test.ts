/** A small land by hand in which every number about meetings is known: at cell, commune and province, before and after a merger. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Actor, Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import type { Overlap } from '../../../figures/figure.ts';
import { breakdownAnswer, computeFigure, recordsAnswer, seriesAnswer, severalAnswer } from '../../../figures/server/index.ts';
import { liveByDimension } from '../../../figures/server/breakdown.reads.ts';
import { ask } from '../../../figures/server/question.ts';
import type { MeetingKind, MeetingState, ScoreLevel } from '../meeting.kinds.ts';

type UnitId = Id<'unit'>;

const year = { from: day('2026-01-01'), on: day('2026-11-20') };
const lastOldDay = '2026-06-30';
const merger = '2026-07-01';

let world: World;
let build: Build;
let ctx: Ctx;
let provinces: [UnitId, UnitId];
/** Two communes that became one, and the cells: one and two of the first, three and the ended four of the second. */
let old: [UnitId, UnitId];
let merged: UnitId;
let one: UnitId;
let two: UnitId;
let three: UnitId;
let four: UnitId;
let people: Id<'person'>[];
let guest: Id<'person'>;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
  provinces = [await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' }), await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh khác' })];
  old = [await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã A', parent: provinces[0], to: lastOldDay }), await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã B', parent: provinces[0], to: lastOldDay })];
  merged = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Mới', parent: provinces[0], from: merger });
  for (const commune of old) await build.lineage(commune, merged, merger);
  const cell = async (name: string, commune: UnitId, type: 'residential' | 'school' = 'residential') => {
    const id = await build.unit({ kind: 'cell', name, type });
    await build.place(id, 'party', [{ parent: commune, to: lastOldDay }, { parent: merged, from: merger }]);
    return id;
  };
  [one, two, three] = [await cell('Chi bộ 1', old[0]), await cell('Chi bộ 2', old[0], 'school'), await cell('Chi bộ 3', old[1])];
  four = await build.unit({ kind: 'cell', name: 'Chi bộ 4', type: 'residential', parent: old[1], to: lastOldDay });
  await build.lineage(four, three, merger);
  await build.rule({ key: 'meeting.regular.dueDay', value: 3, unit: 'dayOfMonth', scope: merged, from: merger });
  people = [await build.person({ name: 'Nguyễn Văn An' }), await build.person({ name: 'Trần Thị Bình' }), await build.person({ name: 'Lê Văn Cường' })];
  guest = await build.person({ name: 'Bùi Văn Trưởng' });
  await fillMembers();
  await fillMeetings();
  await build.derive();
  ctx = contextFor(world, actorWith([{ role: 'board_officer', unitId: provinces[0] }]));
});
afterAll(() => world.close());

async function fillMembers(): Promise<void> {
  await build.member(people[0]!, one);
  await build.member(people[1]!, three);
  await build.member(people[2]!, three);
  await build.away(people[0]!, { from: '2026-05-01', withLeave: false });
  await build.away(people[1]!, { from: '2026-01-01', to: '2026-05-31' });
}

async function fillMeetings(): Promise<void> {
  await meeting(one, { on: '2026-03-25', expected: 5, present: 4, absent: [people[0]!], minutes: 90, adopted: '2026-04-01' });
  await meeting(four, { on: '2026-03-05', expected: 2, absent: [people[1]!, people[2]!] });
  await meeting(three, { kind: 'thematic', on: '2026-10-10', expected: 3, present: 2, minutes: 100, adopted: '2026-10-20' });
  await meeting(one, { on: '2026-11-03', expected: 5, present: 3, online: 1, absent: [people[0]!], minutes: 100, adopted: '2026-11-08', level: 'good' });
  await meeting(merged, { kind: 'committee', on: '2026-11-05', expected: 0, minutes: 45 });
  const extended = await meeting(two, { on: '2026-11-19', expected: 4, present: 4, minutes: 60, isExtended: true, isLate: true, heads: 2 });
  for (const [name, role, person, isPresent] of [['Bùi Văn Trưởng', 'head', guest, true], ['Đỗ Thị Tổ', 'head', null, true], ['Vũ Văn Vắng', 'head', null, false], ['Hồ Thị Hội', 'mass_head', null, true]] as const) {
    await sql`insert into meeting_guests (home_id, id, meeting_id, name, role, person_id, is_present) values (0, ${newId(0)}, ${extended}, ${name}, ${role}, ${person}, ${isPresent})`.execute(world.owner.db);
  }
  // None of these was held.
  await meeting(three, { on: '2026-11-18', state: 'open', expected: 3, present: 1, absent: [people[2]!] });
  await meeting(three, { on: '2026-11-12', state: 'cancelled', expected: 0 });
  await meeting(three, { on: '2026-11-25', state: 'planned', expected: 0 });
  // Another province has one too.
  await meeting(await build.unit({ kind: 'cell', name: 'Chi bộ xa', parent: provinces[1] }), { on: '2026-11-02', expected: 7, present: 7 });
}

interface Written {
  readonly on: string;
  readonly kind?: MeetingKind;
  readonly state?: MeetingState;
  readonly expected: number;
  readonly present?: number;
  readonly online?: number;
  readonly absent?: readonly Id<'person'>[];
  readonly minutes?: number;
  readonly adopted?: string;
  readonly level?: ScoreLevel;
  readonly isExtended?: boolean;
  readonly isLate?: boolean;
  readonly heads?: number;
}

async function meeting(unit: UnitId, { on, kind = 'regular', expected, present = 0, online = 0, absent = [], heads = 0, ...given }: Written): Promise<Id<'meeting'>> {
  const id = newId<'meeting'>(0);
  const state = given.state ?? (given.adopted ? 'adopted' : 'closed');
  await sql`insert into meetings (home_id, id, unit_id, kind, is_extended, state, held_on, mode, reason, adopted_on, is_late, minutes, expected, present, online, excused, absent, full_expected, full_present,
      guests, heads, score, score_level, version, recorded_at)
    values (0, ${id}, ${unit}, ${kind}, ${given.isExtended ?? false}, ${state}, ${on}, 'in_person', ${state === 'cancelled' ? 'mưa bão' : null}, ${given.adopted ?? null}, ${given.isLate ?? false}, ${given.minutes ?? null},
      ${expected}, ${present}, ${online}, ${expected - present - online - absent.length}, ${absent.length}, ${expected}, ${present + online}, ${heads}, ${heads}, ${given.level ? 95 : null}, ${given.level ?? null}, 1, now())`.execute(world.owner.db);
  const roll = [...absent.map((person) => [person, 'absent'] as const), [guest, 'present'] as const, [people[1]!, 'excused'] as const].filter(([person, mark]) => mark === 'absent' || !absent.includes(person));
  for (const [person, mark] of roll) {
    await sql`insert into attendances (home_id, held_on, meeting_id, person_id, unit_id, basis, standing, mark) values (0, ${on}, ${id}, ${person}, ${unit}, 'expected', 'full', ${mark})`.execute(world.owner.db);
  }
  return id;
}

type Wish = Omit<Parameters<typeof computeFigure>[1], 'figure'>;

async function value(figure: string, wish: Wish): Promise<[number, number | null]> {
  const { value: found } = await computeFigure(ctx, { figure, ...wish });
  return [found.count, found.base];
}

async function parts(figure: string, wish: Wish & { by: string }) {
  const { items, total } = await breakdownAnswer(ctx, { figure, ...wish });
  return { total: [total.count, total.base], items: items.map(({ label, count, base }) => [label.vi, count, ...(base === null ? [] : [base])]) };
}

const inProvince = (wish: Partial<Wish> = {}) => ({ unit: provinces[0], ...year, ...wish });

describe('meetings held', () => {
  test('are those closed in the period, where the unit stood on their day', async () => {
    expect(await value('meetings.held', { unit: one, ...year })).toEqual([2, null]);
    expect(await value('meetings.held', { unit: merged, ...year })).toEqual([4, null]);
    expect(await value('meetings.held', inProvince())).toEqual([6, null]);
    expect(await value('meetings.held', { unit: old[0], ...year })).toEqual([1, null]);
    expect(await value('meetings.held', inProvince({ from: day('2026-11-05'), on: day('2026-11-19') }))).toEqual([2, null]);
    expect(await value('meetings.held', inProvince({ from: day('2026-11-06'), on: day('2026-11-18') }))).toEqual([0, null]);
  });

  test('on today’s boundaries count with what took the unit over, a cell that ended among them', async () => {
    expect(await value('meetings.held', { unit: merged, ...year, boundaries: 'today' })).toEqual([6, null]);
    expect(await parts('meetings.held', { unit: merged, ...year, boundaries: 'today', by: 'child' })).toEqual({ total: [6, null], items: [['Chi bộ 1', 2], ['Chi bộ 2', 1], ['Chi bộ 3', 2], ['Trực tiếp', 1]] });
  });

  test('add up by child, what the unit held itself apart', async () => {
    expect((await parts('meetings.held', { unit: merged, ...year, by: 'child' })).items).toEqual([['Chi bộ 1', 1], ['Chi bộ 2', 1], ['Chi bộ 3', 1], ['Trực tiếp', 1]]);
    expect((await parts('meetings.held', { ...inProvince(), by: 'child' })).items).toEqual([['Đảng bộ xã A', 1], ['Đảng bộ xã B', 1], ['Đảng bộ xã Mới', 4]]);
  });

  test.each([
    ['kind', [['Sinh hoạt thường kỳ', 4], ['Sinh hoạt chuyên đề', 1], ['Họp cấp ủy', 1]]],
    ['extended', [['Có mở rộng', 1], ['Không mở rộng', 5]]],
    ['level', [['Tốt', 1], ['Chưa chấm điểm', 5]]],
    ['length', [['Đủ thời gian quy định', 2], ['Ngắn hơn quy định', 2], ['Chưa ghi giờ bắt đầu hoặc kết thúc', 1], ['Không có quy định về thời gian', 1]]],
    ['late', [['Ghi sau ngày họp', 1], ['Ghi đúng ngày họp', 5]]],
  ])('are divided by %s', async (by, expected) => {
    const { items } = await parts('meetings.held', { ...inProvince(), by });
    expect(items.filter(([, count]) => count !== 0)).toEqual(expected);
  });

  test('have their minutes adopted in time by the rule, its last day included', async () => {
    expect(await value('meetings.minutesAdopted', inProvince())).toEqual([2, 6]);
    const { items } = await parts('meetings.minutesAdopted', { ...inProvince(), by: 'minutes' });
    expect(items).toEqual([['Thông qua đúng hạn', 2, 2], ['Thông qua muộn', 0, 1], ['Chưa thông qua', 0, 3]]);
    await build.rule({ key: 'meeting.minutesDays', value: 4, unit: 'day', scope: one, from: '2026-07-01' });
    expect(await value('meetings.minutesAdopted', inProvince())).toEqual([1, 6]);
    await sql`delete from rules where scope_unit_id = ${one}`.execute(world.owner.db);
  });
});

describe('attendance', () => {
  test('weighs each meeting by those expected and those who came', async () => {
    expect(await value('meetings.attendance', { unit: one, ...year })).toEqual([8, 10]);
    expect(await value('meetings.attendance', { unit: merged, ...year })).toEqual([10, 12]);
    expect(await value('meetings.attendance', inProvince())).toEqual([14, 19]);
    expect(await value('meetings.attendance', { unit: merged, ...year, boundaries: 'today' })).toEqual([14, 19]);
    expect(await value('meetings.attendance', inProvince({ filters: { kind: ['regular'] } }))).toEqual([12, 16]);
  });

  test('of meetings at which nobody was expected has no share', async () => {
    const answer = await computeFigure(ctx, { figure: 'meetings.attendance', ...inProvince(), filters: { kind: ['committee'] } });
    expect(answer.value).toEqual({ count: 0, base: 0, share: null });
  });

  test('adds up by child and by kind, in a series and in a tile', async () => {
    expect(await parts('meetings.attendance', { unit: merged, ...year, by: 'child' })).toEqual({ total: [10, 12], items: [['Chi bộ 1', 4, 5], ['Chi bộ 2', 4, 4], ['Chi bộ 3', 2, 3]] });
    const { items } = await parts('meetings.attendance', { ...inProvince(), by: 'kind' });
    expect(items.filter(([, , base]) => base !== 0)).toEqual([['Sinh hoạt thường kỳ', 12, 16], ['Sinh hoạt chuyên đề', 2, 3]]);
    const series = await seriesAnswer(ctx, { figure: 'meetings.attendance', unit: provinces[0], from: day('2026-03-01'), on: day('2026-11-20'), step: 'quarter' });
    expect(series.points.map(({ count, base }) => [count, base])).toEqual([[4, 7], [0, 0], [0, 0], [10, 12]]);
    const tiles = await severalAnswer(ctx, { unit: merged, figures: ['meetings.attendance'], on: year.on, boundaries: 'day', step: 'month', points: 2 });
    expect(tiles.items[0]).toMatchObject({ figure: { isWeighted: true }, value: { count: 10, base: 12 }, series: [{ count: 2, base: 3 }, { count: 8, base: 9 }] });
  });

  test('weighs within marks that overlap as well', async () => {
    const asked = await ask(ctx, { figure: 'meetings.attendance', unit: provinces[0], points: [{ from: year.from, to: year.on }], boundaries: 'day', filters: {} });
    const texts = { vi: 'dấu', en: 'mark' };
    const marks: Overlap = { kind: 'overlap', id: 'marks', title: texts, buckets: [{ code: 'some', label: texts, where: sql`x.absent > 0` }, { code: 'long', label: texts, where: sql`x.minutes > 60` }] };
    const found = await liveByDimension(ctx, asked, marks);
    expect(found.map(({ count, base }) => [count, base])).toEqual([[8, 12], [10, 13]]);
  });

  test('lists the meetings, not the people; the rest are those where somebody was missing', async () => {
    const listed = async (set: 'base' | 'rest') => recordsAnswer(ctx, { figure: 'meetings.attendance', unit: provinces[0], ...year, set, limit: 10 });
    const all = await listed('base');
    expect([all.total, all.items.length]).toEqual([6, 6]);
    expect(all.columns.slice(0, 2).map(({ id, link }) => [id, link])).toEqual([['day', 'meeting'], ['unit', 'unit']]);
    const rest = await listed('rest');
    expect(rest.items.map(({ values }) => [values['day'], values['unit'], values['expected'], values['came'], values['absent']])).toEqual([
      ['2026-11-03', 'Chi bộ 1', 5, 4, 1], ['2026-10-10', 'Chi bộ 3', 3, 2, 0], ['2026-03-25', 'Chi bộ 1', 5, 4, 1], ['2026-03-05', 'Chi bộ 4', 2, 0, 2],
    ]);
    expect(rest.items[3]!.links).toMatchObject({ day: rest.items[3]!.id, unit: four });
  });
});

describe('absence without leave', () => {
  test('is told in times and in people, each person once', async () => {
    expect(await value('meetings.absentWithoutLeave', inProvince())).toEqual([4, null]);
    expect(await value('meetings.absentWithoutLeave', { unit: merged, ...year })).toEqual([1, null]);
    expect(await value('meetings.absentees', inProvince())).toEqual([3, null]);
    expect(await value('meetings.absentees', { unit: merged, ...year })).toEqual([1, null]);
    const { items } = await parts('meetings.absentees', { ...inProvince(), by: 'times' });
    expect(items).toEqual([['1 lần', 2], ['2 lần', 1], ['3 lần trở lên', 0]]);
    expect((await parts('meetings.absentees', { ...inProvince(), by: 'child' })).items).toEqual([['Đảng bộ xã A', 0], ['Đảng bộ xã B', 2], ['Đảng bộ xã Mới', 1]]);
  });

  test('lists the meetings concerned, and the people with the last one missed', async () => {
    const meetings = await recordsAnswer(ctx, { figure: 'meetings.absentWithoutLeave', unit: provinces[0], ...year, set: 'count', limit: 10 });
    expect(meetings.total).toBe(3);
    const { items } = await recordsAnswer(ctx, { figure: 'meetings.absentees', unit: provinces[0], ...year, set: 'count', limit: 10 });
    expect(items.map(({ values }) => [values['person'], values['unit'], values['missed'], values['last'], values['times']])).toEqual([
      ['Nguyễn Văn An', 'Chi bộ 1', 2, '2026-11-03', 'twice'], ['Trần Thị Bình', 'Chi bộ 4', 1, '2026-03-05', 'once'], ['Lê Văn Cường', 'Chi bộ 4', 1, '2026-03-05', 'once'],
    ]);
    expect(items[0]!.links['person']).toBe(people[0]);
  });
});

test('heads count as often as they came to an extended meeting as guests', async () => {
  expect(await value('meetings.headsAttending', { unit: two, ...year })).toEqual([2, null]);
  expect(await value('meetings.headsAttending', { unit: one, ...year })).toEqual([0, null]);
  const { items } = await recordsAnswer(ctx, { figure: 'meetings.headsAttending', unit: provinces[0], ...year, set: 'count', limit: 10 });
  expect(items.map(({ values, links }) => [values['guest'], links['guest'], values['day'], values['unit']])).toEqual([
    ['Bùi Văn Trưởng', guest, '2026-11-19', 'Chi bộ 2'], ['Đỗ Thị Tổ', null, '2026-11-19', 'Chi bộ 2'],
  ]);
});

describe('cells', () => {
  test.each([
    ['cells.metMonth', '2026-11-02', [0, 3]], ['cells.metMonth', '2026-11-03', [1, 3]], ['cells.metMonth', '2026-11-20', [2, 3]], ['cells.metMonth', '2026-03-31', [2, 4]],
    ['cells.metThematic', '2026-10-09', [0, 3]], ['cells.metThematic', '2026-11-20', [1, 3]], ['cells.metThematic', '2026-09-30', [0, 3]],
    // The country's rule says the 25th; that of the merged commune the 3rd.
    ['cells.metOnTime', '2026-03-24', [1, 4]], ['cells.metOnTime', '2026-03-31', [2, 4]], ['cells.metOnTime', '2026-11-20', [1, 3]],
    ['cells.recording', '2026-06-22', [1, 4]], ['cells.recording', '2026-06-23', [0, 4]], ['cells.recording', '2026-11-20', [3, 3]],
  ])('%s on %s', async (figure, on, expected) => {
    expect(await value(figure, { unit: provinces[0], on: day(on) })).toEqual(expected);
  });

  test('are in time up to the due day itself, by the nearest rule', async () => {
    await build.rule({ key: 'meeting.regular.dueDay', value: 2, unit: 'dayOfMonth', scope: one, from: merger });
    expect(await value('cells.metOnTime', { unit: provinces[0], on: year.on })).toEqual([0, 3]);
    await sql`delete from rules where scope_unit_id = ${one}`.execute(world.owner.db);
  });

  test('are told one by one, by commune and by type, and where they stand today', async () => {
    expect(await value('cells.metMonth', { unit: two, on: year.on })).toEqual([1, 1]);
    expect((await parts('cells.metMonth', { unit: merged, on: year.on, by: 'child' })).items).toEqual([['Chi bộ 1', 1, 1], ['Chi bộ 2', 1, 1], ['Chi bộ 3', 0, 1]]);
    expect((await parts('cells.metMonth', { unit: provinces[0], on: day('2026-03-31'), by: 'child' })).items).toEqual([['Đảng bộ xã A', 1, 2], ['Đảng bộ xã B', 1, 2]]);
    const byType = await parts('cells.metMonth', { unit: merged, on: year.on, by: 'type' });
    expect(byType.items.filter(([, , base]) => base !== 0)).toEqual([[expect.any(String), 1, 2], [expect.any(String), 1, 1]]);
    expect(await value('cells.metMonth', { unit: merged, on: day('2026-03-31'), boundaries: 'today' })).toEqual([2, 4]);
  });

  test('are listed with the last meeting that they held by the day', async () => {
    const { items } = await recordsAnswer(ctx, { figure: 'cells.metMonth', unit: provinces[0], on: year.on, set: 'rest', limit: 10 });
    expect(items.map(({ values, links }) => [values['unit'], links['unit'], values['lastHeld']])).toEqual([['Chi bộ 3', three, '2026-10-10']]);
    expect(items[0]!.links['lastHeld']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test('members away are told by leave on each day', async () => {
  expect(await value('members.away', { unit: provinces[0], on: day('2026-05-31') })).toEqual([2, 3]);
  expect(await value('members.away', { unit: provinces[0], on: day('2026-06-01') })).toEqual([1, 3]);
  expect((await parts('members.away', { unit: provinces[0], on: day('2026-05-31'), by: 'leave' })).items).toEqual([
    ['Đi xa, có báo cáo', 0, 0], ['Đi xa, không xin phép', 1, 1], ['Đi xa, chưa ghi có xin phép hay không', 1, 1], ['Không đi xa', 0, 1],
  ]);
  const { items } = await recordsAnswer(ctx, { figure: 'members.away', unit: one, on: year.on, set: 'count', limit: 10 });
  expect(items.map(({ values }) => [values['person'], values['cell'], values['awaySince']])).toEqual([['Nguyễn Văn An', 'Chi bộ 1', '2026-05-01']]);
});

describe('reach', () => {
  const within = (actor: Actor) => contextFor(world, actor);

  test('hides a unit outside it, and counts a part as a part', async () => {
    const secretary = within(actorWith([{ role: 'cell_secretary', unitId: one }]));
    for (const figure of ['meetings.held', 'meetings.attendance', 'meetings.absentees', 'meetings.headsAttending', 'cells.metMonth', 'members.away']) {
      await expect(computeFigure(secretary, { figure, unit: merged, ...year })).rejects.toMatchObject({ code: 'platform.notFound' });
      await expect(recordsAnswer(secretary, { figure, unit: two, ...year, set: 'count', limit: 5 })).rejects.toMatchObject({ code: 'platform.notFound' });
    }
    const partly = within(actorWith([{ role: 'board_officer', unitId: merged, reach: 'unit' }, { role: 'board_officer', unitId: one }]));
    const answer = await computeFigure(partly, { figure: 'meetings.attendance', unit: merged, ...year });
    expect([answer.value.count, answer.value.base, answer.notes]).toEqual([4, 5, [{ kind: 'partial' }]]);
  });

  test.each([['meetings.attendance', 'meeting.read'], ['meetings.headsAttending', 'meeting.read'], ['cells.metMonth', 'meeting.read'], ['meetings.absentees', 'member.read']])('lists nothing of %s to who may not %s', async (figure, verb) => {
    const actor = actorWith([{ role: 'board_officer', unitId: provinces[0] }]);
    const without = { ...actor, grants: actor.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((held) => held !== verb)) })) };
    const answer = await recordsAnswer(within(without), { figure, unit: provinces[0], ...year, set: 'count', limit: 10 });
    expect([answer.total, answer.items]).toEqual([0, []]);
  });
});
