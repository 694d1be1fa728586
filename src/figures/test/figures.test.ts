import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn, type Build } from '../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import type { Ctx } from '../../platform/context.ts';
import { breakdownAnswer, compareAnswer, computeFigure, recordsAnswer, seriesAnswer, severalAnswer } from '../server/index.ts';
import { districtIn, type Place } from './place.ts';

const on = day('2022-08-09');
let world: World;
let build: Build;
let place: Place;
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
  place = await districtIn(build);
  await fillPosts();
  await build.derive();
  ctx = contextFor(world, actorWith([{ role: 'board_officer', unitId: place.province.party }]));
});
afterAll(() => world.close());

/** Commune Thượng: heads of villages 1 and 2 are members, that of 10 is not; the head of 1 is also cell secretary. */
async function fillPosts(): Promise<void> {
  const [upper, lower] = place.communes;
  for (const commune of [upper, lower]) {
    for (const [index, { village, cell, board }] of commune.villages.entries()) {
      const head = await build.person({ name: `Trần Thị ${'ABC'[index]!}`, sex: 'female', birth: `${1960 + index * 10}-05-01` });
      const secretary = await build.person({ sex: 'male', birth: '1990-01-01' });
      const deputy = await build.person();
      if (index < 2) await build.member(head, cell, { admitted: '2010-03-03', recognised: index === 0 ? '2011-03-03' : null });
      await build.member(secretary, cell, { admitted: '1980-02-03' });
      await build.tenure(head, await build.post(village, 'village_head'), { from: index === 2 ? '2022-01-01' : '2015-01-01' });
      await build.tenure(index === 0 ? head : secretary, await build.post(cell, 'secretary'));
      await build.tenure(deputy, await build.post(cell, 'deputy_secretary', { seats: 2 }));
      await build.tenure(deputy, await build.post(board, 'front_board_head'), { to: commune === upper ? '2030-01-01' : '2021-01-01' });
    }
  }
  const chair = await build.person();
  await build.tenure(chair, await build.post(upper.party, 'secretary'));
  await build.tenure(chair, await build.post(upper.government, 'peoples_committee_chair'));
  await build.tenure(await build.person(), await build.post(lower.government, 'peoples_committee_chair'));
}

describe('a value', () => {
  test('is shown with its base, the share and the base in words', async () => {
    const answer = await computeFigure(ctx, { figure: 'heads.notMembers', unit: place.district.territory, on });
    expect(answer.value).toEqual({ count: 2, base: 6, share: 33.3 });
    expect(answer.words).toEqual({
      vi: 'trong 6 trưởng thôn, tổ trưởng tổ dân phố đang giữ chức ngày 09/08/2022',
      en: 'of 6 heads of villages and residential groups in post on 9 Aug 2022',
    });
    expect(answer.notes).toEqual([]);
  });

  test.each([
    ['members', { count: 10, base: null, share: null }],
    ['cells', { count: 6, base: null, share: null }],
    ['units.communes', { count: 2, base: null, share: null }],
    ['heads', { count: 6, base: null, share: null }],
    ['heads.members', { count: 4, base: 6, share: 66.7 }],
    ['heads.secretaries', { count: 2, base: 6, share: 33.3 }],
    ['heads.new', { count: 2, base: 6, share: 33.3 }],
    ['secretaries', { count: 7, base: null, share: null }],
    ['villages.secretaryIsHead', { count: 2, base: 6, share: 33.3 }],
    ['villages.deputyIsFrontHead', { count: 3, base: 6, share: 50 }],
    ['communes.secretaryIsChair', { count: 1, base: 2, share: 50 }],
    ['holders.several', { count: 6, base: 18, share: 33.3 }],
    ['posts.vacancies', { count: 9, base: 33, share: 27.3 }],
  ])('of %s is counted from the records', async (figure, expected) => {
    const answer = await computeFigure(ctx, { figure, unit: place.district.territory, on });
    expect(answer.value).toEqual(expected);
  });

  test('is the same whether the committee or the territory that it leads is asked, and says so', async () => {
    const answer = await computeFigure(ctx, { figure: 'heads', unit: place.district.party, on });
    expect(answer.value.count).toBe(6);
    expect(answer.notes).toEqual([{ kind: 'counterpart', units: [{ id: place.district.territory, name: 'Huyện Mẫu' }] }]);
  });

  test('of a People’s Committee reaches the Party side over the territory that it governs', async () => {
    const answer = await computeFigure(ctx, { figure: 'members', unit: place.communes[0].government, on });
    expect(answer.value.count).toBe(5);
  });

  test('can be narrowed by a dimension', async () => {
    const probationary = await computeFigure(ctx, { figure: 'members', unit: place.district.party, on, filters: { status: ['probationary'] } });
    const women = await computeFigure(ctx, { figure: 'members', unit: place.district.party, on, filters: { status: ['probationary', 'full'], sex: ['female'] } });
    expect([probationary.value.count, women.value.count]).toEqual([2, 4]);
  });

  test('refuses a figure, a dimension and a bucket that do not exist', async () => {
    const unit = place.district.party;
    await expect(computeFigure(ctx, { figure: 'nothing', unit, on })).rejects.toMatchObject({ code: 'figures.unknown' });
    await expect(computeFigure(ctx, { figure: 'members', unit, on, filters: { colour: ['red'] } })).rejects.toMatchObject({ code: 'figures.unknownDimension' });
    await expect(computeFigure(ctx, { figure: 'members', unit, on, filters: { sex: ['red'] } })).rejects.toMatchObject({ code: 'figures.unknownBucket' });
  });
});

