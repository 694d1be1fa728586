/**
 * Two provinces large enough that their lists are walked home by home, in the order of names. Whatever the plan, the same
 * units are found in the same order, page after page; the oracle reads parents and versions plainly, and sorts.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { UnitKind } from '../unit.kinds.ts';
import type { UnitId } from '../unit.ts';
import { planUnits } from '../server/unit.plan.ts';
import { listUnits } from '../server/unit.reads.ts';

let world: World;
let first: UnitId;
let second: UnitId;
let handedOver: UnitId;
let narrow: UnitId;

const today = day('2026-11-20');

beforeAll(async () => {
  world = await openWorld();
  first = await buildProvince(1);
  second = await buildProvince(2);
  const build = buildIn(world, 1);
  handedOver = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Bình Sơn', parent: first });
  narrow = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Lãng Công', parent: first });
  for (const name of ['Chi bộ thôn Ấm', 'Chi bộ thôn Ban', 'Chi bộ thôn Bản']) await build.unit({ kind: 'cell', name, parent: handedOver });
  for (const name of ['Chi bộ thôn Đá', 'Chi bộ thôn Da']) await build.unit({ kind: 'cell', name, parent: narrow });
  await build.move(handedOver, { hierarchy: 'party', parent: second, on: '2025-07-01' });
  await build.derive();
}, 120_000);
afterAll(() => world.close());

async function buildProvince(home: number): Promise<UnitId> {
  await sql`insert into homes (id, name) values (${home}, ${`Tỉnh ${home}`})`.execute(world.owner.db);
  const party = await buildIn(world, home).unit({ kind: 'provincial_party', name: `Đảng bộ tỉnh ${home}` });
  const ids = Array.from({ length: 450 }, () => newId<'unit'>(home));
  const names = ids.map((_, at) => ['Chi bộ thôn Đông', 'Chi bộ thôn Doanh', 'Chi bộ thôn Ân', 'Chi bộ thôn An'][at % 4]! + (at % 9 === 0 ? '' : ` ${at % 11}`));
  const kinds = ids.map((_, at) => (at % 5 === 0 ? 'mass_organisation' : 'cell'));
  await sql`insert into units (id, home_id, created_at) select id, ${home}, now() from unnest(${ids}::uuid[]) id`.execute(world.owner.db);
  await sql`insert into unit_versions (id, unit_id, valid, name, name_key, exact_key, kind, properties)
    select gen_random_uuid(), u.id, case when u.at % 50 = 0 then '[2000-01-01,2020-01-01)' else '[2000-01-01,)' end::daterange, u.name, lower(u.name), lower(u.name), u.kind, '{}'
    from unnest(${ids}::uuid[], ${names}::text[], ${kinds}::text[]) with ordinality u(id, name, kind, at)`.execute(world.owner.db);
  await sql`insert into unit_parents (id, unit_id, hierarchy, parent_id, valid)
    select gen_random_uuid(), unit_id, 'party', ${party}, valid from unit_versions where unit_id = any(${ids}::uuid[])`.execute(world.owner.db);
  return party;
}

function officerOf(...unitIds: UnitId[]): Ctx {
  return contextFor(world, actorWith(unitIds.map((unitId) => ({ role: 'board_officer', unitId }))));
}

async function listed(ctx: Ctx, asked: { under?: UnitId; kind?: UnitKind[]; asOf?: string } = {}): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const { asOf, ...others } = asked;
    const page = await listUnits(ctx, { ...others, ...(asOf ? { asOf: day(asOf) } : {}), limit: 40, cursor });
    found.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}

/** Everything below the units through parents of the day, read plainly. */
async function below(roots: readonly UnitId[], { asOf = today, kind }: { asOf?: string; kind?: readonly UnitKind[] } = {}): Promise<string[]> {
  const found = await rows(world.owner.db, sql<{ id: string }>`
    with recursive tree(id) as (select unnest(${[...roots]}::uuid[]) union select p.unit_id from tree t join unit_parents p on p.parent_id = t.id and p.valid @> ${asOf}::date)
    select v.unit_id as id from tree t join unit_versions v on v.unit_id = t.id and v.valid @> ${asOf}::date
    where ${kind ? sql`v.kind = any(${[...kind]}::text[])` : sql`true`} order by v.name collate vietnamese, v.unit_id`);
  return found.map(({ id }) => id);
}

test('an officer of a province is shown all of it in the order of names, those from the other home among them', async () => {
  const found = await listed(officerOf(second));
  expect(found).toContain(handedOver);
  expect(found).toEqual(await below([second]));
  expect(await listed(officerOf(first))).toEqual(await below([first]));
});

test('kinds are walked one by one and stand in one order', async () => {
  for (const kind of [['cell'], ['cell', 'cell'], ['mass_organisation'], ['cell', 'commune_party'], ['cell', 'mass_organisation', 'commune_party', 'provincial_party']] satisfies UnitKind[][]) {
    expect(await listed(officerOf(second), { kind })).toEqual(await below([second], { kind }));
  }
});

test('under a unit, as of a day: what stood under it then, as far as it is within reach today', async () => {
  const both = officerOf(first, second);
  expect(await listed(both, { under: first })).toEqual(await below([first]));
  expect(await listed(both, { under: second, asOf: '2015-01-01' })).toEqual(await below([second], { asOf: '2015-01-01' }));
  expect(await listed(both, { under: handedOver, kind: ['cell'] })).toEqual(await below([handedOver], { kind: ['cell'] }));
  const before = await below([first], { asOf: '2015-01-01' });
  const withinReach = await reached(first);
  expect(await listed(officerOf(first), { under: first, asOf: '2015-01-01' })).toEqual(before.filter((id) => withinReach.has(id)));
});

async function reached(root: UnitId): Promise<Set<string>> {
  const found = await rows(world.owner.db, sql<{ id: string }>`select descendant_id as id from unit_closure where hierarchy = 'reach' and ancestor_id = ${root} and valid @> ${today}::date`);
  return new Set(found.map(({ id }) => id));
}

test('one large province and a single unit of another are walked and gathered at once', async () => {
  const mixed = officerOf(second, narrow);
  const plan = await planUnits(mixed, { verb: 'unit.read', under: undefined, on: today, kinds: [] });
  expect(plan).toEqual({ walks: [{ home: 2, kind: undefined }], gathered: [1] });
  expect(await listed(mixed)).toEqual(await below([second, narrow]));
});

test('a small place is gathered, and nothing outside it is named', async () => {
  expect(await planUnits(officerOf(narrow), { verb: 'unit.read', under: undefined, on: today, kinds: [] })).toEqual({ walks: [], gathered: 'all' });
  expect(await listed(officerOf(narrow))).toEqual(await below([narrow]));
  expect(await listed(officerOf(narrow), { under: first })).toEqual(await below([narrow]));
});
