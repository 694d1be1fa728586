/** The sample as of the day on which it is loaded: what its accounts find, and that nothing of the cases changes by it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCases, operatorOf } from '../../../test/world/cases.ts';
import { act, actorWith, contextFor, type World } from '../../../test/world/world.ts';
import { caseContract } from '../../modules/cases/case.contract.ts';
import { dayOfMonth, findSamplePlaces, type SamplePlaces } from '../../modules/cases/server/index.ts';
import { meetingContract } from '../../modules/meetings/meeting.contract.ts';
import { membershipContract } from '../../modules/membership/membership.contract.ts';
import { ratingContract } from '../../modules/ratings/rating.contract.ts';
import { reviewContract } from '../../modules/reviews/review.contract.ts';
import { taskContract } from '../../modules/tasks/task.contract.ts';
import { figuresContract } from '../../figures/figures.contract.ts';
import { day } from '../../platform/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { verifyChains } from '../../platform/events.ts';
import { bringToToday } from '../sample.life.ts';
import { perform } from '../perform.ts';

let world: World;
let places: SamplePlaces;
let secretary: Ctx;
let member: Ctx;
let office: Ctx;
/** The day of loading of every world of tests. */
const today = day('2026-11-20');

beforeAll(async () => {
  world = await openCases();
  places = await findSamplePlaces(operatorOf(world));
  await act(operatorOf(world), bringToToday);
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: places.cellId }]));
  member = contextFor(world, actorWith([{ role: 'member' }], places.memberId));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: places.communeId }]));
});
afterAll(() => world.close());

const held = (ctx: Ctx) => perform(ctx, meetingContract.list, { unitId: places.cellId, state: ['closed', 'adopted'], limit: 100 });

describe('the cycle of review', () => {
  test('holds the committee of the commune with two points of the province, one of them answered, and reviews of leaders and members on their way', async () => {
    const [committee] = (await perform(office, reviewContract.list, { unitId: places.communeId, of: 'collectives' })).items;
    expect(committee).toMatchObject({ state: 'writing', suggested: 2, answered: 1, cycle: { title: 'Kiểm điểm năm 2026' } });
    const whole = await perform(office, reviewContract.review, { id: committee!.id });
    expect([...new Set(whole.suggestions.map(({ by }) => by.name))]).toEqual(['Đảng bộ tỉnh Phú Thọ']);
    expect(whole.sections.every(({ text }) => text.startsWith('Nội dung mẫu'))).toBe(true);
    const states = async (ctx: Ctx, unitId: SamplePlaces['cellId']) => new Set((await perform(ctx, reviewContract.list, { unitId, of: 'people', limit: 200 })).items.map(({ state }) => state));
    expect(await states(office, places.communeId)).toContain('concluded');
    expect([...(await states(secretary, places.cellId))].toSorted()).toEqual(['concluded', 'due', 'submitted', 'writing']);
    expect((await perform(member, reviewContract.ownList, {})).items).toMatchObject([{ state: 'due', suggested: 1 }]);
  });
});

describe('the secretary of the cell', () => {
  test('finds six months of meetings, held in time and noted on their days, the minutes of the last still to be adopted', async () => {
    const { items } = await held(secretary);
    const regular = items.filter(({ kind }) => kind === 'regular');
    expect(regular.map(({ on }) => on)).toEqual(['2026-11-05', '2026-10-05', '2026-09-05', '2026-08-05', '2026-07-05', '2026-06-05']);
    expect(regular.map(({ state }) => state)).toEqual(['closed', ...Array<string>(5).fill('adopted')]);
    expect(items.filter(({ kind }) => kind === 'thematic').map(({ on }) => on)).toEqual(['2026-11-17', '2026-08-17']);
    for (const { counts, isLate, level } of items) {
      expect(counts.expected).toBeGreaterThan(12);
      expect(counts.present).toBeLessThanOrEqual(counts.expected);
      expect([isLate, level]).toEqual([false, expect.any(String)]);
    }
    expect(regular.some(({ counts }) => counts.excused > 0)).toBe(true);
  });

  test('finds the next one called, with a paper and answers, one of them to be decided, and others planned', async () => {
    const { items } = await perform(secretary, meetingContract.list, { unitId: places.cellId, order: 'ahead', from: today });
    expect(items.map(({ on, kind, state }) => [on, kind, state])).toEqual([['2026-12-05', 'regular', 'invited'], ['2026-12-17', 'thematic', 'planned'], ['2027-01-05', 'regular', 'planned']]);
    const next = await perform(secretary, meetingContract.meeting, { id: items[0]!.id });
    expect(next.files.map(({ kind, name }) => [kind, name])).toEqual([['paper', 'Biên bản kỳ trước.docx']]);
    expect(next.roll.flatMap(({ answer }) => answer ?? []).toSorted()).toEqual(['coming', 'coming', 'coming', 'leave']);
    expect(next.roll.flatMap(({ leave }) => (leave ? [leave.decision] : []))).toEqual([null]);
  });

  test('finds tasks open, one of them late and one of the member, and earlier ones done', async () => {
    const { items } = await perform(secretary, taskContract.list, { unitId: places.cellId });
    const open = items.filter(({ state }) => state === 'open');
    expect(open.map(({ dueOn, isLate }) => [dueOn, isLate])).toEqual([['2026-11-17', true], ['2026-11-27', false], ['2026-12-06', false]]);
    expect(open[1]!.owner?.id).toBe(places.memberId);
    expect(items.filter(({ state }) => state === 'done')).toHaveLength(4);
  });

  test('has somebody away with leave to be called, who is not expected at the meetings since', async () => {
    const { items } = await perform(secretary, membershipContract.away, { unitId: places.cellId, isDue: 'true' });
    expect(items.map(({ personId, withLeave, contactDueOn }) => [personId, withLeave, contactDueOn])).toEqual([[places.leavingId, true, today]]);
    const [last] = (await held(secretary)).items;
    const { roll } = await perform(secretary, meetingContract.meeting, { id: last!.id });
    expect(roll.find(({ person }) => person.id === places.leavingId)).toMatchObject({ basis: 'away', mark: null });
  });
});

