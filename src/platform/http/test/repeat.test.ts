/** An act that fell victim to another is done again by the kernel, and leaves its traces once. */
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openWorld, testKeys, type World } from '../../../../test/world/world.ts';
import { act } from '../../contract.ts';
import { rows } from '../../db/database.ts';
import { flushEvents, record } from '../../events.ts';
import { buildKernel } from '../kernel.ts';
import { bind } from '../routes.ts';

const about = { open: 'a test needs nobody', summary: { vi: 'Thử', en: 'Test' } };
const write = act({ name: 'test.write', path: '/api/test/write', ...about, input: z.strictObject({ failures: z.number() }), output: z.object({ attempts: z.number() }) });

let world: World;
let app: FastifyInstance;
let attempts = 0;
/** How often the question who asks still meets a server that is gone. */
let losses = 0;

beforeAll(async () => {
  world = await openWorld();
  app = await buildKernel({
    db: world.db, keys: testKeys, log: pino({ level: 'silent' }), refusals: {}, findActor, flushEvents,
    routes: [bind(write, async (ctx, { failures }) => {
      attempts += 1;
      await sql`insert into settings (key, value) values (${`attempt ${attempts} of ${failures}`}, '1')`.execute(ctx.db);
      record(ctx, { type: 'test.written', data: { attempt: attempts } });
      if (attempts <= failures) await sql`do $$ begin raise exception 'victim' using errcode = '40001'; end $$`.execute(ctx.db);
      return { attempts };
    })],
  });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

test('twice the victim, done the third time: one row, one event', async () => {
  expect(await post(2)).toEqual([200, { attempts: 3 }]);
  expect(await rows(world.db, sql`select key from settings where key like 'attempt %'`)).toEqual([{ key: 'attempt 3 of 2' }]);
  expect(await rows(world.db, sql`select data from events where type = 'test.written'`)).toEqual([{ data: { attempt: 3 } }]);
});

test('always the victim: the caller is asked to try again later', async () => {
  const [status, answer] = await post(99);
  expect([status, answer]).toMatchObject([409, { problem: { code: 'platform.busy' } }]);
});

test('the connection lost while it is asked who is there: asked once more, then it is a fault', async () => {
  losses = 1;
  expect(await post(0)).toEqual([200, { attempts: 1 }]);
  losses = 2;
  expect((await post(0))[0]).toBe(500);
});

async function findActor(): Promise<undefined> {
  losses -= 1;
  if (losses >= 0) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
}

async function post(failures: number): Promise<[status: number, answer: unknown]> {
  attempts = 0;
  const reply = await app.inject({ method: 'POST', url: write.path, payload: { failures } });
  return [reply.statusCode, reply.json()];
}