describe('a unit that does not stand on the day', () => {
  test('answers under its successors after its end, with a note that names them', async () => {
    const answer = await computeFigure(ctx, { figure: 'heads.notMembers', unit: place.district.territory, on: day('2025-07-02') });
    expect(answer.value).toMatchObject({ count: 2, base: 6 });
    expect(answer.notes).toEqual([
      { kind: 'dissolved', unit: { id: place.district.territory, name: 'Huyện Mẫu' }, on: '2025-06-30', units: [{ id: place.merged.territory, name: 'Xã Mới', share: 'part' }] },
    ]);
  });

  test('answers under its predecessors before its beginning, not under the district of which it took a part', async () => {
    const answer = await computeFigure(ctx, { figure: 'heads', unit: place.merged.territory, on });
    expect(answer.value.count).toBe(6);
    const note = answer.notes[0];
    expect(note).toMatchObject({ kind: 'notFounded', on: '2025-07-01' });
    expect(note?.kind === 'notFounded' && note.units.map(({ name }) => name).toSorted()).toEqual(['Xã Hạ', 'Xã Thượng']);
  });

  test('asked for a day of its life answers as then, whatever happened later', async () => {
    const answer = await computeFigure(ctx, { figure: 'heads.notMembers', unit: place.district.territory, on });
    expect(answer.value).toMatchObject({ count: 2, base: 6 });
  });

  test('on today’s boundaries counts the same people where their units stand today', async () => {
    const then = await computeFigure(ctx, { figure: 'members', unit: place.merged.party, on, boundaries: 'today' });
    const province = await computeFigure(ctx, { figure: 'members', unit: place.province.party, on, boundaries: 'today' });
    expect([then.value.count, province.value.count]).toEqual([10, 10]);
    const byChild = await breakdownAnswer(ctx, { figure: 'secretaries', unit: place.province.party, on, boundaries: 'today', by: 'child' });
    expect(byChild.items.map(({ label, count }) => [label.vi, count])).toEqual([['Đảng bộ xã Mới', 7]]);
  });
});

