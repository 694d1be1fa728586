/** Acts that the database could not do at once: which are done again, and which never. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from '../../../../test/world/world.ts';
import { firstRow, type Db } from '../database.ts';
import { inRepeatedTransaction, markPartlyCommitted, readTwice } from '../repeat.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await sql`delete from settings`.execute(world.owner.db);
  await sql`insert into settings (key, value) values ('a', '0'), ('b', '0')`.execute(world.owner.db);
});
afterAll(() => world.close());

test('two acts that lock each other out are both done, each once', async () => {
  const raise = (keys: readonly string[]) => inRepeatedTransaction({ db: world.db, isRepeatable: false }, async (tx) => {
    for (const key of keys) {
      await increase(tx, key);
      await sleep(150);
    }
  });
  await Promise.all([raise(['a', 'b']), raise(['b', 'a'])]);
  expect(await values()).toEqual({ a: 2, b: 2 });
});

test('a connection lost before the end of the act was said: done again, once', async () => {
  let attempts = 0;
  await inRepeatedTransaction({ db: world.db, isRepeatable: false }, async (tx) => {
    attempts += 1;
    await increase(tx, 'a');
    if (attempts === 1) await loseConnection(tx);
    await increase(tx, 'b');
  });
  expect([attempts, await values()]).toEqual([2, { a: 1, b: 1 }]);
});

test('a connection lost at the very end leaves it open: done again only where twice is as good as once', async () => {
  for (const isRepeatable of [false, true]) {
    let attempts = 0;
    const outcome = inRepeatedTransaction({ db: world.db, isRepeatable }, async (tx) => {
      attempts += 1;
      await increase(tx, 'a');
      if (attempts === 1) await loseConnection(tx).catch(() => {});
    });
    await (isRepeatable ? outcome : expect(outcome).rejects.toThrow());
    expect(attempts).toBe(isRepeatable ? 2 : 1);
  }
});

test('an act of which a part is committed already is not done again', async () => {
  let attempts = 0;
  const outcome = inRepeatedTransaction({ db: world.db, isRepeatable: true }, async (tx) => {
    attempts += 1;
    await increase(tx, 'a');
    await sql`commit and chain`.execute(tx);
    markPartlyCommitted(tx);
    throw Object.assign(new Error('deadlock'), { code: '40P01' });
  });
  await expect(outcome).rejects.toThrow('deadlock');
  expect([attempts, await values()]).toEqual([1, { a: 1, b: 0 }]);
});

test('there is an end to it, and what is no accident is not done again at all', async () => {
  let attempts = 0;
  const failing = (code: string) => inRepeatedTransaction({ db: world.db, isRepeatable: true }, () => {
    attempts += 1;
    throw Object.assign(new Error(code), { code });
  });
  await expect(failing('40001')).rejects.toThrow('40001');
  expect(attempts).toBe(4);
  await expect(failing('23505')).rejects.toThrow('23505');
  expect(attempts).toBe(5);
});

test('a read whose connection was lost is asked once more', async () => {
  let attempts = 0;
  const read = async () => {
    attempts += 1;
    if (attempts === 1) await world.db.connection().execute(loseConnection);
    return values();
  };
  expect(await readTwice(read)).toEqual({ a: 0, b: 0 });
});

async function increase(db: Db, key: string): Promise<void> {
  await sql`update settings set value = to_jsonb((value #>> '{}')::int + 1) where key = ${key}`.execute(db);
}

async function values(): Promise<unknown> {
  return (await firstRow(world.db, sql<{ all: unknown }>`select jsonb_object_agg(key, value) as all from settings`))?.all;
}

/** As a restart of the server does it. */
async function loseConnection(db: Db): Promise<void> {
  const row = await firstRow(db, sql<{ pid: number }>`select pg_backend_pid() as pid`);
  await sql`select pg_terminate_backend(${row!.pid})`.execute(world.owner.db);
  await sql`select 1`.execute(db);
}
