/** What the command line does is done again where a request would be: same transactions, same accidents. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actorWith, contextFor, openWorld, type World } from '../../../test/world/world.ts';
import { firstRow, rows, type Db } from '../../platform/db/database.ts';
import { record } from '../../platform/events.ts';
import { inAct } from '../perform.ts';

let world: World;
let attempts = 0;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => {
  attempts = 0;
});
afterAll(() => world.close());

const context = () => contextFor(world, actorWith([]));

test('a command that fell victim twice is done the third time: one row, one event', async () => {
  await inAct(context(), async (ctx) => {
    attempts += 1;
    await sql`insert into settings (key, value) values (${`attempt ${attempts}`}, '1')`.execute(ctx.db);
    record(ctx, { type: 'test.written', data: { attempt: attempts } });
    if (attempts < 3) await sql`do $$ begin raise exception 'victim' using errcode = '40001'; end $$`.execute(ctx.db);
  });
  expect(await rows(world.db, sql`select key from settings where key like 'attempt %'`)).toEqual([{ key: 'attempt 3' }]);
  expect(await rows(world.db, sql`select data from events where type = 'test.written'`)).toEqual([{ data: { attempt: 3 } }]);
});

test('a connection lost before the end is no end', async () => {
  const done = await inAct(context(), async (ctx) => {
    attempts += 1;
    if (attempts === 1) await loseConnection(ctx.db);
    return attempts;
  });
  expect(done).toBe(2);
});

test('an act within an act is a part of it: the whole is done again, not the part', async () => {
  const parts: number[] = [];
  await inAct(context(), async (ctx) => {
    attempts += 1;
    await inAct(ctx, async (inside) => {
      parts.push(attempts);
      if (attempts === 1) await sql`do $$ begin raise exception 'victim' using errcode = '40P01'; end $$`.execute(inside.db);
    });
  });
  expect(parts).toEqual([1, 2]);
});

/** As a restart of the server does it. */
async function loseConnection(db: Db): Promise<void> {
  const row = await firstRow(db, sql<{ pid: number }>`select pg_backend_pid() as pid`);
  await sql`select pg_terminate_backend(${row!.pid})`.execute(world.owner.db);
  await sql`select 1`.execute(db);
}