describe('a breakdown', () => {
  test('by child adds up to the total, with what lies directly under the unit apart', async () => {
    const answer = await breakdownAnswer(ctx, { figure: 'secretaries', unit: place.communes[0].party, on, by: 'child' });
    expect(answer.total.count).toBe(4);
    expect(answer.items.map(({ label, count }) => [label.vi, count])).toEqual([
      ['Chi bộ thôn Thượng 1', 1], ['Chi bộ thôn Thượng 2', 1], ['Chi bộ thôn Thượng 10', 1], ['Trực tiếp', 1],
    ]);
  });

  test('by child of a figure over all trees goes by place', async () => {
    const answer = await breakdownAnswer(ctx, { figure: 'posts.vacancies', unit: place.district.party, on, by: 'child' });
    expect(answer.items.map(({ label, count, base }) => [label.vi, count, base])).toEqual([['Xã Hạ', 6, 16], ['Xã Thượng', 3, 17]]);
  });

  test('by a dimension shows every bucket in its order', async () => {
    const answer = await breakdownAnswer(ctx, { figure: 'heads.members', unit: place.district.territory, on, by: 'ageBand' });
    expect(answer.items.map(({ code, count, base }) => [code, count, base])).toEqual([
      ['to30', 0, 0], ['to40', 0, 0], ['to50', 0, 2], ['to60', 2, 2], ['over60', 2, 2],
    ]);
  });

  test('of overlapping marks is told as such', async () => {
    const answer = await breakdownAnswer(ctx, { figure: 'members', unit: place.district.party, on, by: 'marks' });
    expect(answer.kind).toBe('overlap');
  });
});

test('a series answers each point as of its last day, successors included', async () => {
  const answer = await seriesAnswer(ctx, { figure: 'heads', unit: place.district.territory, from: day('2014-06-01'), on: day('2026-03-31'), step: 'year' });
  expect(answer.points.map(({ to, count }) => [to, count])).toEqual([
    ['2014-12-31', 0], ...[2015, 2016, 2017, 2018, 2019, 2020, 2021].map((year) => [`${year}-12-31`, 4]),
    ...[2022, 2023, 2024, 2025].map((year) => [`${year}-12-31`, 6]), ['2026-03-31', 6],
  ]);
});

test('two days compared list what was added, removed and left unchanged', async () => {
  const answer = await compareAnswer(ctx, { figure: 'heads', unit: place.district.territory, before: day('2020-01-01'), on, list: 'added', limit: 1 });
  expect(answer).toMatchObject({ before: { count: 4 }, after: { count: 6 }, added: 2, removed: 0, unchanged: 4 });
  expect(answer.records).toMatchObject({ total: 2, items: [{ values: { person: 'Trần Thị C', since: '2022-01-01' } }] });
  const rest = await compareAnswer(ctx, { figure: 'heads', unit: place.district.territory, before: day('2020-01-01'), on, list: 'added', limit: 1, cursor: answer.records!.next! });
  expect(rest.records?.items).toHaveLength(1);
  expect(rest.records?.next).toBeNull();
});

test('the records of a value are as many as it says, page by page, by given name', async () => {
  const names: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await recordsAnswer(ctx, { figure: 'heads.notMembers', unit: place.district.territory, on, set: 'rest', limit: 3, cursor });
    expect(page.total).toBe(4);
    names.push(...page.items.map(({ values }) => values['person']));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(names).toEqual(['Trần Thị A', 'Trần Thị A', 'Trần Thị B', 'Trần Thị B']);
});

test('tiles bring value, trend and the difference to another day at once', async () => {
  const answer = await severalAnswer(ctx, {
    unit: place.district.territory, figures: ['heads', 'heads.members', 'members.admissions'], on, compareWith: day('2020-01-01'), boundaries: 'day', step: 'month', points: 6,
  });
  expect(answer.items.map(({ value, compared, series }) => [value.count, compared?.count, series.length])).toEqual([[6, 4, 6], [4, 4, 6], [0, 0, 6]]);
});

describe('who holds several posts', () => {
  test('counts once, where the longest held post stands, with the posts that stand elsewhere', async () => {
    const [upper, lower] = place.communes;
    const asked = (unit: typeof upper.party) => computeFigure(ctx, { figure: 'holders.several', unit, on }).then(({ value }) => value);
    const before = { upper: await asked(upper.territory), lower: await asked(lower.territory) };
    const both = await build.person();
    await build.tenure(both, await build.post(upper.government, 'peoples_committee_vice_chair'), { from: '2010-01-01' });
    await build.tenure(both, await build.post(lower.government, 'peoples_committee_vice_chair'), { from: '2012-01-01' });
    await build.derive();
    expect(await asked(upper.territory)).toMatchObject({ count: before.upper.count + 1, base: before.upper.base! + 1 });
    expect(await asked(lower.territory)).toEqual(before.lower);
  });
});
