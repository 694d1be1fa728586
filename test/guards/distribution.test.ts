/**
 * The rules that let the database be spread over machines (docs/scaling.md), held against the catalogues of a migrated
 * database, the texts of the migrations and the sources. Each rule is broken once to see that it would be noticed.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../src/platform/db/database.ts';
import { readRegistry, tablesAt, type Registry } from '../../src/platform/db/distribution.ts';
import { findDistributionFaults, type DistributionFault, type DistributionRule } from '../../src/platform/db/distribution.rules.ts';
import { listMigrations } from '../../src/platform/db/migrate.ts';
import { openWorld, type World } from '../world/world.ts';
import { beginsTransaction, faultsOfMigration, movesOfHome, reliesOnSession, writesWithoutHome } from './migration.text.ts';

const sources = join(import.meta.dirname, '../../src');

let world: World;
let registry: Registry;

beforeAll(async () => {
  world = await openWorld();
  registry = await readRegistry();
});
afterAll(() => world.close());

describe('the migrated database', () => {
  test('keeps every rule', async () => {
    expect(await findDistributionFaults(world.owner.db, registry)).toEqual([]);
  });

  const planted: readonly (readonly [DistributionRule, what: string, statement: string, said?: Registry])[] = [
    ['everyTableRegistered', 'apples', 'create table apples (id uuid)'],
    ['nothingElseRegistered', 'pears', 'select 1', { pears: 'local' }],
    ['homeOnEveryRow', 'apples', 'create table apples (id uuid primary key)', { apples: 'distributed' }],
    ['homeOnEveryRow', 'apples', 'create table apples (home_id smallint, id uuid)', { apples: 'distributed' }],
    ['homeOnEveryRow', 'apples', 'create table apples (home_id integer not null, id uuid)', { apples: 'distributed' }],
    ['keyPerTable', 'apples', 'create table apples (home_id smallint not null)', { apples: 'distributed' }],
    ['homeFirstInKeys', 'apples_pkey', 'create table apples (home_id smallint not null, id uuid, constraint apples_pkey primary key (id, home_id))', { apples: 'distributed' }],
    ['homeFirstInKeys', 'people_name_once', 'create unique index people_name_once on people (full_name)'],
    ['homeFirstInKeys', 'people_sorted_once', 'alter table people add constraint people_sorted_once unique (sort_key, home_id)'],
    ['homeFirstInKeys', 'tenures_one_holder', 'alter table tenures add constraint tenures_one_holder exclude using gist (post_id with =, valid with &&)'],
    ['homeFirstInKeys', 'tenures_other_home', 'alter table tenures add constraint tenures_other_home exclude using gist (home_id with <>, valid with &&)'],
    ['homeInForeignKeys', 'tenures_stray_fkey', 'create table apples (home_id smallint not null, id uuid, constraint apples_pkey primary key (home_id, id), constraint apples_turned unique (id, home_id)); alter table tenures add constraint tenures_stray_fkey foreign key (post_id, home_id) references apples (id, home_id)', { apples: 'distributed' }],
    ['noForeignKeyAcross', 'post_acts_person_fkey', 'alter table post_acts add column home_id smallint; alter table post_acts add constraint post_acts_person_fkey foreign key (home_id, person_id) references people (home_id, id)'],
    ['noForeignKeyAcross', 'people_account_fkey', 'alter table people add column account_id uuid; alter table people add constraint people_account_fkey foreign key (account_id) references accounts (id)'],
    ['noSetNullOfHome', 'tenures_loose_fkey', 'alter table tenures add constraint tenures_loose_fkey foreign key (home_id, person_id) references people (home_id, id) on delete set null'],
    ['noTriggers', 'people.touched', "create function touched() returns trigger language plpgsql as 'begin return new; end'; create trigger touched before update on people for each row execute function touched()"],
    ['noVolatileDefaults', 'people.token', 'alter table people add column token uuid default gen_random_uuid()'],
    ['noVolatileDefaults', 'people.seen_at', 'alter table people add column seen_at timestamptz default clock_timestamp()'],
    ['noVolatileDefaults', 'units.number', 'alter table units add column number bigint generated always as identity'],
    ['namesLeaveRoom', 'people_name_that_goes_on_and_on_until_no_shard_has_room_any', 'create index people_name_that_goes_on_and_on_until_no_shard_has_room_any on people (full_name)'],
    ['namesLeaveRoom', 'people_by_102008', 'create index people_by_102008 on people (full_name)'],
  ];

  test.for(planted)('%s: %s would be noticed', async ([rule, what, statement, said]) => {
    expect(await faultsAfter(statement, { ...registry, ...said })).toContainEqual({ rule, what });
  });

  async function faultsAfter(statement: string, known: Registry): Promise<DistributionFault[]> {
    const undone = new Error('undo');
    let found: DistributionFault[] = [];
    await world.owner.db.transaction().execute(async (tx: Db) => {
      for (const part of statement.split(/;(?=(?:[^']*'[^']*')*[^']*$)/)) await sql.raw(part).execute(tx);
      found = await findDistributionFaults(tx, known);
      throw undone;
    }).catch((error: unknown) => {
      if (error !== undone) throw error;
    });
    return found;
  }
});

describe('the migrations', () => {
  test('do one thing in each ALTER and name every constraint', async () => {
    const faults = (await listMigrations()).flatMap(({ name, text }) => faultsOfMigration(text).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  });

  test.for([
    ['alter table people add column a text, add column b text;', 'several subcommands in one ALTER of people'],
    ['create table apples (id uuid primary key);', 'a constraint of apples without a name: id uuid primary key'],
    ['create table apples (id uuid not null, constraint apples_pkey primary key (id), unique (id));', 'a constraint of apples without a name: unique (id)'],
    ['create table apples (unit_id uuid references units (id));', 'a constraint of apples without a name: unit_id uuid references units (id)'],
    ["alter table people add check (sex in ('a', 'b'));", "a constraint of people without a name: check (sex in ('', ''))"],
  ] as const)('%s would be noticed', ([statement, fault]) => {
    expect(faultsOfMigration(statement)).toEqual([fault]);
  });

  test('what is well is left in peace', () => {
    expect(faultsOfMigration("alter table people add constraint people_sex_known check (sex in ('male', 'female')); create unique index a on b (c, d); -- alter table a add b, add c\n")).toEqual([]);
    expect(faultsOfMigration("do $$ begin alter table a add b int, add c int; end $$; insert into rules values ('references (x)', 'check')")).toEqual([]);
  });
});

describe('the sources', () => {
  const files = globSync('**/*.ts', { cwd: sources }).map((file) => file.replaceAll('\\', '/')).filter((file) => !/(^|\/)(test|web)\/|\.test\.ts$/.test(file));
  const textOf = (file: string) => readFileSync(join(sources, file), 'utf8');

  test('never move a row to another home', () => {
    expect(files.flatMap((file) => movesOfHome(textOf(file)).map((what) => `${file}: ${what}`))).toEqual([]);
  });

  test.for([
    'sql`update people set full_name = ${name}, home_id = ${home} where id = ${id}`',
    'sql`insert into people (id) values (1) on conflict (home_id, id) do update set home_id = excluded.home_id`',
    "ctx.db.updateTable('people').set({ version: 2, home_id: home }).where('id', '=', id)",
    "ctx.db.updateTable('people').set({ home_id, version: 2 }).where('id', '=', id)",
  ])('%s would be noticed', (text) => {
    expect(movesOfHome(text)).not.toEqual([]);
  });

  test('a home in the condition moves nothing', () => {
    expect(movesOfHome("sql`update people set version = 2 where home_id = ${home}`; db.updateTable('a').set({ b: 1 }).where('home_id', '=', 1)")).toEqual([]);
  });

  test('change and lock rows of a person in one home', () => {
    const distributed = tablesAt(registry, 'distributed');
    expect(files.flatMap((file) => writesWithoutHome(textOf(file), distributed).map((what) => `${file}: ${what}`))).toEqual([]);
  });

  test.for([
    'sql`update people set version = 2 where id = ${id}`',
    'sql`delete from tenures where id = ${id}`',
    'sql`select id from people where id = ${id} for update`',
    "await db.updateTable('people').set({ version: 2 }).where('id', '=', id).execute();",
    "await db.selectFrom('people').selectAll().where('id', '=', id).forUpdate().execute();",
    "await db.selectFrom('people as p').selectAll().where('p.id', '=', id)\n  .forNoKeyUpdate().execute();",
  ])('%s would be noticed', (text) => {
    expect(writesWithoutHome(text, ['people', 'tenures'])).not.toEqual([]);
  });

  test('a read without a lock is left in peace, and a lock in one home', () => {
    const where = "selectAll().where('id', '=', id)";
    expect(writesWithoutHome(`await db.selectFrom('people').${where}.execute(); await db.selectFrom('people').${where}.where('home_id', '=', home).forUpdate().execute();`, ['people'])).toEqual([]);
  });

  /** Who begins a transaction without being done again after an accident, and why that is well. */
  const ownTransactions: Readonly<Record<string, string>> = {
    'platform/db/repeat.ts': 'the one place',
    'platform/db/database.ts': 'joins the act under way; begins one only for whoever has none',
    'platform/db/distribute.ts': 'goes on where it stopped with the next run',
    'platform/db/migrate.ts': 'goes on where it stopped with the next run',
    'platform/postgres/backup.ts': 'reads one snapshot',
    'platform/postgres/restore.ts': 'fills a database that nobody else uses; begun anew from the file',
    'platform/events.ts': 'what a read records; the read is asked once more',
    'figures/server/rollups/rolled.reads.ts': 'part of a read',
    'figures/server/rollups/check.ts': 'a read at the command line',
    'figures/server/rollups/refresh.ts': 'a job, which is done again',
    'modules/cascades/server/unit.marks.ts': 'a job, which is done again',
    'modules/units/server/unit.invariants.ts': 'a read at the command line',
    'modules/reorganisations/server/reorganisation.commands.ts': 'joins the act under way',
    'cli/sample.ts': 'empties the database while nobody else is there',
    'generate/bulk.constraints.ts': 'mended by the next run',
    'generate/copy.loader.ts': 'mended by the next run',
    'generate/generate.ts': 'mended by the next run',
  };

  test('begin transactions in one place, where acts are done again after accidents', () => {
    expect(files.filter((file) => beginsTransaction(textOf(file))).toSorted()).toEqual(Object.keys(ownTransactions).toSorted());
  });

  test.for(['await db.transaction().execute(work)', 'await ctx.db.transaction().setIsolationLevel(level).execute(work)', "await client.query('begin')", 'return inTransaction(ctx.db, work);', 'sql`begin`', 'sql`start transaction`'])('%s would be noticed', (text) => {
    expect(beginsTransaction(text)).toBe(true);
  });

  test('a home that a piece of the statement names is found there, and none is made up', () => {
    const statement = 'sql`update people p set version = 2 from o where ${listed} and ${late}`';
    expect(writesWithoutHome(`const listed = sql\`p.home_id = o.home_id\`; ${statement}`, ['people'])).toEqual([]);
    expect(writesWithoutHome(`const listed = sql\`p.id = o.id\`; ${statement}`, ['people'])).not.toEqual([]);
  });

  // These speak to the server itself, never through a pooler.
  const direct = /^(platform\/(postgres\/|presence\.ts|db\/migrate\.ts|db\/distribut)|cli\/|generate\/)/;

  test('requests rely on nothing that a connection keeps from one transaction to the next', () => {
    expect(files.filter((file) => !direct.test(file)).flatMap((file) => reliesOnSession(textOf(file)).map((what) => `${file}: ${what}`))).toEqual([]);
  });

  test.for(['sql`listen changes`', 'sql`set work_mem = ${x}`', 'sql`select pg_advisory_lock(1)`', 'sql`create temp table a (b int)`', "sql`select set_config('a', 'b', true)`"])('%s would be noticed', (text) => {
    expect(reliesOnSession(text)).not.toEqual([]);
  });

  test('what ends with the transaction may be used', () => {
    expect(reliesOnSession("sql`set local work_mem = '1GB'`; sql`create temp table a (b int) on commit drop`; sql`select pg_advisory_xact_lock(1)`; sql`update a set b = 1`")).toEqual([]);
  });
});
