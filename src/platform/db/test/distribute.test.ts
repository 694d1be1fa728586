/**
 * Distribution: the plan by itself, and its execution against functions that stand in for those of Citus. What a real
 * cluster does with them is asked where CITUS_URL names one (test/guards/citus.test.ts).
 */
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { rows } from '../database.ts';
import { distribute, previewDistribution } from '../distribute.ts';
import { planDistribution, statementsOf, type ForeignKey } from '../distribution.plan.ts';
import { readRegistry, tablesAt, type Registry } from '../distribution.ts';
import { citusCalls, installFakeCitus } from './citus.fake.ts';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

test('the plan takes foreign keys out, moves references first, and ties local tables that point at references', () => {
  const registry: Registry = { orchards: 'reference', trees: 'distributed', apples: 'distributed', sheds: 'local', tools: 'local', notes: 'local' };
  const foreignKeys = [key('trees', 'orchards'), key('apples', 'trees'), key('sheds', 'orchards'), key('tools', 'sheds')];
  const steps = planDistribution({ registry, standing: {}, foreignKeys, missing: [], shards: 8 });
  expect(steps.flatMap(statementsOf)).toEqual([
    ...foreignKeys.map(({ table, name }) => `alter table "${table}" drop constraint "${name}"`),
    `select create_reference_table('public."orchards"')`,
    `select create_distributed_table('public."trees"', 'home_id', colocate_with => 'none', shard_count => 8)`,
    `select create_distributed_table('public."apples"', 'home_id', colocate_with => 'public."trees"')`,
    ...['orchards', 'trees', 'apples'].map((table) => `select truncate_local_data_after_distributing_table('public."${table}"')`),
    ...['sheds', 'tools'].map((table) => `select citus_add_local_table_to_metadata('public."${table}"')`),
    ...foreignKeys.map(({ table, name, definition }) => `alter table "${table}" add constraint "${name}" ${definition}`),
  ]);
});

test('what is in its place is left; a table that came later goes beside the others', () => {
  const registry: Registry = { orchards: 'reference', trees: 'distributed', apples: 'distributed' };
  const standing = { orchards: 'reference', trees: 'distributed' } as const;
  const steps = planDistribution({ registry, standing, foreignKeys: [key('trees', 'orchards'), key('apples', 'trees')], missing: [], shards: 8 });
  expect(steps.map(({ act }) => act)).toEqual(['dropKeys', 'distribute', 'free', 'addKey']);
  expect(statementsOf(steps[1]!)).toEqual([`select create_distributed_table('public."apples"', 'home_id', colocate_with => 'public."trees"')`]);
  expect(planDistribution({ registry, standing: { ...standing, apples: 'distributed' }, foreignKeys: [key('apples', 'trees')], missing: [], shards: 8 })).toEqual([]);
});

test('on PostgreSQL without Citus nothing happens, and it says so', async () => {
  const before = await foreignKeys();
  expect(await distribute(await order())).toEqual({ outcome: 'noCitus' });
  expect((await previewDistribution(await order())).hasCitus).toBe(false);
  expect(await foreignKeys()).toEqual(before);
});

test('every table of the registry is taken where it belongs, its rows counted, and every foreign key comes back', async () => {
  await fill();
  const before = await foreignKeys();
  const result = await distribute(await order());
  expect(result).toMatchObject({ outcome: 'done' });
  expect(result.outcome === 'done' && result.moved).toContainEqual({ table: 'people', rows: 2 });
  const calls = await citusCalls(world.owner.db);
  const registry = await readRegistry();
  expect(calls.filter((call) => call.startsWith('reference ')).toSorted()).toEqual(tablesAt(registry, 'reference').map((table) => `reference ${table}`).toSorted());
  expect(calls.filter((call) => call.startsWith('distribute ')).length).toBe(tablesAt(registry, 'distributed').length);
  expect(calls).toContain('join assignments');
  expect(calls).toContain('join sessions');
  expect(await foreignKeys()).toEqual(before);
  expect(await distribute(await order())).toEqual({ outcome: 'done', moved: [], steps: 0 });
});

test('a table that loses a row on its way is left as it was, and the next run goes on from there', async () => {
  await fill();
  const before = await foreignKeys();
  await sql.raw(`create trigger lost after insert on citus.pg_dist_partition for each row when (new.logicalrelid = 'public.people'::regclass) execute function citus.lose()`).execute(await loser());
  await expect(distribute(await order())).rejects.toThrow(/^people: 2 rows .* 1 rows/);
  expect(await rows(world.owner.db, sql`select from people`)).toHaveLength(2);
  expect(await foreignKeys()).not.toEqual(before);
  await sql`drop trigger lost on citus.pg_dist_partition`.execute(world.owner.db);
  expect(await distribute(await order())).toMatchObject({ outcome: 'done' });
  expect(await foreignKeys()).toEqual(before);
  expect((await citusCalls(world.owner.db)).filter((call) => call === 'reference units')).toHaveLength(1);
});

test('a row that changes on its way is noticed even though the count agrees', async () => {
  await fill();
  await sql.raw(`create or replace function citus.lose() returns trigger language plpgsql as 'begin update public.people set version = version + 1; return null; end'`).execute(await loser());
  await sql.raw(`create trigger lost after insert on citus.pg_dist_partition for each row when (new.logicalrelid = 'public.people'::regclass) execute function citus.lose()`).execute(world.owner.db);
  await expect(distribute(await order())).rejects.toThrow(/^people: 2 rows .* 2 rows/);
});

test('a structure that breaks a rule is refused before anything is touched', async () => {
  await installFakeCitus(world.owner.db);
  await sql`create table apples (id uuid)`.execute(world.owner.db);
  expect(await distribute(await order())).toEqual({ outcome: 'unfit', faults: [{ rule: 'everyTableRegistered', what: 'apples' }] });
  expect(await citusCalls(world.owner.db)).toEqual([]);
});

test('nodes that do not know their coordinator are refused', async () => {
  await installFakeCitus(world.owner.db);
  await sql`insert into citus.pg_dist_node values (1), (2)`.execute(world.owner.db);
  expect(await distribute(await order())).toEqual({ outcome: 'noCoordinator' });
});

async function order() {
  return { url: world.url, registry: await readRegistry(), shards: 8 };
}

async function fill(): Promise<void> {
  await installFakeCitus(world.owner.db);
  await sql`insert into homes (id, name) values (3, 'Tỉnh thử')`.execute(world.owner.db);
  const build = buildIn(world, 3);
  const commune = await build.unit({ kind: 'commune' });
  const cell = await build.unit({ kind: 'cell', parent: commune });
  for (const name of ['Nguyễn Văn An', 'Trần Thị Bình']) await build.member(await build.person({ name }), cell);
}

async function loser() {
  await sql.raw(`create function citus.lose() returns trigger language plpgsql as 'begin delete from public.people where full_name like ''Trần%''; return null; end'`).execute(world.owner.db);
  return world.owner.db;
}

function foreignKeys() {
  return rows(world.owner.db, sql<{ name: string; definition: string }>`select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace order by 1`);
}

function key(table: string, references: string): ForeignKey {
  return { name: `${table}_${references}_fkey`, table, references, definition: `FOREIGN KEY (x) REFERENCES ${references}(x)` };
}
