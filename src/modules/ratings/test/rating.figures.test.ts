/** Every number about ratings of a small land by hand: both bases, what stands on a day, the cap used, seasons in time; and what is told as due. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import { breakdownAnswer, compareAnswer, computeFigure, recordsAnswer, seriesAnswer, severalAnswer } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { openSeason } from '../server/rating.season.commands.ts';

let world: World;
let province: Id<'unit'>;
let communes: Id<'unit'>[];
let cell: Id<'unit'>;
let board: Ctx;
let office: Ctx;
let other: Ctx;
let season: Id<'ratingSeason'>;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  communes = [];
  for (let at = 1; at <= 12; at += 1) communes.push(await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${at}`, parent: province }));
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: communes[0]! });
  const people = [];
  for (const name of ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường']) {
    const person = await build.person({ name });
    await build.member(person, cell);
    people.push(person);
  }
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  office = contextFor(world, actorWith([{ role: 'office_officer', unitId: communes[0]! }]));
  other = contextFor(world, actorWith([{ role: 'office_officer', unitId: communes[1]! }]));
  const opened = await act(board, (ctx) => openSeason(ctx, { unitId: province, year: 2026, about: 'units', selfDueOn: day('2026-11-25'), appraisalDueOn: day('2026-11-28'), decisionDueOn: day('2026-11-30') }));
  season = opened.id;
  const levels = ['excellent', 'excellent', ...Array.from({ length: 9 }, () => 'good')];
  for (const [at, level] of levels.entries()) await decide(communes[at]!, level, at === 10 ? '2026-12-05' : '2026-11-18');
  await former({ unit: communes[0]!, level: 'good', year: 2025, on: '2025-12-28' });
  await former({ unit: cell, level: 'excellent', year: 2024, on: '2024-12-20' });
  await former({ unit: cell, person: people[0]!, level: 'excellent', year: 2025, on: '2025-12-20' });
  await former({ unit: cell, person: people[1]!, level: 'good', year: 2025, on: '2025-12-20' });
});
afterAll(() => world.close());

async function decide(unit: Id<'unit'>, level: string, on: string): Promise<void> {
  await sql`update ratings set decision = ${JSON.stringify({ level, document: '31-QĐ/TU', on })}::jsonb, level = ${level}, decided_on = ${on} where season_id = ${season} and unit_id = ${unit}`.execute(world.owner.db);
}

async function former({ unit, person = null, level, year, on }: { unit: Id<'unit'>; person?: Id<'person'> | null; level: string; year: number; on: string }): Promise<void> {
  await sql`insert into ratings (home_id, id, unit_id, decided_by_id, person_id, about, kind, year, decision, level, decided_on, version, recorded_at)
    values (0, ${newId(0)}, ${unit}, ${unit === cell ? communes[0]! : province}, ${person}, ${person ? 'members' : 'units'}, ${person ? 'member' : 'committee'}, ${year}, ${JSON.stringify({ level, document: '09-QĐ/ĐU', on })}::jsonb, ${level}, ${on}, 1, now())`.execute(world.owner.db);
}

const asked = (figure: string, unit: Id<'unit'>, on: string) => ({ figure, unit, from: day('2026-01-01'), on: day(on) });
const value = async (ctx: Ctx, figure: string, unit: Id<'unit'>, on = '2026-11-20') => {
  const { value: { count, base } } = await computeFigure(ctx, asked(figure, unit, on));
  return [count, base];
};
const parts = async (figure: string, unit: Id<'unit'>, by: string, on = '2026-11-20', ctx = board) => (await breakdownAnswer(ctx, { ...asked(figure, unit, on), by })).items.filter(({ count, base }) => count + (base ?? 0) > 0).map(({ code, count, base }) => [code, count, base]);

describe('organisations', () => {
  test('count with the rating that stands on the day; all of them and the rated ones are two bases', async () => {
    expect(await value(board, 'ratings.unitsRated', province)).toEqual([10, 13]);
    expect(await value(board, 'ratings.unitsHighest', province)).toEqual([2, 10]);
    expect(await parts('ratings.unitsRated', province, 'level')).toEqual([['excellent', 2, 2], ['good', 8, 8], ['none', 0, 3]]);
    expect(await parts('ratings.unitsRated', province, 'type')).toEqual([['commune_party', 10, 12], ['cell', 0, 1]]);
    expect(await value(board, 'ratings.unitsRated', communes[0]!, '2026-03-01')).toEqual([1, 2]);
    expect(await parts('ratings.unitsRated', communes[0]!, 'level', '2026-03-01')).toEqual([['good', 1, 1], ['none', 0, 1]]);
    expect(await value(board, 'ratings.unitsRated', communes[0]!, '2025-03-01')).toEqual([1, 2]);
  });

  test('of another commune are counted and listed for nobody who does not reach it', async () => {
    expect(await value(other, 'ratings.unitsRated', communes[1]!)).toEqual([1, 1]);
    await expect(value(other, 'ratings.unitsRated', communes[0]!)).rejects.toMatchObject({ code: 'platform.notFound' });
    const { items } = await recordsAnswer(office, { ...asked('ratings.unitsRated', communes[0]!, '2026-11-20'), set: 'count', limit: 50 });
    expect(items.map(({ values }) => [values.unit, values.level, values.document])).toEqual([['Đảng bộ xã 1', 'excellent', '31-QĐ/TU']]);
  });
});

describe('members', () => {
  test('count on all members and on those who were rated', async () => {
    expect(await value(office, 'ratings.membersRated', communes[0]!)).toEqual([2, 3]);
    expect(await value(office, 'ratings.membersHighest', cell)).toEqual([1, 2]);
    expect(await parts('ratings.membersRated', cell, 'level', '2026-11-20', office)).toEqual([['excellent', 1, 1], ['good', 1, 1], ['none', 0, 1]]);
  });
});

describe('what was decided on a member', () => {
  const told = (work: Promise<unknown>) => work.then(() => 'told', (error: { code?: string }) => error.code);
  const records = async (ctx: Ctx, unit: Id<'unit'>) => (await recordsAnswer(ctx, { ...asked('ratings.membersRated', unit, '2026-11-20'), set: 'base', limit: 50 })).items.map(({ values }) => [values.person, values.level]);

  test('is listed where it was decided and where the member is, for nobody above', async () => {
    const all = [['Nguyễn Văn An', 'excellent'], ['Trần Thị Bình', 'good'], ['Lê Văn Cường', 'none']];
    const secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
    expect((await records(office, communes[0]!)).toSorted()).toEqual(all.toSorted());
    expect((await records(secretary, cell)).toSorted()).toEqual(all.toSorted());
    for (const unit of [province, communes[0]!, cell]) expect(await records(board, unit)).toEqual([]);
  });

  test('is told by no number of few people: not as a value, filtered, in time, compared, nor among tiles', async () => {
    const wish = asked('ratings.membersRated', cell, '2026-11-20');
    for (const ctx of [board, contextFor(world, actorWith([{ role: 'office_officer', unitId: province }]))]) {
      expect(await told(computeFigure(ctx, wish))).toBe('figures.fewPeople');
      expect(await told(computeFigure(ctx, { ...wish, unit: province, filters: { level: ['excellent'] } }))).toBe('figures.fewPeople');
      expect(await told(breakdownAnswer(ctx, { ...wish, by: 'level' }))).toBe('figures.fewPeople');
      expect(await told(seriesAnswer(ctx, { ...wish, step: 'quarter' }))).toBe('figures.fewPeople');
      expect(await told(compareAnswer(ctx, { ...wish, before: day('2026-06-30'), limit: 10 }))).toBe('figures.fewPeople');
      const { items } = await severalAnswer(ctx, { unit: cell, figures: ['members', 'ratings.membersHighest'], boundaries: 'day', step: 'month', points: 2 });
      expect(items.map(({ figure }) => figure.id), 'the others are told').toEqual(['members']);
    }
  });

  test('is in no part of few people, nor in what the other parts leave of the sum', async () => {
    const build = buildIn(world);
    for (const [at, size] of [9, 11, 30].entries()) {
      const more = await build.unit({ kind: 'cell', name: `Chi bộ ${at + 2}`, parent: communes[0]! });
      for (let one = 0; one < size; one += 1) await build.member(await build.person(), more);
    }
    await build.derive();
    const wish = asked('ratings.membersRated', communes[0]!, '2026-11-20');
    const seen = async (ctx: Ctx, by: string) => { const { items, notes } = await breakdownAnswer(ctx, { ...wish, by }); return [items.map(({ label, base }) => [label.vi, base]), notes]; };
    expect(await seen(board, 'child')).toEqual([[['Chi bộ 3', 11], ['Chi bộ 4', 30]], [{ kind: 'fewPeople', least: 10 }]]);
    expect(await seen(office, 'child')).toEqual([[['Chi bộ 2', 9], ['Chi bộ 3', 11], ['Chi bộ 4', 30], ['Chi bộ thôn', 3]], []]);
    expect((await seen(board, 'level'))[0]).toEqual(expect.not.arrayContaining([['Chưa xếp loại', 51], ['Hoàn thành tốt nhiệm vụ', 1]]));
    expect(await compareAnswer(board, { ...wish, before: day('2026-06-30'), limit: 10 })).toMatchObject({ added: null, removed: null, unchanged: null });
  });
});

describe('a season', () => {
  test('counts on its last day of deciding: places taken of those that there are, and whether all was decided by then', async () => {
    expect(await value(board, 'ratings.capUse', province, '2026-11-20')).toEqual([0, 0]);
    expect(await value(board, 'ratings.capUse', province, '2026-12-31')).toEqual([2, 1]);
    expect(await value(board, 'ratings.seasonsInTime', province, '2026-12-31')).toEqual([0, 1]);
    const { items } = await recordsAnswer(board, { ...asked('ratings.seasonsInTime', province, '2026-12-31'), set: 'rest', limit: 50 });
    expect(items.map(({ values }) => [values.subjects, values.decided, values.late])).toEqual([[12, 11, 2]]);
    await sql`update rating_seasons set groups = jsonb_set(groups, '{0,override}', '{"rate": 0.25}') where id = ${season}`.execute(world.owner.db);
    expect(await value(board, 'ratings.capUse', province, '2026-12-31')).toEqual([2, 2]);
  });

  test('is told as due to whoever decides, a missing self-rating to whoever is to write it', async () => {
    const told = async (ctx: Ctx) => (await listAttention(ctx, attentionContract.list.input.parse({}))).items.filter(({ alert }) => alert.startsWith('rating.')).map(({ alert, unit, amount, dueOn }) => [alert, unit.name, amount, dueOn]);
    expect(await told(board)).toEqual([['rating.decisionDue', 'Đảng bộ tỉnh', 1, '2026-11-30'], ['rating.selfMissing', 'Đảng bộ xã 12', null, '2026-11-25']]);
    expect(await told(office)).toEqual([]);
    expect(await told(contextFor(world, actorWith([{ role: 'office_officer', unitId: communes[11]! }])))).toEqual([['rating.selfMissing', 'Đảng bộ xã 12', null, '2026-11-25']]);
  });
});
