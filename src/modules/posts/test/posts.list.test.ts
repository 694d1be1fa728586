/** Lists of posts of provinces large enough to be walked by name: the same posts in the same order, whatever the plan. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { UnitId } from '../../units/unit.ts';
import type { PostKind } from '../post.kinds.ts';
import { listPosts } from '../server/post.reads.ts';

let world: World;
let first: UnitId;
let second: UnitId;

beforeAll(async () => {
  world = await openWorld();
  first = await buildProvince(1);
  second = await buildProvince(2);
  const build = buildIn(world, 1);
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Bình Sơn', parent: first });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn Ấm', parent: commune });
  await build.post(cell, 'secretary');
  await build.post(commune, 'deputy_secretary');
  await build.move(commune, { hierarchy: 'party', parent: second, on: '2025-07-01' });
  await build.derive();
}, 120_000);
afterAll(() => world.close());

async function buildProvince(home: number): Promise<UnitId> {
  await sql`insert into homes (id, name) values (${home}, ${`Tỉnh ${home}`})`.execute(world.owner.db);
  const party = await buildIn(world, home).unit({ kind: 'provincial_party', name: `Đảng bộ tỉnh ${home}` });
  const ids = Array.from({ length: 420 }, () => newId<'unit'>(home));
  const posts = Array.from({ length: 840 }, () => newId<'post'>(home));
  const names = ids.map((_, at) => ['Chi bộ thôn Đông', 'Chi bộ thôn Doanh', 'Chi bộ thôn An'][at % 3]!);
  await sql`insert into units (id, home_id, created_at) select id, ${home}, now() from unnest(${ids}::uuid[]) id`.execute(world.owner.db);
  await sql`insert into unit_versions (id, unit_id, valid, name, name_key, exact_key, kind, properties)
    select gen_random_uuid(), u.id, '[2000-01-01,)', u.name, lower(u.name), lower(u.name), 'cell', '{}' from unnest(${ids}::uuid[], ${names}::text[]) u(id, name)`.execute(world.owner.db);
  await sql`insert into unit_parents (id, unit_id, hierarchy, parent_id, valid) select gen_random_uuid(), id, 'party', ${party}, '[2000-01-01,)' from unnest(${ids}::uuid[]) id`.execute(world.owner.db);
  await sql`insert into posts (id, unit_id, kind, seats, valid) select p.id, (${ids}::uuid[])[(p.at + 1) / 2], case when p.at % 2 = 0 then 'secretary' else 'deputy_secretary' end, 1, '[2000-01-01,)'
    from unnest(${posts}::uuid[]) with ordinality p(id, at)`.execute(world.owner.db);
  return party;
}

async function listed(ctx: Ctx, asked: { kind?: PostKind[]; unitId?: UnitId; asOf?: string } = {}): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const { asOf, ...others } = asked;
    const page = await listPosts(ctx, { ...others, ...(asOf ? { asOf: day(asOf) } : {}), limit: 90, cursor });
    found.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}

/** Posts of all units that stood under one on the day, by name, unit and rank, read plainly. */
async function below(root: UnitId, { asOf = '2026-11-20', kind }: { asOf?: string; kind?: readonly PostKind[] } = {}): Promise<string[]> {
  const found = await rows(world.owner.db, sql<{ id: string }>`
    with recursive tree(id) as (select ${root}::uuid union select p.unit_id from tree t join unit_parents p on p.parent_id = t.id and p.valid @> ${asOf}::date)
    select o.id from tree t join unit_versions v on v.unit_id = t.id and v.valid @> ${asOf}::date join posts o on o.unit_id = t.id
    where ${kind ? sql`o.kind = any(${[...kind]}::text[])` : sql`true`} order by v.name collate vietnamese, v.unit_id, o.kind desc, o.id`);
  return found.map(({ id }) => id);
}

const officerOf = (...unitIds: UnitId[]) => contextFor(world, actorWith(unitIds.map((unitId) => ({ role: 'board_officer', unitId }))));

test('an officer of a province is shown its posts, those of a unit from another home among them, page after page', async () => {
  expect(await listed(officerOf(second))).toEqual(await below(second));
  expect(await listed(officerOf(first))).toEqual(await below(first));
});

test('posts of a kind too', async () => {
  for (const kind of [['secretary'], ['deputy_secretary'], ['deputy_secretary', 'secretary']] satisfies PostKind[][]) {
    expect(await listed(officerOf(second), { kind })).toEqual(await below(second, { kind }));
  }
});

test('under a unit, on a day: as far as it is within reach today', async () => {
  expect(await listed(officerOf(first, second), { unitId: first, asOf: '2015-01-01' })).toEqual(await below(first, { asOf: '2015-01-01' }));
  expect(await listed(officerOf(first, second), { unitId: second, kind: ['secretary'] })).toEqual(await below(second, { kind: ['secretary'] }));
});
