import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Actor } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { listLately } from '../server/lately.reads.ts';

const asOf = day('2024-03-31');
let world: World;
let place: Record<'commune' | 'one' | 'other', Id<'unit'>>;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Thử' });
  const one = await build.unit({ kind: 'cell', name: 'Chi bộ Một', parent: commune });
  const other = await build.unit({ kind: 'cell', name: 'Chi bộ Hai', parent: commune, from: '2024-03-01' });
  await build.unit({ kind: 'cell', name: 'Chi bộ Cũ', parent: commune, to: '2024-02-29' });
  const division = await build.unit({ kind: 'division_party', name: 'Đảng bộ bộ phận', parent: commune });
  await build.move(one, { hierarchy: 'party', parent: division, on: '2024-02-15' });
  const secretary = await build.person({ name: 'Lê Thị Bí Thư' });
  await build.member(secretary, one, { from: '2020-01-01', inReason: 'initial' });
  await build.tenure(secretary, await build.post(one, 'secretary'), { from: '2024-03-10' });
  const joined = await build.person({ name: 'Trần Văn Mới' });
  await build.member(joined, other, { from: '2024-03-19', inReason: 'admission' });
  const left = await build.person({ name: 'Phạm Văn Đi' });
  await build.member(left, other, { from: '2024-03-01', to: '2024-03-20', inReason: 'initial', endReason: 'removed', outReason: 'end' });
  const before = await build.person({ name: 'Võ Văn Xưa' });
  await build.member(before, one, { from: '2023-01-01', inReason: 'admission' });
  await build.derive();
  place = { commune, one, other };
});
afterAll(() => world.close());

function lately(actor: Actor | undefined, more: { under?: Id<'unit'>; cursor?: string; limit?: number } = {}) {
  return listLately(contextFor(world, actor), { asOf, limit: 50, ...more });
}

const told = (items: Awaited<ReturnType<typeof lately>>['items']) => items.map(({ on, kind, unit, person }) => [on, kind, unit.name, person?.name]);

const all = [
  ['2024-03-20', 'member.left', 'Chi bộ Hai', 'Phạm Văn Đi'],
  ['2024-03-19', 'member.joined', 'Chi bộ Hai', 'Trần Văn Mới'],
  ['2024-03-10', 'tenure.began', 'Chi bộ Một', 'Lê Thị Bí Thư'],
  ['2024-03-01', 'unit.founded', 'Chi bộ Hai', undefined],
  ['2024-02-29', 'unit.dissolved', 'Chi bộ Cũ', undefined],
  ['2024-02-15', 'unit.moved', 'Chi bộ Một', undefined],
];

describe('what changed lately', () => {
  test('is told newest first, for sixty days, without the first entry of lists', async () => {
    const { from, to, items } = await lately(actorWith([{ role: 'office_officer', unitId: place.commune }]));
    expect([from, to]).toEqual(['2024-02-01', '2024-03-31']);
    expect(told(items)).toEqual(all);
    expect(items[0]?.reason).toBe('removed');
    expect(items.at(-1)?.into?.name).toBe('Đảng bộ bộ phận');
  });

  test('is paged by key without gap or repetition', async () => {
    const actor = actorWith([{ role: 'office_officer', unitId: place.commune }]);
    const seen = [];
    let cursor: string | undefined;
    do {
      const page = await lately(actor, { limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(told(seen)).toEqual(all);
  });

  test('narrows to a unit', async () => {
    const { items } = await lately(actorWith([{ role: 'office_officer', unitId: place.commune }]), { under: place.one });
    expect(told(items)).toEqual([all[2], all[5]]);
  });
});

describe('nobody learns what lies outside his reach', () => {
  test.each([
    ['nobody', undefined],
    ['a member with the own record alone', actorWith([{ role: 'member' }])],
    ['a system administrator', actorWith([{ role: 'system_administrator' }])],
  ])('%s is told nothing', async (_, actor) => {
    expect((await lately(actor)).items).toEqual([]);
  });

  test('a secretary is told of the own cell only, and asking for another unit gives nothing', async () => {
    const actor = actorWith([{ role: 'cell_secretary', unitId: place.one }]);
    const { items } = await lately(actor);
    expect(told(items)).toEqual([all[2], all[5]]);
    expect(items[1]?.into).toBeNull();
    expect((await lately(actor, { under: place.other })).items).toEqual([]);
  });

  test('a verb that is missing hides its kind', async () => {
    const actor = actorWith([{ role: 'office_officer', unitId: place.commune }]);
    const withoutMembers = { ...actor, grants: actor.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'member.read')) })) };
    expect(told((await lately(withoutMembers)).items)).toEqual(all.slice(2));
  });
});
