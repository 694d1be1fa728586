/** What the declared figures count where it is not obvious: reasons of the balance, norms, seats, posts held without a break. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn, type Build } from '../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Id } from '../../platform/ids.ts';
import { breakdownAnswer, computeFigure, flowAnswer, recordsAnswer } from '../server/index.ts';

let world: World;
let build: Build;
beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
});
afterAll(() => world.close());

async function ready(...units: Id<'unit'>[]): Promise<Ctx> {
  await build.derive();
  return contextFor(world, actorWith(units.map((unitId) => ({ role: 'board_officer', unitId }))));
}

describe('the balance of members', () => {
  test('names each way in and out, moves between the unit’s own cells being neither', async () => {
    const commune = await build.unit({ kind: 'commune_party' });
    const elsewhere = await build.unit({ kind: 'commune_party' });
    const [one, two] = [await build.unit({ kind: 'cell', parent: commune }), await build.unit({ kind: 'cell', parent: commune })];
    const moving = await build.unit({ kind: 'cell', parent: elsewhere });
    const leaving = await build.unit({ kind: 'cell', parent: commune });
    await build.move(moving, { hierarchy: 'party', parent: commune, on: '2022-07-01' });
    await build.move(leaving, { hierarchy: 'party', parent: elsewhere, on: '2022-08-01' });

    await build.member(await build.person(), one, { from: '2015-01-01' });
    await build.member(await build.person(), one, { from: '2022-03-01', inReason: 'admission' });
    await build.member(await build.person(), one, { admitted: '2010-01-01', from: '2022-03-01', inReason: 'transfer_in' });
    await build.member(await build.person(), one, { from: '2010-01-01', to: '2022-05-31', endReason: 'died', outReason: 'end' });
    await build.member(await build.person(), one, { from: '2010-01-01', to: '2022-12-31', endReason: 'expelled', outReason: 'end' });
    await build.member(await build.person(), one, { from: '2010-01-01', to: '2022-05-31', outReason: 'transfer_out' });
    await build.member(await build.person(), moving, { from: '2010-01-01' });
    await build.member(await build.person(), leaving, { from: '2010-01-01' });
    const insider = await build.person();
    const membership = await build.membership(insider, { from: '2010-01-01' });
    await build.placement({ person: insider, membership, cell: one, from: '2010-01-01', to: '2022-04-30', outReason: 'internal' });
    await build.placement({ person: insider, membership, cell: two, from: '2022-05-01', inReason: 'internal' });

    const ctx = await ready(commune, elsewhere);
    const year = { from: day('2022-01-01'), to: day('2022-12-31'), boundaries: 'day' } as const;
    const answer = await flowAnswer(ctx, { unit: commune, ...year });
    expect(answer).toMatchObject({ opening: 6, closing: 6 });
    expect(answer.ins.map(({ reason, count }) => [reason, count])).toEqual([['admission', 1], ['transfer_in', 1], ['boundary', 1]]);
    expect(answer.outs.map(({ reason, count }) => [reason, count])).toEqual([['died', 1], ['transfer_out', 1], ['boundary', 1]]);
    const cell = await flowAnswer(ctx, { unit: two, ...year });
    expect([cell.opening, cell.ins.map(({ label }) => label.vi), cell.closing]).toEqual([0, ['Chuyển từ chi bộ khác đến'], 1]);
    // Whoever was a member to the last day of the year left on the first of the next.
    const next = await flowAnswer(ctx, { unit: commune, from: day('2023-01-01'), to: day('2023-01-01'), boundaries: 'day' });
    expect(next.outs.map(({ reason }) => reason)).toEqual(['expelled']);
    const ends = await breakdownAnswer(ctx, { figure: 'members.ends', unit: commune, from: day('2022-01-01'), on: day('2023-12-31'), by: 'reason' });
    expect(ends.items.filter(({ count }) => count > 0).map(({ code, count }) => [code, count])).toEqual([['expelled', 1], ['died', 1]]);
  });

  test('on today’s boundaries knows no change of organisation', async () => {
    const commune = await build.unit({ kind: 'commune_party' });
    const cell = await build.unit({ kind: 'cell', parent: await build.unit({ kind: 'commune_party' }) });
    await build.move(cell, { hierarchy: 'party', parent: commune, on: '2022-07-01' });
    await build.member(await build.person(), cell, { from: '2010-01-01' });
    const ctx = await ready(commune);
    const answer = await flowAnswer(ctx, { unit: commune, from: day('2022-01-01'), to: day('2022-12-31'), boundaries: 'today' });
    expect(answer).toMatchObject({ opening: 1, ins: [], outs: [], closing: 1 });
  });
});

test('members are told apart by what they are on the day: full, exempt, away, placed elsewhere for a time', async () => {
  const cell = await build.unit({ kind: 'cell', type: 'agency' });
  const other = await build.unit({ kind: 'cell' });
  const [probationary, exempt, away] = [await build.person(), await build.person(), await build.person()];
  await build.member(probationary, cell, { from: '2022-01-01', recognised: '2023-01-01' });
  await build.member(exempt, cell, { admitted: '1972-01-01', from: '2000-01-01' });
  const membership = await build.member(away, cell, { admitted: '2008-08-10', from: '2008-08-10' });
  await build.exemption(exempt, { from: '2022-01-01', to: '2022-08-09' });
  await build.away(away, { from: '2022-01-01', withLeave: false });
  await build.placement({ person: away, membership, cell: other, kind: 'temporary', from: '2022-01-01', to: '2022-12-31' });
  const ctx = await ready(cell);
  const counts = async (by: string, on: string) =>
    (await breakdownAnswer(ctx, { figure: 'members', unit: cell, on: day(on), by })).items.filter(({ count }) => count > 0).map(({ code, count }) => [code, count]);
  expect(await counts('status', '2022-08-09')).toEqual([['full', 2], ['probationary', 1]]);
  expect(await counts('status', '2023-01-01')).toEqual([['full', 3]]);
  expect(await counts('marks', '2022-08-09')).toEqual([['exempt', 1], ['away', 1], ['awayWithoutLeave', 1], ['temporaryElsewhere', 1]]);
  expect(await counts('marks', '2023-01-01')).toEqual([['away', 1], ['awayWithoutLeave', 1]]);
  expect(await counts('partyAgeBand', '2018-08-09')).toEqual([['under10', 1], ['to49', 1]]);
  expect(await counts('partyAgeBand', '2018-08-10')).toEqual([['to19', 1], ['to49', 1]]);
});

test('a residential group is measured by the nearest norm in force on the day, and only where its households are known', async () => {
  const province = await build.unit({ kind: 'province' });
  const commune = await build.unit({ kind: 'commune', parent: province });
  const group = (households: number | undefined, type: 'to_dan_pho' | 'thon' = 'to_dan_pho') =>
    build.unit({ kind: 'village', type, parent: commune, properties: households === undefined ? {} : { households } });
  await group(120);
  await group(200);
  await group(800);
  await group(undefined);
  await group(10, 'thon');
  await build.rule({ key: 'residentialGroup.minHouseholds', value: 250, unit: 'household', scope: commune, from: '2023-01-01' });
  await build.rule({ key: 'residentialGroup.minHouseholds', value: 900, unit: 'household', scope: province, from: '2022-01-01' });
  const ctx = await ready(province);
  const value = async (figure: string, on: string) => (await computeFigure(ctx, { figure, unit: province, on: day(on) })).value;
  expect(await value('villages.belowNorm', '2018-01-01')).toMatchObject({ count: 0, base: 0 });
  expect(await value('villages.belowNorm', '2021-01-01')).toMatchObject({ count: 1, base: 3 });
  expect(await value('villages.belowNorm', '2022-06-01')).toMatchObject({ count: 3, base: 3 });
  expect(await value('villages.belowNorm', '2023-06-01')).toMatchObject({ count: 2, base: 3 });
  expect(await value('villages.aboveNorm', '2023-06-01')).toMatchObject({ count: 1, base: 3 });
});

test('a norm of a Party organisation holds in the territory that it leads', async () => {
  const province = await build.unit({ kind: 'province' });
  const commune = await build.unit({ kind: 'commune', parent: province });
  const party = await build.unit({ kind: 'commune_party' });
  await build.relation(party, 'leads', commune);
  await build.unit({ kind: 'village', type: 'to_dan_pho', parent: commune, properties: { households: 300 } });
  await build.rule({ key: 'residentialGroup.minHouseholds', value: 400, unit: 'household', scope: party, from: '2023-01-01' });
  const ctx = await ready(province);
  const below = async (on: string) => (await computeFigure(ctx, { figure: 'villages.belowNorm', unit: province, on: day(on) })).value;
  expect(await below('2022-12-31')).toMatchObject({ count: 0, base: 1 });
  expect(await below('2023-01-01')).toMatchObject({ count: 1, base: 1 });
});

test('a post of three seats with one tenure has two that are vacant, each a record', async () => {
  const cell = await build.unit({ kind: 'cell' });
  await build.tenure(await build.person(), await build.post(cell, 'committee_member', { seats: 3 }), { from: '2020-01-01' });
  const ctx = await ready(cell);
  const answer = await recordsAnswer(ctx, { figure: 'posts.vacancies', unit: cell, on: day('2021-01-01'), set: 'count', limit: 10 });
  expect([answer.total, answer.items.map(({ values }) => values['seat'])]).toEqual([2, [2, 3]]);
  expect((await computeFigure(ctx, { figure: 'posts.vacancies', unit: cell, on: day('2019-12-31') })).value).toEqual({ count: 3, base: 3, share: 100 });
});

test('re-election is no new stay in the post, a break is', async () => {
  const cell = await build.unit({ kind: 'cell' });
  const post = await build.post(cell, 'secretary');
  const person = await build.person();
  await build.tenure(person, post, { from: '2010-01-01', to: '2014-12-31' });
  await build.tenure(person, post, { from: '2015-01-01', to: '2019-12-31' });
  await build.tenure(person, post, { from: '2021-01-01' });
  const ctx = await ready(cell);
  const years = async (on: string) => (await breakdownAnswer(ctx, { figure: 'secretaries', unit: cell, on: day(on), by: 'yearsInPost' })).items.find(({ count }) => count > 0)?.code;
  expect([await years('2015-06-01'), await years('2019-12-31'), await years('2021-06-01')]).toEqual(['to9', 'to9', 'under1']);
  expect((await computeFigure(ctx, { figure: 'secretaries.new', unit: cell, on: day('2021-06-01') })).value.count).toBe(1);
});

test('units of every level under the asked one are counted by kind in its own tree, the unit itself not', async () => {
  const district = await build.unit({ kind: 'district_party' });
  const commune = await build.unit({ kind: 'commune_party', parent: district });
  for (let index = 0; index < 3; index += 1) await build.unit({ kind: 'cell', parent: commune });
  const ctx = await ready(district);
  const answer = await breakdownAnswer(ctx, { figure: 'units', unit: district, on: day('2022-01-01'), by: 'kind' });
  expect(answer.items.filter(({ count }) => count > 0).map(({ code, count }) => [code, count])).toEqual([['commune_party', 1], ['cell', 3]]);
  const byChild = await breakdownAnswer(ctx, { figure: 'units', unit: district, on: day('2022-01-01'), by: 'child' });
  expect(byChild.items.map(({ count }) => count)).toEqual([4]);
});

test('of whom nothing is recorded is not counted as having none', async () => {
  const commune = await build.unit({ kind: 'commune_party' });
  for (const properties of [{ ownOffice: true }, { ownOffice: false }, {}, { households: 40 }]) await build.unit({ kind: 'cell', parent: commune, properties });
  const ctx = await ready(commune);
  expect((await computeFigure(ctx, { figure: 'cells.ownOffice', unit: commune, on: day('2022-01-01') })).value).toEqual({ count: 1, base: 2, share: 50 });
  expect((await computeFigure(ctx, { figure: 'cells', unit: commune, on: day('2022-01-01') })).value.count).toBe(4);
});

test('a division that leads no territory counts over the villages that its cells lead, one of two cells once', async () => {
  const commune = await build.unit({ kind: 'commune' });
  const division = await build.unit({ kind: 'division_party' });
  const village = await build.unit({ kind: 'village', type: 'ap', parent: commune, properties: { ownOffice: true } });
  await build.unit({ kind: 'village', type: 'ap', parent: commune });
  for (let index = 0; index < 2; index += 1) await build.relation(await build.unit({ kind: 'cell', parent: division }), 'leads', village);
  const ctx = await ready(division);
  const answer = await computeFigure(ctx, { figure: 'villages.ownOffice', unit: division, on: day('2022-01-01') });
  expect(answer.value).toEqual({ count: 1, base: 1, share: 100 });
  expect(answer.notes).toMatchObject([{ kind: 'counterpart' }]);
});
