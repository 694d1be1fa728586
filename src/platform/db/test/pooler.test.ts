/** Requests through PgBouncer in transaction mode, where each transaction may meet another connection of the server. */
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasPooler, poolerKnowsNames, startPooler, type Login, type Pooler } from '../../../../test/world/pooler.ts';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { ConfigProblem } from '../../config.ts';
import { applicationRole, firstRow, type Db } from '../database.ts';
import { inRepeatedTransaction } from '../repeat.ts';
import { openRequestDatabase } from '../request.database.ts';

const servant: Login = { name: `satcoso_web_${process.pid}`, password: 'web' };
const master: Login = { name: `satcoso_master_${process.pid}`, password: 'master' };
const clients = 12;

// PgBouncer is a package of Debian; where it is missing these are skipped.
const withPooler = test.skipIf(!hasPooler());

let world: World;
let pooler: Pooler;

beforeAll(async () => {
  if (!hasPooler()) return;
  world = await openWorld();
  await makeLogin(servant, `in role ${applicationRole}`);
  await makeLogin(master, 'superuser');
  await sql.raw(`alter role ${servant.name} set jit = off`).execute(world.owner.db);
  await sql.raw(`alter role ${servant.name} set plan_cache_mode = force_custom_plan`).execute(world.owner.db);
  pooler = await startPooler(world.url, [servant, master]);
});
afterAll(async () => {
  if (!hasPooler()) return;
  await pooler.close();
  for (const { name } of [servant, master]) await sql.raw(`drop role ${name}`).execute(world.owner.db);
  await world.close();
});

withPooler('acts and reads of many clients share two connections, with the settings of the login', async () => {
  const requests = await open(servant, 'plain');
  await sql`insert into settings (key, value) values ('count', '0')`.execute(requests.database.db);
  await Promise.all(Array.from({ length: 60 }, async (_, index) => {
    await raise(requests.database.db, index);
    await firstRow(requests.database.db, sql`select value from settings where key = ${'count'}`);
  }));
  const row = await firstRow(requests.database.db, sql<{ value: number; plans: string; login: string }>`
    select value, current_setting('plan_cache_mode') as plans, current_user::text as login from settings where key = 'count'`);
  expect(row).toEqual({ value: 60, plans: 'force_custom_plan', login: servant.name });
  await requests.close();
});

withPooler('an act that commits in the middle keeps its connection', async () => {
  const requests = await open(servant, 'plain');
  await inRepeatedTransaction({ db: requests.database.db, isRepeatable: false }, async (tx) => {
    const first = await backend(tx);
    await sql`commit and chain`.execute(tx);
    expect(await backend(tx)).toBe(first);
  });
  await requests.close();
});

test.skipIf(!hasPooler() || poolerKnowsNames())('names of statements are no use there: that is what the setting is for', async () => {
  const requests = await open(servant, 'named');
  const asked = Array.from({ length: 60 }, (_, index) => raise(requests.database.db, index));
  expect((await Promise.allSettled(asked)).some(({ status }) => status === 'rejected')).toBe(true);
  await requests.close();
});

withPooler('a login with the rights of the owner is refused', async () => {
  await expect(open(master, 'plain')).rejects.toThrow(ConfigProblem);
});

function open(login: Login, databaseStatements: 'named' | 'plain') {
  return openRequestDatabase({
    url: world.url, log: pino({ level: 'silent' }),
    config: { databaseConnections: clients, databasePoolUrl: pooler.urlFor(login), databaseStatements, databaseReplicaUrl: undefined, databaseReplicaLag: 5 },
  });
}

async function raise(db: Db, index: number): Promise<void> {
  await inRepeatedTransaction({ db, isRepeatable: false }, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`count ${index % 3}`}, 0))`.execute(tx);
    await sql`update settings set value = to_jsonb((value #>> '{}')::int + 1) where key = ${'count'}`.execute(tx);
  });
}

async function backend(db: Db): Promise<number | undefined> {
  return (await firstRow(db, sql<{ pid: number }>`select pg_backend_pid() as pid`))?.pid;
}

async function makeLogin({ name, password }: Login, manner: string): Promise<void> {
  await sql.raw(`create role ${name} login password '${password}' ${manner}`).execute(world.owner.db);
}
