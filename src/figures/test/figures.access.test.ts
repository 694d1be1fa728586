import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import type { Actor } from '../../platform/context.ts';
import { figures } from '../declared.ts';
import { breakdownAnswer, compareAnswer, computeFigure, flowAnswer, recordsAnswer, seriesAnswer, severalAnswer } from '../server/index.ts';
import { districtIn, type Place } from './place.ts';

const on = day('2022-08-09');
let world: World;
let place: Place;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  place = await districtIn(build);
  for (const { villages } of place.communes) {
    for (const { village, cell } of villages) {
      const person = await build.person();
      await build.member(person, cell);
      await build.tenure(person, await build.post(village, 'village_head'));
    }
  }
  await build.derive();
});
afterAll(() => world.close());

function contextOf(actor: Actor | undefined) {
  return contextFor(world, actor);
}

describe('a stranger', () => {
  test.each([
    ['nobody', undefined],
    ['a member with no reach', actorWith([{ role: 'member' }])],
    ['a system administrator', actorWith([{ role: 'system_administrator' }])],
  ])('(%s) finds no unit behind any figure', async (_, actor) => {
    const ctx = contextOf(actor);
    const unit = place.district.territory;
    for (const { id } of figures) await expect(computeFigure(ctx, { figure: id, unit, on })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(breakdownAnswer(ctx, { figure: 'heads', unit, on, by: 'child' })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(seriesAnswer(ctx, { figure: 'heads', unit, from: on, step: 'year' })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(recordsAnswer(ctx, { figure: 'heads', unit, on, set: 'base', limit: 10 })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(compareAnswer(ctx, { figure: 'heads', unit, before: on, limit: 10 })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(severalAnswer(ctx, { unit, figures: ['heads'], on, boundaries: 'day', step: 'month', points: 3 })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(flowAnswer(ctx, { unit, from: on, to: on, boundaries: 'day' })).rejects.toMatchObject({ kind: 'not_found' });
  });

  test('of another commune does not learn that a unit exists', async () => {
    const ctx = contextOf(actorWith([{ role: 'cell_secretary', unitId: place.communes[0].villages[0]!.cell }]));
    await expect(computeFigure(ctx, { figure: 'heads', unit: place.communes[1].territory, on })).rejects.toMatchObject({ code: 'platform.notFound' });
  });
});

describe('a reach that covers a part', () => {
  const partial = () => contextOf(actorWith([{ role: 'board_officer', unitId: place.merged.territory, reach: 'unit' }, { role: 'board_officer', unitId: place.communes[0].villages[1]!.village }]));

  test('counts only that part in every answer and says so', async () => {
    const ctx = partial();
    const unit = place.merged.territory;
    const now = day('2026-01-01');
    const value = await computeFigure(ctx, { figure: 'heads', unit, on: now });
    expect([value.value.count, value.notes]).toEqual([1, [{ kind: 'partial' }]]);
    const children = await breakdownAnswer(ctx, { figure: 'heads', unit, on: now, by: 'child' });
    expect(children.items.map(({ label, count }) => [label.vi, count])).toEqual([['Thôn Thượng 2', 1]]);
    const records = await recordsAnswer(ctx, { figure: 'heads', unit, on: now, set: 'base', limit: 10 });
    expect([records.total, records.items.length]).toEqual([1, 1]);
    const series = await seriesAnswer(ctx, { figure: 'heads', unit, from: day('2025-08-01'), on: now, step: 'month' });
    expect(series.points.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
    const compared = await compareAnswer(ctx, { figure: 'heads', unit, before: day('2025-08-01'), on: now, list: 'unchanged', limit: 10 });
    expect([compared.before.count, compared.unchanged, compared.records?.items.length]).toEqual([1, 1, 1]);
  });

  test('names no successor or counterpart that one may not read', async () => {
    const ctx = contextOf(actorWith([{ role: 'board_officer', unitId: place.merged.territory, reach: 'unit' }]));
    await expect(computeFigure(ctx, { figure: 'members', unit: place.merged.territory, on: day('2026-01-01') })).rejects.toMatchObject({ code: 'platform.forbidden' });
  });
});

test('the records are shown only where the subject’s own verb reaches, though the number counts', async () => {
  const actor = actorWith([{ role: 'board_officer', unitId: place.district.party }]);
  const withoutMembers = { ...actor, grants: actor.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'member.read')) })) };
  const answer = await recordsAnswer(contextOf(withoutMembers), { figure: 'members', unit: place.district.party, on, set: 'count', limit: 10 });
  expect([answer.total, answer.items]).toEqual([0, []]);
});

test('who took over above a dissolved unit still sees its figures of the past', async () => {
  const ctx = contextOf(actorWith([{ role: 'office_officer', unitId: place.merged.party }]));
  const answer = await computeFigure(ctx, { figure: 'members', unit: place.communes[0].party, on });
  expect([answer.value.count, answer.notes]).toEqual([3, []]);
});