test('the office finds tasks that it gave: one very late, one late, one reported and not confirmed, one shared out among the cells', async () => {
  const { items } = await perform(office, taskContract.list, { askedBy: places.communeId, state: ['open'], limit: 200 });
  const { items: [whole] } = await perform(office, taskContract.list, { unitId: places.communeId, below: 'no', originKind: 'unit' });
  const { items: parts } = await perform(office, taskContract.list, { wholeId: whole!.id, limit: 200 });
  const own = items.filter(({ id }) => !parts.some((part) => part.id === id));
  expect(own.map(({ standing, isLate, isVeryLate }) => [standing, isLate, isVeryLate])).toEqual([['inWork', true, true], ['inWork', true, false], ['reported', false, false], ['inWork', false, false], ['assigned', false, false]]);
  const shared = await perform(office, taskContract.task, { id: whole!.id });
  expect(shared.parts!.count).toBe(items.length - own.length);
  expect(shared.progress).toBeGreaterThan(0);
});

test('the member finds the meetings to come with their paper, and where he was', async () => {
  const ahead = (await perform(member, meetingContract.ownAhead, {})).items;
  expect(ahead.map(({ on, papers }) => [on, papers.length])).toEqual([['2026-12-05', 1], ['2026-12-17', 0], ['2027-01-05', 0]]);
  const past = (await perform(member, meetingContract.ownPast, {})).items;
  expect(past.filter(({ mark }) => mark === 'present').length).toBeGreaterThan(5);
  expect(past.some(({ kind }) => kind === 'study')).toBe(true);
});

describe('the office of the commune', () => {
  const value = async (figure: string, wish: { from?: string; on: string }) => (await perform(office, figuresContract.value, { figure, unit: places.communeId, ...wish })).value;

  test('finds all cells but one met last month, some without their thematic meeting, and its committee', async () => {
    expect(await value('cells.metMonth', { on: '2026-10-31' })).toMatchObject({ count: 40, base: 40 });
    expect(await value('cells.metMonth', { on: '2026-11-20' })).toMatchObject({ count: 39, base: 40 });
    const thematic = await value('cells.metThematic', { on: '2026-11-20' });
    expect(thematic.count).toBeGreaterThan(10);
    expect(thematic.count).toBeLessThan(40);
    const { items } = await perform(office, meetingContract.list, { unitId: places.communeId, kind: 'committee', state: 'adopted' });
    expect(items.map(({ on }) => on)).toEqual(['2026-11-12', '2026-10-12', '2026-09-12', '2026-08-12', '2026-07-12', '2026-06-12']);
  });

  test('finds who studied a resolution in one sitting or the other', async () => {
    const { share, base } = await value('study.attendance', { from: '2026-01-01', on: '2026-11-20' });
    expect(base).toBeGreaterThan(400);
    expect(share).toBeGreaterThan(95);
    expect(share).toBeLessThan(100);
  });
});

test('the office finds the seasons of its cells and its members under way: some told, some proposed, a condition not met, nothing decided; the member rates himself', async () => {
  const { items: seasons } = await perform(office, ratingContract.seasons, { unitId: places.communeId, year: 2026, limit: 10 });
  expect(seasons.filter(({ unit }) => unit.id === places.communeId).map(({ about, closedOn }) => [about, closedOn]).toSorted()).toEqual([['members', null], ['units', null]]);
  for (const { id, unit } of seasons) {
    if (unit.id !== places.communeId) continue;
    const { items } = await perform(office, ratingContract.list, { seasonId: id, limit: 500 });
    expect(items.map(({ state }) => state)).toEqual(expect.arrayContaining(['waitingSelf', 'waitingAppraisal', 'waitingDecision']));
    expect(items.some(({ state, gates }) => state === 'waitingDecision' && gates.some((gate) => gate.state === 'failed'))).toBe(true);
    expect(items.filter(({ state }) => state === 'decided')).toEqual([]);
  }
  expect((await perform(member, ratingContract.ownOpen, {})).items).toMatchObject([{ year: 2026, self: null, may: ['rating.rateOwn'] }]);
});

test('the figures of the cases are what they were, and the log is whole', async () => {
  const { items } = await perform(operatorOf(world), caseContract.list, {});
  expect(items.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(await verifyChains(world.db, operatorOf(world).keys)).toEqual([]);
  const { rows } = await sql<{ count: number }>`select count(*) as count from meetings where held_on between '2022-08-10' and '2026-04-30'`.execute(world.owner.db);
  expect(rows[0]!.count).toBe(0);
});

test.each([['2026-11-20', -1, 5, '2026-10-05'], ['2026-01-31', -1, 12, '2025-12-12'], ['2026-12-05', 1, 5, '2027-01-05']])('a day of the month: from %s by %i months on the %i is %s', (from, months, on, expected) => {
  expect(dayOfMonth(day(from), { months, on })).toBe(expected);
});
